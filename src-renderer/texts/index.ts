/** The texts of the screens, by language. Only English is here; another language is another catalogue of the same shape. */
import { createInstance, type i18n, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Looks a text up. Pure functions that build sentences take it as an argument. */
export type Translate = TFunction;

/** Starts the catalogue; components reach it through `useTranslation`. */
export async function startTexts(language = 'en'): Promise<i18n> {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  return instance;
}
