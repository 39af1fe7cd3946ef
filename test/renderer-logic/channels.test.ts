import { describe, expect, it } from 'vitest';
import {
  type ChannelDraft,
  channelOf,
  draftOf,
  newDraft,
  secretOf,
  standingOf,
  withChannel,
  withGroup,
} from '../../src-renderer/logic/channels.ts';
import { type Channel, channelSchema, notificationSettingSchema } from '../../src-shared/settings/notifications.ts';

/** A webhook, unless another kind is asked for. */
function channel(change: object): Channel {
  const address = 'kind' in change ? {} : { kind: 'webhook', url: 'https://x.example/y' };
  return channelSchema.parse({ id: 'a', ...address, ...change });
}
const MAIL = { kind: 'email', host: 'mail', from: 'a@b.c', to: ['d@e.f', 'g@h.i'] };

describe('a form', () => {
  it('gives back the channel that it was made of', () => {
    for (const one of [
      channel({ auth: 'hmac', groups: ['test'], enabled: false, minimum: 'critical' }),
      channel({ ...MAIL, user: 'me', port: 25, security: 'none' }),
      channel({ kind: 'ntfy', topic: 'ups', quiet: { enabled: true, from: '23:00' } }),
      channel({ kind: 'telegram', chat: '@mine' }),
      channel({ kind: 'desktop' }),
    ]) {
      expect(channelOf(draftOf(one))).toEqual({ channel: one, faults: [] });
    }
  });

  it('takes addresses as people type them', () => {
    const draft: ChannelDraft = {
      ...newDraft('email', []),
      host: ' mail.example.org ',
      from: 'a@b.c',
      to: 'd@e.f; g@h.i\nj@k.l,',
    };
    expect(channelOf(draft).channel).toMatchObject({ host: 'mail.example.org', to: ['d@e.f', 'g@h.i', 'j@k.l'] });
  });

  it.each<[string, Partial<ChannelDraft>, readonly string[]]>([
    ['nothing filled in', {}, ['host', 'from', 'to']],
    ['no address', { host: 'x', from: 'me', to: 'you' }, ['from', 'to']],
    ['a port that is none', { host: 'x', from: 'a@b.c', to: 'a@b.c', port: '' }, ['port']],
    ['a line end in a host', { host: 'x\ny', from: 'a@b.c', to: 'a@b.c' }, ['host']],
    [
      'quiet hours without an hour',
      { host: 'x', from: 'a@b.c', to: 'a@b.c', quiet: { enabled: true, from: '07:00', to: '07:00' } },
      ['quiet'],
    ],
    ['another scheme', { kind: 'webhook', url: 'file:///etc/passwd' }, ['url']],
    ['a topic with a slash', { kind: 'ntfy', server: 'https://ntfy.sh', topic: 'a/b' }, ['topic']],
    ['a chat of words', { kind: 'telegram', server: 'https://api.telegram.org', chat: 'my chat' }, ['chat']],
  ])('says what is wrong with %s', (_name, change, faults) => {
    expect(channelOf({ ...newDraft('email', []), ...change }).faults).toEqual(faults);
  });

  it('asks for the secret that the kind needs, and only then', () => {
    const mail = newDraft('email', []);
    expect(secretOf(mail)).toBeUndefined();
    expect(secretOf({ ...mail, user: 'me' })).toBe('password');
    expect(secretOf({ ...mail, kind: 'webhook' })).toBeUndefined();
    expect(secretOf({ ...mail, kind: 'webhook', auth: 'hmac' })).toBe('secret');
    expect(secretOf({ ...mail, kind: 'telegram' })).toBe('botToken');
  });

  it('gets an id that no channel has', () => {
    expect(newDraft('email', [channel({ id: 'email-1' }), channel({ id: 'email-2' })]).id).toBe('email-3');
  });
});

describe('the settings', () => {
  const setting = notificationSettingSchema.parse({ channels: [channel({}), channel({ id: 'b', groups: ['test'] })] });

  it('take a channel in its place, or at the end', () => {
    const changed = withChannel(setting, channel({ name: 'New' }));
    expect(changed.channels.map(({ id, name }) => `${id} ${name}`)).toEqual(['a New', 'b ']);
    expect(withChannel(setting, channel({ id: 'c' })).channels.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('tell one channel of a group, once, or no longer', () => {
    const twice = withGroup(withGroup(setting, 'b', 'mains', true), 'b', 'mains', true);
    expect(twice.channels[1]?.groups).toEqual(['test', 'mains']);
    expect(withGroup(twice, 'b', 'test', false).channels[1]?.groups).toEqual(['mains']);
    expect(twice.channels[0]).toEqual(setting.channels[0]);
  });
});

describe('how a channel stands', () => {
  const fine = { waiting: 0, held: 0, quiet: false, secret: true };
  it.each([
    ['off', { enabled: false }, { error: { at: 1, message: 'x' } }, 1],
    ['nothing', { groups: [] }, {}, 1],
    ['alone', { kind: 'desktop' }, { error: { at: 1, message: 'x' } }, 0],
    ['failing', {}, { error: { at: 1, message: 'x' }, lastDeliveredAt: 1, quiet: true }, 1],
    ['failing', {}, { closed: 'locked' as const, lastDeliveredAt: 1 }, 1],
    ['quiet', {}, { quiet: true, lastDeliveredAt: 1 }, 1],
    ['fine', {}, { lastDeliveredAt: 1 }, 0],
    ['untried', {}, {}, 1],
  ])('is %s', (standing, change, status, desktops) => {
    expect(standingOf(channel(change), { ...fine, ...status }, desktops)).toBe(standing);
  });
});
