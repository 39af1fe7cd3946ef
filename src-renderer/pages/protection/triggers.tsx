import { Group, NumberInput, SegmentedControl, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpsTriggerName } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting, TriggerLevel } from '../../../src-shared/settings.ts';
import { feedOf, type PlanContext, TRIGGERS } from '../../logic/plan.ts';
import { Panel } from '../../parts/panel.tsx';
import classes from './protection.module.css';

const LEVELS: readonly TriggerLevel[] = ['off', 'warn', 'act'];

interface TriggersProps {
  readonly setting: ProtectionSetting;
  readonly context: PlanContext;
  readonly onChange: (setting: ProtectionSetting) => void;
}

/** The four triggers. One that no UPS can feed is disabled and says why. */
export function Triggers({ setting, context, onChange }: TriggersProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel title={t('protection.triggersTitle')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('protection.triggersText')}
      </Text>
      {TRIGGERS.map((trigger) => (
        <Trigger key={trigger} trigger={trigger} setting={setting} context={context} onChange={onChange} />
      ))}
    </Panel>
  );
}

function Trigger({
  trigger,
  setting,
  context,
  onChange,
}: TriggersProps & { readonly trigger: UpsTriggerName }): ReactNode {
  const { t } = useTranslation();
  const feed = feedOf(trigger, context);
  const { triggers } = setting;
  const name = t(`trigger.${trigger}`);
  const setLevel = (level: string): void => {
    if (level !== 'off' && level !== 'warn' && level !== 'act') return;
    onChange({ ...setting, triggers: { ...triggers, [trigger]: { ...triggers[trigger], level } } });
  };
  return (
    <div className={classes['trigger']}>
      <div className={classes['what']}>
        <div>{name}</div>
        <Text size="sm" c="dimmed">
          {feed.fed ? t(`protection.help.${trigger}`) : t('protection.cannot', { why: feed.why })}
        </Text>
      </div>
      <Group gap="sm" wrap="nowrap">
        <Threshold trigger={trigger} setting={setting} disabled={!feed.fed} onChange={onChange} />
        <SegmentedControl
          aria-label={t('protection.levelLabel', { trigger: name })}
          data={LEVELS.map((value) => ({ value, label: t(`protection.level.${value}`) }))}
          value={triggers[trigger].level}
          disabled={!feed.fed}
          onChange={setLevel}
        />
      </Group>
    </div>
  );
}

/** The number of a trigger: minutes or percent. Low battery has none. */
function Threshold(props: {
  readonly trigger: UpsTriggerName;
  readonly setting: ProtectionSetting;
  readonly disabled: boolean;
  readonly onChange: (setting: ProtectionSetting) => void;
}): ReactNode {
  const { trigger, setting, disabled, onChange } = props;
  const { t } = useTranslation();
  const { triggers } = setting;
  const label = t(`trigger.${trigger}`);
  switch (trigger) {
    case 'lowBattery':
    case 'fault':
    case 'request':
      return null;
    case 'charge':
      return (
        <NumberField
          label={label}
          prefix={t('protection.below')}
          suffix={t('protection.percent')}
          min={1}
          max={99}
          value={triggers.charge.percent}
          disabled={disabled}
          onChange={(percent) =>
            onChange({ ...setting, triggers: { ...triggers, charge: { ...triggers.charge, percent } } })
          }
        />
      );
    case 'runtime':
    case 'timeOnBattery':
      return (
        <NumberField
          label={label}
          prefix={t(trigger === 'runtime' ? 'protection.below' : 'protection.after')}
          suffix={t('protection.minutes')}
          min={0.5}
          max={1440}
          value={triggers[trigger].seconds / 60}
          disabled={disabled}
          onChange={(minutes) =>
            onChange({
              ...setting,
              triggers: { ...triggers, [trigger]: { ...triggers[trigger], seconds: Math.round(minutes * 60) } },
            })
          }
        />
      );
  }
}

/** A number with words around it. What is out of range is never handed on. */
export function NumberField(props: {
  readonly label: string;
  readonly prefix?: string;
  readonly suffix: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const { label, prefix, suffix, min, max, value, disabled = false, onChange } = props;
  return (
    <Group gap={8} wrap="nowrap">
      {prefix === undefined ? null : <Text size="sm">{prefix}</Text>}
      <NumberInput
        aria-label={`${label}, ${prefix ?? ''} ${suffix}`}
        w={92}
        min={min}
        max={max}
        decimalScale={1}
        clampBehavior="blur"
        value={value}
        disabled={disabled}
        onChange={(next) => {
          const number = typeof next === 'number' ? next : Number.parseFloat(next);
          if (Number.isFinite(number) && number >= min && number <= max) onChange(number);
        }}
      />
      <Text size="sm" w={64}>
        {suffix}
      </Text>
    </Group>
  );
}
