import type { SourceColumn } from '#shared/domain/intake.ts';

export type DecimalMark = '.' | ',';

/** What is asked of an audit, as a person names it. */
export interface AskedAudit {
  outcome: string;
  /** Values or a comparison; empty: found by the column's two values. */
  chosen: string[];
  label?: string | undefined;
  positive: string[];
  score?: string | undefined;
  groups: string[];
  /** Column → value. */
  reference: Record<string, string>;
  /** Absent: found for each column. */
  decimalMark?: DecimalMark | undefined;
}

/** The columns of the source that an audit reads. */
export interface AuditColumns {
  outcome: SourceColumn;
  label: SourceColumn | null;
  score: SourceColumn | null;
  groups: SourceColumn[];
}
