import type { BreachFormId } from '#shared/domain/breach.ts';
import { cnilForm } from './cnil.ts';
import { edpbForm } from './edpb.ts';
import type { BreachForm } from './form.ts';
import { icoForm } from './ico.ts';

export type BreachFormSection = (
  | (typeof edpbForm)['sections']
  | (typeof icoForm)['sections']
  | (typeof cnilForm)['sections']
)[number]['id'];

/** The forms of authorities that drafts are written for. */
const breachForms: Record<BreachFormId, BreachForm<BreachFormId>> = { edpb: edpbForm, ico: icoForm, cnil: cnilForm };

export const breachForm = (id: BreachFormId): BreachForm<BreachFormId> => breachForms[id];
