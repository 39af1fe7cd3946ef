import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How a value came about, where it is not simply what the device sent; nothing otherwise. */
export function Origin({
  derived,
  corrected,
}: {
  readonly derived: boolean;
  /** Why the device cannot mean what it sent. */
  readonly corrected: string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  if (corrected !== undefined) return <abbr title={corrected}>{t('common.corrected')}</abbr>;
  return derived ? <abbr title={t('common.derivedWhy')}>{t('common.derived')}</abbr> : null;
}
