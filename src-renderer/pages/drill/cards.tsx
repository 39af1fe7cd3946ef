import { ActionIcon, Button, Group } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput, Drill } from '../../../src-shared/contract/index.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import type { Tone } from '../../logic/condition.ts';
import { momentText } from '../../logic/formats.ts';
import { Answered } from '../../parts/answered.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { useDialog } from '../../parts/dialogs.tsx';
import { Panel } from '../../parts/panel.tsx';
import { saveText } from '../../parts/save-text.ts';
import { useFormats } from '../../parts/use-formats.ts';
import { tellFailure } from '../../parts/use-outcome.ts';
import { type Answer, useEngine } from '../../state/hooks.ts';
import classes from './drill.module.css';
import { Steps } from './steps.tsx';

const TONES: Readonly<Record<Drill['verdict'], Tone>> = {
  passed: 'good',
  failed: 'critical',
  abandoned: 'warning',
  running: 'info',
};

/** Whether a drill was passed, as a badge. */
export function DrillVerdict({ verdict }: { readonly verdict: Drill['verdict'] }): ReactNode {
  const { t } = useTranslation();
  return <Badge tone={TONES[verdict]}>{t(`drill.result.${verdict}`)}</Badge>;
}

/** The cards that drills have left, the latest first and open. */
export function Cards({ answer }: { readonly answer: Answer<CallOutput<'drill.cards'>> }): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel title={t('drill.cards')}>
      <Answered answer={answer}>
        {({ cards }) =>
          cards.length === 0 ? (
            <div>{t('drill.noCards')}</div>
          ) : (
            <ul className={classes['cards']}>
              {cards.map((card, index) => (
                <li key={card.id}>
                  <Card card={card} first={index === 0} onRemoved={answer.reload} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  );
}

function Card({
  card,
  first,
  onRemoved,
}: {
  readonly card: Drill;
  readonly first: boolean;
  readonly onRemoved: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const engine = useEngine();
  const open = useDialog();
  const [busy, setBusy] = useState(false);
  const time = momentText(card.startedAt, 'minute', formats);
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
      return false;
    }
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    await attempt(async () => {
      const { name, text } = await engine.call('drill.export', { id: card.id });
      saveText(name, text, 'text/html');
    });
    setBusy(false);
  };
  const remove = (): Promise<boolean> =>
    attempt(async () => {
      await engine.call('drill.remove', { id: card.id });
      onRemoved();
    });
  const ask = (): void =>
    open({
      content: (close) => (
        <Confirm
          title={t('drill.removeTitle', { time })}
          text={t('drill.removeText')}
          action={t('drill.remove')}
          onConfirm={remove}
          onClose={close}
        />
      ),
    });
  return (
    <details className={classes['card']} open={first}>
      <summary>
        <span className={classes['date']}>{time}</span>
        <span>{card.deviceName}</span>
        <DrillVerdict verdict={card.verdict} />
      </summary>
      <Steps steps={card.steps} />
      <Group gap="xs" justify="flex-end">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={busy}
          aria-label={t('drill.exportOf', { time })}
          onClick={() => void save()}
        >
          {t('drill.export')}
        </Button>
        <ActOnly>
          <ActionIcon variant="subtle" color="gray" aria-label={t('drill.removeOf', { time })} onClick={ask}>
            <IconTrash size={17} aria-hidden />
          </ActionIcon>
        </ActOnly>
      </Group>
    </details>
  );
}
