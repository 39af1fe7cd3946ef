import { Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, UpsTriggerName } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting, TriggerLevel } from '../../../src-shared/settings/index.ts';
import type { Triggers as TriggerSet } from '../../../src-shared/settings/protection.ts';
import { withTriggers } from '../../logic/draft.ts';
import { feedOf, type PlanContext, TRIGGERS, triggersOf } from '../../logic/plan.ts';
import { NumberField } from '../../parts/number-field.tsx';
import { SettingLine } from '../../parts/setting-line.tsx';
import classes from './protection.module.css';

const LEVELS: readonly TriggerLevel[] = ['off', 'warn', 'act'];
/** The choice that stands for the triggers that all UPSes share. */
const COMMON = '';

/** What every part of the page that edits the settings is given. */
export interface EditProps {
  readonly setting: ProtectionSetting;
  readonly onChange: (setting: ProtectionSetting) => void;
}

/** The triggers, common or of one UPS. One that cannot be fed is disabled and says why. */
export function Triggers({
  setting,
  context,
  feeding,
  onChange,
}: EditProps & { readonly context: PlanContext; readonly feeding: readonly DeviceState[] }): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(COMMON);
  const device = feeding.find(({ id }) => id === chosen);
  const several = feeding.length > 1 || feeding.some(({ id }) => setting.triggersOf[id] !== undefined);
  const own = device !== undefined && setting.triggersOf[device.id] !== undefined;
  const triggers = triggersOf(setting, device?.id);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('protection.triggersText')}
      </Text>
      {several ? (
        <Group justify="space-between" gap="sm" mb="xs">
          <SegmentedControl
            aria-label={t('protection.scope')}
            data={[
              { value: COMMON, label: t('protection.scopeAll') },
              ...feeding.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={device === undefined ? COMMON : chosen}
            onChange={setChosen}
          />
          {device === undefined ? null : (
            <Switch
              label={t('protection.ownTriggers', { name: device.name })}
              checked={own}
              onChange={(event) =>
                onChange(withTriggers(setting, device.id, event.currentTarget.checked ? setting.triggers : undefined))
              }
            />
          )}
        </Group>
      ) : null}
      {TRIGGERS.map((trigger) => (
        <Trigger
          key={trigger}
          trigger={trigger}
          triggers={triggers}
          locked={device !== undefined && !own}
          lacks={lacksOf(trigger, context, device, feeding)}
          onChange={(next) => onChange(withTriggers(setting, device?.id, next))}
        />
      ))}
    </>
  );
}

/** Why a trigger can never hold, and of which UPSes of several it never will. */
interface Lacks {
  readonly never?: string;
  readonly partly: readonly { readonly name: string; readonly why: string }[];
}

function lacksOf(
  trigger: UpsTriggerName,
  context: PlanContext,
  device: DeviceState | undefined,
  feeding: readonly DeviceState[],
): Lacks {
  const feed = feedOf(trigger, context, device?.id);
  if (!feed.fed) return { never: feed.why, partly: [] };
  if (device !== undefined) return { partly: [] };
  const partly = feeding.flatMap(({ id, name }) => {
    const single = feedOf(trigger, context, id);
    return single.fed ? [] : [{ name, why: single.why }];
  });
  return { partly };
}

interface TriggerProps {
  readonly trigger: UpsTriggerName;
  readonly triggers: TriggerSet;
  /** The UPS shares the common triggers, which are not edited here. */
  readonly locked: boolean;
  readonly lacks: Lacks;
  readonly onChange: (triggers: TriggerSet) => void;
}

function Trigger({ trigger, triggers, locked, lacks, onChange }: TriggerProps): ReactNode {
  const { t } = useTranslation();
  const name = t(`trigger.${trigger}`);
  const { level } = triggers[trigger];
  const dead = lacks.never !== undefined;
  // What is off and can never hold stays off; what is on can still be switched off.
  const disabled = locked || (dead && level === 'off');
  const setLevel = (value: string): void => {
    const wanted = LEVELS.find((each) => each === value);
    if (wanted !== undefined) onChange({ ...triggers, [trigger]: { ...triggers[trigger], level: wanted } });
  };
  return (
    <SettingLine
      name={name}
      help={
        <>
          {lacks.never === undefined ? t(`protection.help.${trigger}`) : t('protection.cannot', { why: lacks.never })}
          {lacks.partly.map(({ name: ups, why }) => (
            <div key={ups}>{t('protection.cannotOf', { name: ups, why })}</div>
          ))}
        </>
      }
    >
      <div className={classes['trigger']}>
        <Threshold
          trigger={trigger}
          triggers={triggers}
          disabled={locked || dead || level === 'off'}
          onChange={onChange}
        />
        <SegmentedControl
          aria-label={t('protection.levelLabel', { trigger: name })}
          data={LEVELS.map((value) => ({
            value,
            label: t(`protection.level.${value}`),
            disabled: dead && value !== 'off',
          }))}
          value={level}
          disabled={disabled}
          onChange={setLevel}
        />
      </div>
    </SettingLine>
  );
}

/** The number of a trigger: minutes or percent. The others have none. */
function Threshold(props: {
  readonly trigger: UpsTriggerName;
  readonly triggers: TriggerSet;
  readonly disabled: boolean;
  readonly onChange: (triggers: TriggerSet) => void;
}): ReactNode {
  const { trigger, triggers, disabled, onChange } = props;
  const { t } = useTranslation();
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
            onChange({ ...triggers, charge: { ...triggers.charge, percent: Math.round(percent) } })
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
          // Ten seconds, and half a minute: what the settings allow.
          min={trigger === 'timeOnBattery' ? 0.17 : 0.5}
          max={1440}
          value={Math.round((triggers[trigger].seconds / 60) * 100) / 100}
          disabled={disabled}
          onChange={(minutes) =>
            onChange({ ...triggers, [trigger]: { ...triggers[trigger], seconds: Math.round(minutes * 60) } })
          }
        />
      );
  }
}
