/** The names of all kinds, for those who only have to tell them apart. What a kind can do stands with each of them. */

/** The kinds of port that devices speak behind: a stream of bytes, reports of a HID device, variables of an agent. */
export const PORT_KINDS = ['stream', 'hid', 'snmp'] as const;
/** One of them. */
export type PortKindName = (typeof PORT_KINDS)[number];

/** How addresses of devices begin. */
export const SCHEMES = ['serial', 'hid', 'snmp', 'sim', 'replay'] as const;
/** One of them. */
export type Scheme = (typeof SCHEMES)[number];

/** Those that a person can type into a form. */
export const FORM_SCHEMES = ['serial', 'snmp', 'sim'] as const satisfies readonly Scheme[];
/** One of them. */
export type FormScheme = (typeof FORM_SCHEMES)[number];
