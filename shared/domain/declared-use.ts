import { z } from 'zod';
import type { QualityState } from './quality.ts';

/** How a further purpose stands to those that data were collected for (GDPR Art. 6(4)). */
export const useOfColumns = z.discriminatedUnion('state', [
  /** Nobody declared what the dataset is for. */
  z.strictObject({ state: z.literal('not-declared') }),
  /** Declared for the purpose; `unbound` are columns that nobody bound to any. */
  z.strictObject({ state: z.literal('bound'), unbound: z.array(z.string()) }),
  /** Another purpose, and an approved test, new consent or law allows it. `informed`: people were told before. */
  z.strictObject({
    state: z.literal('allowed'),
    columns: z.array(z.string()),
    by: z.enum(['compatible', 'new-consent', 'law', 'research']),
    ref: z.string(),
    informed: z.boolean(),
  }),
  /** Another purpose, and nothing allows it. `onConsent`: data came in on consent, so no test can. */
  z.strictObject({
    state: z.literal('other'),
    columns: z.array(z.string()),
    boundTo: z.array(z.string()),
    onConsent: z.boolean(),
    test: z.enum(['none', 'undecided', 'incompatible']),
  }),
]);
export type UseOfColumns = z.infer<typeof useOfColumns>;

/** What the register says of the purpose that a release names, as far as lawfulness asks. */
export interface DeclaredBasis {
  ref: string;
  /** Null: no basis is stated. */
  basis: string | null;
  justified: boolean;
  /** Whether a condition of Art. 9(2), and an authority under Art. 10, are named. */
  specialCondition: boolean;
  criminalAuthority: boolean;
  /** `not-needed`: the basis is another one. */
  weighing: 'not-needed' | 'weighed' | 'not-weighed' | 'people-prevail';
  /** Whether a notice that is valid on the day tells people of it. */
  notice: boolean;
}

/** Columns whose need for the purpose a person decided; others go by what the purpose says it needs. */
export interface DeclaredNeed {
  needed: readonly string[];
  notNeeded: readonly string[];
}

/** How long data for the purpose are kept by the register. */
export interface DeclaredPeriod {
  ref: string;
  /** ISO 8601 in whole units. */
  duration: string;
  /** The fewest and the most days that it can last: a month has 28 to 31. */
  days: { least: number; most: number };
}

/** An audit of a selection (E6) as the log has it: what was audited, of which data, and how it came out. */
export interface AuditInLog {
  /** Its entry. */
  entry: number;
  outcome: string;
  score: string | null;
  groups: readonly string[];
  /** Comparisons, of whatever measure and crossing, in which a disparity is indicated. */
  disparities: number;
  /** Groups of one column whose selection rate is inconclusive, too small to judge, or not stated. */
  open: number;
  /** The same of the groups of columns crossed. */
  openCrossed: number;
  /** Whether it read the very data that are to be released. */
  ofTheseData: boolean;
}

/** How the newest check of a dataset's quality stands. */
export interface StandingQuality {
  /** Its entry, when it was, and what it found as a whole; null: it was never checked. */
  run: { entry: number; at: string; day: string; state: QualityState } | null;
  /** The day by which it is checked next (`YYYY-MM-DD`). */
  next: string;
  overdue: boolean;
  /** Checks that failed and that nobody settled, by their columns. */
  failed: readonly { columns: readonly string[]; rows: number; failures: number }[];
  /** Findings that ask for somebody, whatever their state. */
  open: number;
}

/** What the register of processing says of a release before a row of it is read. */
export interface DeclaredForRelease {
  basis: DeclaredBasis | null;
  use: UseOfColumns;
  need: DeclaredNeed;
  /** Reference of the purpose's record where it states what customers get from it. */
  benefit: string | null;
  /** Periods of the activities that the release is part of. */
  periods: readonly DeclaredPeriod[];
  /** References of records that restrict releases and cannot be read: what they say is not known. */
  unreadable: readonly string[];
  /** Audits of a selection that somebody made, oldest first. */
  audits: readonly AuditInLog[];
  /** Null: the rows are those of no dataset of the workspace. */
  quality: StandingQuality | null;
}

/** Where there is no register, or it says nothing. */
export const nothingDeclared: DeclaredForRelease = {
  basis: null,
  use: { state: 'not-declared' },
  need: { needed: [], notNeeded: [] },
  benefit: null,
  periods: [],
  unreadable: [],
  audits: [],
  quality: null,
};
