/** Every condition that a UPS can be in, as its scenario brings it about: what the Overview says, and how it looks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src-shared/texts/en/index.ts';
import { like } from './hands.ts';
import { startWalk, type Walk } from './walk.ts';

/**
 * In the order in which the scenarios come to them: what mains does is there from the beginning, the rest after ten
 * seconds and for a minute, what stays comes last.
 */
const CONDITIONS = [
  { id: 'steady', uri: 'sim:snmp?scenario=steady', status: /^OL$/u, says: en.hero.source.mains },
  { id: 'boosted', uri: 'sim:megatec?scenario=boost', status: /BOOST/u, says: en.hero.warning.BOOST },
  { id: 'trimmed', uri: 'sim:apcsmart?scenario=trim', status: /TRIM/u, says: en.hero.warning.TRIM },
  { id: 'carried', uri: 'sim:hid?scenario=outage&speed=4', status: /OB/u, says: like(en.hero.onBatteryFor) },
  { id: 'tested', uri: 'sim:snmp?scenario=self-test', status: /TEST/u, says: en.battery.testing },
  { id: 'overloaded', uri: 'sim:megatec?scenario=overload', status: /OVER/u, says: en.hero.warning.OVER },
  {
    id: 'bypassed',
    uri: 'sim:snmp?scenario=bypass&profile=online-rack',
    status: /BYPASS/u,
    says: en.hero.source.bypass,
  },
  { id: 'faulty', uri: 'sim:snmp?scenario=fault', status: /ALARM/u, says: en.hero.warning.ALARM },
  { id: 'worn', uri: 'sim:snmp?scenario=worn-battery&speed=4', status: /RB/u, says: en.hero.warning.RB },
  { id: 'dying', uri: 'sim:snmp?scenario=low-battery&speed=4', status: /LB/u, says: en.hero.charge.low },
  {
    id: 'silent',
    uri: 'sim:apcsmart?scenario=comm-loss&speed=2',
    link: /stale|lost/u,
    says: new RegExp(`${like(en.hero.contact.stale).source}|${like(en.hero.contact.lost).source}`, 'u'),
  },
] as const;

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk({ settings: { devices: CONDITIONS.map(({ id, uri }) => ({ id, uri, nickname: id })) } });
});
afterAll(() => walk.close());

describe('the Overview of a UPS', () => {
  it.each(CONDITIONS)('that is $id says so', async (condition) => {
    const { page } = walk;
    const { id, says } = condition;
    await walk.open('Overview');
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(id, 'u') })
      .click();
    await walk.until(id, ({ devices: { [id]: device } }) =>
      'link' in condition
        ? condition.link.test(device?.link ?? '')
        : condition.status.test(String(device?.values['ups.status'] ?? '')),
    );
    await page.getByRole('main').getByText(says).first().waitFor();
    await walk.look(id);
    expect(page.url()).toContain(`#/ups/${id}`);
  });
});
