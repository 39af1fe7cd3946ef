import { IconShieldCheck, IconShieldHalf, IconShieldOff, type TablerIcon } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProtectionState } from '../../src-shared/contract/index.ts';
import type { Tone } from '../logic/condition.ts';
import { Badge } from './badge.tsx';
import { useScreens } from '../state/hooks.ts';

type Mode = ProtectionState['mode'];

const SHOWN: Readonly<
  Record<Mode, { readonly icon: TablerIcon; readonly tone: Tone; readonly why: 'offWhy' | 'practiceWhy' | 'armedWhy' }>
> = {
  off: { icon: IconShieldOff, tone: 'warning', why: 'offWhy' },
  practice: { icon: IconShieldHalf, tone: 'info', why: 'practiceWhy' },
  armed: { icon: IconShieldCheck, tone: 'good', why: 'armedWhy' },
};

/** Whether protection is armed. `named` says that it is about protection. */
export const ModeBadge = memo(function ModeBadge({ named = false }: { readonly named?: boolean }): ReactNode {
  const { t } = useTranslation();
  const mode = useScreens((screens) => screens.state?.protection.mode);
  if (mode === undefined) return null;
  const { icon: Icon, tone, why } = SHOWN[mode];
  return (
    <Badge tone={tone} icon={<Icon size={16} stroke={2} aria-hidden />} why={t(`mode.${why}`)}>
      {named ? t('mode.label', { mode: t(`mode.${mode}`) }) : t(`mode.${mode}`)}
    </Badge>
  );
});
