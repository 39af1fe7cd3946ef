/** The form by which a device is added by hand. */
import { faultIn, shownFields, startOf, uriIn } from '../../src-shared/address/form.ts';
import { FORM_SCHEMES, type FormScheme } from '../../src-shared/address/kinds.ts';
import type { DemandedName, FormValues } from '../../src-shared/address/part.ts';

/** The form, with what was typed for each kind of connection; only one kind counts. */
export interface AddForm {
  readonly kind: FormScheme;
  readonly typed: Readonly<Partial<Record<FormScheme, FormValues>>>;
  readonly nickname: string;
  readonly feedsThisComputer: boolean;
}

/** The form as it first appears. */
export const EMPTY_FORM: AddForm = {
  kind: FORM_SCHEMES[0],
  typed: {},
  nickname: '',
  feedsThisComputer: true,
};

/** What stands in the form of the chosen kind. */
export function valuesOf({ kind, typed }: AddForm): FormValues {
  return typed[kind] ?? startOf(kind);
}

/** The first thing missing; undefined when nothing is. */
export function faultOf(form: AddForm): DemandedName | undefined {
  return faultIn(form.kind, valuesOf(form));
}

/** The address of the chosen kind. */
export function uriOf(form: AddForm): string {
  return uriIn(form.kind, valuesOf(form));
}

/** What a person has typed, as what the device is called until it has told its model: the first thing asked for. */
export function placeIn(form: AddForm): string {
  const values = valuesOf(form);
  const [first] = shownFields(form.kind, values);
  return first === undefined ? '' : (values[first.name] ?? '');
}
