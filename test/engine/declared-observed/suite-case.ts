import type { ColumnClass } from '#shared/domain/column-class.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import type { DifferenceRule } from '#shared/register/compare/difference.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/** The day that everything is judged on. */
export const today = '2026-11-29';

/** A difference that must be found: its rule, and what of the table, recipient, purpose or period it is about. */
export type Planted = readonly [rule: DifferenceRule, about: string];

/** Something that looks like a difference and is none: it must not be taken for the rule's. */
export interface LookAlike {
  rule: DifferenceRule;
  /** A column, recipient, purpose or period; `*` where the rule must be silent altogether. */
  about: string;
  because: string;
}

export interface SuiteRelease {
  recipient: string | null;
  purpose?: string;
  label?: ReleaseLabel;
}

/** An invented table, what the register says of it, and what is to come out. */
export interface SuiteCase {
  title: string;
  /** Cells by column, as functions of the row (0 to 79); the classifier reads them like any other table. */
  table: Readonly<Record<string, (row: number) => string>>;
  /** What a person decided before, by column. */
  decisions?: Readonly<Record<string, { type: SemanticTypeId; class: ColumnClass }>>;
  records: readonly RecordVersion[];
  releases?: readonly SuiteRelease[];
  importedAt?: string;
  rowsArePeople?: boolean;
  earlier?: readonly string[];
  planted: readonly Planted[];
  lookAlikes?: readonly LookAlike[];
}

/** The dataset of every case, as its register calls it. */
export const datasetId = 'd1';
export const datasetName = 'table';
