/** Whether a value fits what a device offers, before it is sent. The engine and the device have the last word. */
import type { SettingOffer } from '../../src-shared/contract/index.ts';

/** Why a value cannot be written. */
export type SettingFault = 'empty' | 'number' | 'range' | 'step' | 'length' | 'choice';

/** Undefined where the value fits. */
export function settingFault({ values, range, maxLength }: SettingOffer, value: string): SettingFault | undefined {
  const text = value.trim();
  if (text === '') return 'empty';
  if (values !== undefined) return values.includes(text) ? undefined : 'choice';
  if (range !== undefined) {
    const number = Number(text);
    if (!/^-?\d+(\.\d+)?$/u.test(text) || !Number.isFinite(number)) return 'number';
    if (number < range.min || number > range.max) return 'range';
    const steps = range.step === undefined ? 0 : (number - range.min) / range.step;
    return Math.abs(steps - Math.round(steps)) > 1e-6 ? 'step' : undefined;
  }
  return maxLength !== undefined && text.length > maxLength ? 'length' : undefined;
}
