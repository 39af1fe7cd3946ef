import { Button, Group, NumberInput, Select, Switch, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import { type EnergySetting, type Meter, meterSchema } from '../../../src-shared/settings/energy.ts';
import { ASSUMED_POWER_FACTOR, wattsNow } from '../../../src-shared/watts.ts';
import { hourText, numberText } from '../../logic/formats.ts';
import { SettingLine } from '../../parts/setting-line.tsx';
import { useFormats } from '../../parts/use-formats.ts';

type Change = (energy: EnergySetting) => void;

/** A number that may be left empty; it is handed on when the field is left, as long as it is in range. */
function OptionalNumber(props: {
  readonly label: string;
  readonly suffix: string;
  readonly min: number;
  readonly max: number;
  readonly digits: number;
  readonly placeholder: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}): ReactNode {
  const { label, suffix, min, max, digits, placeholder, value, onChange } = props;
  const [text, setText] = useState<string | number>();
  const leave = (): void => {
    if (text === undefined) return;
    const number = Number(text);
    if (text === '') onChange(undefined);
    else if (number >= min && number <= max && number !== value) onChange(number);
    setText(undefined);
  };
  return (
    <NumberInput
      aria-label={`${label}, ${suffix}`}
      w={170}
      hideControls
      decimalScale={digits}
      allowNegative={false}
      placeholder={placeholder}
      // Its unit stands in the field, so that all fields end at one line.
      rightSection={
        <Text size="sm" c="dimmed">
          {suffix}
        </Text>
      }
      rightSectionWidth={`${suffix.length + 3}ch`}
      rightSectionPointerEvents="none"
      value={text ?? value ?? ''}
      onChange={setText}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}

/** How the watts of one UPS are told. */
export function MeterSettings({
  device,
  energy,
  onChange,
}: {
  readonly device: DeviceState;
  readonly energy: EnergySetting;
  readonly onChange: Change;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const meter = energy.meters[device.id] ?? meterSchema.parse({});
  const [shown, setShown] = useState<string | number>('');
  const set = (change: { readonly [K in keyof Meter]?: Meter[K] | undefined }): void => {
    const all = Object.entries({ ...meter, ...change }).filter(([, value]) => value !== undefined);
    onChange({ ...energy, meters: { ...energy.meters, [device.id]: meterSchema.parse(Object.fromEntries(all)) } });
  };
  const told = wattsNow(device, { ...meter, calibration: 1 });
  const calibration = told === undefined || told.watts <= 0 ? Number.NaN : Number(shown) / told.watts;
  const possible = meterSchema.shape.calibration.safeParse(calibration).success;
  const measures = told?.method === 'measured' || told?.method === 'computed';
  return (
    <>
      {measures ? null : (
        <>
          <SettingLine name={t('energy.rating')} help={t('energy.ratingHelp')}>
            <OptionalNumber
              label={t('energy.rating')}
              suffix={t('energy.wattsUnit')}
              min={1}
              max={10_000_000}
              digits={0}
              placeholder={t('energy.none')}
              value={meter.ratedWatts}
              onChange={(ratedWatts) => set({ ratedWatts })}
            />
          </SettingLine>
          <SettingLine name={t('energy.factor')} help={t('energy.factorHelp')}>
            <OptionalNumber
              label={t('energy.factor')}
              suffix="W/VA"
              min={0.1}
              max={1}
              digits={2}
              placeholder={numberText(ASSUMED_POWER_FACTOR, formats, 2)}
              value={meter.powerFactor}
              onChange={(powerFactor) => set({ powerFactor })}
            />
          </SettingLine>
        </>
      )}
      <SettingLine name={t('energy.calibration')} help={t('energy.calibrationHelp')}>
        <Group gap={8} wrap="nowrap">
          <NumberInput
            aria-label={`${t('energy.calibrationShown')}, ${t('energy.wattsUnit')}`}
            placeholder={t('energy.wattsUnit')}
            w={110}
            hideControls
            allowNegative={false}
            value={shown}
            onChange={setShown}
          />
          <Button
            variant="default"
            disabled={!possible}
            onClick={() => {
              set({ calibration });
              setShown('');
            }}
          >
            {t('energy.calibrate')}
          </Button>
        </Group>
      </SettingLine>
      {meter.calibration === 1 ? null : (
        <Group justify="space-between" mt="xs">
          <Text size="sm">{t('energy.calibrated', { factor: numberText(meter.calibration, formats, 3) })}</Text>
          <Button variant="subtle" size="compact-sm" onClick={() => set({ calibration: 1 })}>
            {t('energy.uncalibrate')}
          </Button>
        </Group>
      )}
    </>
  );
}

/** What a kilowatt-hour costs and emits. */
export function TariffSettings({
  energy,
  onChange,
}: {
  readonly energy: EnergySetting;
  readonly onChange: Change;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { tariff, co2, currency, ...rest } = energy;
  const [code, setCode] = useState<string>();
  const perKwh = t('energy.perKwh', { currency });
  const change = (next: Pick<Partial<EnergySetting>, 'tariff' | 'co2' | 'currency'>): void =>
    onChange({
      ...rest,
      currency,
      ...(tariff === undefined ? {} : { tariff }),
      ...(co2 === undefined ? {} : { co2 }),
      ...next,
    });
  const night = tariff?.night;
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourText(hour, formats) }));
  return (
    <>
      <SettingLine name={t('energy.currency')} help={t('energy.currencyHelp')}>
        <TextInput
          aria-label={t('energy.currency')}
          w={170}
          maxLength={3}
          value={code ?? currency}
          onChange={(event) => {
            const next = event.currentTarget.value.toUpperCase();
            setCode(next);
            if (/^[A-Z]{3}$/u.test(next) && next !== currency) change({ currency: next });
          }}
          onBlur={() => setCode(undefined)}
        />
      </SettingLine>
      <SettingLine name={t('energy.price')} help={t('energy.tariffHelp')}>
        <OptionalNumber
          label={t('energy.price')}
          suffix={perKwh}
          min={0}
          max={100_000}
          digits={4}
          placeholder={t('energy.none')}
          value={tariff?.day}
          onChange={(day) => {
            if (day === undefined) onChange({ ...rest, currency, ...(co2 === undefined ? {} : { co2 }) });
            else change({ tariff: { ...tariff, day } });
          }}
        />
      </SettingLine>
      {tariff === undefined ? null : (
        <SettingLine name={t('energy.night')}>
          <Switch
            aria-label={t('energy.night')}
            checked={night !== undefined}
            onChange={(event) => {
              const first = { price: tariff.day, from: 22, to: 6 };
              change({ tariff: { day: tariff.day, ...(event.currentTarget.checked ? { night: first } : {}) } });
            }}
          />
        </SettingLine>
      )}
      {tariff === undefined || night === undefined ? null : (
        <>
          <SettingLine name={t('energy.nightPrice')}>
            <OptionalNumber
              label={t('energy.nightPrice')}
              suffix={perKwh}
              min={0}
              max={100_000}
              digits={4}
              placeholder={t('energy.none')}
              value={night.price}
              onChange={(price) => price !== undefined && change({ tariff: { ...tariff, night: { ...night, price } } })}
            />
          </SettingLine>
          {(['from', 'to'] as const).map((end) => (
            <SettingLine key={end} name={t(end === 'from' ? 'energy.nightFrom' : 'energy.nightTo')}>
              <Select
                aria-label={`${t('energy.nightPrice')}: ${t(end === 'from' ? 'energy.nightFrom' : 'energy.nightTo')}`}
                w={170}
                allowDeselect={false}
                data={hours}
                value={String(night[end])}
                onChange={(value) =>
                  value !== null && change({ tariff: { ...tariff, night: { ...night, [end]: Number(value) } } })
                }
              />
            </SettingLine>
          ))}
        </>
      )}
      <SettingLine name={t('energy.emission')} help={t('energy.emissionHelp')}>
        <OptionalNumber
          label={t('energy.emission')}
          suffix={t('energy.emissionUnit')}
          min={0}
          max={3000}
          digits={0}
          placeholder={t('energy.none')}
          value={co2}
          onChange={(next) => {
            if (next === undefined) onChange({ ...rest, currency, ...(tariff === undefined ? {} : { tariff }) });
            else change({ co2: next });
          }}
        />
      </SettingLine>
    </>
  );
}
