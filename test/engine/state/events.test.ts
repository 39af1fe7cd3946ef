/** What becomes an event, and what does not. */
import { describe, expect, it } from 'vitest';
import { DeviceEvents } from '../../../src-main/engine/state/events.ts';
import { type DeviceState, type EventKind, type Link } from '../../../src-shared/contract/index.ts';
import type { Evidence } from '../../../src-shared/nut/index.ts';

function device(status: string, link: Link = 'live', values: DeviceState['values'] = {}): DeviceState {
  return {
    id: 'one',
    uri: 'sim:megatec',
    name: 'Desk UPS',
    nickname: 'Desk UPS',
    feedsThisComputer: true,
    simulated: true,
    verified: true,
    link,
    linkSince: 0,
    values: status === '' ? values : { 'ups.status': status, ...values },
    derived: [],
    absent: {},
    commands: [],
    settings: [],
  };
}

/** The kinds of events of each state, one after the other, each observed two seconds after the one before. */
function kinds(...states: readonly DeviceState[]): EventKind[][] {
  const watch = new DeviceEvents();
  return states.map((state, index) => watch.look(state, index * 2000).map(({ kind }) => kind));
}

/** A status, observed at a moment, asked for or told unasked. */
function observation(status: string, at: number, asked: boolean): Evidence {
  return { values: new Map([['ups.status', { value: status, at, asked }]]), words: new Map() };
}

describe('the first reading', () => {
  it('of a UPS that is well is no event', () => {
    expect(kinds(device('', 'connecting'), device('OL CHRG'))).toEqual([[], []]);
  });

  it('of a UPS that is not tells what is not', () => {
    expect(kinds(device('OB OVER'))).toEqual([['overload', 'mains-lost']]);
  });
});

describe('a status word', () => {
  it.each<[string, EventKind, EventKind]>([
    ['OVER', 'overload', 'overload-cleared'],
    ['BYPASS', 'bypass', 'bypass-cleared'],
    ['BOOST', 'boost', 'boost-cleared'],
    ['TRIM', 'trim', 'trim-cleared'],
    ['OFF', 'output-off', 'output-on'],
    ['ALARM', 'alarm', 'alarm-cleared'],
    ['TEST', 'test-started', 'test-ended'],
    ['CAL', 'test-started', 'test-ended'],
  ])('%s is told once when it comes and once when it goes', (word, came, went) => {
    const on = device(`OL ${word}`);
    expect(kinds(device('OL'), on, on, device('OL'), device('OL'))).toEqual([[], [came], [], [went], []]);
  });

  it.each<[string, EventKind, EventKind]>([
    ['LB', 'low-battery', 'low-battery-cleared'],
    ['RB', 'replace-battery', 'replace-battery-cleared'],
  ])('%s is told once observations some seconds apart agree that it came, or went', (word, came, went) => {
    const [on, off] = [device(`OL ${word}`), device('OL')];
    expect(kinds(off, on, off, on, on, on, off, off, off)).toEqual([[], [], [], [], [], [came], [], [], [went]]);
  });

  it('LB that comes and goes is told, and is not told to have gone in between', () => {
    const states = Array.from({ length: 40 }, (_, index) => device(index % 2 === 0 ? 'OB LB' : 'OB'));
    expect(kinds(...states).flat()).toEqual(['mains-lost', 'low-battery']);
  });

  it('that is handed out again is not observed again', () => {
    const watch = new DeviceEvents();
    const low = device('OL LB');
    const told = observation('OL LB', 1000, true);
    expect([1000, 5000, 9000].flatMap((now) => watch.look(low, now, told))).toEqual([]);
    expect(watch.look(low, 9500, observation('OL LB', 9500, true)).map(({ kind }) => kind)).toEqual(['low-battery']);
  });

  it('OB that is only told unasked waits for the answer that says so too', () => {
    const watch = new DeviceEvents();
    watch.look(device('OL'), 0, observation('OL', 0, true));
    expect(watch.look(device('OB'), 1000, observation('OB', 1000, false))).toEqual([]);
    expect(watch.look(device('OB'), 1050, observation('OB', 1050, true)).map(({ kind }) => kind)).toEqual([
      'mains-lost',
    ]);
    expect(watch.look(device('OL'), 2000, observation('OL', 2000, false))).toEqual([]);
  });

  it('OB says how much is left', () => {
    const watch = new DeviceEvents();
    watch.look(device('OL'), 0);
    const [event] = watch.look(device('OB', 'live', { 'battery.charge': 80, 'battery.runtime': 1500 }), 5);
    expect(event).toMatchObject({
      time: 5,
      device: 'one',
      kind: 'mains-lost',
      severity: 'warning',
      data: { status: 'OB', 'battery.charge': 80, 'battery.runtime': 1500 },
    });
    expect(event?.text).toMatch(/^Desk UPS runs on battery.*80.*25/);
  });

  it('OB during a test is the test and no outage, and is an outage when it stays', () => {
    expect(kinds(device('OL'), device('OB TEST'), device('OL'))).toEqual([[], ['test-started'], ['test-ended']]);
    expect(kinds(device('OL'), device('OB CAL'), device('OB'))).toEqual([
      [],
      ['test-started'],
      ['test-ended', 'mains-lost'],
    ]);
  });

  it('that is not reported has not gone', () => {
    expect(kinds(device('OB'), device(''), device('OB'), device('OL'))).toEqual([
      ['mains-lost'],
      [],
      [],
      ['mains-returned'],
    ]);
  });

  it('that mainstay does not know is no event', () => {
    expect(kinds(device('OL'), device('OL PURPLE'))).toEqual([[], []]);
  });
});

describe('an alarm', () => {
  it('is told with its words, and again when they change', () => {
    const watch = new DeviceEvents();
    watch.look(device('OL'), 0);
    const fan = watch.look(device('OL ALARM', 'live', { 'ups.alarm': 'Fan failed' }), 1);
    const same = watch.look(device('OL ALARM', 'live', { 'ups.alarm': 'Fan failed' }), 2);
    const hot = watch.look(device('OL ALARM', 'live', { 'ups.alarm': 'Too hot' }), 3);
    expect([fan, same, hot].map((events) => events.map(({ text }) => text))).toEqual([
      ['Desk UPS reports: Fan failed'],
      [],
      ['Desk UPS reports: Too hot'],
    ]);
  });
});

describe('the link', () => {
  it('is lost once and restored once', () => {
    expect(
      kinds(device('OL'), device('OL', 'stale'), device('OL', 'lost'), device('OL', 'connecting'), device('OL')),
    ).toEqual([[], ['link-lost'], [], [], ['link-restored']]);
  });

  it('that never was there cannot be lost', () => {
    expect(kinds(device('', 'connecting'), device('', 'lost'), device('OL'))).toEqual([[], [], []]);
  });

  it('that a person has switched off is not lost', () => {
    expect(kinds(device('OL'), device('', 'disabled'))).toEqual([[], []]);
  });

  it('that is not live brings no news of the power', () => {
    expect(kinds(device('OL'), device('OB LB', 'lost'))).toEqual([[], ['link-lost']]);
  });

  it('lost on battery does not end the outage', () => {
    expect(kinds(device('OB'), device('OB', 'lost'), device('OL'))).toEqual([
      ['mains-lost'],
      ['link-lost'],
      ['link-restored', 'mains-returned'],
    ]);
  });
});
