import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewStep } from '../../src-shared/contract/index.ts';
import { shortDuration } from '../logic/formats.ts';
import { timelineOf } from '../logic/timeline.ts';
import classes from './timeline.module.css';
import { useFormats } from './use-formats.ts';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
/** A stretch narrower than this has no room for its name. */
const NAMED = 0.13;

/**
 * An outage as it would go: drawn to scale, and as a list with the same numbers. `elapsed`: it goes on, for so many
 * seconds by now.
 */
export function Timeline({
  steps,
  elapsed,
}: {
  readonly steps: readonly PreviewStep[];
  readonly elapsed?: number;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { stretches, marks } = timelineOf(steps);
  const total = Math.max(...steps.map(({ seconds }) => seconds), 1);
  return (
    <>
      {/* The list says all of it. */}
      <div className={classes['drawing']} aria-hidden>
        <div className={classes['numbers']}>
          {marks.map(({ number, stands, step }) => (
            <b key={number} style={{ left: percent(stands) }} data-kind={step.kind}>
              {number}
            </b>
          ))}
        </div>
        {/* From each number to its moment; slanted where the number was pushed aside. */}
        <svg className={classes['leaders']} viewBox="0 0 100 12" preserveAspectRatio="none">
          {marks.map(({ number, at, stands }) => (
            <line key={number} x1={stands * 100} y1={0} x2={at * 100} y2={12} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
        <div className={classes['bar']}>
          {stretches.map(({ phase, from, to, seconds }) => (
            <span key={from} data-phase={phase} style={{ left: percent(from), width: percent(to - from) }}>
              {to - from > NAMED
                ? t('timeline.stretch', { name: t(`timeline.phase.${phase}`), time: shortDuration(seconds, formats) })
                : null}
            </span>
          ))}
          {marks.map(({ number, at }) => (
            <i key={number} style={{ left: percent(at) }} />
          ))}
          {elapsed === undefined ? null : (
            <em className={classes['elapsed']} style={{ left: percent(Math.min(1, elapsed / total)) }} />
          )}
        </div>
      </div>
      <ol className={classes['steps']} aria-label={t('timeline.label')}>
        {marks.map(({ number, step }) => (
          <li key={number} data-kind={step.kind}>
            <b aria-hidden>{number}</b>
            <span>
              <span className={classes['time']}>
                {step.seconds === 0
                  ? t(elapsed === undefined ? 'timeline.start' : 'timeline.begin')
                  : `+ ${shortDuration(step.seconds, formats, false)}`}
              </span>
              <span>{step.text}</span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
