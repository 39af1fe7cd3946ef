import { Button } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toErrorValue } from '../../../src-shared/errors.ts';
import type { Channel, NotificationSetting } from '../../../src-shared/settings/notifications.ts';
import { ActOnly } from '../../parts/act-only.tsx';
import { type ChannelDraft, draftOf, newDraft } from '../../logic/channels.ts';
import { Blank } from '../../parts/blank.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useSaveSettings } from '../../parts/use-save-settings.ts';
import { useEngine, useScreens } from '../../state/hooks.ts';
import { Beeper } from './beeper.tsx';
import { ChannelForm } from './channel-form.tsx';
import { ChannelRow, type Tested } from './channel-row.tsx';
import { Matrix } from './matrix.tsx';
import classes from './notifications.module.css';
import { Outbox } from './outbox.tsx';
import { Thresholds } from './thresholds.tsx';
import { useStatus } from './use-notifications.ts';

/** Who is told what, and what became of it. */
export function Notifications(): ReactNode {
  const setting = useScreens((screens) => screens.settings?.notifications);
  return setting === undefined ? null : <Loaded setting={setting} />;
}

function Loaded({ setting }: { readonly setting: NotificationSetting }): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const status = useStatus();
  const { save, busy } = useSaveSettings();
  const [draft, setDraft] = useState<ChannelDraft>();
  const [testing, setTesting] = useState<string>();
  const [tested, setTested] = useState<Tested>();
  const store = (notifications: NotificationSetting): Promise<boolean> => save({ notifications });
  const { channels } = setting;
  const remove = (channel: string): Promise<boolean> => {
    // The question may have been open for long: what was changed meanwhile stays so.
    const now = engine.store.getState().settings?.notifications ?? setting;
    return store({ ...now, channels: now.channels.filter(({ id }) => id !== channel) });
  };

  const test = async ({ id }: Pick<Channel, 'id'>): Promise<void> => {
    setTesting(id);
    setTested(undefined);
    try {
      const { result, message } = await engine.call('notifications.test', { channel: id });
      setTested({ id, arrived: result === 'confirmed', message });
    } catch (thrown) {
      setTested({ id, arrived: false, message: toErrorValue(thrown).message });
    } finally {
      setTesting(undefined);
    }
  };
  const add = (
    <Button
      variant={channels.length === 0 ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={channels.length >= 20}
      onClick={() => setDraft(newDraft('email', channels))}
    >
      {t('notifications.addChannel')}
    </Button>
  );
  return (
    <ActOnly>
      {channels.length === 0 ? (
        <Panel>
          <Blank icon={IconBell} title={t('notifications.noneTitle')} text={t('notifications.noneText')} action={add} />
        </Panel>
      ) : (
        <>
          <Panel title={t('notifications.channels')} action={add}>
            <ul className={classes['list']}>
              {channels.map((channel) => (
                <ChannelRow
                  key={channel.id}
                  channel={channel}
                  status={status}
                  testing={testing === channel.id}
                  tested={tested?.id === channel.id ? tested : undefined}
                  onTest={() => void test(channel)}
                  onEdit={() => setDraft(draftOf(channel))}
                  onUse={(enabled) =>
                    void store({
                      ...setting,
                      channels: channels.map((each) => (each.id === channel.id ? { ...each, enabled } : each)),
                    })
                  }
                  onRemove={() => remove(channel.id)}
                />
              ))}
            </ul>
          </Panel>
          <Matrix setting={setting} busy={busy} onChange={(next) => void store(next)} />
          <Outbox channels={channels} status={status} />
        </>
      )}
      <Thresholds setting={setting} onChange={store} />
      <Beeper setting={setting} status={status} busy={busy} onChange={(next) => void store(next)} />
      {draft === undefined ? null : (
        <ChannelForm
          // Another channel is another form.
          key={draft.id}
          setting={setting}
          first={draft}
          status={status}
          onStore={store}
          onTest={(id) => void test({ id })}
          onClose={() => setDraft(undefined)}
        />
      )}
    </ActOnly>
  );
}
