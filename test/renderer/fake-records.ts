/** What a fake engine has recorded. */
import type { EngineEvent, Exchange, History } from '../../src-shared/contract/index.ts';

const ago = (minutes: number): number => Date.now() - minutes * 60_000;

const one = (
  id: number,
  minutes: number,
  kind: EngineEvent['kind'],
  severity: EngineEvent['severity'],
  text: string,
): EngineEvent => ({
  id,
  time: ago(minutes),
  device: 'office',
  kind,
  severity,
  text,
  data: {},
  acknowledged: severity === 'info',
});

/** Two days in the life of a UPS, the newest first. */
export function fakeEvents(): EngineEvent[] {
  return [
    one(6, 110, 'outage-over', 'info', 'Mains is back for 15 seconds: the outage of 10 minutes is over.'),
    one(5, 111, 'mains-returned', 'info', 'Mains is back at 229.8\u00a0V.'),
    one(4, 118, 'trigger-warning', 'warning', 'The battery is at 70\u00a0%, the warning level.'),
    one(3, 120, 'mains-lost', 'critical', 'Mains is gone; the battery carries the load.'),
    one(2, 2000, 'boost', 'warning', 'Mains voltage fell to 198\u00a0V and the UPS raises it.'),
    one(1, 2880, 'engine-started', 'info', 'Mainstay 0.1.0 started.'),
  ];
}

const LEVELS: Readonly<Record<string, readonly [middle: number, swing: number]>> = {
  'input.voltage': [231, 3],
  'output.voltage': [230, 0.8],
  'input.frequency': [50, 0.03],
  'ups.temperature': [28, 1.2],
  'ups.load': [24, 7],
  'battery.charge': [99, 1],
  'battery.runtime': [2460, 120],
  'battery.voltage': [27.3, 0.1],
};

/** Waves around a usual level, and an outage two hours before the end where the range is long enough. */
export function fakeHistory(variables: readonly string[], from: number, to: number, points: number): History {
  const step = (to - from) / points;
  const begin = to - 7_200_000;
  const end = begin + 600_000;
  return {
    from,
    to,
    resolution: Math.max(2, Math.round(step / 1000)),
    series: variables.map((variable, index) => {
      const [middle, swing] = LEVELS[variable] ?? [10, 1];
      const samples: [number, number, number, number][] = [];
      for (let at = from; at < to; at += step) {
        const wave = Math.sin(at / 900_000 + index) * 0.5 + Math.sin(at / 130_000 + index * 2) * 0.3;
        const outage = at >= begin && at < end && variable === 'input.voltage';
        const mean = outage ? 0 : middle + wave * swing;
        samples.push([at, outage ? 0 : mean - swing * 0.3, mean, outage ? 0 : mean + swing * 0.3]);
      }
      return { variable, points: samples };
    }),
    bands: begin > from ? [{ kind: 'on-battery', from: begin, to: end }] : [],
  };
}

const hex = (text: string): string =>
  Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');

/** Two seconds apart, with a question now and then that nobody answered. */
export function fakeTrace(device: string): Exchange[] {
  const line = '(231.2 231.2 230.4 023 50.0 27.3 28.4 00001000\r';
  return Array.from({ length: 24 }, (_, index) => {
    const outcome = index % 7 === 6 ? 'timeout' : 'ok';
    return {
      id: index + 1,
      time: Date.now() - (24 - index) * 2000,
      device,
      direction: 'exchange',
      request: hex('Q1\r'),
      answer: outcome === 'ok' ? hex(line) : '',
      requestText: 'Q1<CR>',
      answerText: outcome === 'ok' ? line.replace('\r', '<CR>') : '',
      outcome,
      milliseconds: outcome === 'ok' ? 221 : 1000,
    };
  });
}
