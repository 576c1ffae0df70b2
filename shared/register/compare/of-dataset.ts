import type { PolicyInForce } from '#shared/policy/index.ts';
import type { ObservedDataset, ObservedRelease } from '../observed/observed.ts';
import type { Declared } from './declared.ts';
import type { Advice, Difference, NotJudged } from './difference.ts';

/** The records that differences are looked for in. */
export interface Register {
  activities: readonly Declared<'activity'>[];
  purposes: readonly Declared<'purpose'>[];
  recipients: readonly Declared<'recipient'>[];
  /** Known by name, and no longer to be used. */
  retiredRecipients: readonly Declared<'recipient'>[];
  transfers: readonly Declared<'transfer'>[];
  retentions: readonly Declared<'retention'>[];
}

/** One dataset against all that the register says of it. */
export interface OfDataset {
  dataset: ObservedDataset;
  /** Releases from it, oldest first. */
  releases: readonly ObservedRelease[];
  /** The activities that people say it is used in. */
  activities: readonly Declared<'activity'>[];
  register: Register;
  policy: PolicyInForce;
  /** YYYY-MM-DD */
  today: string;
}

/** What one rule finds about one dataset. */
export interface Found {
  differences?: readonly Difference[];
  notJudged?: readonly NotJudged[];
  advice?: readonly Advice[];
}

export type CompareRule = (of: OfDataset) => Found;

export const named = ({ id, name }: ObservedDataset): { id: string; name: string } => ({ id, name });
