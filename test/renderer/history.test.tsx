import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AppError } from '../../src-shared/errors.ts';
import { fakeDevice, fakeForecast, fakeState, onBattery } from './fake-devices.ts';
import { fakeDiary } from './fake-diary.ts';
import { fakeHistory } from './fake-records.ts';
import { play } from './stage.tsx';

describe('History', () => {
  it('asks for the tiles in sight and keeps what it has while it is moved', async () => {
    const { page, fake } = await play('/history');
    const chart = page.getByRole('application');
    await expect.element(chart).toBeVisible();
    await expect.poll(() => fake.inputs('history.query').length).toBeGreaterThanOrEqual(2);
    const before = fake.inputs('history.query').length;
    chart.element().focus();
    // Half a screen further everything is there already; four of them need what lies beyond.
    await userEvent.keyboard('{PageUp}');
    await expect.element(page.getByRole('radio', { name: 'Custom' })).toBeChecked();
    await userEvent.keyboard('{PageUp}{PageUp}{PageUp}');
    await expect.poll(() => fake.inputs('history.query').length).toBeGreaterThan(before + 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = fake.inputs('history.query').length;
    await userEvent.keyboard('{PageDown}{PageUp}{PageDown}{PageUp}');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(fake.inputs('history.query').length).toBe(asked);
  });

  it('stays where it is when it is moved to where nothing was recorded, says so, and comes back', async () => {
    const begin = Date.now() - 3 * 3_600_000;
    const { page } = await play('/history', {
      answers: {
        'history.query': ({ from, to, variables, points }) => {
          const history = fakeHistory(variables, from, to, points);
          const series = history.series.map((each) => ({
            ...each,
            points: each.points.filter(([time]) => time >= begin),
          }));
          return { ...history, series };
        },
      },
    });
    const chart = page.getByRole('application');
    await expect.element(chart).toBeVisible();
    await expect.poll(() => chart.getByText(/\d\sV$/u).elements().length).toBeGreaterThan(0);
    expect(chart.getByText('Nothing recorded').elements()).toEqual([]);
    // Four hours back, in steps of half an hour.
    chart.element().focus();
    await userEvent.keyboard('{PageUp}{PageUp}{PageUp}{PageUp}{PageUp}{PageUp}{PageUp}{PageUp}');
    await expect.element(chart.getByText('Nothing recorded')).toBeVisible();
    expect(chart.getByText(/\d\sV$/u).elements().length).toBeGreaterThan(0);
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}');
    await expect.element(chart.getByText('Nothing recorded')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Earlier' }).click();
    await page.getByRole('button', { name: 'Up to now' }).click();
    await expect.element(page.getByRole('radio', { name: '1 h' })).toBeChecked();
  });

  it('is moved and zoomed by a wheel, and zoomed out by a double click', async () => {
    const { page } = await play('/history');
    const chart = page.getByRole('application');
    await expect.element(chart).toBeVisible();
    const shown = (): string => chart.element().getAttribute('aria-label') ?? '';
    const roll = (how: WheelEventInit): boolean => {
      const box = chart.element().getBoundingClientRect();
      const place = { clientX: box.left + box.width / 2, clientY: box.top + 50 };
      return chart
        .element()
        .dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...place, ...how }));
    };
    // Up and down is the page's.
    expect(roll({ deltaY: 120 })).toBe(true);
    let before = shown();
    expect(roll({ deltaX: -300 })).toBe(false);
    await expect.poll(shown).not.toBe(before);
    before = shown();
    expect(roll({ deltaY: -120, ctrlKey: true })).toBe(false);
    await expect.poll(shown).not.toBe(before);
    before = shown();
    await userEvent.dblClick(chart);
    await expect.poll(shown).not.toBe(before);
  });

  it('keeps what it shows in the address, for a reload, a link and Back', async () => {
    const { page } = await play('/history?range=7d&vars=ups.load&compare=week&view=table');
    await expect.element(page.getByRole('radio', { name: '7 d' })).toBeChecked();
    await expect.element(page.getByRole('columnheader', { name: 'Load, compared' })).toBeVisible();
    expect(page.getByRole('columnheader', { name: 'Input voltage' }).elements()).toEqual([]);
    await page.getByText('Chart', { exact: true }).click();
    await page.getByText('30 d', { exact: true }).first().click();
    await expect.poll(() => window.location.hash).toBe('#/history?range=30d&vars=ups.load&compare=week');
    await page.getByRole('link', { name: 'Events' }).click();
    await expect.element(page.getByRole('heading', { name: 'Events', level: 1 })).toBeVisible();
    window.history.back();
    await expect.element(page.getByRole('radio', { name: '30 d' })).toBeChecked();
    window.history.back();
    await expect.element(page.getByRole('radio', { name: '7 d' })).toBeChecked();
    await page
      .getByRole('link', { name: /^Step through the outage of/u })
      .first()
      .click();
    await page.getByRole('main').getByRole('link', { name: 'History' }).click();
    await expect.element(page.getByRole('radio', { name: '7 d' })).toBeChecked();
  });

  it('is opened from the menu as it was left, charts or diary, about the UPS that is chosen now', async () => {
    const state = fakeState([fakeDevice({ id: 'a', name: 'Alpha' }), fakeDevice({ id: 'b', name: 'Beta' })]);
    const { page, engine } = await play('/history?ups=b&range=7d&vars=ups.load', { state });
    const menu = page.getByRole('navigation');
    const leave = async (): Promise<void> => {
      await menu.getByRole('link', { name: 'Events' }).click();
      await expect.element(page.getByRole('heading', { name: 'Events', level: 1 })).toBeVisible();
    };
    await expect.element(page.getByRole('combobox', { name: 'UPS' })).toHaveValue('Beta');
    await leave();
    await menu.getByRole('link', { name: 'History' }).click();
    await expect.element(page.getByRole('radio', { name: '7 d' })).toBeChecked();
    await expect.poll(() => window.location.hash).toBe('#/history?range=7d&vars=ups.load&ups=b');
    await page.getByRole('tab', { name: 'Power quality' }).click();
    await page.getByText('Boosts', { exact: true }).last().click();
    await expect.poll(() => window.location.hash).toBe('#/history/diary?ups=b&kind=boost');
    await leave();
    // As the other screens about one UPS do.
    engine.store.setState({ selected: 'a' });
    await menu.getByRole('link', { name: 'History' }).click();
    await expect.poll(() => window.location.hash).toBe('#/history/diary?kind=boost&ups=a');
    await expect.element(page.getByRole('combobox', { name: 'UPS' })).toHaveValue('Alpha');
  });

  it('shows the usual where an address says what cannot be', async () => {
    const { page } = await play('/history?range=5y&from=9&to=1&vars=no.such,%3Cb%3E&compare=x&view=pie');
    await expect.element(page.getByRole('radio', { name: '1 h' })).toBeChecked();
    await expect
      .element(page.getByRole('application', { name: /^Battery charge, Input voltage, Load/u }))
      .toBeVisible();
  });

  it('says in the address which of several UPSes it is about', async () => {
    const state = fakeState([fakeDevice({ id: 'a', name: 'Alpha' }), fakeDevice({ id: 'b', name: 'Beta' })]);
    const { page, fake } = await play('/history?ups=b&range=24h', { state });
    await expect.element(page.getByRole('combobox', { name: 'UPS' })).toHaveValue('Beta');
    await expect.poll(() => fake.inputs('history.query').at(-1)).toEqual(expect.objectContaining({ device: 'b' }));
    await page.getByRole('combobox', { name: 'UPS' }).click();
    await page.getByRole('option', { name: 'Alpha' }).click();
    await expect.poll(() => window.location.hash).toBe('#/history?ups=a&range=24h');
    await expect.element(page.getByRole('radio', { name: '24 h' })).toBeChecked();
  });

  it('compares with another range, in the legend, the table and the CSV', async () => {
    const { page, fake } = await play('/history');
    await page.getByRole('combobox', { name: 'Compare with' }).click();
    await page.getByRole('option', { name: 'A week earlier' }).click();
    await expect.element(page.getByText(/^Dashed: /u)).toBeVisible();
    await page.getByText('Table', { exact: true }).click();
    await expect.element(page.getByRole('columnheader', { name: 'Input voltage, compared' })).toBeVisible();
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    await expect.poll(() => fake.inputs('history.csv')).toEqual([expect.objectContaining({ earlier: 604_800_000 })]);
  });

  it('tells a failure, and asks again', async () => {
    let broken = true;
    const { page } = await play('/history', {
      answers: {
        'history.query': ({ from, to, variables }) => {
          if (broken) throw new AppError('damaged', 'The history cannot be read.');
          const points: [number, number, number, number][] = [[from + 1000, 1, 1, 1]];
          return { from, to, resolution: 2, bands: [], series: variables.map((variable) => ({ variable, points })) };
        },
      },
    });
    await expect.element(page.getByText('The history cannot be read.')).toBeVisible();
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect.element(page.getByRole('application')).toBeVisible();
    await expect.element(page.getByText('The history cannot be read.')).not.toBeInTheDocument();
  });
});

describe('the diary', () => {
  it('says what stands out, shows the week as a table, and lists what happened', async () => {
    const { page } = await play('/history/diary');
    await expect.element(page.getByText(/^Boosts: most between 6:00\sPM and 8:00\sPM, 9.4 times/u)).toBeVisible();
    const monday = page.getByRole('row', { name: /^Mon/u });
    const nine = monday.getByRole('gridcell', { name: /^Monday, 9:00\sAM: 6\./u });
    await expect.element(nine).toBeVisible();
    await page.getByText('Boosts', { exact: true }).last().click();
    await expect.element(nine).not.toBeInTheDocument();
    await expect.element(page.getByText('not seen to end')).toBeVisible();
    await page.getByText('All', { exact: true }).click();
    await expect.element(page.getByRole('link', { name: /^Step through the outage of/u })).toBeVisible();
    await expect.element(page.getByText(/a short one is seen only if a reading falls into it/u)).toBeVisible();
  });

  it('lists what began in an hour of the week that is chosen, with the mouse or with keys', async () => {
    // Tuesday the 17th of March 2026, seven in the evening in Berlin.
    const begin = Date.parse('2026-03-17T19:20:00+01:00');
    const { page } = await play('/history/diary?kind=boost', {
      answers: {
        'diary.query': ({ from, to }) => ({
          ...fakeDiary(from, to),
          entries: [
            { kind: 'boost', begin, end: begin + 60_000, resolution: 0, volts: 201 },
            { kind: 'boost', begin: begin - 86_400_000, resolution: 0, volts: 199 },
            { kind: 'sag', begin, end: begin + 60_000, resolution: 0, volts: 198 },
          ],
        }),
      },
    });
    const list = page.getByRole('region', { name: 'Entries of the diary' });
    await expect.element(list.getByText(/^199/u)).toBeVisible();
    await page.getByRole('gridcell', { name: /^Tuesday, 7:00\sPM: 3\./u }).click();
    await expect.element(page.getByText(/^Tuesday, 7:00\sPM to 8:00\sPM: 1 entry began/u)).toBeVisible();
    await expect.element(list.getByText(/^201/u)).toBeVisible();
    expect(list.getByText(/^199/u).elements()).toEqual([]);
    expect(window.location.hash).toBe('#/history/diary?kind=boost&hour=2-19');
    await userEvent.keyboard('{ArrowUp}{Enter}');
    await expect.element(list.getByText(/^199/u)).toBeVisible();
    expect(list.getByText(/^201/u).elements()).toEqual([]);
    await page.getByRole('button', { name: 'Show all hours' }).first().click();
    await expect.element(list.getByText(/^201/u)).toBeVisible();
  });

  it('claims nothing where nothing was recorded', async () => {
    const { page } = await play('/history/diary', {
      answers: {
        'diary.query': ({ from, to }) => ({
          from,
          to,
          zone: 'UTC',
          resolutions: [],
          recordedHours: 0,
          totals: { sag: 0, swell: 0, boost: 0, trim: 0, battery: 0 },
          cells: Array.from({ length: 168 }, (_, index) => ({
            weekday: Math.floor(index / 24),
            hour: index % 24,
            recorded: 0,
            counts: {},
          })),
          patterns: [],
          entries: [],
        }),
      },
    });
    await expect.element(page.getByText('Nothing recorded in this time')).toBeVisible();
  });
});

describe('the outage on the Overview', () => {
  const protection = { mode: 'armed', phase: 'on-battery', onBatterySince: Date.now() - 61_000 } as const;

  it('draws the learned curve and says what happens next', async () => {
    const { page } = await play('/', {
      state: fakeState([onBattery()], { ...protection, forecast: fakeForecast({ begins: 300, acts: 360 }) }),
      answers: {
        'battery.curve': ({ charge }) => ({
          discharges: 3,
          points: [0, 600, 1200].map((seconds) => {
            const left = charge * (1 - seconds / 1200);
            return { seconds, charge: left, low: Math.max(0, left - 5), high: left + 5 };
          }),
        }),
      },
    });
    await expect.element(page.getByText('Expected, by what Mainstay has learned').first()).toBeVisible();
    await expect.element(page.getByText(/^If mains stays away, the countdown begins in about/u)).toBeVisible();
    await expect.element(page.getByRole('img', { name: /^Charge in this outage: from/u })).toBeVisible();
  });

  it('says which UPS it is about, among several', async () => {
    const state = fakeState([onBattery({ id: 'a', name: 'Alpha' }), fakeDevice({ id: 'b', name: 'Beta' })], {
      ...protection,
    });
    const { page } = await play('/', { state });
    const outage = page.getByRole('region', { name: 'Outage' });
    await expect.element(outage.getByRole('heading', { name: 'Alpha' })).toBeVisible();
  });
});

it('a UPS that was never read is not said to report nothing', async () => {
  const device = fakeDevice({ link: 'denied', linkMessage: 'The system refuses access.', values: {} });
  const { readAt: _never, ...unread } = device;
  const { page } = await play('/', { state: fakeState([unread]) });
  await expect.element(page.getByText('Nothing has been read yet')).toBeVisible();
  expect(page.getByText('Not reported').elements()).toEqual([]);
});

describe('the replay', () => {
  it('goes through the moments between events, and tells what was read then', async () => {
    const { page } = await play('/history/outage/2');
    const slider = page.getByRole('slider', { name: /^Moment of the outage/u });
    await expect.element(slider).toBeVisible();
    await expect.element(page.getByText('Battery charge').first()).toBeVisible();
    slider.element().focus();
    const before = slider.element().getAttribute('aria-valuetext');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(() => slider.element().getAttribute('aria-valuetext')).not.toBe(before);
    await expect.element(page.getByText(/^Step 1 of/u)).toBeVisible();
  });
});
