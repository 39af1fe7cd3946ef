import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState } from '../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../src-shared/settings/index.ts';
import { shortDuration } from '../../logic/formats.ts';
import { timelineOf } from '../../logic/timeline.ts';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useAnswer } from '../../state/hooks.ts';

/** A number that is being typed is not worth a question at each digit. Milliseconds. */
const PAUSE = 300;

/** What would happen if mains failed now, by the rules as they stand on the page. */
export function Preview({
  setting,
  counting,
}: {
  readonly setting: ProtectionSetting;
  readonly counting: readonly DeviceState[];
}): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const [rules] = useDebouncedValue(setting, PAUSE);
  const picked = counting.find(({ id }) => id === chosen);
  // Until one is picked it is the engine's to say which acts first.
  const answer = useAnswer(
    'protection.preview',
    counting.length === 0 ? undefined : { rules, ...(picked === undefined ? {} : { device: picked.id }) },
  );
  const { steps, device: first } = answer.value ?? {};
  const device = picked ?? counting.find(({ id }) => id === first) ?? counting[0];
  const several = counting.length > 1 && device !== undefined;
  return (
    <Panel
      title={t('preview.title')}
      action={
        several ? (
          <Select
            size="xs"
            aria-label={t('preview.device')}
            data={counting.map(({ id, name }) => ({ value: id, label: name }))}
            value={device.id}
            allowDeselect={false}
            onChange={(value) => value !== null && setChosen(value)}
          />
        ) : undefined
      }
    >
      {device === undefined ? (
        <Text c="dimmed">{t('preview.none')}</Text>
      ) : (
        <Answered answer={answer}>
          {() =>
            steps === undefined || steps.length === 0 ? (
              t('preview.nothing')
            ) : (
              <Drawn steps={steps} device={device} off={rules.mode === 'off'} />
            )
          }
        </Answered>
      )}
    </Panel>
  );
}

function Drawn({
  steps,
  device,
  off,
}: {
  readonly steps: Parameters<typeof timelineOf>[0];
  readonly device: DeviceState;
  readonly off: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const { late, reserve } = timelineOf(steps);
  return (
    <>
      <Timeline steps={steps} />
      {off || steps.some(({ kind }) => kind === 'action') ? null : <Unacted device={device} />}
      {late ? (
        <Notice tone="critical" live>
          {t('preview.late')}
        </Notice>
      ) : null}
      <Text size="sm" c="dimmed" mt="sm">
        {t('preview.estimate')}{' '}
        {reserve === undefined ? null : t('preview.reserve', { time: shortDuration(reserve, formats) })}
      </Text>
    </>
  );
}

/** Why the drawing ends without anything being done. */
function Unacted({ device }: { readonly device: DeviceState }): ReactNode {
  const { t } = useTranslation();
  if (device.values['battery.runtime'] === undefined) return <Notice tone="warning">{t('preview.unknown')}</Notice>;
  return (
    <Notice tone="critical" live>
      {t('preview.never')}
    </Notice>
  );
}
