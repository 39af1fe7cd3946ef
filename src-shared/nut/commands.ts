import type { CommandInfo } from './types.ts';

export const COMMANDS = {
  'beeper.mute': { label: 'Silence the beeper', description: 'Silences the beeper until the next event.', danger: 'none' },
  'outlet.n.load.off': { label: 'Turn the outlet off', description: 'Cuts the power of this outlet at once.', danger: 'drops-load' },
} as const satisfies Record<string, CommandInfo>;
