import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AppError } from '../../src-shared/errors.ts';
import { fakeDevice, fakeState } from './fake-devices.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

describe('Devices', () => {
  it('builds the address of an SNMP agent of version 3 and adds it', async () => {
    const { page, fake } = await play('/devices');
    await page.getByText('Network (SNMP)').click();
    await expect.element(page.getByText('Name the host.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Host', exact: true }).fill('192.0.2.10');
    await expect.element(page.getByText('snmp://public@192.0.2.10:161?version=2c')).toBeVisible();
    await page.getByRole('combobox', { name: 'SNMP version' }).click();
    await page.getByRole('option', { name: 'v3' }).click();
    await page.getByRole('textbox', { name: 'User' }).fill('monitor');
    await page.getByRole('combobox', { name: 'Authentication' }).click();
    await page.getByRole('option', { name: 'SHA-256' }).click();
    await expect.element(page.getByText('Enter the password, or choose no authentication.')).toBeVisible();
    await page.getByLabelText('Authentication password').fill('a secret?');
    await page.getByRole('textbox', { name: 'Nickname' }).fill('Rack');
    // The password is hidden where it is shown, and whole where it is sent.
    await expect.element(page.getByText(/authPassword=•••$/u)).toBeVisible();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect
      .poll(() => fake.inputs('devices.add'))
      .toEqual([
        {
          uri: 'snmp://192.0.2.10:161?version=3&user=monitor&auth=sha256&authPassword=a+secret%3F',
          nickname: 'Rack',
          feedsThisComputer: true,
        },
      ]);
    await expect.element(page.getByText('Connecting').first()).toBeVisible();
  });

  it('looks for devices and adds what it found', async () => {
    const { page, fake } = await play('/devices');
    await page.getByRole('textbox', { name: 'SNMP hosts to ask as well' }).fill('nas.local, 192.0.2.7');
    await page.getByRole('button', { name: 'Look for UPSes' }).click();
    await page.getByRole('button', { name: 'Add: Line 1500 on /dev/ttyUSB1' }).click();
    await expect.poll(() => fake.inputs('devices.add')).toEqual([{ uri: 'serial:/dev/ttyUSB1' }]);
    expect(fake.inputs('devices.scan')).toEqual([{ probe: true, hosts: ['nas.local', '192.0.2.7'] }]);
  });

  it('removes a device only after a confirmation', async () => {
    const { page, fake } = await play('/devices');
    await page.getByRole('button', { name: 'Remove: Office UPS' }).click();
    await expect.element(page.getByText('Remove Office UPS?')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(fake.inputs('devices.remove')).toEqual([]);
    await page.getByRole('button', { name: 'Remove: Office UPS' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.element(page.getByText('No UPS has been added')).toBeVisible();
  });
});

describe('Device', () => {
  it('marks what cuts power, and groups what can be set', async () => {
    const { page } = await play('/device');
    const dangerous = page.getByText('Cuts power');
    await expect.element(dangerous.first()).toBeVisible();
    expect(dangerous.elements().length).toBeLessThan(page.getByRole('button', { name: /^Run: /u }).elements().length);
    await expect.element(page.getByRole('heading', { name: 'Delays and tests', level: 3 })).toBeVisible();
  });

  it('names the effect of a dangerous command before it is sent', async () => {
    const { page, fake } = await play('/device');
    await page.getByRole('button', { name: 'Run: Turn the load off' }).click();
    await expect.element(page.getByText('Everything connected loses power at once.')).toBeVisible();
    expect(fake.inputs('devices.command')).toEqual([]);
    await page.getByRole('button', { name: 'Yes, do it' }).click();
    await expect
      .poll(() => fake.inputs('devices.command'))
      .toEqual([{ device: 'office', name: 'load.off', confirmed: true }]);
  });

  it('writes a setting, refuses what is out of range, and keeps what was typed when the UPS ignores it', async () => {
    const { page, fake } = await play('/device', {
      answers: { 'devices.set': () => ({ result: 'ignored', message: 'The UPS still says 30 s.' }) },
    });
    const field = page.getByRole('textbox', { name: 'Shutdown delay' });
    await field.fill('5');
    await expect.element(page.getByText('This is out of range.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Write: Shutdown delay' })).toBeDisabled();
    await field.fill('60');
    await page.getByRole('button', { name: 'Write: Shutdown delay' }).click();
    await expect.element(page.getByText('The UPS still says 30 s.')).toBeVisible();
    await expect.element(field).toHaveValue('60');
    expect(fake.inputs('devices.set')).toEqual([{ device: 'office', variable: 'ups.delay.shutdown', value: '60' }]);
    // It stays where it was asked for, until it is asked for again.
    await expect.element(page.getByRole('status').filter({ hasText: 'The UPS still says 30 s.' })).toBeVisible();
  });

  it('offers what a setting may be in words, and writes what the device calls it', async () => {
    const { page, fake } = await play('/device');
    const choice = page.getByRole('combobox', { name: 'Beeper' });
    await expect.element(choice).toHaveValue('On');
    await choice.click();
    await page.getByRole('option', { name: 'Off' }).click();
    await page.getByRole('button', { name: 'Write: Beeper' }).click();
    await expect
      .poll(() => fake.inputs('devices.set'))
      .toEqual([{ device: 'office', variable: 'ups.beeper.status', value: 'disabled' }]);
  });
});

describe('Events', () => {
  it('filters, acknowledges, and follows what happens', async () => {
    const { page, fake } = await play('/events');
    await expect.element(page.getByText('6 events shown.')).toBeVisible();
    await page.getByRole('combobox', { name: 'Severity' }).click();
    await page.getByRole('option', { name: 'Critical' }).click();
    await expect.element(page.getByText('1 event shown.')).toBeVisible();
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    await expect.poll(() => fake.inputs('events.acknowledge')).toEqual([{ ids: [3] }]);
    await expect.element(page.getByText('Acknowledged')).toBeVisible();
    fake.happen({
      id: 9,
      time: Date.now(),
      device: 'office',
      kind: 'overload',
      severity: 'critical',
      text: 'More is connected than the UPS can carry.',
      data: {},
      acknowledged: false,
    });
    await expect.element(page.getByText(/More is connected than the UPS can carry/u)).toBeVisible();
  });

  it('tells a failure of the engine and asks again', async () => {
    let broken = true;
    const { page } = await play('/events', {
      answers: {
        'events.query': () => {
          if (broken) throw new AppError('damaged', 'The history file is damaged.');
          return { events: [], more: false };
        },
      },
    });
    await expect.element(page.getByText('The history file is damaged.')).toBeVisible();
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText('No events')).toBeVisible();
  });
});

describe('History', () => {
  it('reads every series under the cursor, zooms by the keyboard, and has a table behind the chart', async () => {
    const { page, fake } = await play('/history');
    const chart = page.getByRole('application', { name: /Battery charge, Input voltage, Load/u });
    await expect.element(chart).toBeVisible();
    chart.element().focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(page.getByText(/^\d{2,3}(\.\d+)?\sV$/u).first()).toBeVisible();
    const before = fake.inputs('history.query').length;
    await userEvent.keyboard('+');
    await expect.poll(() => fake.inputs('history.query').length).toBeGreaterThan(before);
    await expect.element(page.getByRole('radio', { name: 'Custom' })).toBeChecked();
    await page.getByText('Table', { exact: true }).click();
    await expect.element(page.getByRole('columnheader', { name: 'Input voltage' })).toBeVisible();
  });

  it('says so when nothing is recorded', async () => {
    const { page } = await play('/history', { answers: { 'history.variables': () => ({ variables: [] }) } });
    await expect.element(page.getByText('Nothing recorded in this time')).toBeVisible();
  });
});

describe('Diagnostics', () => {
  it('shows each variable by its name and what is not reported with the reason', async () => {
    const { page } = await play('/diagnostics');
    await expect.element(page.getByText('battery.charge', { exact: true })).toBeVisible();
    await expect.element(page.getByText('The device does not report it in this dialect.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Filter by name or label' }).fill('beeper');
    await expect.element(page.getByText('battery.charge', { exact: true })).not.toBeInTheDocument();
    await expect.element(page.getByText('ups.beeper.status')).toBeVisible();
  });

  it('shows the wire in text and hex', async () => {
    const { page } = await play('/diagnostics');
    await page.getByRole('tab', { name: 'Wire' }).click();
    await expect.element(page.getByText('Q1<CR>').first()).toBeVisible();
    await page.getByText('Hex', { exact: true }).click();
    await expect.element(page.getByText('51 31 0d', { exact: true }).first()).toBeVisible();
  });

  it('asks in the console before a command that the load could notice', async () => {
    const { page, fake } = await play('/diagnostics');
    await page.getByRole('tab', { name: 'Console' }).click();
    const line = page.getByRole('textbox', { name: 'Command' });
    await line.fill('load.explode');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('log')).toMatchTextContent('offers no command “load.explode”');
    await line.fill('load.off');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Everything connected loses power at once.')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByRole('log')).toMatchTextContent('Not sent.');
    await line.fill('beeper.toggle');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('log')).toMatchTextContent('Accepted: The UPS has accepted it.');
    expect(fake.inputs('devices.command')).toEqual([{ device: 'office', name: 'beeper.toggle', confirmed: false }]);
  });
});

describe('Preferences', () => {
  it('changes the theme and the unit of temperatures at once', async () => {
    const { page } = await play('/preferences');
    await page.getByText('Dark', { exact: true }).click();
    await expect.poll(() => document.documentElement.dataset['mantineColorScheme']).toBe('dark');
    await page.getByText('°F', { exact: true }).click();
    await page.getByRole('link', { name: 'Overview' }).click();
    await expect.element(page.getByText('83.1 °F').first()).toBeVisible();
  });

  it('offers only in the desktop application what only it can do', async () => {
    const state = fakeState([fakeDevice()]);
    const { page } = await play('/preferences', { state: { ...state, engine: { ...state.engine, host: 'headless' } } });
    await expect.element(page.getByRole('switch', { name: 'Start at login' })).toBeDisabled();
  });
});

it('shows the choice of a device only where there are several', async () => {
  const { page } = await play('/battery', {
    state: fakeState([fakeDevice(), fakeDevice({ id: 'b', name: 'Rack', values: { 'battery.charge': 55 } })]),
  });
  await expect.element(page.getByText(/^100\s%/u).first()).toBeVisible();
  await page.getByRole('combobox', { name: 'UPS' }).click();
  await page.getByRole('option', { name: 'Rack' }).click();
  await expect.element(page.getByText(/^55\s%/u)).toBeVisible();
});
