import { basename, join } from 'node:path';

import { Failure } from '#shared/contract/failure.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { SheetDigest } from '#engine/intake/xlsx/sheet-digest.ts';
import type { StoredRows } from '../facts/kept-rows.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { columnsStored } from './columns-stored.ts';
import { withHashes } from '../run-recipe/hash-columns.ts';
import { targetFailure, type FileBorder } from './place/file-border.ts';
import type { MeasuredOutput } from './measure-output.ts';
import { ValuesOnce } from '../written-values/values-once.ts';
import type { ReleaseFormat } from './formats/release-format.ts';
import { contentKey, orderByContent, orderByNumber, orderKey } from '../run-recipe/plan-hash.ts';
import { stageFile, type StagedFile } from './place/place-file.ts';
import type { Recomputed } from './recompute.ts';
import type { ReleaseSource } from '../run-recipe/recipe-source.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';

/** As long as a hash that is not made yet. */
const hashed = "repeat('0', 64)";

export interface StageInput {
  source: ReleaseSource;
  keys: ReleaseKeys | null;
  keepOrder: boolean;
  /** Whether even the key must not lead from a row back to its place in the source. */
  anonymised: boolean;
  releaseId: string;
  target: string;
  rows: TransformedRows;
  measured: MeasuredOutput;
  format: ReleaseFormat;
  /** Whether columns are stored as numbers, truth values and days, where the format has them and the texts come back. */
  typed: boolean;
  findings: readonly Finding[];
  plan: string;
  work: string;
  files: FileBorder;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

/**
 * Writes the kept rows in the working directory, then stages them beside the target; the target's own name stays free.
 */
export async function stageOutput(
  input: StageInput,
): Promise<{ file: StagedFile; longestRow: number; people: string | null; cells: string | null }> {
  const { rows, measured, format, signal } = input;
  const { duck, compiled } = rows;
  const headers = new Map(input.source.columns.map((column) => [column.name, column.header]));
  const { counted } = measured;
  const outputs = counted === null ? compiled.outputs : [...compiled.outputs, ...counted.columns];
  const named = outputs.map(({ name, physical }) => ({ name, physical, header: headers.get(name) ?? name }));
  const kept = counted?.relation ?? measured.kept;
  const putOff = new Set(rows.hashes.map((hash) => hash.physical));
  const { typed, findings } = input;
  const values = kept === measured.values.rows.relation ? measured.values : new ValuesOnce({ duck, relation: kept });
  const asked = { values, format, findings, outputs: compiled.outputs, deferred: putOff };
  const columns = typed ? await columnsStored(named, asked) : named;
  const path = join(input.work, `rows.${format.id}`);
  const people = measured.person === null ? null : join(input.work, 'people.parquet');
  const stored = storedRows(rows, measured);
  const text = (physical: string): string => (stored.coded.has(physical) ? `${physical}::VARCHAR` : physical);
  const byContent = !input.keepOrder && (input.anonymised || input.keys === null);
  const texts = columns.map(({ physical }) => text(physical));
  const { line } = stored;
  const ordered =
    byContent && line !== null && columns.every(({ physical }) => line.columns.has(physical))
      ? orderByLine(stored.relation, line.name, texts)
      : {
          first: [],
          after: [],
          join: '',
          order: input.keepOrder ? 'rid' : byContent ? orderByContent(texts) : orderByNumber,
        };
  const longestRow = await format.longestRow({
    duck,
    columns: columns.map((column) => (putOff.has(column.physical) ? { ...column, physical: hashed } : column)),
    kept,
  });
  const digest = format.keepsDigest ? new SheetDigest() : null;
  try {
    if (!input.keepOrder) {
      const statement = await duck.raw.prepare('SET VARIABLE row_order = $1');
      const key = orderKey(input.keys?.orderKey() ?? null, input.source.sha256, input.plan);
      statement.bindBlob(1, key);
      await statement.run();
    }
    for (const sql of ordered.first) await duck.run(sql);
    await withHashes(rows, stored.relation, input.keys, ({ from, written }) =>
      format.write({
        duck,
        // Hashed and read last: what is hashed, and numbers of texts, are quicker put in order than hashes and texts.
        select:
          `SELECT ${columns.map(({ physical }) => `${text(written(physical))} AS ${physical}`).join(', ')} FROM (SELECT * ` +
          `FROM ${from}${ordered.join} ORDER BY ${ordered.order})`,
        columns,
        path,
        rows: counted?.rows ?? measured.risk.rows,
        digest,
        signal,
        onShare: input.onShare,
      }),
    );
    if (people !== null)
      await duck.run(
        `COPY (SELECT ${measured.person!.sql} AS person FROM ${stored.relation}${ordered.join} ORDER BY ${ordered.order}) TO ` +
          `${quoteText(people)} (FORMAT parquet)`,
      );
  } catch (error) {
    throw targetFailure(error, basename(input.target));
  } finally {
    for (const sql of ordered.after) await duck.run(sql);
    await duck.run('RESET VARIABLE row_order');
  }
  const head = format.head(columns);
  const parts = [format.headBytes?.(head) ?? Buffer.from(head, 'utf8'), { file: path }];
  return {
    file: await stageFile(input.target, parts, { releaseId: input.releaseId, files: input.files, signal }),
    longestRow,
    people,
    cells: digest?.hex() ?? null,
  };
}

/** How rows are put in order: statements before and after it, and what the order is by. */
interface Ordered {
  first: string[];
  after: string[];
  /** Follows the relation. */
  join: string;
  order: string;
}

/**
 * The order by content where rows of one line read the same: worked out once for a line, which is a fraction of the
 * work of a wide table. The rows come as they would by `orderByContent`.
 */
function orderByLine(relation: string, line: string, texts: readonly string[]): Ordered {
  const table = `order_of_${line}`;
  return {
    first: [
      `CREATE TEMP TABLE ${table} AS SELECT ${line} AS ordered_line, ${contentKey(texts)} AS place FROM ${relation} ` +
        `SEMI JOIN (SELECT min(rid) AS rid FROM ${relation} GROUP BY ${line}) AS one USING (rid)`,
    ],
    after: [`DROP TABLE IF EXISTS ${table}`],
    join: ` JOIN ${table} ON ${line} = ordered_line`,
    order: 'place, rid',
  };
}

/** What is put in order and written. What is hashed is hashed as text. */
function storedRows({ hashes }: TransformedRows, { counted, kept, stored }: MeasuredOutput): StoredRows {
  if (counted !== null) return { relation: counted.relation, coded: new Set(), line: null };
  return hashes.some(({ physical }) => stored.coded.has(physical))
    ? { relation: kept, coded: new Set(), line: null }
    : stored;
}

/** @throws Failure INTERNAL when the file read back is not what was measured and hashed before */
export function refuseMismatch(checked: Recomputed, measured: MeasuredOutput, file: StagedFile): void {
  const { risk } = measured;
  const same =
    checked.sha256 === file.sha256 &&
    checked.rows === risk.rows &&
    checked.lines === (measured.counted?.rows ?? risk.rows) &&
    checked.k === risk.k &&
    checked.uniqueRows === risk.unique.rows &&
    checked.classes === risk.classes &&
    JSON.stringify(checked.histogram) === JSON.stringify(risk.histogram);
  if (!same) throw new Failure('INTERNAL', releaseText.readBackDiffers);
}
