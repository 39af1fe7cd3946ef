/** Asks each SNMP host that the person named who it is (sysObjectID and its like). No network is searched. */
import { placeOf } from '../../../../src-shared/address/index.ts';
import { redactUri } from '../../../../src-shared/address/redact.ts';
import { parseUri } from '../../../../src-shared/address/uri.ts';
import { toErrorValue } from '../../../../src-shared/errors.ts';
import { say } from '../../../../src-shared/texts/say.ts';
import type { Scan, ScanTools } from '../port.ts';

/** Every host that was named, with what answers there. */
export async function scanSnmp(tools: ScanTools): Promise<Scan> {
  const scans = await Promise.all(tools.hosts.map((host) => lookAt(host, tools)));
  return {
    candidates: scans.flatMap(({ candidates }) => candidates),
    looked: scans.flatMap(({ looked }) => looked),
  };
}

async function lookAt(named: string, { known, probing, probe, candidate }: ScanTools): Promise<Scan> {
  const uri = named.startsWith('snmp://') ? named : `snmp://${named}`;
  const host = redactUri(uri).slice(7);
  const said = (what: string): Scan => ({ candidates: [], looked: [say('reach.snmpHost', { host, what })] });
  try {
    const address = parseUri(uri);
    if (!probing) return { candidates: [], looked: [say('reach.snmpNotAsked', { host })] };
    const found = await probe(uri);
    if (!found.ok) return said(found.error.message);
    const looked = [say('reach.snmpAnswers', { host, driver: found.value.driver.title })];
    const isKnown = known.some((other) => placeOf(other) === placeOf(address));
    return { candidates: [candidate(address, found.value, isKnown)], looked };
  } catch (thrown) {
    return said(toErrorValue(thrown).message);
  }
}
