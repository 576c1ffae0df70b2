import type { DrawnSample, QualityShown } from '#shared/contract/quality.ts';

interface Finding {
  at: readonly number[];
}

/** Findings whose rows (from 0) are numbered from 1, as a person reads and names them: in JSON no other than in the table. */
export const withRowsFromOne = <T extends { findings: readonly Finding[] }>(checked: T): T => ({
  ...checked,
  findings: checked.findings.map((finding) => ({ ...finding, at: finding.at.map((row) => row + 1) })),
});

/** The same of the newest run of a dataset. */
export const shownFromOne = (shown: QualityShown): QualityShown => ({
  ...shown,
  last: shown.last === null ? null : withRowsFromOne(shown.last),
});

/** The same of rows that were drawn: what `quality audit` is told. */
export const sampleFromOne = (drawn: DrawnSample): DrawnSample => ({
  ...drawn,
  rows: drawn.rows.map((one) => ({ ...one, row: one.row + 1 })),
});
