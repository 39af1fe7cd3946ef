import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { batterySettingSchema } from '../../src-shared/settings/battery.ts';
import { fakeBattery, fakeEnergy, fakeRanges } from './fake-battery.ts';
import { fakeDevice, fakeState, withValues } from './fake-devices.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

describe('the battery', () => {
  it('shows the learned runtime beside the reported one, with its source and age', async () => {
    const { page } = await play('/battery');
    await expect.element(page.getByText(/^29\smin to 40\smin/u)).toBeVisible();
    await expect
      .element(page.getByText(/From 3 discharges of this battery, the last 12\u00a0days ago.*142\sW/u))
      .toBeVisible();
    await expect.element(page.getByText('41 min', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/Foreseen from how this battery fades/u)).toBeVisible();
    await expect.element(page.getByText('RBC17')).toBeVisible();
    await expect.element(page.getByRole('img', { name: /^Capacity of 3 discharges/u })).toBeVisible();
  });

  it('says that warmth shortened the life, and that capacity is told for 25 °C', async () => {
    const report = fakeBattery();
    const warm = {
      ...report,
      capacity: { ...report.capacity, at25: true },
      replacement: { basis: 'age' as const, celsius: 31.4, from: Date.UTC(2029, 0, 1), to: Date.UTC(2031, 0, 1) },
    };
    const { page } = await play('/battery', { answers: { 'battery.report': () => warm } });
    await expect.element(page.getByText(/^Foreseen from its age and the 31\.4\s°C it was kept at/u)).toBeVisible();
    await expect.element(page.getByText(/at the same load, charge and 25\s°C/u)).toBeVisible();
  });

  it('says what is missing where nothing was learned', async () => {
    const { learned: _, replacement: __, part: ___, ...rest } = fakeBattery();
    const nothing = {
      ...rest,
      unlearned: 'none' as const,
      capacity: { points: [] },
      battery: { source: 'unknown' as const, discharges: 0 },
      discharges: [],
      tests: [],
      simulated: true,
    };
    const { page, fake } = await play('/battery', { answers: { 'battery.report': () => nothing } });
    await expect.element(page.getByText(/^Nothing is learned yet: since Mainstay/u)).toBeVisible();
    expect(page.getByText(/^Runtime by/u).elements()).toHaveLength(0);
    expect(fake.inputs('battery.ranges')).toEqual([]);
    await expect.element(page.getByText(/^When to replace it cannot be foreseen/u)).toBeVisible();
    await expect.element(page.getByText('No test has been seen yet.')).toBeVisible();
    await expect.element(page.getByText(/^This UPS is simulated/u)).toBeVisible();
  });

  it('draws the runtime by charge, and tells where each point comes from, also without a pointer', async () => {
    const { page } = await play('/battery');
    const panel = page.getByRole('region', { name: 'Runtime by charge' });
    await expect
      .element(panel.getByRole('img', { name: /^Runtime by charge at 142\sW: 13 to 18\smin at half/u }))
      .toBeVisible();
    const told = panel.getByRole('status');
    await expect.element(told).toMatchTextContent(/^Outage, .+: 100\s% to 58\s% in 15\smin at 142\sW3 of 3$/u);
    const earlier = panel.getByRole('button', { name: 'Earlier discharge' });
    earlier.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(told).toMatchTextContent(/^Test, .+: 100\s% to 58\s% in 19\smin at 118\sW2 of 3$/u);
    await userEvent.keyboard('{Enter}{Enter}{Enter}');
    await expect.element(told).toMatchTextContent(/1 of 3$/u);
    // The end of the row keeps the focus.
    await expect.element(earlier).toHaveFocus();
    await expect.element(earlier).toHaveAttribute('aria-disabled', 'true');
    expect(panel.getByRole('listitem').elements()).toHaveLength(3);
  });

  it('tells of a point that the pointer comes near', async () => {
    const { page } = await play('/battery');
    const panel = page.getByRole('region', { name: 'Runtime by charge' });
    const told = panel.getByRole('status');
    await expect.element(told).toMatchTextContent(/3 of 3$/u);
    const drawing = panel.getByRole('img', { name: /^Runtime by charge/u }).element();
    await expect.poll(() => drawing.clientWidth).toBeGreaterThan(200);
    const square = drawing.querySelector('rect');
    if (square === null) throw new Error('A test has no point.');
    const [box, mark] = [drawing.getBoundingClientRect(), square.getBoundingClientRect()];
    const position = { x: mark.x - box.x + 3, y: mark.y - box.y + 3 };
    await page.elementLocator(drawing).hover({ position });
    await expect.element(told).toMatchTextContent(/^Test, /u);
    await page.elementLocator(drawing).hover({ position: { x: 90, y: 20 } });
    await expect.element(told).toMatchTextContent(/^Test, /u);
  });

  it('tells the range by load, and marks what was never carried', async () => {
    const { page } = await play('/battery');
    const table = page.getByRole('region', { name: 'Runtime by load' });
    await expect.element(table.getByRole('row', { name: /^142\sW the present load 29 to 40\smin$/u })).toBeVisible();
    await expect
      .element(table.getByRole('row', { name: /^600\sW the most this UPS is made for .+ Not seen yet$/u }))
      .toBeVisible();
    await expect.element(table.getByText(/^Loads marked so lie beyond/u)).toBeVisible();
    expect(table.getByText('Not seen yet').elements()).toHaveLength(3);
  });

  it('says what would narrow the range, by how much, and what can go wrong', async () => {
    const { page } = await play('/battery');
    const panel = page.getByRole('region', { name: 'What would narrow the range' });
    await expect.element(panel.getByRole('heading', { name: 'A discharge that goes deeper' })).toBeVisible();
    await expect
      .element(panel.getByText(/^Range at 142\sW: now 29 to 40\smin, then about 30 to 38\smin\.$/u))
      .toBeVisible();
    await expect.element(panel.getByText(/about 280\sW connected instead of 142\sW/u)).toBeVisible();
    await expect.element(panel.getByText(/If mains fails at the end of it, there is little left/u)).toBeVisible();
    await expect.element(panel.getByText(/set under Protection/u)).toBeVisible();
  });

  it('offers a calibration where the UPS does, and nothing where nothing helps or the UPS may go off', async () => {
    const [first] = fakeRanges().narrowing;
    if (first === undefined) throw new Error('Nothing would narrow it.');
    const calibrated = fakeRanges({ narrowing: [{ ...first, what: 'calibration', to: 25 }], measured: [] });
    const { page, fake } = await play('/battery', { answers: { 'battery.ranges': () => calibrated } });
    await expect.element(page.getByText(/down to about 25\s% by itself.*“Learn the runtime”/u)).toBeVisible();
    expect(page.getByText(/set under Protection/u).elements()).toHaveLength(0);
    expect(page.getByRole('button', { name: 'Earlier discharge' }).elements()).toHaveLength(0);
    expect(fake.refused).toEqual([]);
    leave();
    const none = fakeRanges({ narrowing: [] });
    const second = await play('/battery', { answers: { 'battery.ranges': () => none } });
    await expect.element(second.page.getByText(/^Nothing much: another discharge/u)).toBeVisible();
    leave();
    const died = fakeBattery({ died: { charge: 60, at: Date.now(), times: 1 } });
    const third = await play('/battery', { answers: { 'battery.ranges': () => none, 'battery.report': () => died } });
    await expect.element(third.page.getByText(/^Better nothing for now/u)).toBeVisible();
  });

  it('keeps the date of a new battery, and asks for its report anew', async () => {
    const { page, fake } = await play('/battery');
    await page.getByRole('button', { name: 'The battery was replaced' }).click();
    await expect.element(page.getByText('The date is also written to the UPS.')).toBeVisible();
    await page.getByLabelText('Date of the exchange').fill('2026-01-15');
    const before = fake.inputs('battery.report').length;
    await page.getByRole('button', { name: 'Keep the date' }).click();
    await expect.poll(() => fake.inputs('battery.replaced')).toEqual([{ device: 'office', date: '2026-01-15' }]);
    await expect.poll(() => fake.inputs('battery.report').length).toBeGreaterThan(before);
  });

  it('keeps what the battery is made of as it is chosen, beside what was set before, and asks for its report anew', async () => {
    const settings = {
      ...defaultSettings(),
      battery: batterySettingSchema.parse({ tests: { office: { every: 'week' } }, chemistry: { rack: 'lead-acid' } }),
    };
    const { page, fake } = await play('/battery', { settings });
    const choice = page.getByRole('radiogroup', { name: 'Battery type' });
    await expect.element(choice.getByRole('radio', { name: 'Automatic' })).toBeChecked();
    await expect.element(page.getByText('Kind, by the UPS: Lead-acid (PbAc)')).toBeVisible();
    const before = fake.inputs('battery.report').length;
    await choice.getByText('Lithium').click();
    await expect.poll(() => fake.settings.battery.chemistry).toEqual({ rack: 'lead-acid', office: 'lithium' });
    await expect.poll(() => fake.inputs('battery.report').length).toBeGreaterThan(before);
    await expect.element(choice.getByRole('radio', { name: 'Lithium' })).toBeChecked();
    // The UPS has said nothing else.
    await expect.element(page.getByText('Kind, by the UPS: Lead-acid (PbAc)')).toBeVisible();
    await choice.getByText('Lead-acid').click();
    await expect.poll(() => fake.settings.battery.chemistry['office']).toBe('lead-acid');
    await choice.getByText('Automatic').click();
    await expect.poll(() => fake.settings.battery.chemistry).toEqual({ rack: 'lead-acid' });
    expect(fake.settings.battery.tests['office']?.every).toBe('week');
    expect(fake.refused).toEqual([]);
  });

  it('claims what holds of lead-acid for no other battery', async () => {
    const { replacement: _, ...ageless } = fakeBattery({ made: 'lithium', chemistry: 'Li-ion' });
    const { page } = await play('/battery', { answers: { 'battery.report': () => ageless } });
    await expect.element(page.getByText(/^Mainstay knows no usual age for batteries of this kind/u)).toBeVisible();
    leave();
    const { installed: __, ...undated } = ageless.battery;
    const unknown = { ...ageless, battery: undated };
    const second = await play('/battery', { answers: { 'battery.report': () => unknown } });
    await expect.element(second.page.getByText(/^Mainstay knows no usual age/u)).toBeVisible();
    leave();
    const fading = fakeBattery({ made: 'lithium', chemistry: 'Li-ion' });
    const third = await play('/battery', { answers: { 'battery.report': () => fading } });
    await expect.element(third.page.getByText(/commonly taken for the end of a battery\.$/u)).toBeVisible();
    expect(third.page.getByText(/IEEE/u).elements()).toHaveLength(0);
    leave();
    const lead = fakeBattery({ made: 'lead-acid' });
    const fourth = await play('/battery', { answers: { 'battery.report': () => lead } });
    await expect.element(fourth.page.getByText(/IEEE 1188/u)).toBeVisible();
  });

  it('saves the schedule of tests as it is chosen', async () => {
    const { page, fake } = await play('/battery');
    await page.getByRole('radiogroup', { name: 'Test automatically' }).getByText('Every week').click();
    await expect.poll(() => fake.settings.battery.tests['office']?.every).toBe('week');
    await page.getByRole('combobox', { name: 'On', exact: true }).click();
    await page.getByRole('option', { name: 'Wednesday' }).click();
    await expect.poll(() => fake.settings.battery.tests['office']?.weekday).toBe(3);
    await expect.element(page.getByText(/^The next test is due/u)).toBeVisible();
  });

  it('asks anew when a test has ended', async () => {
    const { page, fake } = await play('/battery');
    await expect.element(page.getByText(/^29\smin to 40\smin/u)).toBeVisible();
    const before = fake.inputs('battery.report').length;
    fake.happen({
      id: 900,
      time: Date.now(),
      device: 'office',
      kind: 'battery-test',
      severity: 'info',
      text: 'Passed.',
      data: {},
      acknowledged: false,
    });
    await expect.poll(() => fake.inputs('battery.report').length).toBeGreaterThan(before);
  });
});

describe('energy', () => {
  it('shows the watts with how they are told, and the sums of day and month', async () => {
    const { page } = await play('/energy');
    await expect.element(page.getByText('142 W', { exact: true })).toBeVisible();
    await expect.element(page.getByText('measured by the UPS')).toBeVisible();
    await expect.element(page.getByRole('region', { name: 'Today' }).getByText(/kWh$/u)).toBeVisible();
    await expect.element(page.getByRole('img', { name: /^Energy By day/u })).toBeVisible();
    await page.getByText('By month').click();
    await page.getByText('Table', { exact: true }).click();
    await expect.element(page.getByRole('columnheader', { name: 'Recorded' })).toBeVisible();
  });

  it('offers to enter the rating where the UPS tells no watts, and computes with it at once', async () => {
    const device = withValues({ 'ups.realpower': undefined, 'ups.realpower.nominal': undefined });
    const { page, fake } = await play('/energy', {
      state: fakeState([device]),
      answers: {
        'energy.query': ({ from, to }) => {
          const { method: _, ...rest } = fakeEnergy(from, to, { spans: [] });
          return rest;
        },
      },
    });
    await expect.element(page.getByText('The watts of this UPS are not known')).toBeVisible();
    await expect.element(page.getByText('No energy recorded yet')).toBeVisible();
    await page.getByRole('textbox', { name: /^Rated power/u }).fill('400');
    await page.getByRole('textbox', { name: /The meter shows/u }).click();
    await expect.poll(() => fake.settings.energy.meters['office']?.ratedWatts).toBe(400);
    await expect.element(page.getByText('92 W', { exact: true })).toBeVisible();
    await expect.element(page.getByText('computed: its load, of the watts that you entered')).toBeVisible();
  });

  it('is calibrated by what a plug meter shows', async () => {
    const { page, fake } = await play('/energy');
    await page.getByRole('textbox', { name: /The meter shows/u }).fill('156.2');
    await page.getByRole('button', { name: 'Calibrate' }).click();
    await expect.poll(() => fake.settings.energy.meters['office']?.calibration).toBeCloseTo(1.1, 6);
    await expect.element(page.getByText('156 W', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Remove the calibration' }).click();
    await expect.poll(() => fake.settings.energy.meters['office']?.calibration).toBe(1);
  });

  it('takes a tariff with a price at night', async () => {
    const settings = defaultSettings();
    const { page, fake } = await play('/energy', { state: fakeState([fakeDevice()]), settings });
    await page.getByRole('textbox', { name: /^Price, EUR/u }).fill('0.31');
    await page.getByRole('textbox', { name: 'Currency' }).fill('chf');
    await expect.poll(() => fake.settings.energy).toMatchObject({ currency: 'CHF', tariff: { day: 0.31 } });
    await page.getByRole('switch', { name: 'Another price at night' }).click({ force: true });
    await expect.poll(() => fake.settings.energy.tariff?.night).toEqual({ price: 0.31, from: 22, to: 6 });
  });
});
