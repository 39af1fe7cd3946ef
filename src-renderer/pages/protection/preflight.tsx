import { Button, Loader } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preflight, PreflightCheck } from '../../../src-shared/contract/index.ts';
import type { ErrorValue } from '../../../src-shared/errors.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import type { Tone } from '../../logic/condition.ts';
import { momentText } from '../../logic/formats.ts';
import { Badge } from '../../parts/badge.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useEngine, useScreens } from '../../state/hooks.ts';
import classes from './protection.module.css';

const TONES: Readonly<Record<PreflightCheck['verdict'], Tone>> = {
  passed: 'good',
  warning: 'warning',
  failed: 'critical',
};
const ORDER: readonly PreflightCheck['verdict'][] = ['failed', 'warning', 'passed'];

/** A preflight on demand. */
export interface PreflightRun {
  readonly result: Preflight | undefined;
  readonly error: ErrorValue | undefined;
  readonly running: boolean;
  readonly run: () => Promise<void>;
  /** Takes over a result that came with another answer. */
  readonly take: (result: Preflight) => void;
}

/** Runs preflights; the result is its own until the next one. */
export function usePreflight(): PreflightRun {
  const engine = useEngine();
  const [result, setResult] = useState<Preflight>();
  const [error, setError] = useState<ErrorValue>();
  const [running, setRunning] = useState(false);
  const run = async (): Promise<void> => {
    setRunning(true);
    setError(undefined);
    try {
      setResult(await engine.call('protection.preflight', {}));
    } catch (thrown) {
      setError(toErrorValue(thrown));
    } finally {
      setRunning(false);
    }
  };
  return { result, error, running, run, take: setResult };
}

/** The checks, what is wrong first, each with what to do about it. `brief` folds what has passed. */
export function CheckList({
  checks,
  brief = false,
}: {
  readonly checks: readonly PreflightCheck[];
  readonly brief?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const sorted = checks.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const passed = sorted.filter(({ verdict }) => verdict === 'passed');
  if (!brief || passed.length === 0) return <Checks checks={sorted} />;
  return (
    <>
      <Checks checks={sorted.filter(({ verdict }) => verdict !== 'passed')} />
      <details className={classes['passed']}>
        <summary>{t('preflight.passedCount', { count: passed.length })}</summary>
        <Checks checks={passed} />
      </details>
    </>
  );
}

function Checks({ checks }: { readonly checks: readonly PreflightCheck[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className={classes['checks']}>
      {checks.map(({ id, title, verdict, message, fix }) => (
        <li key={id}>
          <div className={classes['check']}>
            <span className={classes['checkTitle']}>{title}</span>
            <Badge tone={TONES[verdict]}>{t(`preflight.verdict.${verdict}`)}</Badge>
          </div>
          <div className={classes['quiet']}>{message}</div>
          {fix === undefined ? null : <div className={classes['fix']}>{t('preflight.fix', { fix })}</div>}
        </li>
      ))}
    </ul>
  );
}

/** The state of a run: under way, failed to run, or its checks. */
export function PreflightResult({
  preflight,
  brief = false,
}: {
  readonly preflight: Pick<PreflightRun, 'result' | 'error' | 'running'>;
  readonly brief?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { result, error, running } = preflight;
  if (running) {
    return (
      <div className={classes['running']} role="status">
        <Loader size="xs" aria-hidden /> {t('preflight.running')}
      </div>
    );
  }
  if (error !== undefined) {
    return (
      <Notice tone="warning" title={t('common.failed')} live>
        {error.message}
      </Notice>
    );
  }
  return result === undefined ? null : <CheckList checks={result.checks} brief={brief} />;
}

/** The last preflight, and running it again. */
export function PreflightPanel(): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const preflight = usePreflight();
  const last = useScreens((screens) => screens.state?.protection.preflight);
  const own = preflight.result;
  const shown = own === undefined || (last !== undefined && last.at > own.at) ? last : own;
  return (
    <>
      <div className={classes['lead']}>
        <div>
          {shown === undefined
            ? t('preflight.never')
            : t(shown.passed ? 'preflight.passed' : 'preflight.failed', {
                time: momentText(shown.at, 'both', formats),
              })}
        </div>
        <Button variant="default" loading={preflight.running} onClick={() => void preflight.run()}>
          {t(shown === undefined ? 'preflight.run' : 'preflight.again')}
        </Button>
      </div>
      <PreflightResult preflight={{ ...preflight, result: shown }} />
    </>
  );
}
