import { ActionIcon, Button, Group, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../src-shared/contract/index.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import type { OwnCommand as Command } from '../../../src-shared/settings/protection.ts';
import { numberText } from '../../logic/formats.ts';
import { Notice } from '../../parts/notice.tsx';
import { SettingLine } from '../../parts/setting-line.tsx';
import { useFormats } from '../../parts/use-formats.ts';
import { useEngine } from '../../state/hooks.ts';
import { useDialog } from '../../parts/dialogs.tsx';
import { ConfirmProgram } from './confirm-program.tsx';
import classes from './protection.module.css';
import { SecondsLine } from './timing.tsx';
import type { EditProps } from './triggers.tsx';

/** The person's own program: what it is, what it is given, how long it may take, and a trial. */
export function OwnCommand({ setting, onChange }: EditProps): ReactNode {
  const { t } = useTranslation();
  const command = setting.ownCommand;
  const change = (part: Partial<Command>): void => onChange({ ...setting, ownCommand: { ...command, ...part } });
  return (
    <>
      <SettingLine name={t('command.title')} help={t('command.help')}>
        <Switch
          aria-label={t('command.title')}
          checked={command.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
      </SettingLine>
      {command.enabled ? (
        <>
          <SettingLine name={t('command.program')} help={t('command.programHelp')}>
            <TextInput
              aria-label={t('command.program')}
              className={classes['wide'] ?? ''}
              maxLength={1000}
              value={command.program}
              {...(command.program.trim() === '' ? { error: t('protection.fault.program') } : {})}
              onChange={(event) => change({ program: event.currentTarget.value })}
            />
          </SettingLine>
          <SettingLine name={t('command.arguments')} help={t('command.argumentsHelp')}>
            <Arguments list={command.arguments} onChange={(list) => change({ arguments: list })} />
          </SettingLine>
          <SecondsLine
            name={t('command.limit')}
            help={t('command.limitHelp')}
            min={1}
            max={600}
            value={command.timeoutSeconds}
            onChange={(timeoutSeconds) => change({ timeoutSeconds })}
          />
          <Trial command={command} />
        </>
      ) : null}
    </>
  );
}

function Arguments({
  list,
  onChange,
}: {
  readonly list: readonly string[];
  readonly onChange: (list: string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={classes['wide']}>
      {list.map((argument, index) => (
        // Arguments have no names: their places are what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <Group key={index} gap="xs" wrap="nowrap" mb={6}>
          <TextInput
            flex={1}
            aria-label={t('command.argument', { number: index + 1 })}
            maxLength={1000}
            value={argument}
            onChange={(event) => onChange(list.with(index, event.currentTarget.value))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('command.removeArgument', { number: index + 1 })}
            onClick={() => onChange(list.toSpliced(index, 1))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} aria-hidden />}
        disabled={list.length >= 50}
        onClick={() => onChange([...list, ''])}
      >
        {t('command.addArgument')}
      </Button>
    </div>
  );
}

/** Runs the command as it stands on the page, saved or not. */
function Trial({ command }: { readonly command: Command }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [outcome, setOutcome] = useState<CallOutput<'protection.tryCommand'>>();
  const open = useDialog();
  const run = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      setOutcome(await engine.call('protection.tryCommand', { command, confirmed: true }));
    } catch (thrown) {
      setFailure(toErrorValue(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  const ask = (): void =>
    open({
      content: (close) => (
        <ConfirmProgram
          command={command}
          title={t('command.confirmTry')}
          action={t('command.try')}
          onConfirm={run}
          onClose={close}
        />
      ),
    });
  const good = outcome?.result === 'accepted' || outcome?.result === 'confirmed';
  return (
    <div className={classes['trial']}>
      <Group justify="space-between" gap="md">
        <Text size="sm" c="dimmed" flex="1 1 260px">
          {t('command.tryHelp')}
        </Text>
        <Button variant="default" loading={busy} disabled={command.program.trim() === ''} onClick={ask}>
          {t('command.try')}
        </Button>
      </Group>
      {failure === undefined ? null : (
        <Notice tone="warning" title={t('common.failed')} live>
          {failure}
        </Notice>
      )}
      {outcome === undefined || busy ? null : (
        <Notice
          tone={good ? 'good' : 'warning'}
          title={t('command.took', { time: numberText(outcome.seconds, formats, 1) })}
          live
        >
          <div>{outcome.message}</div>
          {outcome.output.trim() === '' ? (
            <div>{t('command.silent')}</div>
          ) : (
            // Long output scrolls, by the keyboard too.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <pre className={classes['output']} tabIndex={0} aria-label={t('command.output')}>
              {outcome.output}
            </pre>
          )}
        </Notice>
      )}
    </div>
  );
}
