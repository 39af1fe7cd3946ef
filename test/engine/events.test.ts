/** What becomes an event, and what does not. */
import { describe, expect, it } from 'vitest';
import { DeviceEvents } from '../../src-main/engine/events.ts';
import { type DeviceState, type EventKind, type Link } from '../../src-shared/contract/index.ts';

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

/** The kinds of events of each state, one after the other. */
function kinds(...states: readonly DeviceState[]): EventKind[][] {
  const watch = new DeviceEvents();
  return states.map((state, at) => watch.look(state, at).map(({ kind }) => kind));
}

describe('the first reading', () => {
  it('of a UPS that is well is no event', () => {
    expect(kinds(device('', 'connecting'), device('OL CHRG'))).toEqual([[], []]);
  });

  it('of a UPS that is not tells what is not', () => {
    expect(kinds(device('OB LB'))).toEqual([['mains-lost', 'low-battery']]);
  });
});

describe('a status word', () => {
  it.each<[string, EventKind, EventKind]>([
    ['LB', 'low-battery', 'low-battery-cleared'],
    ['RB', 'replace-battery', 'replace-battery-cleared'],
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
