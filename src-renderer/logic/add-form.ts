/** The form by which a device is added by hand. */
import { type SerialForm, serialUri, type SimulatedForm, simulatedUri, type SnmpForm, snmpUri } from './uri.ts';

/** The form, with what was typed for each kind of connection; only one kind counts. */
export interface AddForm {
  readonly kind: 'serial' | 'snmp' | 'sim';
  readonly serial: SerialForm;
  readonly snmp: SnmpForm;
  readonly sim: SimulatedForm;
  readonly nickname: string;
  readonly feedsThisComputer: boolean;
}

/** The form as it first appears. */
export const EMPTY_FORM: AddForm = {
  kind: 'serial',
  serial: { path: '', driver: '', dialect: '', baud: '', parity: '', dtr: '', rts: '' },
  snmp: {
    host: '',
    port: '161',
    version: '2c',
    community: 'public',
    table: '',
    user: '',
    auth: '',
    authPassword: '',
    privacy: '',
    privacyPassword: '',
  },
  sim: { driver: '', scenario: '', speed: '' },
  nickname: '',
  feedsThisComputer: true,
};

/** What is still missing before an address can be built. */
export type FormFault = 'path' | 'host' | 'driver' | 'user' | 'authPassword' | 'privacyPassword';

/** The first thing missing; undefined when nothing is. */
export function faultOf({ kind, serial, snmp, sim }: AddForm): FormFault | undefined {
  if (kind === 'serial') return serial.path.trim() === '' ? 'path' : undefined;
  if (kind === 'sim') return sim.driver === '' ? 'driver' : undefined;
  if (snmp.host.trim() === '') return 'host';
  if (snmp.version !== '3') return undefined;
  if (snmp.user.trim() === '') return 'user';
  if (snmp.auth !== '' && snmp.authPassword === '') return 'authPassword';
  return snmp.auth !== '' && snmp.privacy !== '' && snmp.privacyPassword === '' ? 'privacyPassword' : undefined;
}

/** The address of the chosen kind. */
export function uriOf({ kind, serial, snmp, sim }: AddForm): string {
  if (kind === 'serial') return serialUri(serial);
  return kind === 'snmp' ? snmpUri(snmp) : simulatedUri(sim);
}
