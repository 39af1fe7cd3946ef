/** The texts of the screens, as React reaches them. */
import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { createTexts, type Language, languageFor, speak } from '../src-shared/texts/index.ts';
import { useScreens } from './state/hooks.ts';

/** Starts the catalogue in the system's language, until the setting is known; components use `useTranslation`. */
export async function startTexts(
  language: Language = languageFor('system', globalThis.navigator.languages),
): Promise<i18n> {
  const instance = createTexts();
  initReactI18next.init(instance);
  // Screen readers choose their voice by it.
  instance.on('languageChanged', (spoken) => {
    document.documentElement.lang = spoken;
  });
  await speak(instance, language);
  return instance;
}

/** Speaks the language of the settings from now on, also when the setting or the system's languages change. */
export function useChosenLanguage(): void {
  const { i18n } = useTranslation();
  const chosen = useScreens((screens) => screens.settings?.preferences.language);
  useEffect(() => {
    if (chosen === undefined) return undefined;
    const follow = (): void => void speak(i18n, languageFor(chosen, globalThis.navigator.languages));
    follow();
    globalThis.addEventListener('languagechange', follow);
    return () => globalThis.removeEventListener('languagechange', follow);
  }, [i18n, chosen]);
}
