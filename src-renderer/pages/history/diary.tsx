import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload, IconNotebook, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Diary } from '../../../src-shared/contract/index.ts';
import {
  DIARY_ADDRESS,
  DIARY_RANGE_NAMES,
  DIARY_RANGES,
  diaryKinds,
  entriesIn,
  patternText,
  type ShownDiary,
} from '../../logic/diary.ts';
import { hourText, momentText, numberText, shortDuration, valueText, weekdayText } from '../../logic/formats.ts';
import { rangeText } from '../../logic/range.ts';
import { Answered } from '../../parts/answered.tsx';
import { Blank } from '../../parts/blank.tsx';
import { DevicePicker } from '../../parts/device-picker.tsx';
import { Panel } from '../../parts/panel.tsx';
import { saveText } from '../../parts/save-text.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useInAddress } from '../../state/address.ts';
import { useAnswer, useDevice, useEngine, useStepped } from '../../state/hooks.ts';
import classes from './diary.module.css';
import { DiaryGrid } from './diary-grid.tsx';
import { DiaryList } from './diary-list.tsx';

/** The diary moves on in these steps. Milliseconds. */
const STEP = 900_000;
/** Entries listed of all hours, and asked for, so that an hour has all of its own; the CSV holds all. */
const LISTED = 200;
const ASKED = 5000;

/** What mains did: how often, at which hours, and one by one. */
export function DiaryView({ device }: { readonly device: string }): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const [shown, change] = useInAddress(DIARY_ADDRESS);
  const name = shown.range;
  const [busy, setBusy] = useState(false);
  const to = useStepped(STEP);
  const range = { device, from: to - DIARY_RANGES[name], to };
  const answer = useAnswer('diary.query', { ...range, limit: ASKED });
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
      <Panel className="not-printed">
        <div className={classes['controls']}>
          <DevicePicker />
          <SegmentedControl
            aria-label={t('diary.range')}
            data={DIARY_RANGE_NAMES.map((value) => ({ value, label: t(`diary.ranges.${value}`) }))}
            value={name}
            onChange={(value) => change((before) => ({ ...before, range: value }), true)}
          />
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={busy}
            onClick={() => void download()}
          >
            {t('diary.csv')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={answer.value === undefined}
            onClick={() => window.print()}
          >
            {t('diary.print')}
          </Button>
        </div>
      </Panel>
      <Answered answer={answer}>
        {(diary) => (
          <>
            <PrintHead device={device} diary={diary} />
            <Pages diary={diary} shown={shown} onShown={(next) => change(() => next, true)} />
          </>
        )}
      </Answered>
    </>
  );
}

function Pages({
  diary,
  shown,
  onShown,
}: {
  readonly diary: Diary;
  readonly shown: ShownDiary;
  readonly onShown: (shown: ShownDiary) => void;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const printing = usePrinting();
  const { choice: chosen, at } = shown;
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
  const ofKind = entries.filter(({ kind }) => choice === 'all' || kind === choice);
  const found = at === undefined ? ofKind : entriesIn(ofKind, at, zone);
  const listed = printing || at !== undefined ? found : found.slice(0, LISTED);
  const showAll = (
    <Button
      size="compact-sm"
      variant="subtle"
      className="not-printed"
      onClick={() => onShown({ ...shown, at: undefined })}
    >
      {t('diary.showAll')}
    </Button>
  );
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
            className="not-printed"
            aria-label={t('diary.kind')}
            data={choices.map((value) => ({
              value,
              label: value === 'all' ? t('diary.all') : t(`diary.kinds.${value}`),
            }))}
            value={choice}
            onChange={(value) => onShown({ ...shown, choice: value })}
          />
        }
      >
        <DiaryGrid cells={cells} choice={choice} at={at} onAt={(next) => onShown({ ...shown, at: next })} />
        <div className={classes['chosen']} role="status">
          {at === undefined ? (
            <span className="not-printed">{t('diary.choose')}</span>
          ) : (
            <>
              <span>
                {t('diary.chosen', {
                  count: found.length,
                  day: weekdayText(at.weekday, 'long', formats),
                  from: hourText(at.hour, formats),
                  to: hourText((at.hour + 1) % 24, formats),
                })}
              </span>
              {showAll}
            </>
          )}
        </div>
        {zone === Intl.DateTimeFormat().resolvedOptions().timeZone ? null : (
          <div className={classes['quiet']}>{t('diary.zone', { zone })}</div>
        )}
      </Panel>
      <Panel title={t('diary.list')} action={at === undefined ? undefined : showAll}>
        <DiaryList
          entries={listed}
          more={listed.length < found.length || entries.length < all}
          listed={listed.length}
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

/** What stands above the diary on paper: whose it is, of which time, and when it was printed. */
function PrintHead({ device, diary }: { readonly device: string; readonly diary: Diary }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const ups = useDevice(device);
  const model = ['device.mfr', 'device.model', 'device.serial'].flatMap((name) => ups?.values[name] ?? []);
  return (
    <div className={classes['printHead']}>
      <h1>{t('diary.printTitle')}</h1>
      <div>{[ups?.name ?? device, ...model].join(' · ')}</div>
      <div>{rangeText(diary, formats)}</div>
      <div>{t('diary.printed', { time: momentText(Date.now(), 'minute', formats), zone: diary.zone })}</div>
    </div>
  );
}

/** True while the page is on its way to the printer: then it holds what no screen needs at once. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // Before the browser looks at the page.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
