/** What a poll asks, and what is made of the answers. */
import { describe, expect, it } from 'vitest';
import { driver } from '../../drivers/apcsmart/index.ts';
import { runTalk } from '../../drivers/kit/talk.ts';
import { createUpsModel, type UpsModel } from '../../src-shared/ups-model/index.ts';
import { device, plain, readAll, sentBy } from './device.ts';

/** The status of a UPS after something was done to it. */
function words(arrange: (ups: UpsModel) => void): unknown {
  const ups = createUpsModel();
  arrange(ups);
  return readAll(device(plain, ups))?.['ups.status'];
}

describe('a poll', () => {
  it('asks what protection needs first, and little when it is quick', () => {
    const answer = device(plain);
    const identity = runTalk(driver.identify({}), answer).result;
    if (identity === null) throw new Error('not identified');
    expect(sentBy(runTalk(driver.poll('quick', identity), answer).requests)).toEqual([
      'Q',
      '~',
      "'",
      '8',
      'f',
      'j',
      'P',
      'L',
    ]);
  });

  it('tells a test from an outage by the cause of the transfer', () => {
    expect(words((ups) => ups.startTest('quick'))).toBe('OB TEST');
    expect(words((ups) => ups.startTest('calibration'))).toBe('OB CAL');
    expect(
      words((ups) => {
        ups.world.mainsVoltage = 0;
      }),
    ).toBe('OB');
  });

  it.each([
    ['~', '02', 'OL BYPASS ALARM', 'in bypass because of an internal fault'],
    ['~', '08', 'OL BYPASS', undefined],
    ["'", '10', 'OL BYPASS ALARM', 'DC imbalance'],
    ["'", '80', 'OL ALARM', 'bad output voltage'],
    ['8', '02', 'OL ALARM', 'overload keeps it from transferring to battery'],
    ['8', '60', 'OL ALARM', 'battery charger failure; bypass relay malfunction'],
    ['8', '19', 'OL', undefined],
    ['~', 'NA', 'OL', undefined],
  ])('reads register %s as %s: %s', (register, byte, status, alarm) => {
    const read = readAll(device((sent, right) => (sent === register ? `${byte}\r\n` : right)));
    expect(read?.['ups.status']).toBe(status);
    expect(read?.['ups.alarm']).toBe(alarm);
  });

  it('reads a Measure-UPS card', () => {
    const answers: Readonly<Record<string, string>> = {
      t: '23.5',
      h: '042.4',
      i: '30',
      v: '4Kx',
      '[': '30,NO',
      '{': '80,70',
    };
    const read = readAll(
      device((sent, right) => {
        if (sent === 'a') return `3.!.QY[{thiv\r\n`;
        return answers[sent] === undefined ? right : `${answers[sent]}\r\n`;
      }),
    );
    expect(read).toMatchObject({
      'ambient.temperature': 23.5,
      'ambient.humidity': 42.4,
      'ups.contacts': '30',
      'ups.firmware.aux': '4Kx',
      'ambient.1.temperature.high': 30,
      'ambient.1.humidity.high': 80,
      'ambient.2.humidity.high': 70,
    });
    expect(read).not.toHaveProperty(['ambient.2.temperature.high']);
  });

  it('leaves out what the device does not have, with the reason', () => {
    const answer = device((sent, right) => (sent === 'C' ? 'NA\r\n' : right));
    const identity = runTalk(driver.identify({}), answer).result;
    if (identity === null) throw new Error('not identified');
    const readings = runTalk(driver.poll('full', identity), answer).result;
    expect(readings?.vars).not.toHaveProperty(['ups.temperature']);
    expect(readings?.absent).toMatchObject({ 'ups.temperature': 'the device answers NA: it does not have it' });
  });

  it('does not miss an alert that comes within a name', () => {
    const ups = createUpsModel();
    const answer = device((sent, right) => {
      if (sent !== 'c' || ups.world.mainsVoltage === 0) return right;
      ups.world.mainsVoltage = 0;
      return 'UPS_!IDEN\r\n';
    }, ups);
    const read = readAll(answer);
    expect(read).toMatchObject({ 'ups.status': 'OB', 'ups.id': 'UPS_IDEN' });
  });

  it('reads a name that looks like alerts', () => {
    expect(readAll(device((sent, right) => (sent === 'c' ? 'RACK#1!\r\n' : right)))?.['ups.id']).toBe('RACK#1!');
  });
});

const ANSWERS: Readonly<Record<string, string>> = {
  a: '4.!.QYF.\x9f:\xd1\xd2\xd3\xd4\xd6\xd7\xe3\xe5',
  F: '50.01',
  '\x9f\xd1': '02000,220,230,50.0,009,048.0,11',
  '\x9f\xd2': 'E',
  '\x9f\xd3': '49.9',
  '\x9f\xd4': '01.0',
  '\x9f\xd6': '47.0,53.0',
  '\x9f\xd7': '209,231',
  '\x9f\xe3': 'ON',
  '\x9f\xe5': 'OFF',
};
const spm = (sent: string, right: string): string => (ANSWERS[sent] === undefined ? right : `${ANSWERS[sent]}\r\n`);

/** Writes yes to such a switch: what became of it, and what was sent. */
const write = (answers: Readonly<Record<string, string>>) => {
  const identity = runTalk(driver.identify({}), device(spm)).result;
  const setting = identity === null ? undefined : driver.abilities(identity).settings['ups.start.auto'];
  if (setting === undefined) throw new Error('cannot be set');
  expect(setting.values).toEqual(['yes', 'no']);
  const answer = device((sent) => `${{ ...ANSWERS, ...answers }[sent] ?? 'OK'}\r\n`);
  const { result, requests } = runTalk(setting.write('yes'), answer);
  return [result.result, ...sentBy(requests)];
};

describe('a device with questions of two bytes', () => {
  it('is read as the document says', () => {
    expect(readAll(device(spm))).toMatchObject({
      'ups.status': 'OL ECO',
      'output.frequency': 50.01,
      'input.frequency': 49.9,
      'ups.power.nominal': 2000,
      'input.voltage.nominal': 220,
      'output.voltage.nominal': 230,
      'output.frequency.nominal': 50,
      'battery.capacity.nominal': 9,
      'battery.voltage.nominal': 48,
      'battery.current': 1,
      'input.frequency.low': 47,
      'input.frequency.high': 53,
      'input.transfer.eco.low': 209,
      'input.transfer.eco.high': 231,
      'ups.beeper.status': 'enabled',
      'ups.start.auto': 'no',
    });
  });

  it.each([
    ['Y', 'OL BYPASS'],
    ['T', 'OL TEST'],
    ['L', 'OL'],
    ['B', 'OL'],
  ])('says in mode %s that it is %s', (mode, status) => {
    const read = readAll(device((sent, right) => (sent === '\x9f\xd2' ? `${mode}\r\n` : spm(sent, right))));
    expect(read?.['ups.status']).toBe(status);
  });

  it('is set in four steps, none of which goes on after a refusal', () => {
    const asked = '\x9f\xe5';
    expect(write({})).toEqual(['accepted', asked, '\x9f\xfe', asked, '\x9f\xca', '\x9f\xff']);
    expect(write({ '\x9f\xfe': 'NA' })).toEqual(['refused', asked, '\x9f\xfe']);
    expect(write({ '\x9f\xca': 'NO' })).toEqual(['refused', asked, '\x9f\xfe', asked, '\x9f\xca']);
    expect(write({ [asked]: 'ON' })).toEqual(['accepted', asked]);
  });
});
