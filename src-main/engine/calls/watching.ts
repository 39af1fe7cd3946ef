/** The engine for whoever may only watch: what acts is refused, what is told holds no secret. */
import {
  CALL_ACCESS,
  type CallName,
  type Handlers,
  STREAM_ACCESS,
  type StreamName,
} from '../../../src-shared/contract/index.ts';
import { AppError } from '../../../src-shared/errors.ts';
import type { Settings } from '../../../src-shared/settings/index.ts';
import { say } from '../../../src-shared/texts/say.ts';
import { redactNotifications } from '../notify/redact.ts';

type Changeable<T> = { -readonly [K in keyof T]: T[K] };

/** The same handlers, of which those that act refuse (`AppError` 'unauthorized') before they look at anything. */
export function watchingHandlers(handlers: Handlers): Handlers {
  const calls: Changeable<Handlers['calls']> = {
    ...handlers.calls,
    'settings.get': async () => withoutSecrets(await handlers.calls['settings.get']({})),
  };
  const streams: Changeable<Handlers['streams']> = { ...handlers.streams };
  for (const name of Object.keys(calls)) if (isCall(name) && CALL_ACCESS[name] === 'act') calls[name] = refuse;
  for (const name of Object.keys(streams)) if (isStream(name) && STREAM_ACCESS[name] === 'act') streams[name] = refuse;
  return { calls, streams };
}

function refuse(): never {
  throw new AppError('unauthorized', say('reach.watchOnly'));
}

/** What somebody could write to or log in with; the arguments of a program are often where a password stands. */
function withoutSecrets(settings: Settings): Settings {
  const { protection, notifications } = settings;
  const { ownCommand } = protection;
  return {
    ...settings,
    notifications: redactNotifications(notifications),
    protection: {
      ...protection,
      ownCommand: { ...ownCommand, arguments: ownCommand.arguments.map(() => '***') },
    },
  };
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(CALL_ACCESS, name);
}

function isStream(name: string): name is StreamName {
  return Object.hasOwn(STREAM_ACCESS, name);
}
