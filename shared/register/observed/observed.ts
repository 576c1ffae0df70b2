import type { ColumnClass, ColumnFlag } from '#shared/domain/column-class.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { DataKind } from './data-kinds.ts';
import type { IdentifierKind } from './identifier-kinds.ts';

/**
 * Why nothing can be said of a column: nothing tells what it is; its name alone says so, and its values, which could,
 * do not; or it is a guess that nobody has confirmed.
 */
export type WhyNotJudged = 'unknown' | 'named-only' | 'doubtful';

/** A column by what its values were found, or decided, to be; never by its name, and without a value. */
export interface ObservedColumn {
  name: string;
  type: SemanticTypeId;
  class: ColumnClass;
  flags: readonly ColumnFlag[];
  kind: DataKind;
  identifier: IdentifierKind | null;
  notJudged: WhyNotJudged | null;
}

/**
 * The first and the last day (`YYYY-MM-DD`), or year, in a column of moments, as far as they are known. They are values
 * of the dataset: they are compared, and leave the comparison only as *older than the period*.
 */
export interface ObservedMoment {
  column: string;
  earliest: string;
  latest: string | null;
}

/** What a dataset of the workspace shows, without any of its values. */
export interface ObservedDataset {
  id: string;
  name: string;
  fileName: string;
  /** Datasets that this one is a later edition of; what is declared of them is declared of it. */
  earlier: readonly string[];
  /** ISO 8601. */
  importedAt: string;
  channel: string | null;
  columns: readonly ObservedColumn[];
  moments: readonly ObservedMoment[];
  /** Whether each row is another person; null where nobody counted. */
  rowsArePeople: boolean | null;
  /** The entry of the log by which it came. */
  entry: number;
  /** The newest entry of the log about what its columns are. */
  columnsEntry: number;
}

/** A release that was written, from a dataset of the workspace. */
export interface ObservedRelease {
  id: string;
  datasetId: string;
  fileName: string;
  /** What the log calls its source; absent where no import brought it in. */
  sourceName?: string;
  /** Id of a preset or of one of the workspace's own purposes. */
  purpose: string;
  purposeTitle: string;
  /** As it was typed; null where the release was written without one. */
  recipient: string | null;
  label: ReleaseLabel;
  entry: number;
}

/** A dataset of which the program cannot read all that is kept: another version wrote it, or it is damaged. */
export interface UnreadableDataset {
  id: string;
  /** Its id where not even its name can be read. */
  name: string;
}

/** All that the workspace shows. */
export interface Observed {
  datasets: readonly ObservedDataset[];
  /** Of these not everything was seen; one that could be read in part stands among `datasets`, too. */
  unreadable: readonly UnreadableDataset[];
  releases: readonly ObservedRelease[];
}
