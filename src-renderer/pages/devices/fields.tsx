import { PasswordInput, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shownFields, speaksBehind, withValue } from '../../../src-shared/address/form.ts';
import type { FormScheme } from '../../../src-shared/address/kinds.ts';
import type { ChoiceOf, FormField, FormValues } from '../../../src-shared/address/part.ts';
import { LEVELS, PARITIES } from '../../../src-shared/address/serial.ts';
import { VERSIONS } from '../../../src-shared/address/snmp.ts';
import type { DriverInfo } from '../../../src-shared/contract/index.ts';
import { type ScenarioName, SCENARIOS } from '../../../src-shared/ups-model/index.ts';

interface Fields {
  readonly scheme: FormScheme;
  readonly drivers: readonly DriverInfo[];
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What is asked for a device of this kind. */
export function AddressFields({ scheme, drivers, values, onChange }: Fields): ReactNode {
  return shownFields(scheme, values).map((field) => (
    <AddressField
      key={field.name}
      field={field}
      drivers={drivers.filter(({ port }) => speaksBehind(scheme, port))}
      values={values}
      onChange={(value) => onChange(withValue(scheme, values, field.name, value))}
    />
  ));
}

interface Field {
  readonly field: FormField;
  /** Those that can be found behind such an address. */
  readonly drivers: readonly DriverInfo[];
  readonly values: FormValues;
  readonly onChange: (value: string) => void;
}

function AddressField({ field, drivers, values, onChange }: Field): ReactNode {
  const { t } = useTranslation();
  const { name, input, help } = field;
  if (input === 'choice') return <ChoiceField field={field} drivers={drivers} values={values} onChange={onChange} />;
  const typed = {
    label: t(`devices.${name}`),
    ...(help === undefined ? {} : { description: t(`devices.${help}`) }),
    value: values[name] ?? '',
    onChange: (event: { readonly currentTarget: { readonly value: string } }): void =>
      onChange(event.currentTarget.value),
  };
  if (input === 'secret') return <PasswordInput {...typed} autoComplete="off" />;
  if (input === 'whole') return <TextInput {...typed} inputMode="numeric" />;
  if (input === 'decimal') return <TextInput {...typed} inputMode="decimal" placeholder="1" />;
  return <TextInput {...typed} {...(name === 'user' ? { autoComplete: 'off' } : {})} />;
}

/** A choice in which the empty value means: leave it to Mainstay, or none. */
function ChoiceField({ field, drivers, values, onChange }: Field): ReactNode {
  const { t } = useTranslation();
  const choices = useChoices(field, drivers, values);
  const { name, open, help } = field;
  const value = values[name] ?? '';
  // What no driver here speaks is not asked for.
  if (field.of === 'dialects' && choices.length === 0) return null;
  return (
    <Select
      label={t(`devices.${name}`)}
      {...(help === undefined ? {} : { description: t(`devices.${help}`) })}
      data={open === undefined ? [...choices] : [{ value: '', label: t(`common.${open}`) }, ...choices]}
      value={open === undefined && value === '' ? null : value}
      allowDeselect={false}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}

/** What the protocols are called where people meet them. */
const PROTOCOL_NAMES: Readonly<Record<string, string>> = {
  md5: 'MD5',
  sha: 'SHA-1',
  sha224: 'SHA-224',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
  des: 'DES',
  aes: 'AES-128',
  aes256b: 'AES-256 (Blumenthal)',
  aes256r: 'AES-256 (Reeder)',
};

function useChoices({ name, of = [] }: FormField, drivers: readonly DriverInfo[], values: FormValues): Choice[] {
  const { t } = useTranslation();
  if (of === 'drivers') return drivers.map(({ id, title }) => ({ value: id, label: title }));
  return valuesFrom(of, drivers, values).map((value) => {
    if (name === 'parity' && isOneOf(PARITIES, value)) return { value, label: t(`devices.parities.${value}`) };
    if ((name === 'dtr' || name === 'rts') && isOneOf(LEVELS, value))
      return { value, label: t(`devices.line.${value}`) };
    if (name === 'version' && isOneOf(VERSIONS, value)) return { value, label: t(`devices.versions.${value}`) };
    if (name === 'scenario' && isScenario(value)) return { value, label: t(`scenario.${value}`) };
    return { value, label: PROTOCOL_NAMES[value] ?? value };
  });
}

function valuesFrom(
  of: Exclude<ChoiceOf, 'drivers'>,
  drivers: readonly DriverInfo[],
  { driver }: FormValues,
): readonly string[] {
  if (of === 'scenarios') return Object.keys(SCENARIOS);
  if (of === 'tables') return drivers.flatMap(({ dialects }) => dialects);
  return of === 'dialects' ? (drivers.find(({ id }) => id === driver)?.dialects ?? []) : of;
}

const isScenario = (name: string): name is ScenarioName => Object.hasOwn(SCENARIOS, name);

function isOneOf<T extends string>(values: readonly T[], text: string): text is T {
  return values.some((value) => value === text);
}
