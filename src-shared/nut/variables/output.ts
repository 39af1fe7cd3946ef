import type { VariableInfo } from '../types.ts';
import { measured } from './phases.ts';
import { COUNT } from './quantities.ts';

/** Power that goes out: to the load, through the inverter and through the bypasses. */
export const OUTPUT = {
  ...measured('output', 'Output'),
  ...measured('output.bypass', 'Bypass output'),
  ...measured('output.inverter', 'Inverter output'),
  ...measured('output.servicebypass', 'Service bypass output'),

  'output.phases': { ...COUNT, label: 'Output phases', description: 'How many phases go out.' },
  'output.inverter.latency': {
    type: 'number',
    unit: 's',
    min: 0,
    max: 60,
    label: 'Transfer gap',
    description: 'How long the load has no power while the UPS turns to battery.',
  },
} as const satisfies Record<string, VariableInfo>;
