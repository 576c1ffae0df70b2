import type { Codebook } from '#shared/codebooks/codebook.ts';
import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { TextForm } from '#shared/domain/text-form.ts';
import type { ColumnProfile } from '#shared/domain/profile.ts';
import type { ReleaseSource } from '#engine/run-recipe/recipe-source.ts';

/**
 * A table that something is asked of: a file opened by itself (`from-file.ts`) or a dataset of the open workspace
 * (`from-dataset.ts`). Whoever answers need not know which. What is costly is found when it is first asked for, once.
 */
export interface TableInHand extends ReleaseSource {
  /** Private directory that the table's data engine may write to. */
  readonly directory: string;
  /** Channel preset that the file was read with. */
  readonly layout: string | undefined;
  /** How the bytes of its source stand; null where that is no delimited text. */
  readonly form: TextForm | null;
  readonly policy: ClassificationPolicy;
  /** The dataset of the open workspace that it is, or whose content it has; null where nobody knows of it. */
  readonly datasetId: string | null;
  /** Description of the columns that came with it. */
  codebook(): Promise<Codebook | undefined>;
  /** What its columns hold: by people's decisions where there are any, else as suggested. */
  findings(): Promise<Finding[]>;
  /** Names of the columns nobody has decided on. */
  unconfirmed(): Promise<string[]>;
  profiles(): Promise<ColumnProfile[]>;
  /**
   * Holds a count of its rows, by whoever read all of them, against the independent one of its reading. @throws Failure
   * FILE_DAMAGED where they differ
   */
  holdCount(rows: number): void;
}
