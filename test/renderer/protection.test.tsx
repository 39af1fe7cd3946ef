import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultSettings, type ProtectionSetting, type Settings } from '../../src-shared/settings/index.ts';
import { fakeDevice, fakeState, withValues } from './fake-devices.ts';
import { FAKE_STEPS, failedPreflight, fakePreflight } from './fake-protection.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

const settingsWith = (change: Partial<ProtectionSetting>): Settings => {
  const settings = defaultSettings();
  return { ...settings, protection: { ...settings.protection, ...change } };
};
/** A second UPS of this computer that reports little. */
const rack = fakeDevice({ id: 'rack', name: 'Rack', values: { 'ups.status': 'OL', 'ups.load': 40 } });

describe('arming', () => {
  it('checks first, names the effect, asks once, and arms', async () => {
    const { page, fake } = await play('/protection');
    await page.getByText('Armed', { exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 check has passed.').click();
    await expect.element(dialog.getByText('May shut this computer down')).toBeVisible();
    await expect.element(dialog.getByText(/What to do: Install the package of Mainstay/u)).toBeVisible();
    await expect
      .element(dialog.getByText(/^Shuts this computer down when the battery falls below 30\s%/u))
      .toBeVisible();
    expect(fake.inputs('protection.arm')).toEqual([]);
    await dialog.getByRole('button', { name: 'Arm', exact: true }).click();
    await expect.element(page.getByText('Protection: Armed')).toBeVisible();
    expect(fake.inputs('protection.arm')).toEqual([{ confirmed: true }]);
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('cannot be asked for while a check fails, and can be checked again', async () => {
    let mended = false;
    const { page, fake } = await play('/protection', {
      answers: { 'protection.preflight': () => (mended ? fakePreflight() : failedPreflight()) },
    });
    await page.getByText('Armed', { exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('Protection cannot be armed yet')).toBeVisible();
    await expect.element(dialog.getByText(/mainstay service install/u)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Arm', exact: true }).elements()).toEqual([]);
    mended = true;
    await dialog.getByRole('button', { name: 'Check again' }).click();
    await expect.element(dialog.getByRole('button', { name: 'Arm', exact: true })).toBeEnabled();
    expect(fake.settings.protection.mode).toBe('practice');
  });

  it('says why the engine refused, and stays open', async () => {
    const { page } = await play('/protection', {
      answers: {
        'protection.arm': () => ({
          result: 'refused',
          message: 'The battery is being tested; arm again afterwards.',
          preflight: fakePreflight(),
        }),
      },
    });
    await page.getByText('Armed', { exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Arm', exact: true }).click();
    await expect.element(page.getByRole('dialog').getByText(/The battery is being tested/u)).toBeVisible();
    await expect.element(page.getByText('Protection: Practice')).toBeVisible();
  });

  it('saves what was changed on the page before it arms', async () => {
    const { page, fake } = await play('/protection');
    await page.getByRole('textbox', { name: /Battery charge/u }).fill('45');
    await page.getByText('Armed', { exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('Your changes on this page are saved with it.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Arm', exact: true }).click();
    await expect.element(page.getByText('Protection: Armed')).toBeVisible();
    const names = fake.called.map(({ name }) => name);
    expect(names.indexOf('settings.update')).toBeLessThan(names.indexOf('protection.arm'));
    expect(fake.settings.protection.triggers.charge.percent).toBe(45);
    // A saved page must never arm by the way.
    expect(fake.inputs('settings.update')).toMatchObject([{ protection: { mode: 'practice' } }]);
  });
});

describe('the rules', () => {
  it('shows the plan before it is saved, and asks the engine for the timeline of the unsaved rules', async () => {
    const { page, fake } = await play('/protection');
    await expect.element(page.getByText('The charge falls below 30 %: the countdown begins.')).toBeVisible();
    await expect.element(page.getByText(/Left in the battery at the end: 7\smin 48\ss/u)).toBeVisible();
    await page.getByRole('textbox', { name: /Battery charge/u }).fill('45');
    await expect.element(page.getByTestId('plan')).toMatchTextContent('below 45 %');
    await expect
      .poll(() => fake.inputs('protection.preview').at(-1))
      .toMatchObject({ rules: { triggers: { charge: { percent: 45 } } } });
    expect(fake.inputs('settings.update')).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => fake.settings.protection.triggers.charge.percent).toBe(45);
    await expect.element(page.getByText('You have changes that are not saved.')).not.toBeInTheDocument();
  });

  it('opens the timeline on the UPS that acts first, which the engine knows', async () => {
    const { page, fake } = await play('/protection', {
      state: fakeState([fakeDevice(), rack]),
      answers: {
        'protection.preview': ({ device }) => ({
          device: device ?? 'rack',
          steps: [
            { seconds: 0, kind: 'mains-lost', text: `Mains fails at ${device ?? 'the first'}.` },
            ...FAKE_STEPS.slice(1),
          ],
        }),
      },
    });
    await expect.element(page.getByText('Mains fails at the first.')).toBeVisible();
    await expect.element(page.getByRole('combobox', { name: 'The UPS that loses mains' })).toHaveValue('Rack');
    expect(fake.inputs('protection.preview').at(-1)).not.toHaveProperty('device');
  });

  it.each([
    ['is not reported', { 'battery.runtime': undefined }, /the times of what follows are not known/u],
    ['is known', {}, /nothing would be done before the battery is empty/u],
  ])('says what it means that nothing is done, where the runtime %s', async (_how, values, says) => {
    const { page } = await play('/protection', {
      state: fakeState([withValues(values)]),
      answers: { 'protection.preview': () => ({ steps: FAKE_STEPS.filter(({ kind }) => kind !== 'action') }) },
    });
    await expect.element(page.getByText(says)).toBeVisible();
  });

  it('disables what no UPS can feed and says why', async () => {
    const settings = settingsWith({
      triggers: { ...defaultSettings().protection.triggers, charge: { level: 'off', percent: 30 } },
    });
    const { page } = await play('/protection', {
      settings,
      state: fakeState([withValues({ 'battery.charge': undefined })]),
    });
    await expect
      .element(page.getByText(/This trigger can never hold: Office UPS does not report battery.charge/u))
      .toBeVisible();
    await expect.element(page.getByRole('textbox', { name: /Battery charge/u })).toBeDisabled();
    const level = page.getByRole('radiogroup', { name: 'What “Battery charge” does' });
    await expect.element(level.getByRole('radio', { name: 'Act' })).toBeDisabled();
    await expect.element(page.getByTestId('plan')).not.toMatchTextContent('below 30 %');
  });

  it('lets one of several UPSes have its own triggers, and return to the common ones', async () => {
    const { page, fake } = await play('/protection', { state: fakeState([fakeDevice(), rack]) });
    await expect.element(page.getByText('Not on Rack: Rack does not report battery.charge.')).toBeVisible();
    await page.getByRole('radiogroup', { name: 'Triggers of' }).getByText('Rack').click();
    const time = page.getByRole('radiogroup', { name: 'What “Time on battery” does' });
    await expect.element(time.getByRole('radio', { name: 'Act' })).toBeDisabled();
    await page.getByRole('switch', { name: 'Rack has triggers of its own' }).click();
    await time.getByText('Act').click();
    await expect
      .element(page.getByTestId('plan'))
      .toMatchTextContent(/Rack: Would shut this computer down after 10 min/u);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => fake.settings.protection.triggersOf['rack']?.timeOnBattery.level).toBe('act');
    expect(fake.settings.protection.triggers.timeOnBattery.level).toBe('off');
    await page.getByRole('switch', { name: 'Rack has triggers of its own' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => fake.settings.protection.triggersOf).toEqual({});
  });

  it('offers redundant supplies only where several UPSes feed this computer', async () => {
    const one = await play('/protection');
    await expect.element(one.page.getByText('Counts as an outage after')).toBeVisible();
    expect(one.page.getByText('UPSes that must hold').elements()).toEqual([]);
    const { page, fake } = await play('/protection', { state: fakeState([fakeDevice(), rack]) });
    await page.getByRole('combobox', { name: 'UPSes that must hold' }).click();
    await page.getByRole('option', { name: '1 of 2 is enough' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => fake.settings.protection.suppliesNeeded).toBe(1);
  });

  it('warns of sleep, and will not save a plan whose only command is missing', async () => {
    const { page, fake } = await play('/protection');
    await page.getByRole('tab', { name: 'Then' }).click();
    await page.getByText('Sleep', { exact: true }).click();
    await expect.element(page.getByText(/which is lost when the battery is empty/u)).toBeVisible();
    await page.getByText('Own command only').click();
    await expect.element(page.getByText(/Only your own command would run, but it is switched off/u)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Save' })).toBeDisabled();
    page.getByRole('switch', { name: 'Run your own command' }).element().focus();
    await userEvent.keyboard(' ');
    await page.getByRole('textbox', { name: 'Program' }).fill('/usr/local/bin/save');
    await page.getByRole('button', { name: 'Save' }).click();
    // A program that runs as the account of Mainstay is asked for once more, and named.
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('/usr/local/bin/save')).toBeVisible();
    expect(fake.inputs('settings.update')).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => fake.settings.protection.action).toBe('command');
    expect(fake.inputs('settings.update')).toMatchObject([{ confirmed: true }]);
    expect(fake.settings.protection.ownCommand).toMatchObject({ enabled: true, program: '/usr/local/bin/save' });
  });

  it('tries the command as it stands on the page, arguments one by one', async () => {
    const { page, fake } = await play('/protection', {
      settings: settingsWith({
        ownCommand: { enabled: true, program: '/bin/save', arguments: ['--all'], timeoutSeconds: 30 },
      }),
    });
    await page.getByRole('tab', { name: 'Then' }).click();
    await page.getByRole('button', { name: 'Add an argument' }).click();
    await page.getByRole('textbox', { name: 'Argument 2' }).fill('two words');
    await page.getByRole('button', { name: 'Try it now' }).click();
    await expect.element(page.getByRole('dialog').getByText(/two words/u)).toBeVisible();
    expect(fake.inputs('protection.tryCommand')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Try it now' }).click();
    await expect.element(page.getByText('It took 1.3 s')).toBeVisible();
    await expect.element(page.getByText('saved 3 machines')).toBeVisible();
    expect(fake.inputs('protection.tryCommand')).toEqual([
      {
        command: { enabled: true, program: '/bin/save', arguments: ['--all', 'two words'], timeoutSeconds: 30 },
        confirmed: true,
      },
    ]);
    await page.getByRole('button', { name: 'Remove argument 1' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Argument 1' })).toHaveValue('two words');
  });

  it('schedules shutdowns, with a start and at least one day', async () => {
    const { page, fake } = await play('/protection');
    await page.getByRole('tab', { name: 'Schedule' }).click();
    await page.getByRole('button', { name: 'Add a time' }).click();
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday']) {
      page.getByRole('checkbox', { name: day }).element().focus();
      await userEvent.keyboard(' ');
    }
    // The last day stays.
    page.getByRole('checkbox', { name: 'Friday' }).element().focus();
    await userEvent.keyboard(' ');
    await expect.element(page.getByRole('checkbox', { name: 'Friday' })).toBeChecked();
    await page.getByLabelText('Time 1: time of the shutdown').fill('22:15');
    await page.getByText('Power back at').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => fake.settings.protection.schedule)
      .toEqual([{ id: 'entry-1', enabled: true, days: [5], at: '22:15', startAt: '07:00' }]);
  });

  it('shows the last checks and runs them again', async () => {
    const { page, fake } = await play('/protection', {
      state: fakeState([fakeDevice()], { preflight: failedPreflight() }),
    });
    await page.getByRole('tab', { name: 'Checks' }).click();
    await expect.element(page.getByText(/a shutdown would fail/u)).toBeVisible();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect.element(page.getByText(/a shutdown would work/u)).toBeVisible();
    await expect.element(page.getByText('The UPS cuts its output afterwards')).toBeVisible();
    expect(fake.inputs('protection.preflight')).toEqual([{}]);
  });
});

describe('what the engine tells of protection', () => {
  it('says who protects', async () => {
    const state = fakeState([fakeDevice()]);
    const { page, fake } = await play('/protection', { state });
    await expect.element(page.getByText(/^This application protects/u)).toBeVisible();
    fake.update((before) => ({ ...before, engine: { ...before.engine, service: true } }));
    await expect.element(page.getByText(/^The Mainstay service protects/u)).toBeVisible();
  });

  it('shows notices, and the report of the last shutdown until it was read', async () => {
    const { page, fake } = await play('/', {
      state: fakeState([fakeDevice()], {
        notices: [{ id: 'n', severity: 'critical', text: 'No UPS can protect this computer.' }],
        lastShutdown: {
          committedAt: Date.now() - 7_200_000,
          startedAt: Date.now() - 3_600_000,
          reason: 'The battery was low.',
          upsCut: 'no',
          text: 'It was down after 42 seconds, and Office UPS did not cut its output.',
        },
      }),
    });
    await expect.element(page.getByText(/It was down after 42 seconds/u)).toBeVisible();
    await page.getByRole('link', { name: 'Protection' }).click();
    await expect.element(page.getByText('No UPS can protect this computer.')).toBeVisible();
    await page.getByRole('button', { name: 'I have read it' }).click();
    await expect.element(page.getByText(/It was down after 42 seconds/u)).not.toBeInTheDocument();
    expect(fake.inputs('protection.acknowledge')).toEqual([{}]);
  });

  it('hints at an overdue drill, and at none that is due later or while protection is off', async () => {
    const due = { drillDueAt: Date.now() - 86_400_000 };
    const { page, fake } = await play('/', { state: fakeState([fakeDevice()], due) });
    await expect.element(page.getByText(/drill has been due/u)).toBeVisible();
    fake.protect({ drillDueAt: Date.now() + 86_400_000 });
    await expect.element(page.getByText(/drill has been due/u)).not.toBeInTheDocument();
    fake.protect(due);
    await expect.element(page.getByText(/drill has been due/u)).toBeVisible();
    fake.protect({ mode: 'off' });
    await expect.element(page.getByText(/drill has been due/u)).not.toBeInTheDocument();
  });
});
