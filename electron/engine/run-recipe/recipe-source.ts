import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { OnList } from '#engine/suppression/suppression-list.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';

/** What a recipe runs on: a file opened by itself or a dataset of the workspace, its columns c1…cn all VARCHAR. */
export interface ReleaseSource {
  duck: Duck;
  /** FROM-clause expression that any connection of `duck` can scan. */
  relation: string;
  columns: SourceColumn[];
  rows: number;
  sha256: string;
  fileName: string;
  rejects: { total: number };
  /** How often its rows were written anew since they came in; absent where they are those of the file. */
  rewrites?: DatasetSummary['rewrites'];
  /**
   * Asked once every row has been read. @throws Failure FILE_DAMAGED where the file was changed meanwhile; absent for a
   * dataset, which cannot change
   */
  unchanged?(): Promise<void>;
  /**
   * Tells who is on the workspace's suppression list, null where nobody is; absent without a workspace.
   * @param at as it was at that moment, ISO 8601; absent: as it is
   */
  onList?(at?: string): OnList | null;
}
