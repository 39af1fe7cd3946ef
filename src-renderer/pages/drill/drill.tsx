import { Button, Group, Select, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drill } from '../../../src-shared/contract/index.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { clockText } from '../../logic/formats.ts';
import { countingUpses } from '../../logic/plan.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { NoUps } from '../../parts/blank.tsx';
import { DrillDue } from '../../parts/drill-due.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useOutcome } from '../../parts/use-outcome.ts';
import { useAnswer, useNow, useScreens } from '../../state/hooks.ts';
import { Cards } from './cards.tsx';
import classes from './drill.module.css';
import { Steps } from './steps.tsx';

/** The rehearsal with a real outage: what to do now, how far it is, and what earlier ones have shown. */
export function DrillScreen(): ReactNode {
  const { t } = useTranslation();
  const drill = useScreens((screens) => screens.state?.protection.drill);
  const answer = useAnswer('drill.cards', {});
  const { reload } = answer;
  const [seen, setSeen] = useState<string>();
  const running = drill?.verdict === 'running' ? drill.id : undefined;
  if (running !== undefined && running !== seen) setSeen(running);
  useEffect(() => {
    // One that has ended is gone from the state and has left a card.
    if (seen !== undefined && running === undefined) reload();
  }, [seen, running, reload]);
  const ended = answer.value?.cards.find(({ id }) => id === seen)?.verdict;
  return (
    <>
      <BackLink href="/protection">{t('screens.protection')}</BackLink>
      {running !== undefined && drill !== undefined ? (
        <Running drill={drill} />
      ) : (
        <>
          {ended === undefined || ended === 'running' ? null : (
            <Notice
              tone={ended === 'passed' ? 'good' : ended === 'failed' ? 'critical' : 'warning'}
              title={t(`drill.ended.${ended}`)}
              live
            >
              {t(`drill.endedText.${ended}`)}
            </Notice>
          )}
          <Start />
        </>
      )}
      <Cards answer={answer} />
    </>
  );
}

/** What a drill does, and its beginning. */
function Start(): ReactNode {
  const { t } = useTranslation();
  const devices = useScreens((screens) => screens.state?.devices) ?? {};
  const phase = useScreens((screens) => screens.state?.protection.phase);
  const [chosen, setChosen] = useState<string>();
  const { run, busy } = useOutcome('drill.start');
  const feeding = countingUpses(devices);
  const device = feeding.find(({ id }) => id === chosen) ?? feeding[0];
  if (device === undefined) {
    return (
      <Panel>
        <NoUps icon={IconPlugConnected} title={t('drill.noneTitle')} text={t('drill.noneText')} />
      </Panel>
    );
  }
  const idle = phase === 'idle';
  return (
    <Panel title={t('drill.title')}>
      <Text mb="sm">{t('drill.what')}</Text>
      <ul className={classes['facts']}>
        {(['plug', 'safe', 'command', 'length'] as const).map((fact) => (
          <li key={fact}>{t(`drill.fact.${fact}`)}</li>
        ))}
      </ul>
      <DrillDue />
      <Group mt="md" gap="sm" align="flex-end">
        {feeding.length > 1 ? (
          <Select
            label={t('drill.which')}
            w={240}
            allowDeselect={false}
            data={feeding.map(({ id, name }) => ({ value: id, label: name }))}
            value={device.id}
            onChange={(value) => value !== null && setChosen(value)}
          />
        ) : null}
        <ActOnly>
          <Button loading={busy} disabled={!idle} onClick={() => void run({ device: device.id })}>
            {t('drill.start')}
          </Button>
        </ActOnly>
        {idle ? null : <Text size="sm">{t('drill.notNow')}</Text>}
      </Group>
    </Panel>
  );
}

function Running({ drill }: { readonly drill: Drill }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const countdown = useScreens((screens) => screens.state?.protection.countdown);
  const { run, busy } = useOutcome('drill.cancel');
  const current = drill.steps.find(({ verdict }) => verdict === 'running');
  const step = current?.id ?? 'checks';
  return (
    <Panel title={t('drill.running', { name: drill.deviceName })}>
      <div className={classes['now']}>
        <div role="status">
          <h2 className={classes['do']}>{t(`drill.do.${step}`)}</h2>
          <div className={classes['how']}>{t(`drill.how.${step}`, { name: drill.deviceName })}</div>
        </div>
        {step === 'countdown' && countdown !== undefined ? (
          <div className={classes['figure']} role="timer" aria-label={t('countdown.left')}>
            {clockText((countdown.actsAt - now) / 1000)}
          </div>
        ) : current?.at === undefined ? null : (
          <div className={classes['since']}>
            {t('drill.since', { time: clockText(Math.max(0, Math.floor((now - current.at) / 1000))) })}
          </div>
        )}
      </div>
      <Steps steps={drill.steps} />
      <Group justify="space-between" mt="md" gap="sm">
        <Text size="sm" c="dimmed" flex="1 1 260px">
          {t('drill.cancelText')}
        </Text>
        <ActOnly>
          <Button variant="default" loading={busy} onClick={() => void run({})}>
            {t('drill.cancel')}
          </Button>
        </ActOnly>
      </Group>
    </Panel>
  );
}
