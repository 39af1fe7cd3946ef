import { Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallOutput, Candidate } from '../../../src-shared/contract/index.ts';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { type Answer, useAnswer, useMayAct, useScreens } from '../../state/hooks.ts';
import { CandidateRow } from '../devices/candidate-row.tsx';
import { bestFirst, Looked } from '../devices/looked.tsx';

/** What the system lists is looked at again so often: a UPS that is plugged in now appears by itself. Milliseconds. */
const AGAIN = 5000;

/** The first run: as long as no UPS has been added, and a simulated one is shown. */
export function Welcome(): ReactNode {
  const none = useScreens(({ settings }) => settings?.devices.length === 0);
  const mayAct = useMayAct();
  return none && mayAct ? <Looking /> : null;
}

/**
 * Lists by itself what is plugged in, without sending a byte anywhere; asks serial ports when it is told to; and where
 * there is nothing, says where it looked and what may be in the way.
 */
export function Looking(): ReactNode {
  const { t } = useTranslation();
  const demo = useScreens(({ settings }) => settings?.demo === true);
  const [asking, setAsking] = useState(false);
  const listed = useAnswer('devices.scan', { probe: false });
  const asked = useAnswer('devices.scan', asking ? { probe: true } : undefined);
  const { reload } = listed;
  useEffect(() => {
    const timer = setInterval(reload, AGAIN);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <Panel title={t('welcome.title')}>
      <Text mb="sm">{t(demo ? 'welcome.textWithDemo' : 'welcome.text')}</Text>
      <div aria-live="polite">
        <Answered answer={listed}>{(scan) => <Found listed={scan} asked={asked} />}</Answered>
      </div>
      <Group gap="sm" mt="md">
        <Button
          // Where something was found, adding it is what to do next.
          variant={listed.value?.candidates.some(isUps) === true ? 'default' : 'filled'}
          loading={asking && asked.loading}
          onClick={() => (asking ? asked.reload() : setAsking(true))}
        >
          {t('welcome.ask')}
        </Button>
        <Button component={Link} href="/devices" variant="default">
          {t('welcome.otherwise')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {t('devices.probeHelp')}
      </Text>
    </Panel>
  );
}

type Scan = CallOutput<'devices.scan'>;

/** Whether it is one, as far as the system tells. */
function isUps({ confidence, transport }: Candidate): boolean {
  return confidence !== 'possible' || transport === 'hid';
}

/** What was found. Ports that nobody has asked are only named: any of them may be something else. */
function Found({ listed, asked }: { readonly listed: Scan; readonly asked: Answer<Scan> }): ReactNode {
  const { t } = useTranslation();
  const answered = bestFirst(asked.value?.candidates.filter(isUps) ?? []);
  const uris = new Set(answered.map(({ uri }) => uri));
  const found = [...answered, ...listed.candidates.filter((each) => isUps(each) && !uris.has(each.uri))];
  return (
    <>
      {found.map((candidate) => (
        <CandidateRow key={candidate.uri} candidate={candidate} />
      ))}
      {asked.loading || found.length === 0 ? <Progress listed={listed} asked={asked} found={found.length > 0} /> : null}
      {asked.error === undefined ? null : (
        <Notice tone="warning" title={t('common.failed')} live>
          {asked.error.message}
        </Notice>
      )}
    </>
  );
}

/** What is being asked, or where was looked in vain, and what of this computer may be in the way. */
function Progress({
  listed,
  asked: answer,
  found,
}: {
  readonly listed: Scan;
  readonly asked: Answer<Scan>;
  readonly found: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const doctor = useAnswer('diagnostics.doctor', {});
  // What is in the way is nobody's worry where something was found.
  const wrong = found ? [] : (doctor.value?.checks ?? []).filter(({ ok }) => !ok);
  // What an earlier round was told is not what this one will be told.
  const told = answer.loading ? undefined : answer.value;
  const asked = told !== undefined;
  // A port that was asked says what it answered, or who else has it.
  const answers = told?.candidates ?? [];
  return (
    <Stack gap="xs">
      <Notice
        tone="info"
        title={t(answer.loading ? 'welcome.askingTitle' : asked ? 'welcome.nothing' : 'welcome.nothingYet')}
      >
        {answer.loading ? <Text size="sm">{t('welcome.asking')}</Text> : null}
        <Looked looked={(told ?? listed).looked} />
      </Notice>
      {answers.map(({ uri, title, detail }) => (
        <Notice key={uri} tone="unknown" title={title}>
          {detail}
        </Notice>
      ))}
      {wrong.map(({ name, message }) => (
        <Notice key={`${name} ${message}`} tone="warning" title={name}>
          {message}
        </Notice>
      ))}
      {asked && wrong.length === 0 ? <Text size="sm">{t('welcome.causes')}</Text> : null}
    </Stack>
  );
}
