/** The form by which a device is added by hand: what is asked for, and the address that comes of it. */
import { ADDRESS_PARTS } from './index.ts';
import type { FormScheme, PortKindName } from './kinds.ts';
import type { DemandedName, FieldName, FormField, FormValues } from './part.ts';

/** Everything that the form of this kind may ask for. */
function fieldsOf(scheme: FormScheme): readonly FormField[] {
  return ADDRESS_PARTS[scheme].form ?? [];
}

/** Whether drivers of this kind of port can be found behind such an address. */
export function speaksBehind(scheme: FormScheme, port: PortKindName): boolean {
  return (ADDRESS_PARTS[scheme].carries ?? port) === port;
}

/** What stands in the form of this kind at first. */
export function startOf(scheme: FormScheme): FormValues {
  return Object.fromEntries(fieldsOf(scheme).map(({ name, start = '' }) => [name, start]));
}

/** What is asked for with these values. */
export function shownFields(scheme: FormScheme, values: FormValues): readonly FormField[] {
  return fieldsOf(scheme).filter(({ shown }) => shown?.(values) ?? true);
}

/** The values after one was typed: what follows it is emptied. */
export function withValue(scheme: FormScheme, values: FormValues, name: FieldName, value: string): FormValues {
  const following = fieldsOf(scheme).filter(({ follows }) => follows === name);
  return { ...values, ...Object.fromEntries(following.map((field) => [field.name, ''])), [name]: value };
}

/** The first thing that is missing before there is an address; undefined when nothing is. */
export function faultIn(scheme: FormScheme, values: FormValues): DemandedName | undefined {
  for (const field of shownFields(scheme, values)) {
    if (field.demanded === true && (values[field.name] ?? '').trim() === '') return field.name;
  }
  return undefined;
}

/** The address of what was typed, which has the last word when it is read back. */
export function uriIn(scheme: FormScheme, values: FormValues): string {
  const typed = shownFields(scheme, values).map(({ name }) => [name, (values[name] ?? '').trim()] as const);
  return ADDRESS_PARTS[scheme].write(Object.fromEntries(typed.filter(([, value]) => value !== '')));
}
