import { afterEach, describe, expect, it } from 'vitest';
import { page as view } from 'vitest/browser';
import { fakeBattery } from './fake-battery.ts';
import { fakeCountdown, fakeDevice, fakeForecast, fakeState, onBattery, withValues } from './fake-devices.ts';
import { leave, play } from './stage.tsx';

afterEach(leave);

const several = (count: number) =>
  fakeState(Array.from({ length: count }, (_, index) => fakeDevice({ id: `ups${index}`, name: `UPS ${index}` })));

describe('Overview', () => {
  it('says in plain words how the power is doing', async () => {
    const { page, fake } = await play('/');
    await expect.element(page.getByTestId('hero')).toMatchTextContent('On mains. Battery full.');
    // What the battery has shown stands before what the UPS hopes for.
    const learned = 'At this load it would last 29–40 minutes, learned from this battery; the UPS says 41 minutes.';
    await expect.element(page.getByText(learned)).toBeVisible();
    await expect
      .element(page.getByRole('meter', { name: 'Runtime left' }))
      .toHaveAttribute('aria-valuetext', expect.stringMatching(/^41\smin. Learned from this battery: 29–40\smin. /u));
    await expect
      .element(page.getByRole('img', { name: /^Input voltage over the last hour, from 2\d\d\.\d V to 2\d\d\.\d V$/u }))
      .toBeVisible();
    expect(page.getByText(/^High/u).elements().length).toBe(4);
    await expect
      .element(page.getByTestId('plan'))
      .toMatchTextContent('Would shut this computer down when the battery falls below 30 %');
    await expect.element(page.getByText('Protection: Practice')).toBeVisible();
    expect(fake.refused).toEqual([]);
  });

  it('follows the engine', async () => {
    const { page, fake } = await play('/');
    await expect.element(page.getByRole('meter', { name: 'Load' })).toHaveAttribute('aria-valuenow', '23');
    fake.updateDevice('office', () => withValues({ 'ups.load': 71 }));
    await expect.element(page.getByRole('meter', { name: 'Load' })).toHaveAttribute('aria-valuenow', '71');
    fake.updateDevice('office', () => onBattery());
    await expect.element(page.getByTestId('hero')).toMatchTextContent('On battery. Battery at 62 %.');
    await expect.element(page.getByRole('img', { name: /Where the power flows: from the battery/u })).toBeVisible();
  });

  it('asks for everything anew when a change was missed', async () => {
    const { page, fake } = await play('/');
    await expect.element(page.getByTestId('hero')).toMatchTextContent('On mains.');
    fake.miss(() => fakeState([withValues({ 'ups.load': 12 })]));
    fake.updateDevice('office', (device) => ({ ...device, values: { ...device.values, 'battery.charge': 44 } }));
    await expect.element(page.getByRole('meter', { name: 'Charge' })).toHaveAttribute('aria-valuenow', '44');
    await expect.element(page.getByRole('meter', { name: 'Load' })).toHaveAttribute('aria-valuenow', '12');
  });

  it('shows what is missing as not reported, with the reason, and never as zero', async () => {
    const why = 'The UPS says 65535 s, which means that it does not know.';
    const device = withValues(
      { 'battery.runtime': undefined, 'ups.temperature': undefined },
      { absent: { 'battery.runtime': why } },
    );
    const { learned: _none, ...unlearned } = fakeBattery();
    const { page } = await play('/', {
      state: fakeState([device]),
      answers: { 'battery.report': () => ({ ...unlearned, unlearned: 'none' }) },
    });
    await expect.element(page.getByText('How long the battery would last is not reported.')).toBeVisible();
    const gauge = page.getByRole('meter', { name: 'Runtime left' });
    await expect.element(gauge).toHaveAttribute('aria-valuetext', expect.stringContaining('Not reported'));
    await expect.element(gauge).toMatchTextContent('–');
    await expect.element(page.getByText(why)).toBeVisible();
    // What no device reports cannot be waited for.
    await expect.element(page.getByTestId('plan')).not.toMatchTextContent('minutes are left');
  });

  it('says how old a stale reading is and shows the values as last known', async () => {
    const device = onBattery({
      link: 'lost',
      readAt: Date.now() - 192_000,
      linkMessage: 'The port went away. Plug it in again.',
    });
    const { page } = await play('/', { state: fakeState([device]) });
    await expect.element(page.getByTestId('hero')).toMatchTextContent('Contact with Office UPS is lost.');
    await expect
      .element(page.getByText(/When it was last heard, 3\u00a0minutes \d+\u00a0seconds ago, it was on battery/u))
      .toBeVisible();
    await expect.element(page.getByText(/The port went away. Plug it in again./u)).toBeVisible();
    await expect.element(page.getByText(/Read 3\smin \d\d\ss ago/u)).toBeVisible();
    await expect.element(page.getByText('As last known')).toBeVisible();
  });

  it('counts down in an outage, says why, and can be stopped', async () => {
    const state = fakeState([onBattery()], {
      mode: 'armed',
      phase: 'countdown',
      onBatterySince: Date.now() - 61_000,
      countdown: fakeCountdown(),
    });
    const { page, fake } = await play('/', { state });
    await expect.element(page.getByRole('timer', { name: 'Shutting down in' })).toMatchTextContent(/^1:(2\d|3[01])$/u);
    await expect.element(page.getByText(/this computer shuts down. The battery is at 29\s%/u)).toBeVisible();
    await page.getByRole('button', { name: 'Cancel the countdown' }).click();
    await expect.poll(() => fake.inputs('protection.cancel')).toEqual([{}]);
    fake.update((before) => fakeState(Object.values(before.devices), { mode: 'armed', phase: 'idle' }));
    await expect.element(page.getByRole('timer')).not.toBeInTheDocument();
  });

  it('shows no full minute once the countdown was cut short, and nothing of one beside it', async () => {
    const now = Date.now();
    const devices = [onBattery(), onBattery({ id: 'b', name: 'Beta' })];
    const state = fakeState(devices, {
      mode: 'armed',
      phase: 'countdown',
      onBatterySince: now - 300_000,
      carrying: [
        { device: 'office', since: now - 300_000, confirmed: true },
        { device: 'b', since: now - 40_000, confirmed: true },
      ],
      countdown: fakeCountdown({ startedAt: now - 30_000, actsAt: now + 9000 }),
      forecast: fakeForecast({ acts: 9 }),
    });
    const { page } = await play('/ups/office', { state });
    const next = page.getByRole('list', { name: 'What would happen, step by step' });
    await expect.element(next.getByText('Mainstay will shut this computer down.')).toBeVisible();
    const times = next
      .getByText(/^\+ /u)
      .all()
      .map((time) => time.element().textContent);
    // The countdown began 4 min 30 s after mains was lost; its last step comes 39 s later, not a minute.
    expect(times[0]).toBe('+ 4\u00a0min 30\u00a0s');
    expect(times[1]).toMatch(/^\+ 5\u00a0min (0?8|0?9|10)\u00a0s$/u);
    await expect.element(page.getByRole('timer', { name: 'Shutting down in' })).toMatchTextContent(/^0:0\d$/u);
    const other = await play('/ups/b', { state });
    await expect
      .element(other.page.getByText(/^Office UPS decides before this UPS: it leads to the last step at about/u))
      .toBeVisible();
    const own = other.page.getByRole('region', { name: 'Outage' });
    await expect.element(own.getByText(/^0:(39|4\d|5\d)$/u)).toBeVisible();
    expect(own.getByRole('timer').elements()).toEqual([]);
    expect(own.getByText('Mainstay will shut this computer down.').elements()).toEqual([]);
  });

  it('says that it happens now, when nothing is left of the countdown', async () => {
    const state = fakeState([onBattery()], {
      mode: 'armed',
      phase: 'countdown',
      onBatterySince: Date.now() - 61_000,
      countdown: fakeCountdown({ actsAt: Date.now() - 100 }),
    });
    const { page } = await play('/', { state });
    await expect.element(page.getByRole('timer', { name: 'Shutting down now' })).toMatchTextContent('Now');
    expect(page.getByText('0:00').elements()).toEqual([]);
  });

  it('shows several devices as cards, the worst first, and each in full', async () => {
    const state = fakeState([
      fakeDevice({ id: 'a', name: 'Alpha' }),
      fakeDevice({ id: 'b', name: 'Beta', link: 'denied', linkMessage: 'The system refuses access.', values: {} }),
      onBattery({ id: 'c', name: 'Gamma' }),
    ]);
    const { page } = await play('/', { state });
    await expect.element(page.getByTestId('hero')).toMatchTextContent('2 of 3 UPSes need attention.');
    const names = page
      .getByRole('main')
      .getByRole('article')
      .getByRole('link')
      .all()
      .map((link) => link.element().textContent);
    expect(names).toEqual(['Gamma', 'Beta', 'Alpha']);
    await expect.element(page.getByTestId('plan')).toMatchTextContent('below 30 %');
    await page.getByRole('link', { name: 'Gamma' }).click();
    await expect.element(page.getByTestId('hero')).toMatchTextContent('On battery. Battery at 62 %.');
    await page.getByRole('link', { name: 'Every UPS' }).click();
    await expect.element(page.getByTestId('hero')).toMatchTextContent('2 of 3 UPSes need attention.');
  });

  it('tells two of one model apart by where they are', async () => {
    const twins = ['serial:/dev/ttyUSB0', 'serial:/dev/ttyUSB1'].map((uri, index) =>
      fakeDevice({ id: `t${index}`, name: 'Back-UPS 950', uri }),
    );
    const { page } = await play('/', {
      state: fakeState([...twins, fakeDevice({ id: 'x', name: 'Other', uri: 'hid:1:2' })]),
    });
    await expect.element(page.getByText('serial:/dev/ttyUSB0')).toBeVisible();
    await expect.element(page.getByText('serial:/dev/ttyUSB1')).toBeVisible();
    await expect.element(page.getByText('hid:1:2')).not.toBeInTheDocument();
  });

  it('labels what is simulated and what nobody has verified', async () => {
    const { page } = await play('/', { state: fakeState([fakeDevice({ simulated: true, verified: false })]) });
    await expect.element(page.getByText('Simulated')).toBeVisible();
    await expect.element(page.getByText('Unverified driver')).toBeVisible();
  });

  it('says what to do when there is no device', async () => {
    const { page } = await play('/', { state: fakeState([]) });
    await page.getByRole('link', { name: 'It is on the network, or elsewhere' }).click();
    await expect.element(page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible();
  });
});

describe('the connection', () => {
  it('keeps the last values in sight while it is lost, and goes on afterwards', async () => {
    let reachable = true;
    const { page, fake } = await play('/', {
      source: (engine) => () =>
        Promise.resolve(
          reachable
            ? { ok: true, wire: engine.open(), access: 'act', close: () => undefined }
            : { ok: false, why: 'unreachable' },
        ),
    });
    await expect.element(page.getByTestId('hero')).toMatchTextContent('On mains.');
    reachable = false;
    fake.cut();
    await expect.element(page.getByText('The connection to Mainstay is lost')).toBeVisible();
    // Of the past now, and said so; but still there.
    await expect.element(page.getByTestId('hero')).toMatchTextContent('No fresh readings from Office UPS.');
    await expect.element(page.getByText('As last known')).toBeVisible();
    await expect.element(page.getByRole('meter', { name: 'Load' })).toHaveAttribute('aria-valuenow', '23');
    fake.state = fakeState([onBattery()]);
    // Only once it is pressed: it is tried again by itself as well, and what is pressed would be gone by then.
    const again = page.getByRole('button', { name: 'Try again' });
    again.element().addEventListener('click', () => (reachable = true), { capture: true });
    await again.click();
    await expect.element(page.getByTestId('hero')).toMatchTextContent('On battery.');
    await expect.element(page.getByText('The connection to Mainstay is lost')).not.toBeInTheDocument();
  });

  it('draws the last hour of more on the cards of a few UPSes where a large window has the room', async () => {
    await view.viewport(1920, 1080);
    try {
      const { page, fake } = await play('/', { state: several(4) });
      await expect.poll(() => page.getByRole('img', { name: /^Load over the last hour/u }).elements().length).toBe(4);
      await expect
        .poll(() => page.getByRole('img', { name: /^Battery charge over the last hour/u }).elements().length)
        .toBe(4);
      expect(fake.inputs('history.query')).toHaveLength(4);
      const main = document.getElementById('main');
      expect(main?.scrollHeight).toBe(main?.clientHeight);
      await view.viewport(1280, 800);
      await expect
        .element(page.getByRole('img', { name: /^Load over the last hour/u }).first())
        .not.toBeInTheDocument();
      await view.viewport(1920, 1080);
      const { page: again } = await play('/', { state: several(5) });
      await expect.poll(() => again.getByRole('img', { name: /^Input voltage/u }).elements().length).toBe(5);
      expect(again.getByRole('img', { name: /^Load over the last hour/u }).elements()).toEqual([]);
    } finally {
      await view.viewport(1280, 800);
    }
  });

  it('says what to do when the host refuses the token', async () => {
    const { page } = await play('/', { source: () => () => Promise.resolve({ ok: false, why: 'denied' }) });
    await expect.element(page.getByText('This window may not see Mainstay')).toBeVisible();
  });
});
