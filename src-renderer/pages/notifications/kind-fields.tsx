import { Checkbox, Input, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelDraft, ChannelFault } from '../../logic/channels.ts';
import { Notice } from '../../parts/notice.tsx';
import classes from './notifications.module.css';

/** What a field is given when it is wrong. */
export type TellFault = (field: ChannelFault) => { readonly error?: string };

interface FieldsProps {
  readonly draft: ChannelDraft;
  readonly faultOf: TellFault;
  readonly onChange: (part: Partial<ChannelDraft>) => void;
}

/** Fields with a label, a help and a fault, that are only text. */
type TextName = 'host' | 'user' | 'from' | 'to' | 'url' | 'server' | 'topic' | 'chat';

/** Where a channel of this kind leads. */
export function KindFields(props: FieldsProps): ReactNode {
  const { t } = useTranslation();
  switch (props.draft.kind) {
    case 'desktop':
      return null;
    case 'email':
      return <EmailFields {...props} />;
    case 'webhook':
      return <WebhookFields {...props} />;
    case 'ntfy':
      return (
        <>
          <Field {...props} name="server" />
          <Field {...props} name="topic" help={t('notifications.form.topicHelp')} />
        </>
      );
    case 'telegram':
      return (
        <>
          <Field {...props} name="server" />
          <Field {...props} name="chat" help={t('notifications.form.chatHelp')} />
        </>
      );
  }
}

function Field(props: FieldsProps & { readonly name: TextName; readonly help?: string }): ReactNode {
  const { draft, faultOf, onChange, name, help } = props;
  const { t } = useTranslation();
  return (
    <TextInput
      label={t(`notifications.form.${name}`)}
      {...(help === undefined ? {} : { description: help })}
      maxLength={2000}
      // Addresses are no words to be mended by the keyboard.
      autoCapitalize="none"
      spellCheck={false}
      value={draft[name]}
      {...faultOf(name)}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
}

const SECURITIES = ['starttls', 'tls', 'none'] as const;
/** The ports that go with each kind of encryption (RFC 6409, 8314; RFC 5321). */
const PORTS: Readonly<Record<(typeof SECURITIES)[number], number>> = { starttls: 587, tls: 465, none: 25 };

function EmailFields(props: FieldsProps): ReactNode {
  const { draft, faultOf, onChange } = props;
  const { t } = useTranslation();
  const usual = Object.values(PORTS).includes(Number(draft.port));
  return (
    <>
      <Field {...props} name="host" help={t('notifications.form.hostHelp')} />
      <Input.Wrapper labelElement="div" label={t('notifications.form.security')}>
        <SegmentedControl
          fullWidth
          aria-label={t('notifications.form.security')}
          data={SECURITIES.map((value) => ({ value, label: t(`notifications.form.securities.${value}`) }))}
          value={draft.security}
          onChange={(security) => onChange({ security, ...(usual ? { port: PORTS[security] } : {}) })}
        />
      </Input.Wrapper>
      <NumberInput
        label={t('notifications.form.port')}
        min={1}
        max={65_535}
        allowDecimal={false}
        thousandSeparator={false}
        value={draft.port}
        {...faultOf('port')}
        onChange={(port) => onChange({ port })}
      />
      <Field {...props} name="user" help={t('notifications.form.userHelp')} />
      <Field {...props} name="from" />
      <Field {...props} name="to" help={t('notifications.form.toHelp')} />
      {draft.security === 'none' ? (
        <div className={classes['wide']}>
          <Notice tone="warning">{t('notifications.form.plainWarning')}</Notice>
        </div>
      ) : (
        <Checkbox
          className={classes['wide'] ?? ''}
          label={t('notifications.form.checkCertificate')}
          description={t('notifications.form.checkCertificateHelp')}
          checked={draft.checkCertificate}
          onChange={(event) => onChange({ checkCertificate: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

const AUTHS = ['none', 'bearer', 'hmac'] as const;

function WebhookFields(props: FieldsProps): ReactNode {
  const { draft, onChange } = props;
  const { t } = useTranslation();
  return (
    <>
      <div className={classes['wide']}>
        <Field {...props} name="url" help={t('notifications.form.urlHelp')} />
      </div>
      <Select
        label={t('notifications.form.auth')}
        data={AUTHS.map((value) => ({ value, label: t(`notifications.form.auths.${value}`) }))}
        value={draft.auth}
        allowDeselect={false}
        onChange={(value) => {
          const auth = AUTHS.find((each) => each === value);
          if (auth !== undefined) onChange({ auth });
        }}
      />
    </>
  );
}
