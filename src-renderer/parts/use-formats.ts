import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formats, localeFor } from '../logic/formats.ts';
import { useScreens } from '../state/hooks.ts';

/** How this person reads numbers, dates and temperatures. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const fahrenheit = useScreens((screens) => screens.settings?.preferences.temperature === 'fahrenheit');
  const locale = localeFor(i18n.language, navigator.languages);
  return useMemo(() => ({ locale, fahrenheit }), [locale, fahrenheit]);
}
