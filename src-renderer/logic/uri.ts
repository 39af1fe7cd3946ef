/** Builds the URI of a device out of a form. The engine reads it back and has the last word. */

/** What the form asks for a serial port. Empty text means: leave it to the engine. */
export interface SerialForm {
  readonly path: string;
  readonly driver: string;
  readonly dialect: string;
  readonly baud: string;
  readonly parity: '' | 'none' | 'even' | 'odd';
  readonly dtr: '' | '0' | '1';
  readonly rts: '' | '0' | '1';
}

/** What the form asks for an SNMP agent. */
export interface SnmpForm {
  readonly host: string;
  readonly port: string;
  readonly version: '1' | '2c' | '3';
  /** Versions 1 and 2c. */
  readonly community: string;
  readonly table: string;
  /** Version 3. */
  readonly user: string;
  readonly auth: '' | 'md5' | 'sha' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
  readonly authPassword: string;
  readonly privacy: '' | 'des' | 'aes' | 'aes256b' | 'aes256r';
  readonly privacyPassword: string;
}

/** What the form asks for a simulated UPS. */
export interface SimulatedForm {
  readonly driver: string;
  readonly scenario: string;
  readonly speed: string;
}

function query(given: readonly (readonly [name: string, value: string])[]): string {
  const result = new URLSearchParams();
  for (const [name, value] of given) if (value.trim() !== '') result.set(name, value.trim());
  const text = result.toString();
  return text === '' ? '' : `?${text}`;
}

/** `serial:/dev/ttyUSB0?driver=megatec&baud=2400` */
export function serialUri(form: SerialForm): string {
  const path = encodeURI(form.path.trim()).replace(/[?#]/gu, encodeURIComponent);
  const { driver, dialect, baud, parity, dtr, rts } = form;
  return `serial:${path}${query([
    ['driver', driver],
    ['dialect', dialect],
    ['baud', baud],
    ['parity', parity],
    ['dtr', dtr],
    ['rts', rts],
  ])}`;
}

/** `snmp://public@host:161?version=2c`, or for version 3 `snmp://host?version=3&user=me&auth=sha256&authPassword=..` */
export function snmpUri(form: SnmpForm): string {
  const bare = form.host.trim().replace(/^\[|\]$/gu, '');
  const host = bare.includes(':') ? `[${bare}]` : encodeURIComponent(bare);
  const port = form.port.trim() === '' ? '' : `:${form.port.trim()}`;
  const community = form.community.trim();
  const authority = form.version === '3' || community === '' ? '' : `${encodeURIComponent(community)}@`;
  const secrets: (readonly [string, string])[] = [
    ['user', form.user],
    ['auth', form.auth],
    ['authPassword', form.auth === '' ? '' : form.authPassword],
    ['privacy', form.auth === '' ? '' : form.privacy],
    ['privacyPassword', form.auth === '' || form.privacy === '' ? '' : form.privacyPassword],
  ];
  const parameters: (readonly [string, string])[] = [
    ['version', form.version],
    ['table', form.table],
  ];
  return `snmp://${authority}${host}${port}${query(form.version === '3' ? [...parameters, ...secrets] : parameters)}`;
}

/** `sim:megatec?scenario=outage` */
export function simulatedUri({ driver, scenario, speed }: SimulatedForm): string {
  return `sim:${encodeURIComponent(driver.trim())}${query([
    ['scenario', scenario],
    ['speed', speed],
  ])}`;
}
