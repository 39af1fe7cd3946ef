/** The stream as a whole: both widths, the challenge and its refusal, losses, other programs, commands as recorded. */
import { describe, expect, it } from 'vitest';
import { BACK, INIT, NEXT, sealed } from '../../drivers/apcmicrolink/frame.ts';
import { driver } from '../../drivers/apcmicrolink/index.ts';
import type { Reply, Simulator, Wire } from '../../drivers/driver.ts';
import { concat } from '../../drivers/kit/line/ascii.ts';
import { PATHS } from '../../drivers/apcmicrolink/table.ts';
import { hexOf } from '../../drivers/apcmicrolink/value.ts';
import { framed, runTalk } from '../../drivers/kit/talk.ts';
import { driver as megatec } from '../../drivers/megatec/index.ts';
import { createUpsModel, type UpsModel } from '../../src-shared/ups-model/index.ts';

type Spoil = (answer: Uint8Array, sent: Uint8Array, exchange: number) => Uint8Array;

const honest: Spoil = (answer) => answer;

/** Our driver on a simulated device whose answers can be spoiled. */
function bench(ups: UpsModel = createUpsModel(), dialect?: string) {
  const device: Simulator['stream'] = driver.simulate(ups, dialect);
  const sent: string[] = [];
  let spoil: Spoil = honest;
  const answer = (request: Wire['stream']): Reply<'stream'> => {
    if (request.op === 'pause') return { ok: true, data: new Uint8Array(0) };
    sent.push(hexOf(request.send));
    return framed(request, spoil(device.receive(request.send), request.send, sent.length));
  };
  const identify = (forced?: string) => runTalk(driver.identify({}, forced), answer).result;
  return {
    ups,
    device,
    sent,
    spoilBy: (how: Spoil) => {
      spoil = how;
    },
    identify,
    known: () => {
      const identity = identify();
      if (identity === null) throw new Error('not known');
      return identity;
    },
    poll: (identity: NonNullable<ReturnType<typeof identify>>, depth: 'quick' | 'full' = 'quick') =>
      runTalk(driver.poll(depth, identity), answer),
    command: (identity: NonNullable<ReturnType<typeof identify>>, name: string, argument?: string) => {
      const command = Object.entries(driver.abilities(identity).commands).find(([each]) => each === name)?.[1];
      if (command === undefined) throw new Error(`no ${name}`);
      return runTalk(command.run(argument), answer).result;
    },
    set: (identity: NonNullable<ReturnType<typeof identify>>, name: string, value: string) => {
      const setting = Object.entries(driver.abilities(identity).settings).find(([each]) => each === name)?.[1];
      if (setting === undefined) throw new Error(`no ${name}`);
      return runTalk(setting.write(value), answer).result;
    },
  };
}

/** Every page but the header with zeros in it, soundly sealed. */
const zeros: Spoil = (answer) =>
  answer.length < 10 || answer[0] === 0
    ? answer
    : sealed(concat(answer.slice(0, 1), new Uint8Array(answer.length - 3)));

const isWrite = (sent: Uint8Array) => sent.length > 2;

describe.each(['width 16', 'width 32', 'table'])('a unit of %s', (dialect) => {
  it('is read whole, to the last digit that the wire carries', () => {
    const { known, ups } = bench(createUpsModel({}, { mainsVoltage: 231.796875, charge: 87.5 }), dialect);
    const { vars, dialect: found, extras } = known();
    expect(found).toBe(dialect);
    expect(vars).toMatchObject({
      'ups.serial': 'SIM0000850',
      'ups.model': 'Home 850',
      'ups.firmware': '1.08',
      'ups.status': 'OL',
      'input.voltage': 231.796875,
      'battery.charge': 87.5,
      'ups.power.nominal': 850,
      'outlet.group.0.status': 'on',
      'outlet.group.0.name': 'UPS Outlets',
      'output.voltage.nominal': 230,
    });
    expect(vars['battery.runtime']).toBe(Math.ceil(ups.state().battery.runtime));
    expect(extras?.['authentication']).toMatch(/took our answer/);
  });

  it('tells of an outage within one round of what it repeats', () => {
    const { known, poll, ups } = bench(createUpsModel(), dialect);
    const identity = known();
    poll(identity);
    ups.world.mainsVoltage = 0;
    const { result, requests } = poll(identity);
    expect(String(result?.vars['ups.status']).split(' ')).toContain('OB');
    expect(requests.length).toBeLessThan(30);
  });
});

describe('what has no name', () => {
  it('is told by its path and its place, and is no variable', () => {
    const { vars, extras } = bench().known();
    expect(extras?.['4:D']).toBeUndefined();
    expect(extras?.['4:6']).toBe('0x0000 (page 4a, byte 0)');
    expect(Object.keys(vars).filter((name) => name.includes(':'))).toEqual([]);
  });

  it('is every page, where there is no map', () => {
    const { spoilBy, identify } = bench(createUpsModel(), 'width 32');
    // The descriptor is cut off at its beginning: a zero is no operator.
    spoilBy((answer) => {
      // A reset is answered with the page before it, and then page 0.
      const page = answer.slice(-35, -2);
      return page[0] === 0 ? sealed(page.fill(0, 13)) : answer;
    });
    const identity = identify();
    expect(Object.keys(identity?.vars ?? {}).filter((name) => !/mfr|type/.test(name))).toEqual([]);
    expect(identity?.extras?.['map']).toMatch(/None.*neither a usage nor an operator/);
    expect(Object.keys(identity?.extras ?? {}).filter((name) => name.startsWith('page '))).toHaveLength(0x69);
  });
});

describe('the challenge', () => {
  it('that the unit does not take is explained, values are read all the same, and nothing can be told', () => {
    const { known, poll, spoilBy, ups, device } = bench();
    // The answer arrives with another byte, so that the unit falls silent.
    const receive = device.receive.bind(device);
    spoilBy((answer, sent) => (isWrite(sent) ? receive(sealed(Uint8Array.of(0x7e, 0x0c, 4, 0, 0, 1, 2))) : answer));
    const identity = known();
    expect(identity.extras?.['authentication']).toMatch(/did not take our answer/);
    expect(driver.abilities(identity)).toEqual({ commands: {}, settings: {} });
    ups.world.mainsVoltage = 0;
    const { result } = poll(identity, 'full');
    expect(String(result?.vars['ups.status'])).toContain('OB');
    expect(result?.extras?.['authentication']).toMatch(/did not take our answer/);
  });

  it('answered too late meets silence until a reset', () => {
    const ups = createUpsModel();
    const device = driver.simulate(ups);
    device.receive(Uint8Array.of(INIT));
    for (let page = 1; page < 0x80; page += 1) expect(device.receive(Uint8Array.of(NEXT))).toHaveLength(19);
    ups.advance(6);
    expect(device.receive(Uint8Array.of(NEXT))).toHaveLength(0);
    expect(device.receive(Uint8Array.of(NEXT))).toHaveLength(0);
    expect(device.receive(Uint8Array.of(INIT))).toHaveLength(19);
  });

  it('is answered anew after another program has reset the unit', () => {
    const { known, poll, device, sent } = bench();
    const identity = known();
    device.receive(Uint8Array.of(INIT));
    for (let page = 1; page < 0x80 + 12; page += 1) device.receive(Uint8Array.of(NEXT));
    const before = sent.length;
    expect(poll(identity).result?.vars['ups.status']).toBe('OL');
    expect(sent.slice(before).filter((each) => each.startsWith('7e0c04'))).toHaveLength(1);
    expect(poll(identity, 'full').result?.extras?.['authentication, as the UPS says']).toBe('accepted');
  });
});

describe('a unit that another program has left in the middle of its stream', () => {
  it('is brought back to page 0', () => {
    const { known, device } = bench();
    known();
    for (let page = 0; page < 9; page += 1) device.receive(Uint8Array.of(NEXT));
    expect(known().vars['ups.status']).toBe('OL');
  });

  it('is brought back also when half a write is stuck in it', () => {
    const { known, device, ups } = bench();
    known();
    device.receive(Uint8Array.of(0x71, 0x08));
    ups.advance(2);
    expect(known().vars['ups.status']).toBe('OL');
  });
});

describe('losses', () => {
  it('of any one page are made up for by asking for it once more', () => {
    for (const lost of [1, 2, 50, 64, 127]) {
      const { known, spoilBy, sent } = bench();
      spoilBy((answer, _sent, exchange) => (exchange === lost ? answer.slice(0, 11) : answer));
      expect(known().extras?.['pages']).toBe('128 of 16 bytes, series 0x03ed');
      expect(sent.length).toBeLessThan(140);
      if (lost > 1) expect(sent[lost]).toBe(hexOf(Uint8Array.of(BACK)));
    }
  });

  it('leave out what is not known, and keep the rest', () => {
    const { known, poll, spoilBy } = bench();
    const identity = known();
    poll(identity);
    spoilBy((answer) => (answer[0] === 0x6d ? new Uint8Array(0) : answer));
    const { result } = poll(identity);
    expect(result?.vars['battery.voltage']).toBeUndefined();
    expect(result?.vars['ups.status']).toBe('OL');
  });

  it('of everything end the conversation', () => {
    const { known, poll, spoilBy } = bench();
    const identity = known();
    spoilBy(() => new Uint8Array(0));
    const { result, requests } = poll(identity);
    expect(result).toBeNull();
    expect(requests.length).toBeLessThan(10);
  });
});

describe('what is no Microlink', () => {
  it('is not known: a Megatec unit, a port that echoes, a stream without end', () => {
    const q1 = megatec.simulate(createUpsModel());
    for (const answer of [
      (bytes: Uint8Array) => q1.receive(bytes),
      (bytes: Uint8Array) => bytes,
      () => new Uint8Array(600).fill(0x41),
    ]) {
      const { result, requests } = runTalk(driver.identify({}), (request) =>
        request.op === 'pause' ? { ok: true, data: new Uint8Array(0) } : framed(request, answer(request.send)),
      );
      expect(result).toBeNull();
      expect(requests.length).toBeLessThan(6);
    }
  });

  it('is another unit behind the same port: its values are not shown as the first one', () => {
    const first = bench();
    const second = bench(createUpsModel({ serial: 'SIM0000999' }));
    const identity = first.known();
    expect(second.poll(identity).result).toBeNull();
  });
});

describe('commands and settings', () => {
  it('to the outlet are the bytes that PowerChute sends', () => {
    const { known, command, sent } = bench(createUpsModel(), 'table');
    const identity = known();
    expect(command(identity, 'load.off').result).toBe('accepted');
    expect(sent.at(-1)).toBe('71080241045be3');
    expect(command(identity, 'load.on').result).toBe('accepted');
    expect(sent.at(-1)).toBe('71080241221f02');
  });

  it('to the beeper leave the other settings of the panel alone', () => {
    const { known, command, sent, ups } = bench();
    const identity = known();
    expect(command(identity, 'beeper.disable').result).toBe('accepted');
    expect(sent.at(-1)).toMatch(/^4e00020006/);
    expect(ups.state().beeper).toBe('disabled');
  });

  it('test the panel with the bit of the short test', () => {
    const { known, command, sent } = bench();
    expect(command(known(), 'test.panel.start').result).toBe('accepted');
    expect(sent.at(-1)).toMatch(/^6f02020001/);
  });

  it('that are written are read back from the beginning, the challenge included', () => {
    const { known, set, poll } = bench(createUpsModel(), 'width 32');
    const identity = known();
    expect(set(identity, 'outlet.group.0.name', 'Rack').result).toBe('accepted');
    expect(poll(identity, 'full').result?.vars['outlet.group.0.name']).toBe('Rack');
    expect(poll(identity, 'full').result?.extras?.['authentication']).toMatch(/took our answer/);
  });

  it('over the end of a page are written in two parts', () => {
    const { known, set, poll, sent } = bench(createUpsModel({ outlets: 2 }));
    const identity = known();
    // Group 1 begins on page 77; its name fills page 78. Group 2's name crosses from page 7a to 7b.
    expect(set(identity, 'outlet.group.2.name', 'Sixteen letters!').result).toBe('accepted');
    expect(sent.filter((each) => /^7[ab]/.test(each)).length).toBe(2);
    expect(poll(identity, 'full').result?.vars['outlet.group.2.name']).toBe('Sixteen letters!');
  });

  it('that cannot be held are refused before anything is sent', () => {
    const { known, set, sent } = bench();
    const identity = known();
    const before = sent.length;
    for (const [name, value] of [
      ['battery.date', 'tomorrow'],
      ['battery.date', '1999-12-31'],
      ['input.transfer.high', '1e9'],
      ['input.transfer.high', ''],
      ['outlet.group.0.name', 'a name of more than sixteen'],
      ['ups.id', 'Größe'],
      ['input.sensitivity', 'extreme'],
    ] as const) {
      expect(set(identity, name, value).result, `${name} ${value}`).toBe('invalid');
    }
    expect(sent.length).toBe(before);
  });
});

describe('what is not known', () => {
  it('is no reading where every page holds zeros, and no word follows from it', () => {
    const { known, poll, spoilBy, ups } = bench(createUpsModel({}, { mainsVoltage: 0 }));
    const identity = known();
    expect(poll(identity).result?.vars['ups.status']).toContain('OB');
    spoilBy(zeros);
    for (let round = 0; round < 3; round += 1)
      expect(poll(identity, 'full').result?.vars['ups.status']).toBeUndefined();
    expect(poll(identity, 'full').result).toBeNull();
    spoilBy(honest);
    expect(ups.state().status).toContain('OB');
  });

  it('makes no low battery: a runtime that did not come is not zero', () => {
    const ups = createUpsModel({}, { mainsVoltage: 0, charge: 90 });
    const { identify, spoilBy } = bench(ups);
    const sound = identify();
    if (sound === null) throw new Error('not known');
    const usage = sound.memory.map.usages.get(PATHS.runtime);
    const lost = usage === undefined ? [] : sound.memory.pages.pagesOf(usage);
    spoilBy((answer) => (lost.includes(answer[0] ?? -1) && answer.length > 10 ? answer.slice(0, 4) : answer));
    const torn = identify();
    expect(torn?.vars['battery.runtime']).toBeUndefined();
    expect(torn?.vars['ups.status']).toContain('OB');
    expect(torn?.vars['ups.status']).not.toContain('LB');
  });
});
