import { Button, Group, SegmentedControl, Table } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exchange } from '../../../src-shared/contract/index.ts';
import type { Tone } from '../../logic/condition.ts';
import { momentText, numberText } from '../../logic/formats.ts';
import { Columns } from '../../parts/columns.tsx';
import { Blank } from '../../parts/blank.tsx';
import { Badge } from '../../parts/badge.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useEngine, useScreens } from '../../state/hooks.ts';
import classes from './diagnostics.module.css';

/** Exchanges kept in sight; the engine keeps more. */
const KEPT = 200;

/** The newest first, each once: the first answer and the stream may overlap. */
function joined(before: readonly Exchange[], more: readonly Exchange[]): readonly Exchange[] {
  const byId = new Map([...before, ...more].map((exchange) => [exchange.id, exchange]));
  return [...byId.values()].toSorted((a, b) => b.id - a.id).slice(0, KEPT);
}

/** What goes over the wire, as it happens. */
export function Trace({ device }: { readonly device: string }): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const epoch = useScreens((screens) => screens.epoch);
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const [paused, setPaused] = useState(false);
  const [hex, setHex] = useState(false);
  const stopped = useRef(paused);
  useEffect(() => {
    stopped.current = paused;
  }, [paused]);
  useEffect(() => {
    let gone = false;
    const show = (more: readonly Exchange[]): void => {
      if (!gone && !stopped.current) setExchanges((before) => joined(before, more));
    };
    engine.call('diagnostics.trace', { device, limit: KEPT }).then(
      (answer) => show(answer.exchanges),
      // The stream goes on showing what comes; a lost connection is told above.
      () => undefined,
    );
    const end = engine.subscribe('trace', { device }, (batch) => show(batch.exchanges));
    return () => {
      gone = true;
      end();
    };
  }, [engine, device, epoch]);
  if (exchanges.length === 0)
    return (
      <Blank icon={IconActivity} title={t('diagnostics.traceEmptyTitle')} text={t('diagnostics.traceEmptyText')} />
    );
  return (
    <>
      <Group mb="sm">
        <SegmentedControl
          aria-label={t('diagnostics.notation')}
          data={[
            { value: 'text', label: t('diagnostics.asText') },
            { value: 'hex', label: t('diagnostics.asHex') },
          ]}
          value={hex ? 'hex' : 'text'}
          onChange={(value) => setHex(value === 'hex')}
        />
        <Button variant="default" onClick={() => setPaused(!paused)}>
          {t(paused ? 'diagnostics.resume' : 'diagnostics.pause')}
        </Button>
        <Button variant="default" onClick={() => setExchanges([])}>
          {t('diagnostics.clear')}
        </Button>
      </Group>
      <div className={classes['trace']} role="region" aria-label={t('diagnostics.traceLabel')} tabIndex={0}>
        <Table stickyHeader>
          <Columns
            names={(['time', 'question', 'answer', 'outcome', 'took'] as const).map((name) => t(`diagnostics.${name}`))}
          />
          <Table.Tbody>
            {exchanges.map((exchange) => (
              <Row key={exchange.id} exchange={exchange} hex={hex} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}

const TONES: Readonly<Record<Exchange['outcome'], Tone>> = {
  ok: 'good',
  timeout: 'warning',
  garbled: 'warning',
  refused: 'info',
  closed: 'critical',
};

const Row = memo(function Row({ exchange, hex }: { readonly exchange: Exchange; readonly hex: boolean }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { time, direction, request, answer, requestText, answerText, outcome, milliseconds } = exchange;
  return (
    <Table.Tr>
      <Table.Td>{momentText(time, 'time', formats)}</Table.Td>
      <Table.Td className={`${classes['bytes'] ?? ''} mono`}>
        {direction === 'exchange' ? (hex ? request : requestText) : t(`diagnostics.directions.${direction}`)}
      </Table.Td>
      <Table.Td className={`${classes['bytes'] ?? ''} mono`}>{hex ? answer : answerText}</Table.Td>
      <Table.Td>
        <Badge tone={TONES[outcome]}>{t(`diagnostics.outcomes.${outcome}`)}</Badge>
      </Table.Td>
      <Table.Td>{t('diagnostics.milliseconds', { time: numberText(milliseconds, formats, 0) })}</Table.Td>
    </Table.Tr>
  );
});
