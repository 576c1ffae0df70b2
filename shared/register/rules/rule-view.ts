import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { GuardState } from '#shared/domain/guardrail.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { NamedDataset } from '../compare/declared.ts';
import type { UnreadableDataset, WhyNotJudged } from '../observed/observed.ts';
import type { RegisterSnapshot } from '../register-snapshot.ts';

/** A column of a dataset of the workspace as it is classified; never a cell of it. */
export interface RuleColumn {
  name: string;
  type: string;
  flags: readonly ColumnFlag[];
  /** Whether people can be known or found by it: linked and linkable columns, online identifiers. */
  pointsAtPeople: boolean;
  /** Whether a person accepted or changed what was suggested. */
  decided: boolean;
  /** Why nothing can be said of what it holds; null: its values, or a person, tell. */
  notJudged: WhyNotJudged | null;
}

/** A file that was released, as the log has it. */
export interface RuleRelease {
  id: string;
  /** Id of the program's or the workspace's purpose. */
  purpose: string;
  kind: ReleaseKind;
  /** Its entry in the log. */
  entry: number | null;
  /** Verdicts of the guardrails about it. */
  checks: readonly { id: string; state: GuardState }[];
}

/** What rules of retention are about in a dataset. */
export interface RuleRetention {
  /** Whether one is about whole rows, with everything that stands in them. */
  ofRows: boolean;
  /** Columns that one is about by themselves. */
  columns: readonly string[];
  /** Whether all of them have a length. */
  decided: boolean;
}

export interface RuleDataset extends NamedDataset {
  rows: number;
  columns: readonly RuleColumn[];
  /** Purposes of recipes for which the consent ledger knows its people, and by which column. */
  consentLedger: readonly { purpose: string; column: string }[];
  releases: readonly RuleRelease[];
  retention: RuleRetention;
}

/** All that a rule may look at: what the register says, what the datasets are like, and the day. */
export interface RuleView {
  snapshot: RegisterSnapshot;
  datasets: readonly RuleDataset[];
  /** Releases of files that are no datasets of the workspace, and of datasets that are gone or cannot be read. */
  otherReleases: readonly RuleRelease[];
  /** Datasets of which not everything can be read: what a rule would say of them is not known. */
  unreadableDatasets: readonly UnreadableDataset[];
  /** YYYY-MM-DD. */
  today: string;
}
