import { IconChartLine } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EngineEvent } from '../../../src-shared/contract/index.ts';
import { rowsOf } from '../../logic/chart-rows.ts';
import { shortDuration } from '../../logic/formats.ts';
import { fixedRange, momentsOf, type Range } from '../../logic/range.ts';
import { Answered } from '../../parts/answered.tsx';
import { Blank } from '../../parts/blank.tsx';
import { useSelectedDevice } from '../../parts/device-picker.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useAnswer, useNow } from '../../state/hooks.ts';
import { ChartStack } from './chart-stack.tsx';
import { Controls } from './controls.tsx';
import classes from './history.module.css';
import { HistoryTable } from './history-table.tsx';
import { Outages } from './outages.tsx';

/** Points asked for; more than a screen has columns would only cost time. */
const POINTS = 600;
/** What is chosen before the person chose, where the device records it. */
const FIRST = ['battery.charge', 'input.voltage', 'ups.load'];

/** What was, as charts and as a list of outages. */
export default function HistoryScreen(): ReactNode {
  const { t } = useTranslation();
  const id = useSelectedDevice()?.id;
  if (id === undefined) {
    return (
      <Panel>
        <Blank icon={IconChartLine} title={t('history.noDeviceTitle')} text={t('history.noDeviceText')} />
      </Panel>
    );
  }
  return <DeviceHistory key={id} device={id} />;
}

function DeviceHistory({ device }: { readonly device: string }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const [range, setRange] = useState<Range>({ preset: '1h' });
  const [chosen, setChosen] = useState<readonly string[]>();
  const [asTable, setAsTable] = useState(false);
  const known = useAnswer('history.variables', { device }).value?.variables;
  const variables = useMemo(() => {
    if (chosen !== undefined) return chosen;
    const usual = FIRST.filter((name) => known?.includes(name));
    return usual.length > 0 ? usual : (known ?? []).slice(0, 3);
  }, [chosen, known]);
  const { from, to } = momentsOf(range, now);
  const asked =
    known === undefined || variables.length === 0 ? undefined : { device, variables: [...variables], from, to };
  const answer = useAnswer('history.query', asked === undefined ? undefined : { ...asked, points: POINTS });
  const events = useAnswer('events.query', { device, severities: ['warning', 'critical'], from, to, limit: 200 });
  const history = answer.value;
  const rows = useMemo(() => (history === undefined ? [] : rowsOf(history, POINTS, formats)), [history, formats]);
  const shown = events.value?.events ?? NO_EVENTS;
  return (
    <>
      <Panel>
        <Controls
          device={device}
          known={known ?? []}
          variables={variables}
          onVariables={setChosen}
          range={range}
          moments={{ from, to }}
          onRange={setRange}
          asTable={asTable}
          onTable={setAsTable}
        />
      </Panel>
      <Panel>
        {known !== undefined && variables.length === 0 ? (
          <Blank
            icon={IconChartLine}
            title={t(known.length === 0 ? 'history.emptyTitle' : 'history.noneTitle')}
            text={t(known.length === 0 ? 'history.emptyText' : 'history.noneText')}
          />
        ) : (
          <Answered answer={answer}>
            {({ resolution, bands }) => (
              <>
                {rows.length === 0 ? (
                  <Blank icon={IconChartLine} title={t('history.emptyTitle')} text={t('history.emptyText')} />
                ) : asTable ? (
                  <HistoryTable rows={rows} variables={variables} />
                ) : (
                  <ChartStack
                    rows={rows}
                    variables={variables}
                    from={from}
                    to={to}
                    bands={bands}
                    events={shown}
                    onRange={setRange}
                  />
                )}
                <div className={classes['foot']}>
                  <span className={classes['bands']}>
                    {(['on-battery', 'test', 'lost'] as const).map((kind) => (
                      <span key={kind}>
                        <i
                          style={{
                            background: `var(--${kind === 'on-battery' ? 'warning' : kind === 'test' ? 'info' : 'unknown'})`,
                          }}
                        />
                        {t(`history.bands.${kind}`)}
                      </span>
                    ))}
                  </span>
                  <span>
                    {t('history.resolution', {
                      time: shortDuration(Math.max(resolution, (to - from) / 1000 / POINTS), formats),
                    })}
                  </span>
                </div>
              </>
            )}
          </Answered>
        )}
      </Panel>
      <Outages
        device={device}
        onShow={(begin, end) => {
          const next = fixedRange(begin, end);
          if (next !== undefined) setRange(next);
        }}
      />
    </>
  );
}

const NO_EVENTS: readonly EngineEvent[] = [];
