import { Button, Checkbox, Group, Modal, Stack, Switch, Text, TextInput } from '@mantine/core';
import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallArgument } from '../../../src-shared/contract/index.ts';
import type { DeviceSetting } from '../../../src-shared/settings.ts';
import { Badge } from '../../parts/badge.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { DeviceBadges } from '../../parts/device-badges.tsx';
import { Notice } from '../../parts/notice.tsx';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useDevice, useEngine, useScreens } from '../../state/hooks.ts';
import classes from './devices.module.css';

/** One device: what it is, how its link is, and what can be changed about it. */
export const DeviceRow = memo(function DeviceRow({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const device = useDevice(id);
  const setting = useScreens((screens) => screens.settings?.devices.find((each) => each.id === id));
  const [asking, setAsking] = useState<'edit' | 'remove'>();
  const [busy, setBusy] = useState(false);
  if (device === undefined) return null;
  const { name, uri, link, linkMessage, feedsThisComputer } = device;
  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await engine.call('devices.remove', { id });
      setAsking(undefined);
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes['row']}>
      <div className={classes['what']}>
        <div className={classes['name']}>
          {name}
          {link === 'live' ? <Badge tone="good">{t('contact.live')}</Badge> : null}
          <DeviceBadges device={device} />
        </div>
        <div className={`${classes['uri'] ?? ''} mono`}>{uri}</div>
        <Text size="sm" c="dimmed">
          {[device.driverTitle, feedsThisComputer ? t('devices.feedsShort') : undefined]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </Text>
      </div>
      {setting === undefined ? null : (
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            aria-label={t('devices.editTitle', { name })}
            onClick={() => setAsking('edit')}
          >
            {t('devices.edit')}
          </Button>
          <Button
            variant="default"
            size="xs"
            aria-label={t('common.labelled', { label: t('devices.remove'), value: name })}
            onClick={() => setAsking('remove')}
          >
            {t('devices.remove')}
          </Button>
        </Group>
      )}
      {link === 'live' || linkMessage === undefined ? null : (
        <div className={classes['message']}>
          <Notice tone="warning">{linkMessage}</Notice>
        </div>
      )}
      <Confirm
        opened={asking === 'remove'}
        title={t('devices.removeTitle', { name })}
        text={t('devices.removeText')}
        action={t('devices.remove')}
        danger
        busy={busy}
        onConfirm={() => void remove()}
        onClose={() => setAsking(undefined)}
      />
      {setting === undefined ? null : (
        // Its head would be a second banner of the page; the title stands in the body.
        <Modal opened={asking === 'edit'} onClose={() => setAsking(undefined)} withCloseButton={false} centered>
          <Modal.Title fw={600} mb="sm">
            {t('devices.editTitle', { name })}
          </Modal.Title>
          <EditForm setting={setting} onDone={() => setAsking(undefined)} />
        </Modal>
      )}
    </div>
  );
});

function EditForm({ setting, onDone }: { readonly setting: DeviceSetting; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const { id, nickname, feedsThisComputer, enabled } = setting;
  const [change, setChange] = useState<CallArgument<'devices.update'>['change']>({
    nickname,
    feedsThisComputer,
    enabled,
  });
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await engine.call('devices.update', { id, change });
      // The engine tells of other changes by an event; this one may come back before it.
      engine.store.setState({ settings: await engine.call('settings.get', {}) });
      onDone();
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <TextInput
          label={t('devices.nickname')}
          description={t('devices.nicknameHelp')}
          maxLength={80}
          value={change.nickname ?? ''}
          onChange={(event) => setChange({ ...change, nickname: event.currentTarget.value })}
          data-autofocus
        />
        <Checkbox
          label={t('devices.feeds')}
          description={t('devices.feedsHelp')}
          checked={change.feedsThisComputer ?? false}
          onChange={(event) => setChange({ ...change, feedsThisComputer: event.currentTarget.checked })}
        />
        <Switch
          label={t('devices.enabled')}
          checked={change.enabled ?? false}
          onChange={(event) => setChange({ ...change, enabled: event.currentTarget.checked })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
