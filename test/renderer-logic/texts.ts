import { createTexts, type Translate } from '../../src-shared/texts/index.ts';
import type { Formats } from '../../src-renderer/logic/formats.ts';

/** The English catalogue, as the screens use it. */
export const t: Translate = createTexts().t;

export const formats: Formats = { locale: 'en', fahrenheit: false };
