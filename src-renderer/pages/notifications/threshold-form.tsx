import { Button, Group, Input, Modal, NumberInput, SegmentedControl, Select, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { label, variableInfo } from '../../../src-shared/nut/index.ts';
import { type Threshold, thresholdSchema } from '../../../src-shared/settings/notifications.ts';
import { useDeviceNames } from '../../parts/device-picker.tsx';
import { useScreens } from '../../state/hooks.ts';
import classes from './notifications.module.css';

const SEVERITIES = ['info', 'warning', 'critical'] as const;

/** Numbers that these devices report now, by label. */
function useVariables(device: string, chosen: string): { readonly value: string; readonly label: string }[] {
  const names = useScreens(
    useShallow((screens) =>
      Object.values(screens.state?.devices ?? {})
        .filter(({ id }) => device === '' || id === device)
        .flatMap(({ values }) => Object.keys(values).filter((name) => typeof values[name] === 'number')),
    ),
  );
  return [...new Set([...names, ...(chosen === '' ? [] : [chosen])])]
    .map((value) => ({ value, label: label(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** Adds a threshold, or changes one. */
export function ThresholdForm(props: {
  readonly first: Threshold | undefined;
  readonly taken: readonly string[];
  readonly onSave: (threshold: Threshold) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { first, taken, onSave, onClose } = props;
  const { t } = useTranslation();
  const devices = useDeviceNames();
  const [device, setDevice] = useState(first?.device ?? '');
  const [variable, setVariable] = useState(first?.variable ?? '');
  const [direction, setDirection] = useState(first?.direction ?? 'above');
  const [value, setValue] = useState<number | string>(first?.value ?? '');
  const [seconds, setSeconds] = useState<number | string>(first?.seconds ?? 60);
  const [hysteresis, setHysteresis] = useState<number | string>(first?.hysteresis ?? 0);
  const [severity, setSeverity] = useState(first?.severity ?? 'warning');
  const variables = useVariables(device, variable);
  const unit = variableInfo(variable)?.unit ?? '';
  const parsed = thresholdSchema.safeParse({
    id: first?.id ?? freeId(taken),
    enabled: first?.enabled ?? true,
    device,
    variable,
    direction,
    // An empty field is no zero.
    value: value === '' ? undefined : Number(value),
    seconds: Number(seconds),
    hysteresis: Number(hysteresis),
    severity,
  });
  const title = first === undefined ? t('notifications.threshold.add') : t('notifications.threshold.edit');
  const suffix = unit === '' ? {} : { suffix: ` ${unit}` };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} centered size="lg">
      <Modal.Title fw={600} mb="sm">
        {title}
      </Modal.Title>
      <form
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed.success) onSave(parsed.data);
        }}
      >
        <div className={classes['form']}>
          <Select
            label={t('notifications.threshold.device')}
            data={[{ value: '', label: t('notifications.threshold.everyDevice') }, ...devices]}
            value={device}
            allowDeselect={false}
            onChange={(next) => setDevice(next ?? '')}
          />
          <Select
            label={t('notifications.threshold.variable')}
            data={variables}
            value={variable === '' ? null : variable}
            searchable
            allowDeselect={false}
            onChange={(next) => setVariable(next ?? '')}
          />
          <Input.Wrapper labelElement="div" label={t('notifications.threshold.direction')}>
            <SegmentedControl
              fullWidth
              aria-label={t('notifications.threshold.direction')}
              data={(['above', 'below'] as const).map((each) => ({
                value: each,
                label: t(`notifications.threshold.directions.${each}`),
              }))}
              value={direction}
              onChange={setDirection}
            />
          </Input.Wrapper>
          <NumberInput label={t('notifications.threshold.value')} value={value} {...suffix} onChange={setValue} />
          <NumberInput
            label={t('notifications.threshold.seconds')}
            min={0}
            max={86_400}
            allowDecimal={false}
            suffix={` ${t('notifications.threshold.secondsUnit')}`}
            value={seconds}
            onChange={setSeconds}
          />
          <NumberInput
            label={t('notifications.threshold.hysteresis')}
            min={0}
            value={hysteresis}
            {...suffix}
            onChange={setHysteresis}
          />
          <Select
            label={t('notifications.threshold.severity')}
            data={SEVERITIES.map((each) => ({ value: each, label: t(`events.severities.${each}`) }))}
            value={severity}
            allowDeselect={false}
            onChange={(next) => setSeverity(SEVERITIES.find((each) => each === next) ?? 'warning')}
          />
        </div>
        {variable === '' ? (
          <Text size="sm" c="dimmed" mt="sm">
            {t('notifications.threshold.missing')}
          </Text>
        ) : null}
        <Group justify="flex-end" gap="xs" className={classes['foot'] ?? ''}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!parsed.success}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function freeId(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`threshold-${number}`)) number += 1;
  return `threshold-${number}`;
}
