import { PasswordInput, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriverInfo } from '../../../src-shared/contract/index.ts';
import { type ScenarioName, SCENARIOS } from '../../../src-shared/ups-model/index.ts';
import type { SerialForm, SimulatedForm, SnmpForm } from '../../logic/uri.ts';

interface Fields<T> {
  readonly drivers: readonly DriverInfo[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A choice in which the empty value means: leave it to Mainstay. */
function Choose(props: {
  readonly label: string;
  readonly description?: string;
  readonly data: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly empty?: string;
}): ReactNode {
  const { t } = useTranslation();
  const { data, onChange, empty = t('common.automatic'), ...rest } = props;
  return (
    <Select
      {...rest}
      data={[{ value: '', label: empty }, ...data]}
      allowDeselect={false}
      onChange={(value) => onChange(value ?? '')}
    />
  );
}

/** The member of a list that a text is, or its first: what a field hands over is only ever a text. */
function oneOf<T extends string>(values: readonly T[], text: string): T {
  const found = values.find((value) => value === text) ?? values[0];
  if (found === undefined) throw new Error('A choice needs at least one value.');
  return found;
}

const PARITIES = ['none', 'even', 'odd'] as const;
const LINES = ['0', '1'] as const;
const BAUDS = ['1200', '2400', '4800', '9600', '19200', '38400', '57600', '115200'];

/** A serial port with all its options. */
export function SerialFields({ drivers, value, onChange }: Fields<SerialForm>): ReactNode {
  const { t } = useTranslation();
  const dialects = drivers.find(({ id }) => id === value.driver)?.dialects ?? [];
  const lines = LINES.map((line) => ({ value: line, label: t(`devices.line.${line}`) }));
  return (
    <>
      <TextInput
        label={t('devices.path')}
        description={t('devices.pathHelp')}
        value={value.path}
        onChange={(event) => onChange({ ...value, path: event.currentTarget.value })}
      />
      <Choose
        label={t('devices.driver')}
        description={t('devices.driverHelp')}
        data={drivers.filter(({ port }) => port === 'stream').map(({ id, title }) => ({ value: id, label: title }))}
        value={value.driver}
        onChange={(driver) => onChange({ ...value, driver, dialect: '' })}
      />
      {dialects.length === 0 ? null : (
        <Choose
          label={t('devices.dialect')}
          data={dialects.map((each) => ({ value: each, label: each }))}
          value={value.dialect}
          onChange={(dialect) => onChange({ ...value, dialect })}
        />
      )}
      <Choose
        label={t('devices.baud')}
        data={BAUDS.map((each) => ({ value: each, label: each }))}
        value={value.baud}
        onChange={(baud) => onChange({ ...value, baud })}
      />
      <Choose
        label={t('devices.parity')}
        data={PARITIES.map((each) => ({ value: each, label: t(`devices.parities.${each}`) }))}
        value={value.parity}
        onChange={(parity) => onChange({ ...value, parity: oneOf(['', ...PARITIES], parity) })}
      />
      <Choose
        label={t('devices.dtr')}
        data={lines}
        value={value.dtr}
        onChange={(dtr) => onChange({ ...value, dtr: oneOf(['', ...LINES], dtr) })}
      />
      <Choose
        label={t('devices.rts')}
        data={lines}
        value={value.rts}
        onChange={(rts) => onChange({ ...value, rts: oneOf(['', ...LINES], rts) })}
      />
    </>
  );
}

const VERSIONS = ['1', '2c', '3'] as const;
const AUTHS = ['', 'md5', 'sha', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
const PRIVACIES = ['', 'des', 'aes', 'aes256b', 'aes256r'] as const;
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
const protocols = (values: readonly string[]): Choice[] =>
  values.filter((value) => value !== '').map((value) => ({ value, label: PROTOCOL_NAMES[value] ?? value }));

/** An SNMP agent with all its options. */
export function SnmpFields({ drivers, value, onChange }: Fields<SnmpForm>): ReactNode {
  const { t } = useTranslation();
  const tables = drivers.filter(({ port }) => port === 'snmp').flatMap(({ dialects }) => dialects);
  return (
    <>
      <TextInput
        label={t('devices.host')}
        value={value.host}
        onChange={(event) => onChange({ ...value, host: event.currentTarget.value })}
      />
      <TextInput
        label={t('devices.port')}
        inputMode="numeric"
        value={value.port}
        onChange={(event) => onChange({ ...value, port: event.currentTarget.value })}
      />
      <Select
        label={t('devices.version')}
        data={VERSIONS.map((version) => ({ value: version, label: t(`devices.versions.${version}`) }))}
        value={value.version}
        allowDeselect={false}
        onChange={(version) => onChange({ ...value, version: oneOf(VERSIONS, version ?? '2c') })}
      />
      {value.version === '3' ? (
        <UserFields value={value} onChange={onChange} />
      ) : (
        <TextInput
          label={t('devices.community')}
          value={value.community}
          onChange={(event) => onChange({ ...value, community: event.currentTarget.value })}
        />
      )}
      <Choose
        label={t('devices.table')}
        data={tables.map((each) => ({ value: each, label: each }))}
        value={value.table}
        onChange={(table) => onChange({ ...value, table })}
      />
    </>
  );
}

function UserFields({
  value,
  onChange,
}: {
  readonly value: SnmpForm;
  readonly onChange: (value: SnmpForm) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('devices.user')}
        autoComplete="off"
        value={value.user}
        onChange={(event) => onChange({ ...value, user: event.currentTarget.value })}
      />
      <Choose
        label={t('devices.auth')}
        empty={t('common.none')}
        data={protocols(AUTHS)}
        value={value.auth}
        onChange={(auth) => onChange({ ...value, auth: oneOf(AUTHS, auth) })}
      />
      {value.auth === '' ? null : (
        <>
          <PasswordInput
            label={t('devices.authPassword')}
            autoComplete="off"
            value={value.authPassword}
            onChange={(event) => onChange({ ...value, authPassword: event.currentTarget.value })}
          />
          <Choose
            label={t('devices.privacy')}
            empty={t('common.none')}
            data={protocols(PRIVACIES)}
            value={value.privacy}
            onChange={(privacy) => onChange({ ...value, privacy: oneOf(PRIVACIES, privacy) })}
          />
          {value.privacy === '' ? null : (
            <PasswordInput
              label={t('devices.privacyPassword')}
              autoComplete="off"
              value={value.privacyPassword}
              onChange={(event) => onChange({ ...value, privacyPassword: event.currentTarget.value })}
            />
          )}
        </>
      )}
    </>
  );
}

const isScenario = (name: string): name is ScenarioName => Object.hasOwn(SCENARIOS, name);

/** A simulated UPS. */
export function SimulatedFields({ drivers, value, onChange }: Fields<SimulatedForm>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('devices.driver')}
        data={drivers.map(({ id, title }) => ({ value: id, label: title }))}
        value={value.driver === '' ? null : value.driver}
        allowDeselect={false}
        onChange={(driver) => onChange({ ...value, driver: driver ?? '' })}
      />
      <Choose
        label={t('devices.scenario')}
        empty={t('common.none')}
        data={Object.keys(SCENARIOS)
          .filter(isScenario)
          .map((name) => ({ value: name, label: t(`scenario.${name}`) }))}
        value={value.scenario}
        onChange={(scenario) => onChange({ ...value, scenario })}
      />
      <TextInput
        label={t('devices.speed')}
        inputMode="decimal"
        placeholder="1"
        value={value.speed}
        onChange={(event) => onChange({ ...value, speed: event.currentTarget.value })}
      />
    </>
  );
}
