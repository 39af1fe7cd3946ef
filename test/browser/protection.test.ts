/** The rules of protection, and a rehearsal with a UPS whose plug is really pulled. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { en } from '../../src-shared/texts/en/index.ts';
import { flip, like } from './hands.ts';
import { startWalk, type Walk } from './walk.ts';
import { serialUps, type SerialUps } from './wires.ts';

let ups: SerialUps;
let walk: Walk;
beforeAll(async () => {
  ups = await serialUps('megatec');
  const { protection } = defaultSettings();
  walk = await startWalk({
    settings: {
      devices: [{ id: 'desk', uri: ups.uri, nickname: 'Desk' }],
      protection: { ...protection, mainsStableSeconds: 1 },
    },
  });
  await walk.until('it is read', ({ devices: { desk } }) => desk?.link === 'live');
});
afterAll(async () => {
  await walk.close();
  await ups.pull();
});

const rules = async () => (await walk.engine.call('settings.get', {})).protection;
const seconds = (name: string): string => `${name},  ${en.protection.seconds}`;
const save = () => walk.page.getByRole('button', { name: en.common.save, exact: true });

describe('the rules', () => {
  it('count once they are saved, and not when they are thrown away', async () => {
    const { page } = walk;
    await walk.open('Protection');
    await page.getByRole('list', { name: en.timeline.label }).waitFor();
    await walk.look('when');
    const confirm = page.getByRole('textbox', { name: seconds(en.protection.confirmSeconds) });
    await confirm.fill('7');
    await page.getByRole('button', { name: en.protection.discard }).click();
    await expect.poll(() => confirm.inputValue()).toBe('5');
    await confirm.fill('0');
    await page.getByText(en.protection.unsaved).waitFor();
    await walk.look('rules that are not saved');
    await save().click();
    await page.getByText(en.protection.unsaved).waitFor({ state: 'detached' });
    expect((await rules()).confirmSeconds).toBe(0);
  });

  it('say what is done, and try the command of the person', async () => {
    const { page } = walk;
    await page.getByRole('tab', { name: en.protection.tab.action }).click();
    await page.getByRole('textbox', { name: seconds(en.protection.countdownSeconds) }).fill('3');
    await flip(page, en.command.title);
    await page.getByText(en.protection.fault.program).first().waitFor();
    expect(await save().isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: en.command.program }).fill('/bin/echo');
    await page.getByRole('button', { name: en.command.addArgument }).click();
    await page.getByRole('textbox', { name: en.command.argument.replace('{{number}}', '1') }).fill('all is saved');
    await page.getByRole('button', { name: en.command.try }).click();
    await page.getByRole('dialog').getByRole('button', { name: en.command.try }).click();
    await page.getByLabel(en.command.output).getByText('all is saved').waitFor();
    await walk.look('then');
    await save().click();
    await page.getByRole('dialog').getByRole('button', { name: en.common.save, exact: true }).click();
    await page.getByText(en.protection.unsaved).waitFor({ state: 'detached' });
    expect(await rules()).toMatchObject({
      countdownSeconds: 3,
      ownCommand: { enabled: true, program: '/bin/echo', arguments: ['all is saved'] },
    });
  });

  it('keep a schedule', async () => {
    const { page } = walk;
    await page.getByRole('tab', { name: en.protection.tab.schedule }).click();
    await page.getByText(en.schedule.none).waitFor();
    await page.getByRole('button', { name: en.schedule.add }).click();
    await walk.look('schedule');
    await save().click();
    await page.getByText(en.protection.unsaved).waitFor({ state: 'detached' });
    expect((await rules()).schedule).toHaveLength(1);
    await page.getByRole('button', { name: en.schedule.remove.replace('{{number}}', '1') }).click();
    await save().click();
    await page.getByText(en.protection.unsaved).waitFor({ state: 'detached' });
    expect((await rules()).schedule).toEqual([]);
  });

  it('are checked', async () => {
    const { page } = walk;
    await page.getByRole('tab', { name: en.protection.tab.checks }).click();
    await page
      .getByRole('button', { name: en.preflight.run })
      .or(page.getByRole('button', { name: en.preflight.again }))
      .click();
    await page
      .getByText(like(en.preflight.passed))
      .or(page.getByText(like(en.preflight.failed)))
      .first()
      .waitFor();
    await walk.look('checks');
  });

  it('can be switched off and on again; arming asks first', async () => {
    const { page } = walk;
    await page.getByText(en.mode.off, { exact: true }).first().click();
    await page.getByText(en.mode.label.replace('{{mode}}', en.mode.off)).waitFor();
    expect((await rules()).mode).toBe('off');
    await walk.look('protection that is off');
    await page.getByText(en.mode.practice, { exact: true }).first().click();
    await page.getByText(en.mode.label.replace('{{mode}}', en.mode.practice)).waitFor();
    await page.getByText(en.mode.armed, { exact: true }).click();
    await page.getByRole('dialog').getByRole('heading', { name: en.arm.checks }).waitFor();
    await page
      .getByRole('dialog')
      .getByRole('listitem')
      .or(page.getByRole('dialog').locator('summary'))
      .first()
      .waitFor();
    await walk.look('the question before arming');
    await page.getByRole('dialog').getByRole('button', { name: en.common.cancel }).click();
    expect((await rules()).mode).toBe('practice');
  });
});

describe('the drill', () => {
  it('guides through an outage, keeps a card, and hands it out', async () => {
    const { page } = walk;
    await page.getByRole('tab', { name: en.protection.tab.drill }).click();
    await walk.look('the drill among the rules');
    await page.getByRole('link', { name: en.drill.open }).click();
    await page.getByText(en.drill.noCards).waitFor();
    await walk.look('no drill yet');
    await page.getByRole('button', { name: en.drill.start }).click();
    await page.getByRole('heading', { name: en.drill.do.unplug }).waitFor();
    await walk.look('the drill waits for the plug');
    ups.model.force({ mainsVoltage: 0 });
    await page.getByRole('heading', { name: en.drill.do.replug }).waitFor();
    await walk.look('the drill waits for the plug again');
    ups.model.force({ mainsVoltage: 230 });
    await page.getByText(en.drill.ended.passed).waitFor();
    await walk.look('a drill that was passed');
    const { cards } = await walk.engine.call('drill.cards', {});
    expect(cards).toMatchObject([{ verdict: 'passed' }]);
    const { path } = await walk.download(page.getByRole('button', { name: like(en.drill.exportOf) }));
    expect(readFileSync(path, 'utf8')).toContain('Desk');
    await page.getByRole('button', { name: like(en.drill.removeOf) }).click();
    await page.getByRole('dialog').getByRole('button', { name: en.drill.remove, exact: true }).click();
    await page.getByText(en.drill.noCards).waitFor();
    expect((await walk.engine.call('drill.cards', {})).cards).toEqual([]);
  });
});
