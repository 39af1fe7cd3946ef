/** The power of this computer, as each platform offers it. */
import type { PreflightCheck } from '../../../../src-shared/contract/index.ts';
import type { ProtectionSetting } from '../../../../src-shared/settings/protection.ts';
import type { Answer } from './run.ts';

/** What a last step can be, but for the person's own command. */
export type Deed = Exclude<ProtectionSetting['action'], 'command'>;

/** One platform's way of doing the last step. Nothing here ever rejects. */
export interface PowerSystem {
  /** Resolves once the system has taken the request or refused it; what it means to be down comes later. */
  readonly deeds: Readonly<Record<Deed, () => Promise<Answer>>>;
  /** What must be right before that works: privilege, inhibitors, hibernation, programs. */
  checks(deed: ProtectionSetting['action']): Promise<PreflightCheck[]>;
  /** Tells everyone logged in, where the system has a way. */
  announce(text: string): void;
}
