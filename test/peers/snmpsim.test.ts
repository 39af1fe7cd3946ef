/** Recorded agents served by snmpsim, an agent that is not ours: read by our driver, and by NUT's snmp-ups. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTalk, snmpAnswers } from '../../drivers/kit/talk.ts';
import { driver } from '../../drivers/snmp/index.ts';
import { parseSnmprec } from '../../src-main/engine/ports/snmp/snmprec.ts';
import { known, type Known } from '../conformance/subject.ts';
import { Agreement } from './agreement.ts';
import { describeWithPrograms, dumpNut } from './harness.ts';
import { RECORDED_DIFFERENCES } from './snmp-explained.ts';
import { readAgent } from './snmp-wire.ts';
import { SNMPSIM, type Snmpsim, startSnmpsim, USER } from './snmpsim.ts';

const PEER = 'snmp-ups';
const FOLDER = join(import.meta.dirname, '../../drivers/snmp/fixtures');
const RECORDINGS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.snmprec'))
  .map((file) => ({ community: file.replace('.snmprec', ''), file: join(FOLDER, file) }));
/** snmp-ups starts only where manufacturer, model and output source are answered. */
const FOR_NUT = RECORDINGS.filter(({ file }) => {
  const rows = parseSnmprec(readFileSync(file, 'latin1'));
  return ['1.1.0', '1.2.0', '4.1.0'].every((object) => rows.has(`1.3.6.1.2.1.33.1.${object}`));
});

/** What our driver makes of the file itself. */
function withoutNetwork(file: string): Known {
  const rows = parseSnmprec(readFileSync(file, 'latin1'));
  const answer = snmpAnswers({ rows: () => rows, set: () => 'notWritable' });
  const identity = runTalk(driver.identify({ version: '2c' }, 'ietf'), answer).result;
  const polled = identity === null ? null : runTalk(driver.poll('full', identity), answer).result;
  if (identity === null || polled === null) throw new Error(`${file}: not read.`);
  return known(identity, polled);
}

describeWithPrograms('RFC 1628 served by snmpsim', [SNMPSIM, PEER], () => {
  const agreement = new Agreement(RECORDED_DIFFERENCES);
  let agent: Snmpsim;
  beforeAll(async () => {
    agent = await startSnmpsim(Object.fromEntries(RECORDINGS.map(({ community, file }) => [community, file])));
  });
  afterAll(async () => {
    await agent.close();
  });

  it.each(RECORDINGS.flatMap((recording) => (['1', '2c', '3'] as const).map((version) => ({ ...recording, version }))))(
    'is read over the network as from its file: $community, version $version',
    async ({ community, file, version }) => {
      const identity = version === '3' ? { ...USER, context: community } : { community };
      const read = await readAgent({ port: agent.port, version, ...identity });
      expect(read.vars).toEqual(withoutNetwork(file).vars);
      expect(read.vars.size).toBeGreaterThan(10);
    },
  );

  it.each(FOR_NUT)('is read by snmp-ups as by us: $community', async ({ community }) => {
    const theirs = await dumpNut({
      driver: PEER,
      port: `127.0.0.1:${agent.port}`,
      options: { mibs: 'ietf', community, snmp_version: 'v2c', pollfreq: '1', pollinterval: '1' },
    });
    const ours = await readAgent({ port: agent.port, community });
    expect(agreement.compare(PEER, community, ours.vars, theirs)).toBeGreaterThan(10);
  });

  it('leaves no difference unexplained and no explanation unneeded', () => {
    console.log(agreement.report('Recorded agents: Mainstay beside NUT'));
    expect(FOR_NUT.length).toBeGreaterThan(1);
    expect(agreement.unexplained()).toEqual([]);
    expect(agreement.idle()).toEqual([]);
  });
});
