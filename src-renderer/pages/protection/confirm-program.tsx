import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnCommand } from '../../../src-shared/settings/protection.ts';
import { Confirm } from '../../parts/confirm.tsx';
import classes from './protection.module.css';

/** What runs, as it stands, and as whom. */
export function ProgramText({ command }: { readonly command: OwnCommand }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div>{t('command.runsAs')}</div>
      <pre className={classes['output']}>{[command.program, ...command.arguments].join('\n')}</pre>
    </>
  );
}

/** Asks before a program may run as the account of Mainstay; the engine takes none without. */
export function ConfirmProgram({
  command,
  ...rest
}: {
  readonly command: OwnCommand;
  readonly title: string;
  readonly action: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}): ReactNode {
  return <Confirm {...rest} danger text={<ProgramText command={command} />} />;
}
