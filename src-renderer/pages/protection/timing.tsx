import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../parts/number-field.tsx';
import { SettingLine } from '../../parts/setting-line.tsx';
import type { EditProps } from './triggers.tsx';

/** A number of seconds as one line. */
export function SecondsLine(props: {
  readonly name: string;
  readonly help: ReactNode;
  readonly min?: number;
  readonly max: number;
  readonly value: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const { name, help, min = 0, max, value, disabled = false, onChange } = props;
  const { t } = useTranslation();
  return (
    <SettingLine name={name} help={help}>
      <NumberField
        label={name}
        suffix={t('protection.seconds')}
        min={min}
        max={max}
        value={value}
        disabled={disabled}
        onChange={(next) => onChange(Math.round(next))}
      />
    </SettingLine>
  );
}

/** What counts as an outage and as its end, and how many of several UPSes must hold. */
export function Timing({ setting, feeding, onChange }: EditProps & { readonly feeding: number }): ReactNode {
  const { t } = useTranslation();
  const { suppliesNeeded } = setting;
  // A number from a time with more UPSes stays in sight until it is changed.
  const most = Math.max(feeding, suppliesNeeded === 'all' ? 0 : suppliesNeeded + 1);
  return (
    <>
      {feeding > 1 || suppliesNeeded !== 'all' ? (
        <SettingLine name={t('protection.supplies')} help={t('protection.suppliesHelp')}>
          <Select
            aria-label={t('protection.supplies')}
            w={240}
            allowDeselect={false}
            data={[
              { value: 'all', label: t('protection.suppliesAll') },
              ...Array.from({ length: most - 1 }, (_, index) => ({
                value: String(index + 1),
                label: t('protection.suppliesSome', { count: index + 1, total: feeding }),
              })),
            ]}
            value={String(suppliesNeeded)}
            onChange={(value) => {
              if (value !== null) onChange({ ...setting, suppliesNeeded: value === 'all' ? 'all' : Number(value) });
            }}
          />
        </SettingLine>
      ) : null}
      <SecondsLine
        name={t('protection.confirmSeconds')}
        help={t('protection.confirmHelp')}
        max={300}
        value={setting.confirmSeconds}
        onChange={(confirmSeconds) => onChange({ ...setting, confirmSeconds })}
      />
      <SecondsLine
        name={t('protection.stableSeconds')}
        help={t('protection.stableHelp')}
        max={600}
        value={setting.mainsStableSeconds}
        onChange={(mainsStableSeconds) => onChange({ ...setting, mainsStableSeconds })}
      />
    </>
  );
}
