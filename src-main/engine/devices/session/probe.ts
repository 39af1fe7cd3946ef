/** Asks once who is there, without staying. */
import type { PortKind } from '../../../../drivers/driver.ts';
import type { Result } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { patienceOf } from '../../ports/polling.ts';
import { identify } from './identify.ts';
import type { PlanOf } from '../../ports/plan.ts';
import type { Probed } from '../../ports/port.ts';

/**
 * Tries the ways of a plan in order. The error is the system's when the port cannot be opened, 'no-answer' when nothing
 * was heard, 'wrong-protocol' when something was. Rejects with `DriverBug` only.
 */
export async function probe<P extends PortKind>(plan: PlanOf<P>): Promise<Result<Probed>> {
  let heard = false;
  for (const way of plan.ways) {
    const transport = way.transport();
    try {
      const opened = await transport.open();
      if (!opened.ok) return opened;
      const found = await identify(transport, opened.value, way.drivers, patienceOf(plan.kind), plan.dialect);
      heard ||= found.heard;
      if (found.found !== null) return { ok: true, value: found.found };
    } finally {
      await transport.close();
    }
  }
  const tried = plan.ways.flatMap((way) => way.drivers.map(({ title }) => title)).join(', ');
  return heard
    ? {
        ok: false,
        error: {
          code: 'wrong-protocol',
          message: say('session.probeUnrecognised', { protocols: tried }),
        },
      }
    : {
        ok: false,
        error: {
          code: 'no-answer',
          message: say('session.probeSilent', { protocols: tried }),
        },
      };
}
