import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDuration } from '../logic/formats.ts';
import { useNow, useScreens } from '../state/hooks.ts';
import { useFormats } from './use-formats.ts';

/** How old the last reading of a device is. */
export const ReadingAge = memo(function ReadingAge({ device }: { readonly device: string }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const readAt = useScreens((screens) => screens.state?.devices[device]?.readAt);
  if (readAt === undefined) return t('age.never');
  const seconds = Math.floor((now - readAt) / 1000);
  return seconds < 2 ? t('age.now') : t('age.ago', { time: shortDuration(seconds, formats) });
});
