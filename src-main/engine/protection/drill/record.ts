/** What is put on record while a drill runs: that it is one, and no trigger that the person has not set. */
import type { ForecastStep, ProtectionState } from '../../../../src-shared/contract/index.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { NewEvent, PolicyAction } from '../../base/parts.ts';

/** The drill that runs, as far as its record goes. */
export interface Recorded {
  readonly id: string;
  readonly device: string;
  readonly deviceName: string;
}

/** What the policy decided in a drill, as it is put on record and done. Everything of another UPS stays as it is. */
export function inDrill(action: PolicyAction, drill: Recorded): PolicyAction {
  if (action.type === 'outcome') {
    if (action.device !== drill.device) return action;
    return { ...action, outcome: say('drilled.outcome', { name: drill.deviceName }) };
  }
  if (action.type === 'perform') {
    return ofDrill(action.action, drill)
      ? { ...action, action: { ...action.action, reason: say('drilled.reason') } }
      : action;
  }
  return ofDrill(action.event, drill) ? { ...action, event: eventInDrill(action.event, drill) } : action;
}

/** What a drill leads to, as it is shown. */
export function viewInDrill<View extends Pick<ProtectionState, 'countdown' | 'forecast'>>(
  view: View,
  drill: Recorded,
): View {
  const { countdown, forecast = [] } = view;
  return {
    ...view,
    ...(countdown !== undefined && ofDrill(countdown, drill)
      ? { countdown: { ...countdown, reason: say('drilled.reason') } }
      : {}),
    forecast: forecast.map((step) => (isItsCountdown(step, drill) ? untold(step) : step)),
  };
}

function isItsCountdown({ kind, devices }: ForecastStep, drill: Recorded): boolean {
  return kind === 'countdown' && devices.includes(drill.device);
}

function untold({ trigger: _its, ...step }: ForecastStep): ForecastStep {
  return { ...step, text: say('drilled.reason') };
}

function ofDrill({ device }: { readonly device?: string | undefined }, drill: Recorded): boolean {
  return device === drill.device;
}

/** The trigger of a drill is none of the person's: its name, its limit and its sentence are not told. */
function eventInDrill(event: NewEvent, drill: Recorded): NewEvent {
  const { trigger, limit: _limit, ...data } = event.data;
  if (trigger === undefined) return { ...event, data: { ...event.data, drill: drill.id } };
  const seconds = Number(data['countdown']);
  return {
    ...event,
    ...(event.kind === 'countdown-started' ? { text: say('drilled.countdown', { seconds }) } : {}),
    data: { ...data, reason: say('drilled.reason'), drill: drill.id },
  };
}
