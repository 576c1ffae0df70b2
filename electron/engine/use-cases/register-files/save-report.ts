import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { ImportedRegisterReport } from '#shared/contract/register-files.ts';
import { csvText } from '#shared/domain/csv-text.ts';
import { neutralised } from '#shared/domain/spreadsheet-formula.ts';
import { registerFilesText as text } from '#shared/text/engine/register-files.ts';
import { droppedWords } from '#shared/text/register-import-fields.ts';
import { firstOf, importReportText as words } from '#shared/text/register-files.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';

/** What was last said of a file that was imported or looked at. */
const last = new WeakMap<EngineSession, ImportedRegisterReport>();

/** Keeps a report, so that it can be saved after it was read. */
export function keepReport(state: EngineSession, report: ImportedRegisterReport): ImportedRegisterReport {
  last.set(state, report);
  return report;
}

/** A line per row of the file and per text of it that has no place; of JSON a line per record. */
export function reportLines({ rows, drafted, known, again, notValid, columns }: ImportedRegisterReport): string[][] {
  const ofRows = rows.flatMap(({ sheet, row, activity, became, notMapped }): string[][] => {
    const where = [
      sheet,
      String(row),
      activity,
      became === null ? words.none : words.became(became.did, became.ref, became.alike),
    ];
    if (notMapped.length === 0) return [[...where, '', '', '']];
    return notMapped.map(({ column, text: said, why }) => [...where, column, said, words.why(why)]);
  });
  const ofRecords = rows.length > 0 ? [] : words.records({ drafted, known, again }).map((one) => [...one, '', '', '']);
  const ofValues = notValid.map(({ title, kind, field, text: said }) => [
    '',
    '',
    title,
    words.kind(kind),
    words.field(kind, field),
    said,
    words.notValid,
  ]);
  const ofColumns = columns.flatMap(({ sheets, heading, why, texts }) =>
    why === null ? [] : [[firstOf(sheets), '', '', '', heading, words.texts(texts), droppedWords[why]]],
  );
  return [words.heads, ...ofColumns, ...ofRows, ...ofRecords, ...ofValues];
}

/**
 * Writes the report of the last import or preview as a table, whole or not at all.
 * @param input `sha256`: of the file that it is about
 * @throws Failure WRONG_USAGE where that is not the last one, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL
 */
export async function saveReport(
  state: EngineSession,
  { grantId, sha256 }: { grantId: string; sha256: string },
): Promise<{ fileName: string; lines: number }> {
  const report = last.get(state);
  if (report?.sha256 !== sha256) throw new Failure('WRONG_USAGE', text.noReport);
  const path = state.grants.path(grantId, 'write');
  await guardWrite(state, [{ path }]);
  const lines = reportLines(report).map((line) => line.map((one) => neutralised(one, 'text')));
  await writeWhole(path, `\uFEFF${csvText(lines)}`);
  return { fileName: basename(path), lines: lines.length - 1 };
}
