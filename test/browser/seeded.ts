/** A data folder with a UPS that has been watched for a year: an evening habit, outages, tests, a gap. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHistoryStore } from '../../src-main/engine/history/index.ts';
import { seeded } from '../../src-shared/seeded.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The device of the seeded history. */
export const SEEDED = { id: 'seeded', uri: 'sim:megatec', nickname: 'Watched for a year' };

/** A sample for each bucket that is kept for a year. */
const EVERY = 15 * MINUTE;

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Writes settings and a year of history up to `end` into the folder. Takes a few seconds. */
export async function seed(folder: string, end: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 1, devices: [SEEDED] }));
  let now = end - 365 * DAY;
  const history = createHistoryStore(join(folder, 'history.sqlite'), { now: () => now });
  const random = seeded(1);
  const { id } = SEEDED;
  for (; now < end; now += EVERY) {
    // Two weeks in summer nothing was recorded.
    const day = (end - now) / DAY;
    if (day > 120 && day < 134) continue;
    const wave = Math.sin((now / DAY) * 2 * Math.PI);
    const evening = new Date(now).getHours() === 18 && random() < 0.2;
    history.sample(
      id,
      now,
      new Map([
        ['input.voltage', evening ? round(200 + random() * 6, 1) : round(231 + wave * 3 + random() * 2, 1)],
        ['battery.charge', round(98 + random() * 2, 0)],
        ['ups.load', round(28 + wave * 9 + random() * 6, 0)],
        ['battery.runtime', round(2400 - wave * 500 + random() * 60, 0)],
        ['ups.temperature', round(27 + wave * 2 + random(), 1)],
      ]),
    );
    if (evening) {
      const base = { device: id, severity: 'info', data: { 'input.voltage': 203 } } as const;
      history.event({ ...base, time: now, kind: 'boost', text: 'Mains voltage is low and the UPS raises it.' });
      history.event({ ...base, time: now + 20 * MINUTE, kind: 'boost-cleared', text: 'Mains voltage is passed on.' });
    }
    if (random() < 0.0008) outage(history, now);
    if (random() < 0.0004) {
      history.beginBand(id, 'test', now + MINUTE);
      history.endBand(id, 'test', now + 4 * MINUTE);
    }
  }
  now = end;
  await history.close();
}

function outage(history: ReturnType<typeof createHistoryStore>, begin: number): void {
  const { id } = SEEDED;
  const tell = (time: number, kind: 'mains-lost' | 'outage-confirmed' | 'outage-over', text: string): void => {
    const severity = kind === 'outage-over' ? 'info' : 'warning';
    const data = { reason: 'On battery for longer than the confirmation delay.', charge: 97, runtime: 2300 };
    history.event({ time, device: id, kind, severity, text, data });
  };
  history.beginBand(id, 'on-battery', begin);
  history.beginOutage(id, begin);
  tell(begin, 'mains-lost', 'Watched for a year runs on battery: mains is gone.');
  tell(begin + 5000, 'outage-confirmed', 'Watched for a year is on battery: mains is away.');
  for (let time = begin; time < begin + 8 * MINUTE; time += 10_000) {
    const share = (time - begin) / (40 * MINUTE);
    history.sample(
      id,
      time,
      new Map([
        ['input.voltage', 0],
        ['battery.charge', Math.round(100 * (1 - share))],
        ['battery.runtime', Math.round(2400 * (1 - share))],
        ['ups.load', 30],
      ]),
    );
  }
  history.updateOutage(id, { lowestCharge: 80, outcome: 'Mains came back before any trigger held; nothing was done.' });
  history.endOutage(id, begin + 8 * MINUTE);
  history.endBand(id, 'on-battery', begin + 8 * MINUTE);
  tell(begin + 8 * MINUTE, 'outage-over', 'Mains is back and stable, after 480 s on battery.');
}
