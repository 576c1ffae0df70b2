import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '#shared/contract/failure.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource } from '../context.ts';
import { transcode } from '../csv/transcode.ts';
import { nameColumns } from '../name-columns.ts';
import { reconcile } from '../reconcile.ts';
import { RejectsFile, type RejectRecord } from '../rejects-file.ts';
import { type Row, WorkingTable } from '../working-table.ts';
import { flattenRecord, parseRecord, pathName } from './parse-record.ts';
import { sniffJson } from './sniff-json.ts';
import { type JsonPiece, splitValues } from './split-values.ts';

const mostColumns = 20_000;

/** Opens JSON and JSON Lines: one pass finds the records and all their columns (and the SHA-256), a second writes them to a working table. */
export async function openJson(file: CheckedFile, context: ReadContext & { options: IntakeOptions & { format: 'json' | 'jsonl' } }): Promise<ReadSource> {
  const { layout, ...sniffed } = await sniffJson(file, context.options);
  const warnings = [...sniffed.warnings];
  const hash = createHash('sha256');
  const onBytes = (bytes: Uint8Array) => void hash.update(bytes);
  const progress = (phase: string) => (done: number) => context.progress({ phase, done, total: file.bytes, unit: 'bytes' });
  let path = file.path;
  const encoding = sniffed.options.encoding ?? 'utf-8';
  if (encoding !== 'utf-8') {
    path = `${context.work}utf8.json`;
    const result = await transcode(file.path, path, encoding, { onBytes, onProgress: progress('reading the file'), signal: context.signal });
    if (result.undecodable > 0) warnings.push(`${result.undecodable} place(s) hold bytes that are no characters in ${encoding}, the first in line ${result.firstLine}: check the encoding.`);
  }
  const rejects = new RejectsFile(`${context.work}rejects.jsonl`);
  const places = new Map<string, number>();
  const otherArrays = new Set<string>();
  let replaced: number | null = null;
  const reject = (piece: JsonPiece, kind: string, detail: string): RejectRecord => ({ line: piece.line, column: null, kind, detail, raw: piece.text ?? '', offset: encoding === 'utf-8' ? piece.offset : null, bytes: piece.bytes });
  await splitValues(path, {
    layout,
    signal: context.signal,
    ...(encoding === 'utf-8' ? { onBytes } : {}),
    onProgress: progress('finding records and columns'),
    onArrayMember: (member) => otherArrays.add(member),
    onPieces: async (pieces) => {
      const bad: RejectRecord[] = [];
      for (const piece of pieces) {
        if (piece.text === null) {
          bad.push(reject(piece, 'LINE TOO LONG', `The record has ${piece.bytes} bytes, more than the 8 MiB that a record may have.`));
          continue;
        }
        if (replaced === null && piece.text.includes('\uFFFD')) replaced = piece.line;
        const record = tryParse(piece.text);
        if (record === undefined) bad.push(reject(piece, 'INVALID JSON', 'The record is not valid JSON.'));
        else flattenRecord(record.value, (name) => void (places.has(name) || places.set(name, places.size)));
      }
      if (places.size > mostColumns) throw new Failure('FILE_DAMAGED', `“${file.fileName}” has more than ${mostColumns} different fields: its objects use values as names; restructure the export so that the fields of all records are the same.`);
      await rejects.add(bad);
      await setImmediate();
    },
  });
  await rejects.finish();
  if (replaced !== null) warnings.push(`Line ${replaced} holds the replacement character U+FFFD or bytes that are not UTF-8: characters were lost.`);
  otherArrays.delete(layout.kind === 'member' ? layout.member : '');
  if (layout.kind === 'member' && otherArrays.size > 0) warnings.push(`${otherArrays.size} other array(s) of the file are not part of this table; choose them as a table of their own.`);
  if (places.size === 0) {
    const first = rejects.listed[0];
    if (first) throw new Failure('FILE_DAMAGED', `None of the ${rejects.total} record(s) of “${file.fileName}” can be read; line ${first.line}: ${first.detail} Export it again.`);
    throw new Failure('FILE_EMPTY', `“${file.fileName}” holds no records: export it again with data.`);
  }
  const table = await WorkingTable.create(`${context.work}rows.csv`, places.size);
  let relation: string;
  const late = new RejectsFile(rejects.path);
  try {
    await splitValues(path, {
      layout,
      signal: context.signal,
      onProgress: progress('writing the table'),
      onPieces: async (pieces) => {
        for (const piece of pieces) {
          const record = piece.text === null ? undefined : tryParse(piece.text);
          if (record === undefined) continue;
          const row: Row = Array.from({ length: places.size }, () => null);
          flattenRecord(record.value, (name, text) => (row[places.get(name)!] = text));
          if (table.add(row) !== null) await late.add([reject(piece, 'LINE TOO LONG', 'The record is longer than the 8 MiB that a row may have.')]);
        }
        await table.flush();
        await setImmediate();
      },
    });
    relation = await table.finish();
  } catch (error) {
    await table.abandon();
    throw error;
  } finally {
    await late.finish();
  }
  if (!context.quick) await reconcile(context.duck, relation, table.rows, file.fileName);
  const total = rejects.total + late.total;
  return {
    sha256: hash.digest('hex'),
    options: sniffed.options,
    detections: sniffed.detections,
    columns: nameColumns([...places.keys()].map(pathName)),
    relation,
    rows: table.rows,
    rejects: { total, listed: [...rejects.listed, ...late.listed] },
    rejectsFile: total > 0 ? rejects.path : null,
    warnings,
  };
}

function tryParse(text: string): { value: unknown } | undefined {
  try {
    return { value: parseRecord(text) };
  } catch {
    return undefined;
  }
}
