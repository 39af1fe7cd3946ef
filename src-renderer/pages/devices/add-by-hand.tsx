import { Button, Checkbox, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORM_SCHEMES } from '../../../src-shared/address/kinds.ts';
import type { Candidate } from '../../../src-shared/contract/index.ts';
import { type ErrorValue, toErrorValue } from '../../../src-shared/errors.ts';
import { type AddForm, EMPTY_FORM, faultOf, placeIn, uriOf, valuesOf } from '../../logic/add-form.ts';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useAnswer, useEngine } from '../../state/hooks.ts';
import classes from './devices.module.css';
import { AddressFields } from './fields.tsx';
import { useAdd } from './use-add.ts';

/** A form for every kind of connection; shows the address that it builds. */
export function AddByHand(): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const drivers = useAnswer('drivers.list', {}).value?.drivers ?? [];
  const [form, setForm] = useState<AddForm>(EMPTY_FORM);
  const [tried, setTried] = useState<Candidate>();
  const [error, setError] = useState<ErrorValue>();
  const [trying, setTrying] = useState(false);
  const { add, busy } = useAdd();
  const fault = faultOf(form);
  const uri = fault === undefined ? uriOf(form) : undefined;
  const change = (next: AddForm): void => {
    setForm(next);
    setTried(undefined);
    setError(undefined);
  };
  const tryIt = async (): Promise<void> => {
    if (uri === undefined) return;
    setTrying(true);
    setError(undefined);
    setTried(undefined);
    try {
      setTried(await engine.call('devices.probe', { uri }));
    } catch (thrown) {
      setError(toErrorValue(thrown));
    } finally {
      setTrying(false);
    }
  };
  const submit = async (): Promise<void> => {
    if (uri === undefined) return;
    const { nickname, feedsThisComputer } = form;
    const done = await add({ uri, nickname, feedsThisComputer }, nickname === '' ? placeIn(form) : nickname);
    if (done) change(EMPTY_FORM);
  };
  return (
    <Panel title={t('devices.addTitle')}>
      <form
        aria-label={t('devices.addTitle')}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <SegmentedControl
          aria-label={t('devices.kind')}
          data={FORM_SCHEMES.map((value) => ({ value, label: t(`devices.kinds.${value}`) }))}
          value={form.kind}
          onChange={(kind) => change({ ...form, kind })}
          mb="md"
        />
        <div className={classes['form']}>
          <AddressFields
            scheme={form.kind}
            drivers={drivers}
            values={valuesOf(form)}
            onChange={(values) => change({ ...form, typed: { ...form.typed, [form.kind]: values } })}
          />
          <TextInput
            label={t('devices.nickname')}
            maxLength={80}
            value={form.nickname}
            onChange={(event) => change({ ...form, nickname: event.currentTarget.value })}
          />
          <Checkbox
            label={t('devices.feeds')}
            description={t('devices.feedsHelp')}
            checked={form.feedsThisComputer}
            onChange={(event) => change({ ...form, feedsThisComputer: event.currentTarget.checked })}
          />
        </div>
        <Text size="sm" c="dimmed" mt="md">
          {fault === undefined ? t('devices.address') : t(`devices.missing.${fault}`)}
        </Text>
        <output className={`${classes['uri'] ?? ''} mono`}>{uri === undefined ? null : hidden(uri)}</output>
        <Group mt="sm">
          <Button type="submit" disabled={uri === undefined} loading={busy}>
            {t('devices.add')}
          </Button>
          <Button variant="default" disabled={uri === undefined} loading={trying} onClick={() => void tryIt()}>
            {t('devices.try')}
          </Button>
        </Group>
      </form>
      <div aria-live="polite">
        {trying ? <Notice tone="info">{t('devices.trying', { place: placeIn(form) })}</Notice> : null}
        {tried === undefined ? null : (
          <Notice tone={tried.driver === undefined ? 'warning' : 'good'}>
            {t('devices.tryResult', { title: tried.title, detail: tried.detail })}
          </Notice>
        )}
        {error === undefined ? null : (
          <Notice tone="warning" title={t('common.failed')}>
            {error.message}
          </Notice>
        )}
      </div>
    </Panel>
  );
}

/** Passwords are not for shoulders. */
function hidden(uri: string): string {
  return uri.replace(/(Password=)[^&]*/gu, '$1•••');
}
