import { Button, Group, Modal, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationsStatus } from '../../../src-shared/contract/index.ts';
import { type Channel, channelSchema, type NotificationSetting } from '../../../src-shared/settings/notifications.ts';
import { CHANNEL_KINDS, type ChannelDraft, channelOf, newDraft, secretOf, withChannel } from '../../logic/channels.ts';
import { Notice } from '../../parts/notice.tsx';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useEngine } from '../../state/hooks.ts';
import { KindFields, type TellFault } from './kind-fields.tsx';
import classes from './notifications.module.css';
import { QuietTimes } from './quiet-times.tsx';
import { SecretField } from './secret-field.tsx';

const MINIMUMS = channelSchema.options[0].shape.minimum.unwrap().options;

/** Adds a channel, or changes one. Faults are told once the person has tried to save. */
export function ChannelForm(props: {
  readonly setting: NotificationSetting;
  readonly first: ChannelDraft;
  readonly status: NotificationsStatus | undefined;
  readonly onStore: (setting: NotificationSetting) => Promise<boolean>;
  readonly onTest: (id: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { setting, first, status, onStore, onTest, onClose } = props;
  const { t } = useTranslation();
  const engine = useEngine();
  const [draft, setDraft] = useState(first);
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  // As it was opened: another window may take the channel away meanwhile.
  const [isNew] = useState(() => !setting.channels.some(({ id }) => id === first.id));
  const { channel, faults } = channelOf(draft);
  const faultOf: TellFault = (field) =>
    tried && faults.includes(field) ? { error: t(`notifications.fault.${field}`) } : {};
  const change = (part: Partial<ChannelDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const kindOfSecret = secretOf(draft);

  const store = async (made: Channel, test: boolean): Promise<void> => {
    setBusy(true);
    try {
      if (!(await onStore(withChannel(setting, made)))) return;
      if (kindOfSecret !== undefined && secret !== '') {
        await engine.call('notifications.setSecret', { channel: made.id, secret });
      }
      onClose();
      if (test) onTest(made.id);
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    } finally {
      setBusy(false);
    }
  };
  const submit = (test: boolean): void => {
    setTried(true);
    if (channel !== undefined) void store(channel, test);
  };
  const title = isNew
    ? t('notifications.form.add')
    : t('notifications.form.edit', { name: first.name === '' ? t(`notifications.kinds.${first.kind}`) : first.name });
  return (
    // Its head would be a second banner of the page; the title stands in the body.
    <Modal opened onClose={onClose} withCloseButton={false} size="lg" centered>
      <Modal.Title fw={600} mb="sm">
        {title}
      </Modal.Title>
      <form
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
          submit(false);
        }}
      >
        <div className={classes['form']}>
          {isNew ? (
            <div className={classes['wide']}>
              <SegmentedControl
                fullWidth
                aria-label={t('notifications.form.kind')}
                data={CHANNEL_KINDS.map((value) => ({ value, label: t(`notifications.kinds.${value}`) }))}
                value={draft.kind}
                onChange={(kind) => {
                  const { id, server } = newDraft(kind, setting.channels);
                  setTried(false);
                  change({ kind, id, server });
                }}
              />
              <Text size="sm" c="dimmed" mt={6}>
                {t(`notifications.kindHelp.${draft.kind}`)}
              </Text>
            </div>
          ) : null}
          <TextInput
            label={t('notifications.form.name')}
            description={t('notifications.form.nameHelp')}
            placeholder={t(`notifications.kinds.${draft.kind}`)}
            maxLength={80}
            value={draft.name}
            {...faultOf('name')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <KindFields draft={draft} faultOf={faultOf} onChange={change} />
          {kindOfSecret === undefined ? null : (
            <SecretField
              label={t(`notifications.form.${kindOfSecret}`)}
              saved={setting.channels.find(({ id }) => id === draft.id)}
              status={status}
              value={secret}
              onChange={setSecret}
            />
          )}
          <Select
            label={t('notifications.form.minimum')}
            data={MINIMUMS.map((value) => ({ value, label: t(`notifications.form.minimums.${value}`) }))}
            value={draft.minimum}
            allowDeselect={false}
            onChange={(value) => {
              const minimum = MINIMUMS.find((each) => each === value);
              if (minimum !== undefined) change({ minimum });
            }}
          />
          <div className={classes['wide']}>
            <QuietTimes
              label={t('notifications.form.quiet')}
              help={t('notifications.form.quietHelp')}
              quiet={draft.quiet}
              faulty={faultOf('quiet').error !== undefined}
              onChange={(quiet) => change({ quiet })}
            />
          </div>
        </div>
        {tried && faults.length > 0 ? (
          <Notice tone="warning" live>
            {faults.map((fault) => t(`notifications.fault.${fault}`)).join(' ')}
          </Notice>
        ) : null}
        <Group justify="flex-end" gap="xs" className={classes['foot'] ?? ''}>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="default" loading={busy} onClick={() => submit(true)}>
            {t('notifications.form.saveAndTest')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('notifications.form.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
