/** The first run: what is plugged in is offered by itself, and where there is nothing it says why. */
import { expect, it } from 'vitest';
import type { CallOutput } from '../../src-shared/contract/index.ts';
import { defaultSettings } from '../../src-shared/settings/index.ts';
import { fakeDevice, fakeState } from './fake-devices.ts';
import { play } from './stage.tsx';

const settings = { ...defaultSettings(), devices: [], demo: true };
const demo = fakeState([{ ...fakeDevice(), id: 'demo', name: 'Demo UPS', simulated: true }]);
const usb: CallOutput<'devices.scan'>['candidates'][number] = {
  uri: 'hid:051d:0002:AS1234',
  title: 'APC Back-UPS 950 (USB)',
  transport: 'hid',
  driver: 'hid',
  driverTitle: 'USB HID',
  confidence: 'likely',
  detail: 'It says of itself that it is a UPS.',
  known: false,
};
const port: typeof usb = {
  uri: 'serial:/dev/ttyUSB0',
  title: 'FTDI on /dev/ttyUSB0',
  transport: 'serial',
  confidence: 'possible',
  detail: 'Another program has this port open: ModemManager.',
  known: false,
};

/** An answer that comes when the test says so. */
function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  const waiting: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => {
    waiting.push(resolve);
  });
  return { promise, resolve: (value) => waiting.forEach((resolve) => resolve(value)) };
}

it('offers what is plugged in, adds it with one click, and then is out of the way', async () => {
  const { page, fake } = await play('/', {
    settings,
    state: demo,
    answers: { 'devices.scan': () => ({ candidates: [usb], looked: ['USB'] }) },
  });
  await expect.element(page.getByText(/What you see below is a simulated UPS/u)).toBeVisible();
  expect(fake.inputs('devices.scan')[0]).toMatchObject({ probe: false });
  await page.getByRole('button', { name: 'Add: APC Back-UPS 950 (USB)' }).click();
  await expect.poll(() => fake.inputs('devices.add')).toMatchObject([{ uri: usb.uri }]);
  await expect.element(page.getByText('Find your UPS')).not.toBeInTheDocument();
});

it('says where it looked, what is in the way and who has the port', async () => {
  const { page, fake } = await play('/', {
    settings,
    state: demo,
    answers: {
      'devices.scan': ({ probe }) => ({
        candidates: [probe ? port : { ...port, detail: 'Not asked.' }],
        looked: ['no USB device that says it is a UPS', 'serial ports: /dev/ttyUSB0'],
      }),
      'diagnostics.doctor': () => ({
        checks: [
          { name: 'Rules for USB', ok: false, message: 'sudo cp 70-mainstay.rules /etc/udev/rules.d/' },
          { name: 'Data folder', ok: true, message: 'Fine.' },
        ],
      }),
    },
  });
  await expect.element(page.getByText('No UPS is plugged in over USB')).toBeVisible();
  await expect.element(page.getByText('Looked at:')).toBeVisible();
  await expect.element(page.getByRole('listitem').filter({ hasText: /ttyUSB0/u })).toBeVisible();
  await expect.element(page.getByText(/sudo cp 70-mainstay\.rules/u)).toBeVisible();
  await expect.element(page.getByText('Data folder')).not.toBeInTheDocument();
  // Nothing is sent to a port before the person says so.
  expect(fake.inputs('devices.scan')).not.toContainEqual(expect.objectContaining({ probe: true }));
  await page.getByRole('button', { name: 'Ask the serial ports' }).click();
  await expect.element(page.getByText('No UPS has answered')).toBeVisible();
  await expect.element(page.getByText(/ModemManager/u)).toBeVisible();
});

it('says what is asked while serial ports are asked, and what is known so far stays', async () => {
  const { promise: answered, resolve: answer } = later<undefined>();
  const looked = ['no USB device that says it is a UPS', 'serial ports: /dev/ttyUSB0'];
  const { page } = await play('/', {
    settings,
    state: demo,
    answers: {
      'devices.scan': async ({ probe }) => {
        if (probe) await answered;
        return { candidates: [port], looked };
      },
      'diagnostics.doctor': () => ({ checks: [{ name: 'Rules for USB', ok: false, message: 'Copy the rules.' }] }),
    },
  });
  await expect.element(page.getByText('Copy the rules.')).toBeVisible();
  await page.getByRole('button', { name: 'Ask the serial ports' }).click();
  await expect.element(page.getByText('Asking the serial ports')).toBeVisible();
  await expect.element(page.getByText(/in every protocol in turn/u)).toBeVisible();
  await expect.element(page.getByText('serial ports: /dev/ttyUSB0')).toBeVisible();
  await expect.element(page.getByText('Copy the rules.')).toBeVisible();
  answer(undefined);
  await expect.element(page.getByText('No UPS has answered')).toBeVisible();
  expect(page.getByText('Asking the serial ports').elements()).toEqual([]);
});

it('says what trying an address does, while it does it', async () => {
  const { promise, resolve: answer } = later<typeof port>();
  const { page } = await play('/devices', { answers: { 'devices.probe': () => promise } });
  const form = page.getByRole('form', { name: 'Add by hand' });
  await form.getByRole('textbox', { name: 'Port' }).fill('/dev/ttyUSB7');
  await form.getByRole('button', { name: 'Try it first' }).click();
  const doing = page.getByText(/^Opening \/dev\/ttyUSB7 and asking who is there/u);
  await expect.element(doing).toBeVisible();
  answer({ ...port, title: 'Line 850', detail: 'It answered.' });
  await expect.element(page.getByText('Line 850: It answered.')).toBeVisible();
  await expect.element(doing).not.toBeInTheDocument();
});

it('is not there once a UPS has been added', async () => {
  const { page } = await play('/');
  await expect.element(page.getByText('Power flow')).toBeVisible();
  await expect.element(page.getByText('Find your UPS')).not.toBeInTheDocument();
});
