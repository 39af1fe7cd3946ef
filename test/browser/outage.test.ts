/** An outage from its begin to its record: the view, the countdown and what can be done about it, and what is kept. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { State } from '../../src-shared/contract/index.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { plainSpaces } from '../../src-shared/nut/index.ts';
import { en } from '../../src-shared/texts/en/index.ts';
import { like, pick } from './hands.ts';
import { startWalk, type Walk } from './walk.ts';
import { serialUps, type SerialUps } from './wires.ts';

let ups: SerialUps;
let walk: Walk;
beforeAll(async () => {
  ups = await serialUps('apcsmart');
  const { protection } = defaultSettings();
  walk = await startWalk({
    settings: {
      devices: [{ id: 'desk', uri: ups.uri, nickname: 'Desk' }],
      // With so much left a countdown can be put off.
      protection: {
        ...protection,
        triggers: { ...protection.triggers, charge: { level: 'act', percent: 90 } },
        confirmSeconds: 0,
        mainsStableSeconds: 0,
      },
    },
  });
  await walk.until('it is read', ({ devices: { desk } }) => desk?.values['battery.charge'] === 100);
});
afterAll(async () => {
  await walk.close();
  await ups.pull();
});

const phase = (wanted: State['protection']['phase']) =>
  walk.until(`the phase is ${wanted}`, ({ protection }) => protection.phase === wanted);
const MAINS = 230;
const stepOf = (number: number, total: number): string =>
  en.replay.step.replace('{{number}}', String(number)).replace('{{total}}', String(total));
const rows = () => walk.page.getByRole('region', { name: en.events.listLabel }).getByRole('row');
const outageView = () => walk.page.getByRole('region', { name: en.outage.title });

describe('while it lasts', () => {
  it('the Overview turns into the view of the outage', async () => {
    ups.model.force({ mainsVoltage: 0 });
    await phase('on-battery');
    await outageView().getByText(en.outage.elapsed).waitFor();
    await outageView().getByText(en.outlook.title).waitFor();
    await outageView().getByRole('table').first().waitFor({ state: 'attached' });
    await walk.look('an outage');
  });

  it('a countdown is told everywhere, can be put off, and can be cancelled', async () => {
    const { page } = walk;
    ups.model.force({ charge: 80 });
    await phase('countdown');
    await outageView().getByRole('timer', { name: en.outage.practiceIn.shutdown }).waitFor();
    await walk.look('a countdown on the Overview');
    await walk.open('History');
    await page.getByRole('link', { name: en.countdown.show }).click();
    await page.getByRole('timer').waitFor();
    await walk.look('the window of the countdown');

    const actsAt = (): number => walk.state().protection.countdown?.actsAt ?? 0;
    const before = actsAt();
    await page.getByRole('button', { name: like(en.countdown.postponeBy) }).click();
    await expect.poll(() => actsAt() - before).toBeGreaterThan(50_000);
    await page.getByRole('button', { name: en.countdown.cancel }).click();
    await page.getByText(en.countdown.noneTitle).waitFor();
    await phase('on-battery');
    await walk.look('the window without a countdown');
    await page.getByRole('link', { name: en.countdown.open }).click();
    ups.model.force({ mainsVoltage: MAINS, charge: 100 });
    await phase('idle');
  });

  it('the last step can be practised at once', async () => {
    const { page } = walk;
    ups.model.force({ mainsVoltage: 0, charge: 80 });
    await phase('countdown');
    await page.getByRole('link', { name: en.countdown.show }).click();
    const practise = page.getByRole('button', { name: en.countdown.practise });
    await practise.click();
    await page.getByRole('dialog').getByText(en.countdown.nowPractice).waitFor();
    await walk.look('the question before the last step');
    await page.getByRole('dialog').getByRole('button', { name: en.countdown.practise }).click();
    const practised = async () =>
      (await walk.engine.call('events.query', { kinds: ['shutdown-practised'] })).events.length;
    await expect.poll(practised).toBe(1);
    ups.model.force({ mainsVoltage: MAINS, charge: 100 });
    await page.goto(walk.url);
    await phase('idle');
  });
});

describe('afterwards', () => {
  it('the outage can be stepped through, with what was decided and why', async () => {
    const { page } = walk;
    await walk.open('History');
    const open = page.getByRole('link', { name: like(en.replay.openOf) });
    await expect.poll(() => open.count()).toBe(2);
    await walk.look('History with outages');
    // The latest stands first.
    await open.last().click();
    await page.getByText(en.replay.all).waitFor();
    const kinds = async (): Promise<string[]> => {
      const { outages } = await walk.engine.call('history.outages', {});
      const { events } = await walk.engine.call('history.outage', { id: outages.at(-1)?.id ?? 0 });
      return events.toSorted((a, b) => a.time - b.time).map(({ text }) => text);
    };
    const told = await kinds();
    const steps = page.getByRole('list').last().getByRole('button');
    await expect.poll(async () => (await steps.allInnerTexts()).length).toBe(told.length);
    for (let step = 2; step <= told.length; step += 1) {
      await page.getByRole('button', { name: en.replay.next, exact: true }).click();
      await page.getByRole('heading', { name: stepOf(step, told.length) }).waitFor();
    }
    await walk.look('the last step of an outage');
    await page.getByRole('slider').focus();
    await page.keyboard.press('PageUp');
    await page.getByRole('heading', { name: stepOf(told.length - 1, told.length) }).waitFor();
    await steps.first().click();
    await page.getByRole('heading', { name: stepOf(1, told.length) }).waitFor();
    await page.getByRole('link', { name: en.screens.history }).last().click();
  });

  it('the chart shows it on request, and its numbers are in the table and the file', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: en.history.showOutage }).first().click();
    await page.getByRole('radio', { name: en.history.ranges.custom }).isChecked();
    await page.getByText(en.history.table, { exact: true }).click();
    await page.getByRole('region', { name: en.history.table }).getByRole('row').nth(2).waitFor();
    await walk.look('History as a table');
    const { name, path } = await walk.download(page.getByRole('button', { name: en.history.csv }));
    expect(name).toMatch(/\.csv$/u);
    const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/u);
    expect(head).toContain('battery.charge');
    expect(head).toContain('input.voltage');
    const at = head.split(',').findIndex((column) => column.startsWith('input.voltage'));
    // Mains was away, and is on record so.
    expect(lines.map((line) => Number(line.split(',')[at])).filter((volts) => volts === 0).length).toBeGreaterThan(0);
    await page.getByText(en.history.chart, { exact: true }).click();
    await page.getByRole('application').waitFor();
    await walk.look('History as a chart');
  });

  it('the diary can be looked at and saved', async () => {
    const { page } = walk;
    await page.getByRole('tab', { name: en.history.tab.diary }).click();
    await page.getByText(en.diary.how).waitFor();
    await walk.look('the diary');
    const { name, path } = await walk.download(page.getByRole('button', { name: en.diary.csv }));
    expect(name).toMatch(/\.csv$/u);
    const { entries } = await walk.engine.call('diary.query', { device: 'desk', from: 0, to: Date.now(), limit: 100 });
    const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/u);
    expect(lines).toHaveLength(entries.length + 1);
    expect(entries.length).toBeGreaterThan(0);
  });
});

describe('Events', () => {
  it('are found by their kind and gravity', async () => {
    const { page } = walk;
    await walk.open('Events');
    await rows().nth(5).waitFor();
    await walk.look('events');
    await pick(page, en.events.kind, en.events.kinds['countdown-postponed']);
    await expect.poll(() => rows().count()).toBe(2);
    await pick(page, en.events.kind, en.events.all);
    await pick(page, en.events.kind, en.events.kinds.trim);
    await page.getByText(en.events.emptyText).waitFor();
    await walk.look('no event that fits');
    await page.getByRole('button', { name: en.events.clear }).click();
    await rows().nth(5).waitFor();
  });

  it('are acknowledged, one by one and all at once', async () => {
    const { page } = walk;
    const open = async (): Promise<number> => {
      const { events } = await walk.engine.call('events.query', { severities: ['warning', 'critical'], limit: 1000 });
      return events.filter(({ acknowledged }) => !acknowledged).length;
    };
    const before = await open();
    expect(before).toBeGreaterThan(1);
    await page.getByRole('button', { name: en.events.acknowledge, exact: true }).first().click();
    await expect.poll(open).toBe(before - 1);
    await page.getByRole('button', { name: en.events.acknowledgeAll }).click();
    await expect.poll(open).toBe(0);
    await page.getByText(en.events.acknowledged, { exact: true }).first().waitFor();
    await walk.look('events that were acknowledged');
  });

  it('are saved as a file, as many as the filters leave', async () => {
    const { page } = walk;
    await pick(page, en.events.severity, en.events.severities.critical);
    await expect
      .poll(async () => (await rows().allInnerTexts()).slice(1).every((row) => /critical/iu.test(row)))
      .toBe(true);
    const { name, path } = await walk.download(page.getByRole('button', { name: en.events.csv }));
    expect(name).toMatch(/\.csv$/u);
    const { events } = await walk.engine.call('events.query', { severities: ['critical'], limit: 1000 });
    expect(events.length).toBeGreaterThan(0);
    const saved = readFileSync(path, 'utf8');
    expect(saved.trim().split(/\r?\n/u)).toHaveLength(events.length + 1);
    for (const { text } of events) expect(saved).toContain(plainSpaces(text).replaceAll('"', '""'));
  });
});
