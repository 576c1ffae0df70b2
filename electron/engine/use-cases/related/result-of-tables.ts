import type { AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { notesOf, statementOf, type StagedTables } from './certify-tables.ts';

/** What is answered of a release that has its names. @param placed where the certificate lies, and its entry */
export function resultOf(
  staged: StagedTables,
  {
    certificate,
    sha256,
    registerEntry,
    releaseId,
  }: { certificate: string; sha256: string; registerEntry: number | null; releaseId: string },
): AnonymisedTables {
  const { tables, measured, targetK, counts, asked, loss, attacked, judged } = staged;
  const { label, tests, against, purpose, guardrails, earlierReleases, earlierEditions } = judged;
  return {
    label,
    statement: statementOf(staged),
    tests,
    against,
    purpose: purpose?.id ?? null,
    guardrails,
    earlierReleases,
    earlierEditions,
    k: measured.k,
    targetK,
    counts,
    people: measured.people,
    cells: asked.cells,
    classes: measured.classes,
    loss,
    tables: tables.map(({ loaded, written, file, target, leftOut, loss: own }) => ({
      source: loaded.table.fileName,
      output: target,
      sha256: file.sha256,
      key: loaded.key.name,
      rowsIn: loaded.rows,
      rowsOut: written.rows,
      leftOut,
      columns: written.columns.map(({ name }) => name),
      dropped: loaded.dropped,
      loss: own,
    })),
    attacks: attacked.findings?.results ?? null,
    certificate,
    certificateSha256: sha256,
    registerEntry,
    releaseId,
    notes: [...tables.flatMap(({ loaded: { table, notes } }) => [...table.warnings, ...notes]), ...notesOf(staged)],
  };
}
