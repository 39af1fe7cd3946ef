/** `list`, `drivers` and `doctor`: what is asked of Mainstay rather than of one device. */
import { EXIT, print, printJson, printTable, say } from './output.ts';
import { withEngine } from './one-device.ts';

/** Lists what was found, with the driver proposed for each. */
export function list(options: {
  readonly json?: boolean;
  readonly probe: boolean;
  readonly host: readonly string[];
}): Promise<number> {
  return withEngine(async (engine) => {
    const { candidates, looked } = await engine.call('devices.scan', {
      probe: options.probe,
      hosts: [...options.host],
    });
    if (options.json === true) {
      printJson({ candidates, looked });
      return EXIT.done;
    }
    printTable(
      candidates.map((found) => [found.uri, found.driverTitle ?? '-', found.confidence, found.title, found.detail]),
    );
    for (const place of looked) say(`looked: ${place}`);
    if (candidates.length === 0) say('Nothing was found. `mainstay doctor` says what may be missing on this machine.');
    return EXIT.done;
  });
}

/** Lists the protocols. */
export function listDrivers(options: { readonly json?: boolean }): Promise<number> {
  return withEngine(async (engine) => {
    const { drivers } = await engine.call('drivers.list', {});
    if (options.json === true) printJson({ drivers });
    else {
      printTable(
        drivers.map((driver) => [
          driver.id,
          driver.title,
          driver.port,
          driver.verified ? 'verified' : 'unverified',
          driver.dialects
            .map((dialect) => (driver.unverifiedDialects.includes(dialect) ? `${dialect} (unverified)` : dialect))
            .join(', '),
        ]),
      );
    }
    return EXIT.done;
  });
}

/** Says what is missing on this machine, with the exact mend. */
export function doctor(options: { readonly json?: boolean }): Promise<number> {
  return withEngine(async (engine) => {
    const { checks } = await engine.call('diagnostics.doctor', {});
    if (options.json === true) printJson({ checks });
    else for (const check of checks) print(`${check.ok ? 'ok  ' : 'MEND'}  ${check.name}: ${check.message}`);
    return checks.every((check) => check.ok) ? EXIT.done : EXIT.noAnswer;
  });
}
