/** One UPS on a serial line: what it is told by the screens, it was told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandEffect, commandLabel, label } from '../../src-shared/nut/index.ts';
import { en } from '../../src-shared/texts/en/index.ts';
import { flip, like, pick } from './hands.ts';
import { startWalk, type Walk } from './walk.ts';
import { serialUps, type SerialUps } from './wires.ts';

let ups: SerialUps;
let walk: Walk;
beforeAll(async () => {
  ups = await serialUps('apcsmart');
  walk = await startWalk({ settings: { devices: [{ id: 'desk', uri: ups.uri, nickname: 'Desk' }] } });
  await walk.until('it is read', ({ devices: { desk } }) => desk?.values['ups.id'] !== undefined);
});
afterAll(async () => {
  await walk.close();
  await ups.pull();
});

const LOCALE = 'en-GB';
const runs = (name: string): string => `${en.device.run}: ${commandLabel(name, LOCALE)}`;
const value = (name: string): unknown => walk.device('desk').values[name];
const report = () => walk.engine.call('battery.report', { device: 'desk' });

describe('the Device screen', () => {
  it('refuses what the UPS could not take, before anything is sent', async () => {
    const { page } = walk;
    await walk.open('Device');
    const name = label('ups.id', LOCALE);
    await page.getByRole('textbox', { name }).fill('much too long');
    await page.getByText(en.device.fault.length).waitFor();
    expect(await page.getByRole('button', { name: `${en.device.write}: ${name}` }).isDisabled()).toBe(true);
    await walk.look('a value that is too long');
  });

  it('writes a setting, and shows what the UPS says afterwards', async () => {
    const { page } = walk;
    const before = ups.model.state().delays.shutdown;
    const name = label('ups.delay.shutdown', LOCALE);
    const values = walk.device('desk').settings.find((offer) => offer.name === 'ups.delay.shutdown')?.values ?? [];
    const index = values.findIndex((each) => Number(each) !== before);
    const other = Number(values[index]);
    await page.getByRole('combobox', { name }).click();
    await expect.poll(() => page.getByRole('option').count()).toBe(values.length);
    await page.getByRole('option').nth(index).click();
    await page.getByRole('button', { name: `${en.device.write}: ${name}` }).click();
    await page.locator('p[role="status"]').waitFor();
    expect(ups.model.state().delays.shutdown).toBe(other);
    expect(value('ups.delay.shutdown')).toBe(other);
    await walk.look('a setting that was written');
  });

  it('asks before the power is cut, and sends nothing unless that is confirmed', async () => {
    const { page } = walk;
    const dialog = page.getByRole('dialog');
    ups.heard();
    await page.getByRole('button', { name: runs('load.off') }).click();
    await dialog.getByText(commandEffect('load.off', LOCALE) ?? 'no effect is known').waitFor();
    await walk.look('a dangerous command');
    await dialog.getByRole('button', { name: en.common.cancel }).click();
    await dialog.waitFor({ state: 'detached' });
    // Readings go on; the letter that cuts the power is not among them.
    await expect.poll(() => ups.heard().length).toBeGreaterThan(0);
    expect(ups.heard()).not.toContain('Z');
    expect(ups.model.state().output.on).toBe(true);

    await page.getByRole('button', { name: runs('load.off') }).click();
    await dialog.getByRole('button', { name: en.device.confirmDo }).click();
    await expect.poll(() => ups.model.state().output.on).toBe(false);
    expect(ups.heard()).toContain('Z');
    await walk.open('Overview');
    await page.getByTestId('hero').getByText(en.hero.source.off).waitFor();
    await walk.look('an output that is off');

    await walk.open('Device');
    await page.getByRole('button', { name: runs('load.on') }).click();
    await dialog.getByRole('button', { name: en.device.confirmDo }).click();
    await expect.poll(() => ups.model.state().output.on).toBe(true);
    await walk.until('it is on mains again', ({ devices: { desk } }) => desk?.values['ups.status'] === 'OL');
  });
});

describe('the Battery screen', () => {
  it('tests the battery', async () => {
    const { page } = walk;
    await walk.open('Battery');
    await page.getByText(en.battery.noResults).waitFor();
    await walk.look('a battery of which nothing is known');
    await page.getByRole('button', { name: runs('test.battery.start') }).click();
    await page.getByRole('button', { name: en.device.confirmDo }).click();
    await walk.until('it tests', ({ devices: { desk } }) => /TEST/u.test(String(desk?.values['ups.status'])));
    await expect.poll(async () => (await report()).schedule.running).toBe(true);
    await walk.look('a test that runs');
    // The rest of the test passes at once. Its result is known when the UPS has been asked for everything again.
    ups.model.advance(15);
  });
});

describe('Diagnostics', () => {
  it('finds a variable by its name', async () => {
    const { page } = walk;
    await walk.open('Diagnostics');
    const rows = page.getByRole('region', { name: en.diagnostics.variables }).getByRole('rowheader');
    await page.getByRole('textbox', { name: en.diagnostics.filter }).fill('transfer.low');
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('input.transfer.low')]);
    await page.getByRole('textbox', { name: en.diagnostics.filter }).fill('there is none such');
    await page.getByText(en.diagnostics.noMatch).waitFor();
    await walk.look('a filter that nothing fits');
  });

  it('shows what goes over the wire, as text and as bytes', async () => {
    const { page } = walk;
    await page.getByRole('tab', { name: en.diagnostics.trace }).click();
    const wire = page.getByRole('region', { name: en.diagnostics.traceLabel });
    const newest = (): Promise<string> => wire.getByRole('row').nth(1).innerText();
    // Q asks a Smart-UPS for its status.
    await wire.getByRole('cell', { name: 'Q', exact: true }).first().waitFor();
    await walk.look('the wire');
    const first = await newest();
    await expect.poll(newest).not.toBe(first);
    await page.getByRole('button', { name: en.diagnostics.pause }).click();
    await page.getByText(en.diagnostics.asHex, { exact: true }).click();
    await wire.getByRole('cell', { name: '51', exact: true }).first().waitFor();
    const paused = await newest();
    ups.heard();
    await expect.poll(() => ups.heard().length).toBeGreaterThan(0);
    expect(await newest()).toBe(paused);
    await page.getByRole('button', { name: en.diagnostics.clear }).click();
    await page.getByText(en.diagnostics.traceEmptyTitle).waitFor();
    await walk.look('a wire that was cleared');
  });

  it('sends commands from its console, and asks before the dangerous ones', async () => {
    const { page } = walk;
    await page.getByRole('tab', { name: en.diagnostics.console }).click();
    const log = page.getByRole('log', { name: en.diagnostics.consoleLog });
    const type = async (line: string): Promise<void> => {
      await page.getByRole('textbox', { name: en.diagnostics.consoleLabel }).fill(line);
      await page.keyboard.press('Enter');
    };
    await type('help');
    await log.getByText('beeper.disable').waitFor();
    await type('make.coffee');
    await log.getByText(en.diagnostics.consoleUnknown.replace('{{name}}', 'make.coffee')).waitFor();
    await type('beeper.disable');
    await expect.poll(() => ups.model.state().beeper).toBe('disabled');
    ups.heard();
    await type('load.off');
    await page.getByRole('dialog').getByRole('button', { name: en.common.cancel }).click();
    await log.getByText(en.diagnostics.consoleCancelled).waitFor();
    expect(ups.heard()).not.toContain('Z');
    await walk.look('the console');
  });

  it('runs the checks of this computer', async () => {
    const { page } = walk;
    await page.getByRole('tab', { name: en.diagnostics.checks }).click();
    const { checks } = await walk.engine.call('diagnostics.doctor', {});
    for (const { name } of checks) await page.getByText(`${name}: `).first().waitFor();
    await walk.look('the checks');
  });
});

describe('Energy', () => {
  it('reckons the watts of a UPS that measures none, by what the person enters', async () => {
    const { page } = walk;
    await walk.open('Energy');
    await page.getByText(en.energy.meter).waitFor();
    await walk.look('energy of which nothing is entered');
    const enter = async (name: string, text: string): Promise<void> => {
      await page.getByRole('textbox', { name: new RegExp(`^${name}, `, 'u') }).fill(text);
      await page.keyboard.press('Tab');
    };
    await enter(en.energy.rating, '400');
    await page.getByText(en.energy.method.rating).waitFor();
    const load = Number(value('ups.load'));
    await page
      .getByText(`${Math.round(load * 4)} W`)
      .first()
      .waitFor();
    await enter(en.energy.price, '0.4');
    await flip(page, en.energy.night);
    await enter(en.energy.nightPrice, '0.2');
    await enter(en.energy.emission, '380');
    await page.getByRole('textbox', { name: en.energy.currency }).fill('chf');
    await expect
      .poll(async () => (await walk.engine.call('settings.get', {})).energy)
      .toEqual({
        currency: 'CHF',
        tariff: { day: 0.4, night: { price: 0.2, from: 22, to: 6 } },
        co2: 380,
        meters: { desk: { ratedWatts: 400, calibration: 1 } },
      });
    await page.getByRole('textbox', { name: en.energy.calibrationShown }).fill(String(Math.round(load * 8)));
    await page.getByRole('button', { name: en.energy.calibrate, exact: true }).click();
    await page.getByText(en.energy.calibrated.replace('{{factor}}', '2')).first().waitFor();
    await walk.look('energy of which everything is entered');
    await page.getByRole('button', { name: en.energy.uncalibrate }).click();
    await expect
      .poll(async () => (await walk.engine.call('settings.get', {})).energy.meters['desk']?.calibration)
      .toBe(1);
  });
});

describe('the Battery screen, afterwards', () => {
  it('has kept the result of the test', async () => {
    const { page } = walk;
    await walk.open('Battery');
    const results = page.getByRole('row').filter({ hasText: en.battery.by.other });
    await results.getByText(en.battery.result.passed, { exact: true }).first().waitFor();
    expect((await report()).tests).toMatchObject([{ result: 'passed', by: 'other' }]);
    await walk.look('a test that was passed');
  });

  it('schedules tests', async () => {
    const { page } = walk;
    await page.getByRole('radiogroup', { name: en.battery.every }).getByText(en.battery.everyWeek).click();
    await pick(page, en.battery.onDay, 'Wednesday');
    await page.getByText(like(en.battery.nextTest)).waitFor();
    await walk.look('a schedule of tests');
    const { battery } = await walk.engine.call('settings.get', {});
    expect(battery.tests['desk']).toMatchObject({ every: 'week', weekday: 3 });
  });

  it('takes the date of a new battery, and writes it to the UPS', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: en.battery.tellReplaced }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(en.battery.replaceWrites).waitFor();
    await walk.look('the date of a new battery');
    await dialog.getByRole('button', { name: en.battery.replaceDo }).click();
    await page.getByRole('heading', { name: en.battery.former }).waitFor();
    // The day is the person's own: Sweden writes dates as ISO 8601 does.
    const day = new Date().toLocaleDateString('sv-SE');
    await expect.poll(() => value('battery.date')).toBe(day);
    await walk.look('a battery that was replaced');
  });
});
