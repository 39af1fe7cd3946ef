/** Mail over SMTP. */
import type { ChannelOf } from '../../../../src-shared/settings/notifications.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import { shortened } from '../message.ts';
import { without } from './http.ts';
import { codesOf, networkFault } from './network-fault.ts';
import type { Sender, Sent } from './sender.ts';

/** Waiting for the connection, for the greeting and for each answer. Milliseconds. */
const CONNECT = 15_000;
const ANSWER = 30_000;
/** The whole of it: a server may answer each time at the last moment. Milliseconds. */
const LIMIT = 60_000;

/** Sends a mail. */
export const sendEmail: Sender<ChannelOf<'email'>> = async (channel, message, secret, signal) => {
  const { host, port, security, user, from, to, checkCertificate } = channel;
  if (user !== '' && secret === undefined) return { ok: false, fault: 'fix', message: say('notify.fault.noPassword') };
  // Not before there is a mail: most never send one, and Mainstay starts the sooner.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    // Never falls back to plain text by itself: whoever listens could make it.
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { rejectUnauthorized: checkCertificate },
    ...(user === '' ? {} : { auth: { user, pass: secret } }),
    connectionTimeout: CONNECT,
    greetingTimeout: CONNECT,
    dnsTimeout: CONNECT,
    socketTimeout: ANSWER,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { id, title, text, severity, at, computer } = message;
  const limit = AbortSignal.timeout(LIMIT);
  const sending = transport.sendMail({
    from: { name: 'Mainstay', address: from },
    to: [...to],
    subject: say('notify.message.onComputer', { title, computer }),
    text: `${text}\n\n${say('notify.message.mailFoot', { computer })}\n`,
    date: new Date(at),
    // The same when it is sent again: mail programs show it once.
    messageId: `<${id}@mainstay.invalid>`,
    // No machine answers this with an absence note (RFC 3834, 5).
    headers: { 'Auto-Submitted': 'auto-generated' },
    priority: severity === 'critical' ? 'high' : 'normal',
  });
  try {
    const info = await Promise.race([sending, aborted(AbortSignal.any([signal, limit]))]);
    if (info === undefined) {
      const why = signal.aborted ? say('notify.fault.stopped') : say('notify.fault.timeout', { host });
      return { ok: false, fault: 'later', message: why };
    }
    if (info.rejected.length > 0) {
      const some = info.rejected.join(', ');
      return { ok: true, message: say('notify.sent.mailSome', { host, some }) };
    }
    return { ok: true, message: say('notify.sent.mail', { host, said: shortened(info.response, 200) }) };
  } catch (thrown) {
    return faultOf(thrown, channel, secret);
  } finally {
    transport.close();
    sending.catch(() => undefined);
  }
};

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

function faultOf(thrown: unknown, { host, port }: ChannelOf<'email'>, secret: string | undefined): Sent {
  const place = `${host}:${port}`;
  const codes = codesOf(thrown);
  const status = thrown instanceof Error && 'responseCode' in thrown ? Number(thrown.responseCode) : undefined;
  const text = without(thrown instanceof Error ? thrown.message : String(thrown), secret);
  const words = { host: place, said: shortened(text.replaceAll(/\s+/g, ' '), 240) };
  // 4xx is for now, 5xx for good (RFC 5321, 4.2.1).
  const passing = status !== undefined && status >= 400 && status < 500;
  if (codes.includes('EAUTH') || codes.includes('ENOAUTH')) {
    return { ok: false, fault: passing ? 'later' : 'fix', message: say('notify.fault.login', words) };
  }
  const network = networkFault(thrown, place);
  if (network !== undefined) return network;
  if (codes.includes('ETLS')) return { ok: false, fault: 'fix', message: say('notify.fault.starttls', words) };
  if (status !== undefined) {
    if (passing) return { ok: false, fault: 'later', message: say('notify.fault.mailLater', words) };
    // 552: more than it takes (RFC 5321, 4.2.3).
    if (status === 552) return { ok: false, fault: 'never', message: say('notify.fault.mailRefused', words) };
    return { ok: false, fault: 'fix', message: say('notify.fault.mailRefused', words) };
  }
  return { ok: false, fault: 'later', message: say('notify.fault.other', { host: place, why: words.said }) };
}
