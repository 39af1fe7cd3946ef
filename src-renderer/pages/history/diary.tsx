import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload, IconNotebook } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diary } from '../../../src-shared/contract/index.ts';
import { type DiaryChoice, diaryKinds, patternText } from '../../logic/diary.ts';
import { numberText, shortDuration, valueText } from '../../logic/formats.ts';
import { Answered } from '../../parts/answered.tsx';
import { Blank } from '../../parts/blank.tsx';
import { DevicePicker } from '../../parts/device-picker.tsx';
import { Panel } from '../../parts/panel.tsx';
import { saveText } from '../../parts/save-text.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useAnswer, useEngine, useStepped } from '../../state/hooks.ts';
import classes from './diary.module.css';
import { DiaryGrid } from './diary-grid.tsx';
import { DiaryList } from './diary-list.tsx';

const DAY = 86_400_000;
const RANGES = { '30d': 30 * DAY, '90d': 90 * DAY, '1y': 365 * DAY } as const;
const NAMES = ['30d', '90d', '1y'] as const;
/** The diary moves on in these steps. Milliseconds. */
const STEP = 900_000;
/** Entries listed; the CSV holds all. */
const LISTED = 200;

/** What mains did: how often, at which hours, and one by one. */
export function DiaryView({ device }: { readonly device: string }): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const [name, setName] = useState<(typeof NAMES)[number]>('1y');
  const [busy, setBusy] = useState(false);
  const to = useStepped(STEP);
  const range = { device, from: to - RANGES[name], to };
  const answer = useAnswer('diary.query', { ...range, limit: LISTED });
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      const file = await engine.call('diary.csv', range);
      saveText(file.name, file.text, 'text/csv');
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Panel>
        <div className={classes['controls']}>
          <DevicePicker />
          <SegmentedControl
            aria-label={t('diary.range')}
            data={NAMES.map((value) => ({ value, label: t(`diary.ranges.${value}`) }))}
            value={name}
            onChange={(value) => setName(NAMES.find((each) => each === value) ?? name)}
          />
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={busy}
            onClick={() => void download()}
          >
            {t('diary.csv')}
          </Button>
        </div>
      </Panel>
      <Answered answer={answer}>{(diary) => <Pages diary={diary} />}</Answered>
    </>
  );
}

function Pages({ diary }: { readonly diary: Diary }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const [chosen, setChosen] = useState<DiaryChoice>('all');
  const { recordedHours, patterns, totals, bounds, zone, cells, entries } = diary;
  if (recordedHours === 0) {
    return (
      <Panel>
        <Blank icon={IconNotebook} title={t('diary.emptyTitle')} text={t('diary.emptyText')} />
      </Panel>
    );
  }
  const kinds = diaryKinds(diary);
  const choice = chosen === 'all' || kinds.includes(chosen) ? chosen : 'all';
  const all = kinds.reduce((sum, kind) => sum + totals[kind], 0);
  const choices = ['all', ...kinds] as const;
  const volts = (value: number | undefined): string => valueText('input.voltage', value, formats);
  return (
    <>
      <Panel title={t('diary.standsOut')}>
        {patterns.length === 0 ? (
          <div className={classes['quiet']}>{t(all === 0 ? 'diary.quiet' : 'diary.nothingStandsOut')}</div>
        ) : (
          <ul className={classes['patterns']}>
            {patterns.map((pattern) => (
              <li key={patternText(pattern, formats, t)}>
                <b>{patternText(pattern, formats, t)}</b>{' '}
                <span className={classes['quiet']}>
                  {t(pattern.hours === undefined ? 'diary.support.days' : 'diary.support.hours', {
                    inside: numberText(pattern.inside, formats),
                    all: numberText(pattern.all, formats),
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
        <dl className={classes['totals']} aria-label={t('diary.totals')}>
          {kinds.map((kind) => (
            <div key={kind}>
              <dt>{t(`diary.kinds.${kind}`)}</dt>
              <dd>{numberText(totals[kind], formats)}</dd>
              <dd className={classes['quiet']}>
                {t(`diary.what.${kind}`, { volts: volts(kind === 'sag' ? bounds?.low : bounds?.high) })}
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel
        title={t('diary.week')}
        action={
          <SegmentedControl
            size="xs"
            aria-label={t('diary.kind')}
            data={choices.map((value) => ({
              value,
              label: value === 'all' ? t('diary.all') : t(`diary.kinds.${value}`),
            }))}
            value={choice}
            onChange={(value) => setChosen(choices.find((each) => each === value) ?? 'all')}
          />
        }
      >
        <DiaryGrid cells={cells} choice={choice} />
        {zone === Intl.DateTimeFormat().resolvedOptions().timeZone ? null : (
          <div className={classes['quiet']}>{t('diary.zone', { zone })}</div>
        )}
      </Panel>
      <Panel title={t('diary.list')}>
        <DiaryList
          entries={entries.filter(({ kind }) => choice === 'all' || kind === choice)}
          more={entries.length < all}
          listed={entries.length}
        />
      </Panel>
      <Panel title={t('diary.how')}>
        <ul className={classes['how']}>
          <li>{t('diary.recorded', { time: shortDuration(recordedHours * 3600, formats) })}</li>
          {diary.nominal === undefined ? (
            <li>{t('diary.noVoltage')}</li>
          ) : (
            <li>{t(`diary.nominal.${diary.nominal.source}`, { volts: volts(diary.nominal.volts) })}</li>
          )}
          {bounds === undefined ? null : (
            <li>{t('diary.bounds', { low: volts(bounds.low), high: volts(bounds.high) })}</li>
          )}
          <li>{t('diary.missed')}</li>
          <li>{t('diary.coarse')}</li>
          <li>{t('diary.chance')}</li>
        </ul>
      </Panel>
    </>
  );
}
