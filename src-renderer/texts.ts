/** The texts of the screens, as React reaches them. */
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { createTexts, type Language, speak } from '../src-shared/texts/index.ts';

/** Starts the catalogue; components reach it through `useTranslation`. */
export async function startTexts(language: Language = 'en'): Promise<i18n> {
  const instance = createTexts();
  initReactI18next.init(instance);
  await speak(instance, language);
  return instance;
}
