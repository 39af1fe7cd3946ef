import { Button, Checkbox, Group, Modal, Stack, Switch, Text, TextInput } from '@mantine/core';
import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallArgument } from '../../../src-shared/contract/index.ts';
import type { DeviceSetting } from '../../../src-shared/settings/index.ts';
import { Badge } from '../../parts/badge.tsx';
import { Blocked, Confirm } from '../../parts/confirm.tsx';
import { DeviceBadges } from '../../parts/device-badges.tsx';
import { useDialog } from '../../parts/dialogs.tsx';
import { Notice } from '../../parts/notice.tsx';
import { tellFailure } from '../../parts/use-outcome.ts';
import { useDevice, useEngine, useScreens } from '../../state/hooks.ts';
import classes from './devices.module.css';

/** One device: what it is, how its link is, and what can be changed about it. */
export const DeviceRow = memo(function DeviceRow({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const device = useDevice(id);
  const setting = useScreens((screens) => screens.settings?.devices.find((each) => each.id === id));
  const open = useDialog();
  if (device === undefined) return null;
  const { name, uri, link, linkMessage, feedsThisComputer } = device;
  const edit = (): void => {
    if (setting !== undefined) open({ content: (close) => <EditForm name={name} setting={setting} onDone={close} /> });
  };
  const remove = (): void => open({ content: (close) => <Remove id={id} name={name} onClose={close} /> });
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
          <Button variant="default" size="xs" aria-label={t('devices.editTitle', { name })} onClick={edit}>
            {t('devices.edit')}
          </Button>
          <Button
            variant="default"
            size="xs"
            aria-label={t('common.labelled', { label: t('devices.remove'), value: name })}
            onClick={remove}
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
    </div>
  );
});

/** Why nothing can be done with this UPS any more; undefined while it is in the list. */
function useGone(id: string): string | undefined {
  const { t } = useTranslation();
  const there = useScreens((screens) => screens.settings?.devices.some((each) => each.id === id));
  return there === true ? undefined : t('device.gone');
}

function Remove({
  id,
  name,
  onClose,
}: {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const remove = async (): Promise<boolean> => {
    try {
      await engine.call('devices.remove', { id });
      return true;
    } catch (thrown) {
      tellFailure(t('common.failed'), thrown);
      return false;
    }
  };
  return (
    <Confirm
      title={t('devices.removeTitle', { name })}
      text={t('devices.removeText')}
      action={t('devices.remove')}
      danger
      blocked={useGone(id)}
      onConfirm={remove}
      onClose={onClose}
    />
  );
}

function EditForm({
  name,
  setting,
  onDone,
}: {
  readonly name: string;
  readonly setting: DeviceSetting;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const gone = useGone(setting.id);
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
      <Modal.Title fw={600} mb="sm">
        {t('devices.editTitle', { name })}
      </Modal.Title>
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
        <Blocked why={gone} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={gone !== undefined}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
