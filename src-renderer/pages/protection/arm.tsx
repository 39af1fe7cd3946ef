import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnCommand } from '../../../src-shared/settings/protection.ts';
import { toErrorValue } from '../../../src-shared/errors.ts';
import { Notice } from '../../parts/notice.tsx';
import { useEngine } from '../../state/hooks.ts';
import { ProgramText } from './confirm-program.tsx';
import { PreflightResult, usePreflight } from './preflight.tsx';
import classes from './protection.module.css';

/** Checks everything that a shutdown needs, names what arming does, asks once, and arms. */
export function ArmDialog({
  plans,
  unsaved,
  program,
  onSave,
  onClose,
}: {
  /** The plan in words, as it will be when armed. */
  readonly plans: readonly string[];
  readonly unsaved: boolean;
  /** Another program than before runs with what is unsaved: arming agrees to it. */
  readonly program?: OwnCommand;
  /** Saves what is unsaved; resolves with whether that worked. */
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const engine = useEngine();
  const preflight = usePreflight();
  const [refusal, setRefusal] = useState<string>();
  const [arming, setArming] = useState(false);
  const begun = useRef(false);
  const { run, result, running } = preflight;
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void run();
  }, [run]);

  const arm = async (): Promise<void> => {
    setArming(true);
    setRefusal(undefined);
    try {
      if (unsaved && !(await onSave())) return;
      const outcome = await engine.call('protection.arm', { confirmed: true });
      preflight.take(outcome.preflight);
      if (outcome.result === 'accepted' || outcome.result === 'confirmed') onClose();
      else setRefusal(outcome.message);
    } catch (thrown) {
      setRefusal(toErrorValue(thrown).message);
    } finally {
      setArming(false);
    }
  };
  const passed = result?.passed === true && !running;
  return (
    <Modal opened onClose={onClose} withCloseButton={false} centered size="lg">
      <Modal.Title fw={600}>{t('arm.title')}</Modal.Title>
      <h3 className={classes['part']}>{t('arm.checks')}</h3>
      {result?.passed === false && !running ? (
        <Notice tone="critical" title={t('arm.cannot')} live>
          {t('arm.cannotText')}
        </Notice>
      ) : null}
      <PreflightResult preflight={preflight} brief />
      {refusal === undefined ? null : (
        <Notice tone="critical" title={t('arm.refused')} live>
          {refusal}
        </Notice>
      )}
      {passed ? (
        <>
          <h3 className={classes['part']}>{t('arm.effect')}</h3>
          <div>{t('arm.effectText')}</div>
          <ul className={classes['plans']}>
            {plans.map((plan) => (
              <li key={plan}>{plan}</li>
            ))}
          </ul>
          {unsaved ? <div className={classes['quiet']}>{t('arm.unsaved')}</div> : null}
          {program === undefined ? null : <ProgramText command={program} />}
        </>
      ) : null}
      <Group justify="flex-end" className={classes['foot'] ?? ''}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        {passed || running ? (
          <Button disabled={!passed} loading={arming} onClick={() => void arm()}>
            {t('protection.arm')}
          </Button>
        ) : (
          <Button onClick={() => void run()}>{t('preflight.again')}</Button>
        )}
      </Group>
    </Modal>
  );
}
