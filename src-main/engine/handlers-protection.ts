/** The engine's side of protection: orders, preflight, arming, preview, the drill. */
import type { Handlers } from '../../src-shared/contract/index.ts';
import { AppError } from '../../src-shared/errors.ts';
import type { Drills } from './drill/drill.ts';
import type { HandlerParts } from './handlers.ts';
import { changeSettings } from './handlers-settings.ts';

type ProtectionCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `protection.${string}`>>;
type DrillCalls = Pick<Handlers['calls'], Extract<keyof Handlers['calls'], `drill.${string}`>>;

/** Makes the handlers of protection. */
export function protectionCalls(parts: HandlerParts): ProtectionCalls {
  const { guardian, settings } = parts;
  return {
    'protection.cancel': () => guardian.order({ type: 'cancel' }),
    'protection.postpone': () => guardian.order({ type: 'postpone' }),
    'protection.shutdownNow': ({ confirmed }) => {
      if (!confirmed) {
        throw new AppError(
          'refused',
          'Shutting down now ends every program on this computer at once. Agree to that first; nothing was done.',
        );
      }
      return guardian.order({ type: 'shutdown-now' });
    },
    'protection.request': ({ from, reason }) => guardian.order({ type: 'request', from, reason }),
    'protection.preflight': () => guardian.preflight(),
    'protection.arm': async ({ confirmed }) => {
      const preflight = await guardian.preflight();
      const failed = preflight.checks.filter(({ verdict }) => verdict === 'failed');
      if (!preflight.passed) {
        const what = failed.map(
          ({ title, message, fix }) => `${title}: ${message}${fix === undefined ? '' : ` ${fix}`}`,
        );
        return { result: 'refused', message: `Not armed, since a check failed. ${what.join(' ')}`.trim(), preflight };
      }
      if (!confirmed) {
        const message =
          'Every check has passed. Once armed, Mainstay really shuts this computer down: agree to that first.';
        return { result: 'refused', message, preflight };
      }
      await changeSettings(parts, { protection: { ...settings.get().protection, mode: 'armed' } });
      return {
        result: 'confirmed',
        message: 'Protection is armed: Mainstay will really shut this computer down.',
        preflight,
      };
    },
    'protection.preview': ({ rules, device }) => {
      if (parts.store.device(device) === undefined) {
        throw new AppError('not-found', `There is no device "${device}". It may have been removed.`);
      }
      return { steps: [...guardian.preview(rules, device)] };
    },
    'protection.tryCommand': ({ command }) => guardian.tryCommand(command),
    'protection.acknowledge': () => {
      guardian.acknowledge();
      return {};
    },
  };
}

/** Makes the handlers of the drill. */
export function drillCalls(drills: Drills): DrillCalls {
  return {
    'drill.start': ({ device }) => drills.start(device),
    'drill.cancel': () => drills.cancel(),
    'drill.cards': () => ({ cards: [...drills.cards()] }),
    'drill.remove': async ({ id }) => {
      await drills.remove(id);
      return {};
    },
    'drill.export': ({ id }) => drills.page(id),
  };
}
