import { Loader } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleMinus, IconCircleX, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrillStep } from '../../../src-shared/contract/index.ts';
import type { Tone } from '../../logic/condition.ts';
import { numberText, spokenDuration } from '../../logic/formats.ts';
import { useFormats } from '../../parts/use-formats.ts';
import classes from './drill.module.css';

type Verdict = DrillStep['verdict'];

const SHOWN: Readonly<Record<Exclude<Verdict, 'running'>, { readonly icon: TablerIcon; readonly tone: Tone }>> = {
  waiting: { icon: IconCircleDashed, tone: 'unknown' },
  passed: { icon: IconCircleCheck, tone: 'good' },
  failed: { icon: IconCircleX, tone: 'critical' },
  skipped: { icon: IconCircleMinus, tone: 'unknown' },
};

/** The steps of a drill in their order: what became of each, how long it took, and what to mend. */
export function Steps({ steps }: { readonly steps: readonly DrillStep[] }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ol className={classes['steps']}>
      {steps.map(({ id, verdict, seconds, message }) => (
        <li
          key={id}
          className={`tone-${verdict === 'running' ? 'info' : SHOWN[verdict].tone}`}
          data-verdict={verdict}
          {...(verdict === 'running' ? { 'aria-current': 'step' } : {})}
        >
          <span className={classes['icon']}>
            <Sign verdict={verdict} />
          </span>
          <div className={classes['step']}>
            <div className={classes['head']}>
              <span className={classes['name']}>{t(`drill.step.${id}`)}</span>
              <span className={classes['verdict']}>{t(`drill.verdict.${verdict}`)}</span>
              <span className={classes['seconds']}>
                {seconds === undefined || verdict === 'skipped'
                  ? null
                  : seconds < 60
                    ? t('drill.seconds', { time: numberText(seconds, formats, 1) })
                    : spokenDuration(seconds, formats)}
              </span>
            </div>
            {message === undefined ? null : <div className={classes['message']}>{message}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Sign({ verdict }: { readonly verdict: Verdict }): ReactNode {
  if (verdict === 'running') return <Loader size={18} aria-hidden />;
  const Icon = SHOWN[verdict].icon;
  return <Icon size={20} stroke={1.9} aria-hidden />;
}
