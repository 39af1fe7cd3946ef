import { Table, Text, TextInput } from '@mantine/core';
import { memo, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { label, type Value } from '../../../src-shared/nut/index.ts';
import { shortDuration, valueText } from '../../logic/formats.ts';
import { Columns } from '../../parts/columns.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Origin } from '../../parts/origin.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useAnswer, useNow, useScreens } from '../../state/hooks.ts';
import classes from './diagnostics.module.css';

const REFRESH = 5000;

/** Each variable with its name, value and age; and what is not reported, with the reason. */
export function Variables({ device }: { readonly device: string }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const answer = useAnswer('diagnostics.device', { device });
  const { reload } = answer;
  const [filter, setFilter] = useState('');
  useEffect(() => {
    const timer = setInterval(reload, REFRESH);
    return () => clearInterval(timer);
  }, [reload]);
  const fits = (name: string): boolean =>
    `${name} ${label(name, formats.locale)}`.toLowerCase().includes(filter.trim().toLowerCase());
  return (
    <Answered answer={answer}>
      {({ variables, absent, extras, counters }) => {
        const shown = variables.filter(({ name }) => fits(name)).toSorted((a, b) => a.name.localeCompare(b.name));
        return (
          <>
            <TextInput
              aria-label={t('diagnostics.filter')}
              placeholder={t('diagnostics.filter')}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
              mb="sm"
              maw={360}
            />
            <div className={classes['scroll']} role="region" aria-label={t('diagnostics.variables')} tabIndex={0}>
              <Table stickyHeader>
                <Columns
                  names={(['name', 'value', 'ageTitle', 'source'] as const).map((name) => t(`diagnostics.${name}`))}
                />
                <Table.Tbody>
                  {shown.map((variable) => (
                    <Variable key={variable.name} device={device} {...variable} />
                  ))}
                </Table.Tbody>
              </Table>
              {shown.length === 0 ? <Text c="dimmed">{t('diagnostics.noMatch')}</Text> : null}
            </div>
            <h2 className={classes['heading']}>{t('diagnostics.absent')}</h2>
            {absent.length === 0 ? <Text c="dimmed">{t('diagnostics.noAbsent')}</Text> : null}
            <dl className={classes['absent']}>
              {absent.map(({ name, reason }) => (
                <div key={name}>
                  <dt>
                    {label(name, formats.locale)} <span className="mono">{name}</span>
                  </dt>
                  <dd>{reason}</dd>
                </div>
              ))}
            </dl>
            {Object.keys(extras).length === 0 ? null : (
              <h2 className={classes['heading']}>{t('diagnostics.extras')}</h2>
            )}
            <dl className={classes['absent']}>
              {Object.entries(extras).map(([name, text]) => (
                <div key={name}>
                  <dt className="mono">{name}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
            {Object.keys(counters).length === 0 ? null : (
              <h2 className={classes['heading']}>{t('diagnostics.counters')}</h2>
            )}
            <dl className={classes['absent']}>
              {Object.entries(counters).map(([name, count]) => (
                <div key={name}>
                  <dt className="mono">{name}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
            </dl>
          </>
        );
      }}
    </Answered>
  );
}

const Variable = memo(function Variable(props: {
  readonly device: string;
  readonly name: string;
  readonly value: Value;
  readonly at: number;
  readonly derived: boolean;
  readonly corrected?: string | undefined;
}): ReactNode {
  const { device, name, value, at, derived, corrected } = props;
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  // Between two answers the stream is ahead of them.
  const live = useScreens((screens) => screens.state?.devices[device]?.values[name]);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {label(name, formats.locale)}
        <div className={`${classes['quiet'] ?? ''} mono`}>{name}</div>
      </Table.Th>
      <Table.Td>
        {valueText(name, live ?? value, formats)}
        <div className={`${classes['quiet'] ?? ''} mono`}>{String(live ?? value)}</div>
      </Table.Td>
      <Table.Td>{shortDuration(Math.max(0, Math.floor((now - at) / 1000)), formats)}</Table.Td>
      <Table.Td>
        <Origin derived={derived} corrected={corrected} />
        {corrected === undefined ? null : <div className={classes['quiet']}>{corrected}</div>}
        {derived || corrected !== undefined ? null : t('diagnostics.reported')}
      </Table.Td>
    </Table.Tr>
  );
});
