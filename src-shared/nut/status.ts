import type { StatusInfo } from './types.ts';

export const STATUS_WORDS = {
  OL: { label: 'On mains', description: 'Mains carries the load.', tone: 'good' },
} as const satisfies Record<string, StatusInfo>;

/** A word of `ups.status`. */
export type StatusWord = 'OL' | 'OB' | 'LB' | 'HB' | 'RB' | 'CHRG' | 'DISCHRG' | 'BYPASS' | 'CAL' | 'OFF' | 'OVER' | 'TRIM' | 'BOOST' | 'FSD' | 'ALARM' | 'WAIT' | 'TEST' | 'ECO' | 'COMM' | 'NOCOMM';
