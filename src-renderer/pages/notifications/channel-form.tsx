import { Button, Group, Modal, SegmentedControl, Select, Switch, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationsStatus } from '../../../src-shared/contract/index.ts';
import { type Channel, channelSchema, type NotificationSetting } from '../../../src-shared/settings-notifications.ts';
import { CHANNEL_KINDS, type ChannelDraft, channelOf, newDraft, secretOf, withChannel } from '../../logic/channels.ts';
import { Notice } from '../../parts/notice.tsx';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useEngine } from '../../state/hooks.ts';
import { KindFields, type TellFault } from './kind-fields.tsx';
import classes from './notifications.module.css';
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
  const isNew = !setting.channels.some(({ id }) => id === draft.id);
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
          <Quiet draft={draft} faultOf={faultOf} onChange={change} />
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

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/u;

function Quiet(props: {
  readonly draft: ChannelDraft;
  readonly faultOf: TellFault;
  readonly onChange: (part: Partial<ChannelDraft>) => void;
}): ReactNode {
  const { draft, faultOf, onChange } = props;
  const { t } = useTranslation();
  const { quiet } = draft;
  const set = (part: Partial<ChannelDraft['quiet']>): void => onChange({ quiet: { ...quiet, ...part } });
  return (
    <div className={classes['wide']}>
      <div className={classes['times']}>
        <Switch
          label={t('notifications.form.quiet')}
          checked={quiet.enabled}
          onChange={(event) => set({ enabled: event.currentTarget.checked })}
        />
        {quiet.enabled
          ? (['from', 'to'] as const).map((end) => {
              const name = end === 'from' ? t('notifications.form.quietFrom') : t('notifications.form.quietTo');
              return (
                <Group key={end} gap={8} wrap="nowrap">
                  <Text size="sm">{name}</Text>
                  <TextInput
                    type="time"
                    aria-label={`${t('notifications.form.quiet')}, ${name}`}
                    value={quiet[end]}
                    error={faultOf('quiet').error !== undefined}
                    onChange={({ currentTarget: { value } }) => TIME.test(value) && set({ [end]: value })}
                  />
                </Group>
              );
            })
          : null}
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {t('notifications.form.quietHelp')}
      </Text>
    </div>
  );
}
