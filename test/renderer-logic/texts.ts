import { startTexts, type Translate } from '../../src-renderer/texts/index.ts';
import type { Formats } from '../../src-renderer/logic/formats.ts';

/** The English catalogue, as the screens use it. */
export const t: Translate = (await startTexts()).t;

export const formats: Formats = { locale: 'en', fahrenheit: false };
