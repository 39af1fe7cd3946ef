import { SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { ProtectionNotice, ProtectionState } from '../../../src-shared/contract/index.ts';
import { momentText } from '../../logic/formats.ts';
import type { Plan } from '../../logic/plan.ts';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useScreens } from '../../state/hooks.ts';
import classes from './protection.module.css';

const MODES = ['off', 'practice', 'armed'] as const;

/** A plan with the UPS that it is about; without a name it is about all of them. */
export interface NamedPlan {
  readonly name?: string;
  readonly plan: Plan;
}

/** The mode, the plan in words, who protects, and what is next. */
export function Status({
  plans,
  busy,
  onMode,
}: {
  readonly plans: readonly NamedPlan[];
  readonly busy: boolean;
  readonly onMode: (mode: ProtectionState['mode']) => void;
}): ReactNode {
  const { t } = useTranslation();
  const mode = useScreens((screens) => screens.state?.protection.mode) ?? 'practice';
  return (
    <Panel title={t('protection.modeTitle')}>
      <div className={classes['mode']}>
        <SegmentedControl
          aria-label={t('protection.modeTitle')}
          data={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
          value={mode}
          onChange={(value) => {
            const wanted = MODES.find((each) => each === value);
            if (wanted !== undefined) onMode(wanted);
          }}
          disabled={busy}
        />
        <div className={classes['modeText']}>
          <div>{t(`mode.${mode}Why`)}</div>
          <Text size="sm" c="dimmed">
            <Guard />
          </Text>
        </div>
      </div>
      <div className={classes['preview']}>
        <Text size="sm" c="dimmed">
          {t('protection.preview')}
        </Text>
        <div data-testid="plan">
          {plans.map(({ name, plan }) => (
            <Text key={name ?? ''} fw={600}>
              {name === undefined ? plan.sentence : t('protection.planOf', { name, plan: plan.sentence })}
            </Text>
          ))}
        </div>
        <Next />
      </div>
      <Warnings plans={plans} />
    </Panel>
  );
}

/** Who protects, and for how long. */
function Guard(): ReactNode {
  const { t } = useTranslation();
  const who = useScreens(({ state }) =>
    state === undefined ? undefined : state.engine.service ? 'service' : state.engine.host,
  );
  return who === undefined ? null : t(`protection.guard.${who}`);
}

/** The next shutdown of the schedule. */
function Next(): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const next = useScreens(useShallow((screens) => screens.state?.protection.scheduled));
  if (next === undefined) return null;
  const at = momentText(next.at, 'minute', formats);
  return (
    <Text size="sm" mt={4}>
      {next.startAt === undefined
        ? t('protection.next', { at })
        : t('protection.nextStart', { at, start: momentText(next.startAt, 'minute', formats) })}
    </Text>
  );
}

function Warnings({ plans }: { readonly plans: readonly NamedPlan[] }): ReactNode {
  const { t } = useTranslation();
  const powerless = plans.length > 0 && plans.every(({ plan }) => plan.powerless);
  const unfed = powerless ? [] : plans.flatMap(({ plan }) => plan.unfed);
  const unique = [...new Map(unfed.map((each) => [`${each.trigger} ${each.why}`, each])).values()];
  return (
    <>
      {powerless ? <Notice tone="warning">{t('protection.powerless')}</Notice> : null}
      {unique.length === 0 ? null : (
        <Notice tone="warning" title={t('protection.partly')}>
          {unique.map(({ trigger, why }) => (
            <div key={`${trigger} ${why}`}>{t('plan.unfed', { trigger: t(`trigger.${trigger}`), why })}</div>
          ))}
        </Notice>
      )}
    </>
  );
}

const SEVERITY: Readonly<Record<ProtectionNotice['severity'], number>> = { critical: 0, warning: 1, info: 2 };

/** What the engine has to say about protection, the worst first. */
export function ProtectionNotices(): ReactNode {
  const notices = useScreens((screens) => screens.state?.protection.notices) ?? [];
  return notices
    .toSorted((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity])
    .map(({ id, severity, text }) => (
      <Notice key={id} tone={severity} live>
        {text}
      </Notice>
    ));
}
