import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '#shared/contract/failure.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { jsonText } from '#shared/text/engine/json.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource } from '../context.ts';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import { transcode } from '../csv/transcode.ts';
import { transcodeWarnings } from '../csv/warnings.ts';
import { nameColumns } from '../name-columns.ts';
import { reconcile } from '../reconcile.ts';
import { RejectsFile, type RejectRecord } from '../rejects-file.ts';
import { type Row, WorkingTable } from '../working-table.ts';
import { deepestNesting, flattenRecord, parseRecord, pathName } from './parse-record.ts';
import { type JsonShape, sniffJson } from './sniff-json.ts';
import { type JsonLayout, type JsonOddity, type JsonPiece, type SplitOptions, splitValues } from './split-values.ts';
import { repeatsKey, withoutNoNumbers } from './odd-values.ts';
import { valuesOfLine } from './values-of-line.ts';

const mostColumns = 20_000;

/** The file in UTF-8, wherever that lies. */
interface Utf8Text {
  path: string;
  /** It is the source itself, whose offsets are told and whose bytes are hashed as they are read. */
  plain: boolean;
}

async function inUtf8(
  file: CheckedFile,
  encoding: TextEncoding,
  context: ReadContext,
  hooks: { onBytes: (bytes: Uint8Array) => void; onProgress: (done: number) => void },
  warnings: string[],
): Promise<Utf8Text> {
  if (encoding === 'utf-8') return { path: file.path, plain: true };
  const path = `${context.work}utf8.json`;
  const found = await transcode(file.path, path, encoding, { ...hooks, signal: context.signal });
  warnings.push(...transcodeWarnings(found, encoding));
  return { path, plain: false };
}

interface Pass {
  table: WorkingTable;
  rejects: RejectsFile;
  /** Null where a field turned up for which the table has no column. */
  relation: string | null;
}

/** The passes over the records, and what they have in common: the fields known so far, and what is odd. */
class RecordPasses {
  /** Place of each field in a row, in the order in which they turn up. */
  readonly places: Map<string, number>;
  readonly otherArrays = new Set<string>();
  readonly oddities = new Set<JsonOddity>();
  /** Lines that hold several records. */
  readonly crowded = new Set<number>();
  /** Lines with a key twice, and with numbers that JSON does not know. */
  readonly repeating = new Set<number>();
  readonly noNumbers = new Set<number>();
  /** Line of the first character lost before the file came here. */
  replaced: number | null = null;
  readonly #file: CheckedFile;
  readonly #context: ReadContext;
  readonly #text: Utf8Text;
  readonly #shape: Pick<JsonShape, 'layout' | 'expand'>;
  #legible = false;
  /** Records read in this pass. */
  #records = 0;

  constructor(file: CheckedFile, context: ReadContext, text: Utf8Text, shape: JsonShape) {
    this.#file = file;
    this.#context = context;
    this.#text = text;
    this.#shape = shape;
    this.places = new Map(shape.paths.map((name, index) => [name, index]));
  }

  /** One pass over the records; ends the table early, and says so, when a field turns up for which it has no column. */
  async read(attempt: number, hooks: Pick<SplitOptions, 'onBytes' | 'onProgress'>): Promise<Pass> {
    const { work, signal } = this.#context;
    const rejects = new RejectsFile(`${work}rejects-${attempt}.jsonl`);
    const width = this.places.size;
    this.#records = 0;
    const table = await WorkingTable.create(`${work}rows-${attempt}.csv`, Math.max(1, width));
    try {
      await splitValues(this.#text.path, {
        fileName: this.#file.fileName,
        layout: this.#shape.layout,
        signal,
        ...hooks,
        onArrayMember: (member) => {
          this.otherArrays.add(member);
          this.#refuseTooMany(this.otherArrays.size);
        },
        onOddity: (oddity) => this.oddities.add(oddity),
        onPieces: (pieces) => this.#take(pieces, table, rejects, width),
      });
      const relation = await table.finish();
      return { table, rejects, relation: this.places.size === width ? relation : null };
    } finally {
      await table.abandon();
      await rejects.finish();
    }
  }

  async #take(pieces: JsonPiece[], table: WorkingTable, rejects: RejectsFile, width: number): Promise<void> {
    const bad: RejectRecord[] = [];
    for (const piece of pieces) {
      for (const kind of this.#takeOne(piece, table, width)) bad.push(reject(piece, kind, this.#text.plain));
    }
    this.#refuseTooMany(this.places.size);
    await rejects.add(bad);
    refuseHopeless(this.#file.fileName, rejects, this.#legible);
    await table.flush();
    await setImmediate();
  }

  /** Puts a record's rows into the table. @returns what is wrong with it, once for each row that is left out */
  #takeOne(piece: JsonPiece, table: WorkingTable, width: number): (keyof typeof details)[] {
    const { layout, expand } = this.#shape;
    const { places } = this;
    if (piece.text === null) return ['LINE TOO LONG'];
    if (this.replaced === null && piece.text.includes('\uFFFD')) this.replaced = piece.line;
    const record = parseAll(piece.text, layout.kind === 'lines');
    if ('kind' in record) return [record.kind];
    this.#legible = true;
    if (record.values.length > 1) this.crowded.add(piece.line);
    else if (layout.kind === 'lines' && /,\s*$/.test(piece.text)) this.oddities.add('commas');
    if (record.noNumbers) this.noNumbers.add(piece.line);
    if (repeatsKey(piece.text, record.values)) this.repeating.add(piece.line);
    const tooLong: 'LINE TOO LONG'[] = [];
    for (const value of record.values.flatMap((one) => expand(one, this.#records++))) {
      const row: Row = Array.from({ length: width }, () => null);
      flattenRecord(value, (name, text) => {
        const place = places.get(name);
        if (place === undefined) places.set(name, places.size);
        else row[place] = text;
      });
      if (places.size === width && table.add(row) !== null) tooLong.push('LINE TOO LONG');
    }
    return tooLong;
  }

  #refuseTooMany(fields: number): void {
    if (fields > mostColumns)
      throw new Failure('FILE_DAMAGED', jsonText.tooManyFields(this.#file.fileName, mostColumns));
  }
}

/** What a person should know of the reading. */
function warningsOf(passes: RecordPasses, layout: JsonLayout): string[] {
  const { replaced, oddities, crowded, repeating, noNumbers, otherArrays } = passes;
  const others = [...otherArrays].filter((member) => layout.kind === 'member' && member !== layout.member);
  return [
    ...(replaced === null ? [] : [jsonText.charactersLost(replaced)]),
    ...(oddities.has('after') ? [jsonText.arraysFollow] : []),
    ...(oddities.has('commas') ? [jsonText.oddCommas] : []),
    ...(repeating.size > 0 ? [jsonText.keysRepeat(repeating.size)] : []),
    ...(noNumbers.size > 0 ? [jsonText.noNumbers(noNumbers.size)] : []),
    ...(crowded.size > 0 ? [jsonText.severalOnLine(crowded.size)] : []),
    ...(others.length > 0 ? [jsonText.otherArrays(others.length)] : []),
  ];
}

/**
 * Opens JSON and JSON Lines. One pass finds the records, computes the SHA-256 and writes them to a working table, as
 * long as no field turns up that the head of the file did not have; then a second pass, with all fields known, writes
 * the table.
 */
export async function openJson(
  file: CheckedFile,
  context: ReadContext & { options: IntakeOptions & { format: 'json' | 'jsonl' } },
): Promise<ReadSource> {
  const shape = await sniffJson(file, context.options);
  const warnings = [...shape.warnings];
  const hash = createHash('sha256');
  const onBytes = (bytes: Uint8Array) => void hash.update(bytes);
  const progress = (phase: string) => (done: number) =>
    context.progress({ phase, done, total: file.bytes, unit: 'bytes' });
  const { phases } = jobsText;
  const reading = { onBytes, onProgress: progress(phases.readingFile) };
  const text = await inUtf8(file, shape.options.encoding ?? 'utf-8', context, reading, warnings);
  const passes = new RecordPasses(file, context, text, shape);
  const first = { ...(text.plain ? { onBytes } : {}), onProgress: progress(phases.readingRecords) };
  let read = await passes.read(1, first);
  if (read.relation === null) read = await passes.read(2, { onProgress: progress(phases.readingRecordsAgain) });
  const { table, rejects, relation } = read;
  warnings.push(...warningsOf(passes, shape.layout));
  if (passes.places.size === 0 || relation === null || table.rows === 0) throw noneRead(file.fileName, rejects);
  if (!context.quick) await reconcile(context.duck, relation, table.rows, file.fileName);
  return {
    sha256: hash.digest('hex'),
    options: shape.options,
    detections: shape.detections,
    columns: nameColumns([...passes.places.keys()].map(pathName)),
    relation,
    rows: table.rows,
    ...rejects.told(),
    warnings,
  };
}

function noneRead(fileName: string, { listed, total }: RejectsFile): Failure {
  const first = listed[0];
  return first
    ? new Failure('FILE_DAMAGED', jsonText.noneReadable(fileName, total, first.line, first.detail))
    : new Failure('FILE_EMPTY', jsonText.noRecords(fileName));
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

/**
 * The value of a record's text; of a line also several that follow one another. Numbers that JSON does not know are read
 * as missing: `noNumbers` tells that there were some.
 */
function parseAll(
  text: string,
  line: boolean,
  noNumbers = false,
): { values: unknown[]; noNumbers: boolean } | { kind: keyof typeof details } {
  const whole = tryParse(text);
  if ('value' in whole) return { values: [whole.value], noNumbers };
  const known = noNumbers || whole.kind !== 'INVALID JSON' ? null : withoutNoNumbers(text);
  if (known !== null) return parseAll(known, line, true);
  const parts = line && whole.kind === 'INVALID JSON' ? (valuesOfLine(text)?.map(tryParse) ?? []) : [];
  const values = parts.flatMap((part) => ('value' in part ? [part.value] : []));
  return parts.length > 0 && values.length === parts.length ? { values, noNumbers } : whole;
}

function tryParse(text: string): { value: unknown } | { kind: keyof typeof details } {
  try {
    return { value: parseRecord(text) };
  } catch (error) {
    return { kind: error instanceof RangeError ? 'NESTED TOO DEEP' : 'INVALID JSON' };
  }
}
