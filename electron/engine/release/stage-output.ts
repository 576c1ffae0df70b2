import { join } from 'node:path';

import { Failure } from '#shared/contract/failure.ts';
import { quoteText } from '#shared/sql/quote.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { FileBorder } from './file-border.ts';
import type { MeasuredOutput } from './measure-output.ts';
import type { OutputFormat } from './output-format.ts';
import { orderKey, shuffledOrder } from './plan-hash.ts';
import { stageFile, type StagedFile } from './place-file.ts';
import type { Recomputed } from './recompute.ts';
import type { ReleaseSource } from './release-source.ts';
import type { TransformedRows } from './transform-rows.ts';
import { headerLine, writeRows } from './write-rows.ts';

export interface StageInput {
  source: ReleaseSource;
  keys: ReleaseKeys | null;
  keepOrder: boolean;
  force: boolean;
  target: string;
  rows: TransformedRows;
  measured: MeasuredOutput;
  format: OutputFormat;
  plan: string;
  work: string;
  files: FileBorder;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/** Writes the kept rows in the working directory, then stages them beside the target; the target's own name stays free. */
export async function stageOutput(input: StageInput): Promise<{ file: StagedFile; longestRow: number; people: string | null }> {
  const { rows, measured, format, signal } = input;
  const { duck, compiled } = rows;
  const headers = new Map(input.source.columns.map((column) => [column.name, column.header]));
  const columns = compiled.outputs.map(({ name, physical }) => ({ name, physical, header: headers.get(name) ?? name }));
  const path = join(input.work, `rows.${format}`);
  const people = rows.person === null ? null : join(input.work, 'people.parquet');
  const order = input.keepOrder ? 'rid' : shuffledOrder;
  const [longest] = format === 'parquet' || format === 'xlsx' ? [] : await duck.query<{ n: number | null }>(`SELECT max(${columns.map(({ physical }) => `coalesce(strlen(${physical}), 0)`).join(' + ')})::BIGINT AS n FROM ${measured.kept}`);
  try {
    if (!input.keepOrder) {
      const statement = await duck.raw.prepare('SET VARIABLE row_order = $1');
      const key = orderKey(input.keys?.orderKey() ?? null, input.source.sha256, input.plan);
      statement.bindBlob(1, key);
      await statement.run();
    }
    await writeRows({ duck, select: `SELECT * FROM ${measured.kept} ORDER BY ${order}`, columns, format, path, rows: measured.risk.rows, signal, onShare: input.onShare });
    if (people !== null) await duck.run(`COPY (SELECT ${rows.person!.sql} AS person FROM ${measured.kept} ORDER BY ${order}) TO ${quoteText(people)} (FORMAT parquet)`);
  } finally {
    await duck.run('RESET VARIABLE row_order');
  }
  const parts = [Buffer.from(headerLine(columns, format), 'utf8'), { file: path }];
  return { file: await stageFile(input.target, parts, { force: input.force, files: input.files, signal }), longestRow: longest?.n ?? 0, people };
}

/** @throws Failure INTERNAL when the file read back is not what was measured and hashed before */
export function refuseMismatch(checked: Recomputed, measured: MeasuredOutput, file: StagedFile): void {
  const { risk } = measured;
  const same =
    checked.sha256 === file.sha256 && checked.rows === risk.rows && checked.k === risk.k && checked.uniqueRows === risk.unique.rows && checked.classes === risk.classes &&
    JSON.stringify(checked.histogram) === JSON.stringify(risk.histogram);
  if (!same) throw new Failure('INTERNAL', 'The file read back from the disk does not hold what was measured before it was written; it was removed. Try again, on another disk if it happens again.');
}
