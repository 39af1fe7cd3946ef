import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Unasked } from '../../../../drivers/driver.ts';
import { driver } from '../../../../drivers/hid/index.ts';
import { parseHidDescriptor } from '../../../../drivers/kit/hid/descriptor.ts';
import { hidAnswers } from '../../../../drivers/kit/talk.ts';
import { systemClock } from '../../../../src-main/engine/base/clock.ts';
import { createSession } from '../../../../src-main/engine/devices/session/session.ts';
import { Trace } from '../../../../src-main/engine/ports/trace.ts';
import type { Transport } from '../../../../src-main/engine/ports/transport.ts';
import { createUpsModel } from '../../../../src-shared/ups-model/index.ts';

/** HID Power Devices 1.0, 4.2.7. */
const AC_PRESENT = 0x0085_00d0;

it('an outage reported while a poll runs is not undone by what the poll had read before', async () => {
  const model = createUpsModel();
  const device = driver.simulate(model, 'mge');
  const answer = hidAnswers(device);
  const { fields } = parseHidDescriptor(device.facts.descriptor);
  const status = fields.find(({ kind, path }) => kind === 'feature' && path.at(-1)?.usage === AC_PRESENT);
  let tell: ((data: Unasked['hid']) => void) | null = null;
  let armed = false;
  const transport: Transport<'hid'> = {
    kind: 'hid',
    label: 'test device',
    open: async () => ({ ok: true, value: device.facts }),
    request: async (wire) => {
      const reply = answer(wire);
      if (armed && wire.op === 'get' && wire.report === status?.report) {
        // Mains fails between this answer and the next.
        armed = false;
        model.force({ mainsVoltage: 0 });
        model.advance(1);
        for (const data of device.unasked()) tell?.(data);
      }
      return reply;
    },
    listen: (listener) => {
      tell = listener;
    },
    onGone: () => undefined,
    close: async () => undefined,
  };
  const statuses: string[] = [];
  const session = createSession(
    { kind: 'hid', ways: [{ transport: () => transport, drivers: [driver] }] },
    {
      clock: systemClock,
      steady: () => systemClock.monotonic(),
      trace: new Trace('test', systemClock),
      polling: () => ({ quickSeconds: 1, fullSeconds: 2 }),
      attended: () => true,
      chemistry: () => undefined,
      changed: () => {
        const now = session.view().values['ups.status'];
        if (now !== undefined && now !== statuses.at(-1)) statuses.push(String(now));
      },
      read: () => undefined,
      bug: (message) => statuses.push(message),
    },
  );
  session.start();
  await until(() => statuses.length > 0);
  device.unasked();
  armed = true;
  await until(() => statuses.length > 1);
  await sleep(1500);
  await session.stop();
  expect(statuses.map((each) => each.split(' ')[0])).toEqual(['OL', 'OB']);
});

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('It did not happen.');
    await sleep(10);
  }
}
