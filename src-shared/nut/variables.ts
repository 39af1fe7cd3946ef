import type { VariableInfo } from './types.ts';

export const VARIABLES = {
  'ups.status': { type: 'status', label: 'Status', description: 'What the UPS is doing, as status words.' },
  'battery.charge': { type: 'number', unit: '%', min: 0, max: 100, label: 'Battery charge', description: 'How full the battery is.' },
  'outlet.n.status': { type: 'string', label: 'Outlet state', description: 'Whether the outlet is on or off.' },
  'input.{context}.voltage': { type: 'number', unit: 'V', min: 0, max: 1000, label: 'Input voltage', description: 'Mains voltage of this phase.' },
} as const satisfies Record<string, VariableInfo>;
