import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '#shared/contract/failure.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { jsonText } from '#shared/text/engine/json.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource } from '../context.ts';
import { transcode } from '../csv/transcode.ts';
import { nameColumns } from '../name-columns.ts';
import { reconcile } from '../reconcile.ts';
import { RejectsFile, type RejectRecord } from '../rejects-file.ts';
import { type Row, WorkingTable } from '../working-table.ts';
import { deepestNesting, flattenRecord, parseRecord, pathName } from './parse-record.ts';
import { sniffJson } from './sniff-json.ts';
import { type JsonOddity, type JsonPiece, splitValues } from './split-values.ts';
import { valuesOfLine } from './values-of-line.ts';

const mostColumns = 20_000;

/**
 * Opens JSON and JSON Lines. One pass finds the records, computes the SHA-256 and writes them to a working table, as
 * long as no field turns up that the head of the file did not have; then a second pass, with all fields known, writes
 * the table.
 */
export async function openJson(
  file: CheckedFile,
  context: ReadContext & { options: IntakeOptions & { format: 'json' | 'jsonl' } },
): Promise<ReadSource> {
  const { layout, paths, expand, ...sniffed } = await sniffJson(file, context.options);
  const warnings = [...sniffed.warnings];
  const hash = createHash('sha256');
  const onBytes = (bytes: Uint8Array) => void hash.update(bytes);
  const progress = (phase: string) => (done: number) =>
    context.progress({ phase, done, total: file.bytes, unit: 'bytes' });
  let path = file.path;
  const encoding = sniffed.options.encoding ?? 'utf-8';
  const plain = encoding === 'utf-8';
  if (!plain) {
    path = `${context.work}utf8.json`;
    const result = await transcode(file.path, path, encoding, {
      onBytes,
      onProgress: progress(jobsText.phases.readingFile),
      signal: context.signal,
    });
    if (result.firstLine !== null)
      warnings.push(intakeText.undecodable(result.undecodable, encoding, result.firstLine));
  }
  const places = new Map<string, number>(paths.map((name, index) => [name, index]));
  const otherArrays = new Set<string>();
  const oddities = new Set<JsonOddity>();
  const crowded = new Set<number>();
  let replaced: number | null = null;
  let legible = false;

  const onArrayMember = (member: string): void => {
    otherArrays.add(member);
    if (otherArrays.size > mostColumns)
      throw new Failure('FILE_DAMAGED', jsonText.tooManyFields(file.fileName, mostColumns));
  };

  /** One pass over the records; ends the table early, and says so, when a field turns up for which it has no column. */
  const pass = async (
    attempt: number,
  ): Promise<{ table: WorkingTable; rejects: RejectsFile; relation: string | null }> => {
    const rejects = new RejectsFile(`${context.work}rejects-${attempt}.jsonl`);
    const width = places.size;
    const table = await WorkingTable.create(`${context.work}rows-${attempt}.csv`, Math.max(1, width));
    const onPieces = async (pieces: JsonPiece[]) => {
      const bad: RejectRecord[] = [];
      for (const piece of pieces) {
        if (replaced === null && piece.text?.includes('\uFFFD')) replaced = piece.line;
        const record = piece.text === null ? undefined : parseAll(piece.text, layout.kind === 'lines');
        legible ||= record !== undefined && 'values' in record;
        if (record !== undefined && 'values' in record && record.values.length > 1) crowded.add(piece.line);
        if (record === undefined) bad.push(reject(piece, 'LINE TOO LONG', plain));
        else if ('kind' in record) bad.push(reject(piece, record.kind, plain));
        else
          for (const value of record.values.flatMap((one) => expand(one))) {
            const row: Row = Array.from({ length: width }, () => null);
            flattenRecord(value, (name, text) => {
              const place = places.get(name);
              if (place === undefined) places.set(name, places.size);
              else row[place] = text;
            });
            if (places.size === width && table.add(row) !== null) bad.push(reject(piece, 'LINE TOO LONG', plain));
          }
      }
      if (places.size > mostColumns)
        throw new Failure('FILE_DAMAGED', jsonText.tooManyFields(file.fileName, mostColumns));
      await rejects.add(bad);
      refuseHopeless(file.fileName, rejects, legible);
      await table.flush();
      await setImmediate();
    };
    try {
      await splitValues(path, {
        fileName: file.fileName,
        layout,
        signal: context.signal,
        ...(plain && attempt === 1 ? { onBytes } : {}),
        onProgress: progress(attempt === 1 ? jobsText.phases.readingRecords : jobsText.phases.readingRecordsAgain),
        onArrayMember,
        onOddity: (oddity) => oddities.add(oddity),
        onPieces,
      });
      const relation = await table.finish();
      return { table, rejects, relation: places.size === width ? relation : null };
    } finally {
      await table.abandon();
      await rejects.finish();
    }
  };

  let read = await pass(1);
  if (read.relation === null) read = await pass(2);
  const { table, rejects, relation } = read;
  if (replaced !== null) warnings.push(jsonText.charactersLost(replaced));
  if (oddities.has('after')) warnings.push(jsonText.arraysFollow);
  if (oddities.has('commas')) warnings.push(jsonText.oddCommas);
  if (crowded.size > 0) warnings.push(jsonText.severalOnLine(crowded.size));
  otherArrays.delete(layout.kind === 'member' ? layout.member : '');
  if (layout.kind === 'member' && otherArrays.size > 0) warnings.push(jsonText.otherArrays(otherArrays.size));
  if (places.size === 0 || relation === null || table.rows === 0) {
    const first = rejects.listed[0];
    if (first)
      throw new Failure('FILE_DAMAGED', jsonText.noneReadable(file.fileName, rejects.total, first.line, first.detail));
    throw new Failure('FILE_EMPTY', jsonText.noRecords(file.fileName));
  }
  if (!context.quick) await reconcile(context.duck, relation, table.rows, file.fileName);
  return {
    sha256: hash.digest('hex'),
    options: sniffed.options,
    detections: sniffed.detections,
    columns: nameColumns([...places.keys()].map(pathName)),
    relation,
    rows: table.rows,
    rejects: { total: rejects.total, listed: rejects.listed },
    rejectsFile: rejects.total > 0 ? rejects.path : null,
    warnings,
  };
}

const details = {
  'LINE TOO LONG': jsonText.recordTooLong,
  'INVALID JSON': jsonText.notJson,
  'NESTED TOO DEEP': jsonText.nestsTooDeep(deepestNesting),
};

/**
 * So many records from the beginning on, none of them legible, are no table with some damage in it; each costs far more
 * than one that can be read.
 */
const mostIllegible = 200_000;

function refuseHopeless(fileName: string, rejects: RejectsFile, legible: boolean): void {
  const first = rejects.listed[0];
  if (!legible && first && rejects.total >= mostIllegible)
    throw new Failure('FILE_DAMAGED', jsonText.firstUnreadable(fileName, rejects.total, first.line, first.detail));
}

/** `placed`: offsets are those of the source itself, not of a transcoded copy. */
const reject = (piece: JsonPiece, kind: keyof typeof details, placed: boolean): RejectRecord => ({
  line: piece.line,
  column: null,
  kind,
  detail: details[kind],
  raw: piece.text ?? '',
  offset: placed ? piece.offset : null,
  bytes: piece.bytes,
});

/** The value of a record's text; of a line also several that follow one another. */
function parseAll(text: string, line: boolean): { values: unknown[] } | { kind: keyof typeof details } {
  const whole = tryParse(text);
  if ('value' in whole) return { values: [whole.value] };
  const parts = line && whole.kind === 'INVALID JSON' ? (valuesOfLine(text)?.map(tryParse) ?? []) : [];
  const values = parts.flatMap((part) => ('value' in part ? [part.value] : []));
  return parts.length > 0 && values.length === parts.length ? { values } : whole;
}

function tryParse(text: string): { value: unknown } | { kind: keyof typeof details } {
  try {
    return { value: parseRecord(text) };
  } catch (error) {
    return { kind: error instanceof RangeError ? 'NESTED TOO DEEP' : 'INVALID JSON' };
  }
}
