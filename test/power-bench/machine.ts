/**
 * A PC behind a UPS. It has power as long as the UPS's output is on, starts whenever power comes ("power on after AC
 * loss" in its BIOS), keeps its disk, and stays off when it went down by itself until power was away.
 */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { writeArchive } from '../usb-bench/newc.ts';
import { Computer, type Ran } from './computer.ts';
import type { GuestFiles } from './files.ts';
import { prepareImage } from './image.ts';
import { Timeline } from './timeline.ts';
import { type BenchUps, startUps } from './ups.ts';

const BOOT_LIMIT_MS = 240_000;
/** What systemd says when everything has started. */
const STARTED = /systemd\[1\]: Startup finished/u;

/** A guest, its UPS, and what happened to both. */
export interface Machine {
  readonly timeline: Timeline;
  readonly ups: BenchUps;
  /** Waits until everything in the guest has started, and says when; `after` leaves earlier starts out. */
  booted(after?: number): Promise<number>;
  /** Runs shell commands in the guest. */
  run(command: string, limitSeconds?: number): Promise<Ran>;
  /** As `run`, but again and again until it succeeds; rejects when it does not within the limit. */
  until(command: string, limitSeconds?: number): Promise<Ran>;
  /** The other end of /dev/virtio-ports/line, for one user a start. */
  line(): Promise<Socket>;
  close(): Promise<void>;
}

/** Puts a machine with these files behind a UPS and switches it on. */
export async function startMachine(files: GuestFiles): Promise<Machine> {
  const image = await prepareImage();
  const folder = await mkdtemp(join(tmpdir(), 'mainstay-power-'));
  const disk = ['create', '-q', '-f', 'qcow2', '-F', 'raw', '-b', image.disk, join(folder, 'disk')];
  await promisify(execFile)('qemu-img', disk);
  const added = join(folder, 'added');
  await writeArchive(files.folder, added);
  // The kernel unpacks one archive after the other.
  await pipeline(createReadStream(image.initrd), createWriteStream(join(folder, 'first-start')));
  await pipeline(createReadStream(added), createWriteStream(join(folder, 'first-start'), { flags: 'a' }));
  await rm(added);

  const timeline = new Timeline();
  const ups = await startUps(join(folder, 'ups'), timeline);
  const computer = new Computer({ folder, image, timeline, ahead: () => ups.skipped() });
  ups.onOutput((on) => {
    if (on) computer.powerOn();
    else computer.cut();
  });
  computer.powerOn();

  const run: Machine['run'] = (command, limitSeconds = 20) => computer.ask(command, limitSeconds);
  return {
    timeline,
    ups,
    booted: async (after = 0) => (await timeline.wait('console', STARTED, BOOT_LIMIT_MS, after)).at,
    run,
    until: async (command, limitSeconds = 20) => {
      const deadline = performance.now() + limitSeconds * 1000;
      for (;;) {
        const ran = await run(command, limitSeconds);
        if (ran.code === 0) return ran;
        if (performance.now() > deadline)
          throw new Error(`This did not succeed: ${command}\n${ran.out}${ran.error}\n${timeline.tail()}`);
        await sleep(500);
      }
    },
    line: () => computer.line(),
    close: async () => {
      await computer.end();
      await ups.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
