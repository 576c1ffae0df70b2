import { activity } from './activity.ts';
import { assessment } from './assessment.ts';
import { binding } from './binding.ts';
import { compatibility } from './compatibility.ts';
import { legitimateInterests } from './legitimate-interests.ts';
import { measure } from './measure.ts';
import { notice } from './notice.ts';
import { organisation } from './organisation.ts';
import { declaredPurpose } from './purpose.ts';
import { recipient } from './recipient.ts';
import { retention } from './retention.ts';
import { screening } from './screening.ts';
import { system } from './system.ts';
import { transfer } from './transfer.ts';
import type { BodyOf } from '../field.ts';

/** The one list of what the register of processing is made of. */
export const recordKinds = {
  organisation,
  activity,
  purpose: declaredPurpose,
  recipient,
  transfer,
  retention,
  measure,
  system,
  'legitimate-interests': legitimateInterests,
  notice,
  binding,
  compatibility,
  screening,
  assessment,
} as const;

export type RecordKind = keyof typeof recordKinds;
export type RecordBody<K extends RecordKind = RecordKind> = {
  [Kind in K]: BodyOf<(typeof recordKinds)[Kind]['fields']>;
}[K];
export const recordKindIds = Object.keys(recordKinds) as [RecordKind, ...RecordKind[]];
