import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { IdentifierKind } from '../observed/identifier-kinds.ts';
import type { WhyNotJudged } from '../observed/observed.ts';
import type { RecordKind } from '../record-kinds/index.ts';
import type { DataCategory } from '../vocabulary/people-and-data.ts';

/** A place in the register: where a difference is settled. */
export interface RecordPlace {
  kind: RecordKind;
  id: string;
  /** What people call it by: `PA-014`. */
  ref: string;
  field: string;
}

interface Common {
  /** Stays the same while the difference stands. */
  id: string;
  dataset: { id: string; name: string };
  columns: readonly string[];
  /** Null where no record of the register is about it. */
  place: RecordPlace | null;
  /** The entry of the log that shows it. */
  entry: number;
  /** A draft says it already, by the log: somebody has to take it over. */
  proposed: boolean;
}

interface OfRelease {
  releaseId: string;
  fileName: string;
}

/** What each rule has to tell beside the place and the proof. */
export interface DifferenceDetails {
  /** Data about people lie in the workspace, and no activity says so. */
  'dataset-undeclared': { special: readonly ColumnFlag[]; identifiers: number };
  'special-undeclared': { special: ColumnFlag };
  'identifier-undeclared': { identifier: IdentifierKind };
  'category-undeclared': { category: DataCategory };
  'minors-undeclared': Record<never, never>;
  'purpose-missing': { activity: string };
  'purpose-undeclared': OfRelease & { purpose: string };
  'basis-missing': { purpose: string };
  'condition-missing': { purpose: string; special: readonly ColumnFlag[] };
  /**
   * `known`: the register has a record of the recipient, to which no activity of the dataset refers. `retired`: the
   * reference of one that holds no longer.
   */
  'recipient-undeclared': OfRelease & { recipient: string; known: boolean; retired: string | null };
  'transfer-undeclared': { recipient: string; country: string };
  /** By `start` (a column or the import) rows are older than the period allows. */
  'retention-overdue': { period: string; duration: string; start: string };
}
export type DifferenceRule = keyof DifferenceDetails;

/** Something that the data show and the register does not say, or says otherwise. */
export type Difference = {
  [Rule in DifferenceRule]: Common & { rule: Rule; detail: DifferenceDetails[Rule] };
}[DifferenceRule];

/** Gravest first: the order of tasks. */
export const differenceRules = [
  'special-undeclared',
  'condition-missing',
  'transfer-undeclared',
  'dataset-undeclared',
  'minors-undeclared',
  'identifier-undeclared',
  'recipient-undeclared',
  'purpose-undeclared',
  'purpose-missing',
  'basis-missing',
  'retention-overdue',
  'category-undeclared',
] as const satisfies readonly DifferenceRule[];

/** What could not be compared, and is no clean result therefore. */
export type NotJudged = { dataset: { id: string; name: string } } & (
  | { what: 'columns'; why: WhyNotJudged; columns: readonly string[] }
  | { what: 'dataset-unreadable' }
  | { what: 'records-unreadable'; refs: readonly string[] }
  | { what: 'recipient-not-named'; releaseId: string; fileName: string; entry: number }
  /** Its source was never imported, or is not there any more: `dataset.name` is empty, or what the log calls it. */
  | { what: 'source-unknown'; releaseId: string; fileName: string; entry: number }
  | { what: 'country-not-stated'; recipient: string; place: RecordPlace }
  | { what: 'no-period'; place: RecordPlace }
  | { what: 'period-without-date'; period: string; place: RecordPlace }
);

/** What is worth knowing and no difference: law asks to name a transfer also where the country is adequate. */
export interface Advice {
  what: 'adequate-transfer';
  dataset: { id: string; name: string };
  recipient: string;
  country: string;
  /** The decision, as the policy row names it. */
  source: string;
  place: RecordPlace;
}

export interface Comparison {
  differences: readonly Difference[];
  notJudged: readonly NotJudged[];
  advice: readonly Advice[];
  /** Datasets that hold data about people and were compared. */
  compared: number;
}
