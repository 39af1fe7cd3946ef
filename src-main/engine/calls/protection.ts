/** The engine's side of protection: orders, preflight, arming, preview, the drill. */
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import { say } from '../../../src-shared/texts/say.ts';
import type { Drills } from '../protection/drill/drill.ts';
import type { HandlerParts } from './parts.ts';
import { changeSettings } from './settings.ts';

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
        throw new AppError('refused', say('act.order.shutdownNow'));
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
        return { result: 'refused', message: say('act.order.notArmed', { why: what.join(' ') }).trim(), preflight };
      }
      if (!confirmed) {
        const message = say('act.order.agree');
        return { result: 'refused', message, preflight };
      }
      await changeSettings(parts, { protection: { ...settings.get().protection, mode: 'armed' } });
      return {
        result: 'confirmed',
        message: say('act.order.armed'),
        preflight,
      };
    },
    'protection.preview': ({ rules, device }) => {
      if (device !== undefined && parts.store.device(device) === undefined) {
        throw new AppError('not-found', say('reach.noDevice', { id: device }));
      }
      return guardian.preview(rules, device);
    },
    'protection.tryCommand': ({ command, confirmed }) => {
      if (!confirmed) throw new AppError('refused', say('act.order.runs', { program: command.program }));
      return guardian.tryCommand(command);
    },
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
