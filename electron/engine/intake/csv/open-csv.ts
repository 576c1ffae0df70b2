import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import { csvText } from '#shared/text/engine/csv.ts';
import { readingsText } from '#shared/text/readings.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { cleanCells } from '#engine/intake/layouts/clean-cells.ts';
import { textReading } from '#engine/intake/layouts/text-reading.ts';
import type { CheckedFile } from '../check-file.ts';
import type { ReadContext, ReadSource } from '../context.ts';
import { reconcile } from '../reconcile.ts';
import type { PlainText } from '../source.ts';
import { type RejectRecord, RejectsFile } from '../rejects-file.ts';
import { RecordCopy } from './copy-records.ts';
import { csvRelation } from './csv-relation.ts';
import { type Dialect, longestRecord } from './dialect.ts';
import { mixedEncoding, type TextEncoding } from '#shared/domain/text-encoding.ts';
import type { LineForm } from './forms/line-form.ts';
import { rewriteFile } from './forms/rewrite-file.ts';
import { namesLine } from './names-line.ts';
import { parseText } from './parse-text.ts';
import { plainText } from './plain-text.ts';
import { reportFoot } from './report-foot.ts';
import { rejectWords } from './reject-words.ts';
import type { BadRecord, RecordScan, ScanOptions } from './record-scan.ts';
import { legacyEncoding } from './detect-encoding.ts';
import { scanRecords } from './scan-records.ts';
import { sniffCsv } from './sniff-csv.ts';
import { lastRowOf, sumsUp } from './total-at-end.ts';
import { callsItselfTotal, mostSummed, totalsWithin } from './totals-within.ts';
import { transcode } from './transcode.ts';
import { scanWarnings, transcodeWarnings } from './warnings.ts';

/** A text file as the passes over it see it: in UTF-8, wherever that lies. */
interface Utf8Text {
  path: string;
  bytes: number;
  transcoded: boolean;
}

/** What a pass is told of the table; the same for each pass. */
type Reading = Omit<ScanOptions, 'onBytes' | 'onProgress' | 'onBad' | 'onGood' | 'dropHeader' | 'fillShort'>;

/** Sees every byte of the source once, in order, and reports how far that is. */
type Hooks = Required<Pick<ScanOptions, 'onBytes' | 'onProgress'>> & { signal: AbortSignal | undefined };

/**
 * Opens a delimited text file. One pass over its bytes computes the SHA-256 and finds every record independently of
 * DuckDB. A file that DuckDB reads as that pass does is scanned where it lies; any other (other encoding, mixed line
 * ends, rejected rows, backslash escapes) is first copied, good rows only, into a UTF-8 working file.
 */
export async function openCsv(file: CheckedFile, context: ReadContext): Promise<ReadSource> {
  const { lastLine, byHeader, form, doubtful, spaced, ...sniffed } = await sniffCsv(file, context.options);
  const { options, columns } = sniffed;
  const warnings = [...sniffed.warnings, ...(doubtful.length > 0 ? [readingsText.others(doubtful)] : [])];
  const hash = createHash('sha256');
  const hooks: Hooks = {
    onBytes: (bytes) => {
      if (context.fingerprint) hash.update(bytes);
    },
    onProgress: (done) =>
      context.progress({ phase: jobsText.phases.readingFile, done, total: file.bytes, unit: 'bytes' }),
    signal: context.signal,
  };
  const dialect: Dialect = {
    delimiter: form?.kind === 'long' || form?.kind === 'fixed' ? form.sign : options.delimiter!,
    quote: options.quote!,
    escape: options.escape!,
    header: options.header!,
    skipLines: options.skipLines!,
  };
  const { headerRows, isTotal, cells } = textReading(options, columns, dialect);
  const text = await inOneSign(
    await inUtf8(file, options.encoding ?? 'utf-8', context, hooks, warnings),
    form,
    context,
    hooks,
  );
  const rejects = new RejectsFile(`${context.work}rejects.jsonl`);
  const reading: Reading = {
    fileName: file.fileName,
    dialect,
    columns: columns.length,
    headerRows,
    lastLine,
    isTotal,
    isFoot: await reportFoot(text.path, text.bytes, dialect, columns.length),
    names: columns.length > 1 && headerRows === 1 ? await namesLine(text.path, dialect) : undefined,
    ...(context.signal ? { signal: context.signal } : {}),
  };
  const found = await findRecords(text, reading, rejects, byHeader, hooks);
  let { scan } = found;
  const { fillShort } = found;
  if (scan.invalidUtf8 > 0 && context.options.encoding === undefined)
    return openOtherwise(file, context, scan, rejects);
  refuseWithoutRows(file.fileName, scan, dialect, rejects);
  let read = await relationOf(text, scan, { ...reading, fillShort }, context);
  const totals =
    isTotal || options.totals === 'keep' || fillShort
      ? null
      : await findTotals(text, reading, read.relation, scan, context);
  if (totals?.rule) {
    await rejects.clear();
    const without = { ...reading, isTotal: totals.rule };
    ({ scan } = await findRecords(text, without, rejects, false, silent(hooks)));
    read = await relationOf(text, scan, { ...without, fillShort }, context);
  } else if (totals) warnings.push(totals.told);
  warnings.push(...readingWarnings(scan, rejects, fillShort));
  const relation = cleanCells(read.relation, columns.length, { ...cells, spaceFollows: spaced });
  if (!context.quick) await reconcile(context.duck, relation, scan.rows, file.fileName);
  return {
    sha256: context.fingerprint ? hash.digest('hex') : '',
    options: { ...options, asWritten: await asWritten(file, scan) },
    detections: sniffed.detections,
    columns,
    relation,
    plain: relation === read.relation ? read.plain : undefined,
    rows: scan.rows,
    ...rejects.told(),
    warnings,
  };
}

/** What a file that goes as it came has besides: a byte order mark, and the line ends that most of its rows have. */
async function asWritten({ path }: CheckedFile, { lineEnds: { lf, crlf, cr } }: RecordScan) {
  const reader = await open(path, 'r');
  try {
    const { buffer } = await reader.read(Buffer.alloc(3), 0, 3, 0);
    const mark = ['efbbbf', 'fffe', 'feff'].some((bytes) => buffer.toString('hex').startsWith(bytes));
    const most = Math.max(lf, crlf, cr);
    return { mark, lineEnds: most === lf ? ('lf' as const) : most === crlf ? ('crlf' as const) : ('cr' as const) };
  } finally {
    await reader.close();
  }
}

/** A further pass over bytes that were all seen before. */
const silent = (hooks: Hooks): Hooks => ({ ...hooks, onBytes: () => {} });

/**
 * Rows that sum up others, where their numbers bear it out: how to tell such a record; else what is said of them. Null
 * where no row calls itself so.
 */
async function findTotals(
  text: Utf8Text,
  reading: Reading,
  relation: string,
  { rows }: RecordScan,
  context: ReadContext,
): Promise<{ rule: (record: Buffer) => boolean } | { rule: null; told: string } | null> {
  if (rows > mostSummed) {
    const total = await totalAtEnd(text, reading, relation, context);
    if (total === null) return null;
    return total.sums ? { rule: (record) => record.equals(total.bytes) } : { rule: null, told: csvText.looksLikeTotal };
  }
  const { called, sum } = await totalsWithin(context.duck, relation);
  if (called === 0) return null;
  if (!sum) return { rule: null, told: csvText.calledTotals(called) };
  const { dialect } = reading;
  return {
    rule: (record) =>
      callsItselfTotal(parseText(record.toString('utf8'), dialect, { complete: true, limit: 1 })[0]?.fields ?? []),
  };
}

/** The last row where it says that it sums up the others, and whether it does; null where it says nothing. */
async function totalAtEnd(
  { path, bytes }: Utf8Text,
  { dialect, columns, lastLine }: Reading,
  relation: string,
  { duck }: ReadContext,
): Promise<{ bytes: Buffer; sums: boolean } | null> {
  if (lastLine !== undefined) return null;
  const reader = await open(path, 'r');
  try {
    const last = await lastRowOf(reader, bytes, dialect, columns);
    return last && { bytes: last.bytes, sums: await sumsUp(duck, relation, last) };
  } finally {
    await reader.close();
  }
}

async function inUtf8(
  file: CheckedFile,
  encoding: TextEncoding,
  context: ReadContext,
  hooks: Hooks,
  warnings: string[],
): Promise<Utf8Text> {
  if (encoding === 'utf-8') return { path: file.path, bytes: file.bytes, transcoded: false };
  const path = `${context.work}utf8.csv`;
  const { bytes, ...found } = await transcode(file.path, path, encoding, hooks);
  warnings.push(...transcodeWarnings(found, encoding));
  return { path, bytes, transcoded: true };
}

/** The text with one sign between fields, where its lines have another form. */
async function inOneSign(text: Utf8Text, form: LineForm | null, context: ReadContext, hooks: Hooks): Promise<Utf8Text> {
  if (form === null) return text;
  const path = `${context.work}lines.csv`;
  const bytes = await rewriteFile(text.path, path, form, text.transcoded ? silent(hooks) : hooks);
  return { path, bytes, transcoded: true };
}

/**
 * The pass over the whole text; bad records go into their side file with words and text. Where the line of names alone
 * gave the delimiter and no row has as many fields, that line is believed and short rows are filled.
 */
async function findRecords(
  { path, bytes, transcoded }: Utf8Text,
  reading: Reading,
  rejects: RejectsFile,
  byHeader: boolean,
  hooks: Hooks,
): Promise<{ scan: RecordScan; fillShort: boolean }> {
  const reader = await open(path, 'r');
  const onBad = async (bad: BadRecord[]) =>
    describeBad(reader, bad, reading.columns, !transcoded, (records) => rejects.add(records));
  const { onBytes, onProgress } = hooks;
  try {
    const scan = await scanRecords(path, bytes, { ...reading, onBad, ...(transcoded ? {} : { onBytes, onProgress }) });
    if (!byHeader || scan.rows > 0 || rejects.count('MISSING COLUMNS') === 0) return { scan, fillShort: false };
    await rejects.clear();
    const filled = await scanRecords(path, bytes, { ...reading, fillShort: true, onBad });
    return { scan: filled, fillShort: true };
  } finally {
    await reader.close();
    await rejects.finish();
  }
}

/**
 * Rows turned out not to be UTF-8, and nobody chose an encoding: where most that are beyond ASCII are not, all of it is in
 * another; else each line is read as what it is.
 */
async function openOtherwise(
  file: CheckedFile,
  context: ReadContext,
  scan: RecordScan,
  rejects: RejectsFile,
): Promise<ReadSource> {
  const whole = scan.invalidUtf8 > scan.validUtf8 && !scan.beyondAscii;
  const legacy = whole ? legacyEncoding(await rejects.bytesOf('INVALID ENCODING')) : null;
  const encoding = legacy?.encoding ?? mixedEncoding;
  const reason = legacy === null ? csvText.mostlyUtf8 : csvText.notUtf8After(scan.invalidLine!, legacy.reason);
  await rm(rejects.path, { force: true });
  const again = await openCsv(file, { ...context, options: { ...context.options, encoding } });
  return {
    ...again,
    detections: again.detections.map((item) => (item.option === 'encoding' ? { ...item, reason } : item)),
  };
}

function readingWarnings(scan: RecordScan, rejects: RejectsFile, fillShort: boolean): string[] {
  const [totals, empty, again] = [rejects.count('TOTAL'), rejects.count('EMPTY'), rejects.count('NAMES')];
  return [
    ...(fillShort ? [csvText.shortRowsFilled(scan.rows)] : []),
    ...(scan.invalidLine === null ? [] : [csvText.rowsNotUtf8(scan.invalidUtf8, scan.invalidLine)]),
    ...scanWarnings(scan),
    ...(totals > 0 ? [csvText.totalsLeftOut(totals)] : []),
    ...(again > 0 ? [csvText.namesAgainLeftOut(again)] : []),
    ...(rejects.count('NOTE') > 0 ? [csvText.footLeftOut(rejects.count('NOTE'))] : []),
    ...(empty > 0 ? [csvText.emptyRowsLeftOut(empty)] : []),
  ];
}

/** What DuckDB reads: the text where it lies, or a copy of its good rows; and the text, where all of it is plain. */
async function relationOf(
  { path, bytes }: Utf8Text,
  scan: RecordScan,
  reading: Reading & { fillShort: boolean },
  context: ReadContext,
): Promise<{ relation: string; plain?: PlainText | undefined }> {
  const { dialect, columns, headerRows = 1, fillShort, lastLine } = reading;
  const facts = { longest: scan.longest, trickyQuotes: scan.trickyQuotes, fillShort };
  const dropHeader = scan.header !== null && scan.header.fields !== columns;
  if (!needsCopy(scan, dialect) && !dropHeader && headerRows <= 1 && lastLine === undefined) {
    const lineEnd = scan.lineEnds.crlf > 0 ? 'crlf' : scan.lineEnds.cr > 0 ? 'cr' : 'lf';
    const relation = csvRelation(path, dialect, columns, { ...facts, lineEnd });
    return { relation, plain: plainText({ path, bytes, dialect, columns, fillShort }, scan) };
  }
  // A second copy, without totals, stands beside the first, in which they were found.
  const target = `${context.work}${reading.isTotal ? 'rows-alone' : 'rows'}.csv`;
  const copy = await copyGood(path, bytes, target, { ...reading, dropHeader }, context);
  const copied = { ...dialect, escape: dialect.quote, skipLines: 0, header: dialect.header && !dropHeader };
  return { relation: csvRelation(copy, copied, columns, { ...facts, lineEnd: 'lf' }) };
}

const spanBytes = 8 * 1024 * 1024;

/**
 * Adds words and text to bad records; neighbours are read in one go. `placed`: offsets are those of the source itself.
 */
async function describeBad(
  reader: FileHandle,
  bad: BadRecord[],
  columns: number,
  placed: boolean,
  add: (records: RejectRecord[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < bad.length;) {
    const { start } = bad[from]!;
    let to = from + 1;
    while (to < bad.length && bad[to]!.end - start <= spanBytes) to += 1;
    const span = Buffer.allocUnsafe(Math.min(bad[to - 1]!.end - start, longestRecord));
    const { bytesRead } = await reader.read(span, 0, span.length, start);
    await add(
      bad.slice(from, to).map((record) => {
        const raw = span.subarray(record.start - start, Math.min(record.end - start, bytesRead));
        return {
          line: record.line,
          column: null,
          kind: record.kind,
          detail: rejectWords(record, columns),
          raw: raw.toString(record.kind === 'INVALID ENCODING' ? 'latin1' : 'utf8'),
          offset: placed ? record.start : null,
          bytes: placed ? record.end - record.start : null,
        };
      }),
    );
    from = to;
  }
}

function refuseWithoutRows(fileName: string, scan: RecordScan, dialect: Dialect, rejects: RejectsFile): void {
  if (scan.rows > 0) return;
  if (rejects.total > 0 && rejects.count('EMPTY') === rejects.total)
    throw new Failure('FILE_EMPTY', csvText.noRows(fileName));
  if (rejects.total > 0 && rejects.count('TOTAL') + rejects.count('EMPTY') === rejects.total)
    throw new Failure('FILE_EMPTY', csvText.onlyTotals(fileName));
  const first = rejects.listed[0];
  if (first) throw new Failure('FILE_DAMAGED', csvText.noneReadable(fileName, rejects.total, first.line, first.detail));
  throw new Failure('FILE_EMPTY', dialect.header ? csvText.onlyHeader(fileName) : csvText.noRows(fileName));
}

/**
 * Whether DuckDB would read the file otherwise than the scan did, or meet a row it refuses (each case reproduced in
 * engine.md 8).
 */
function needsCopy(scan: RecordScan, dialect: Dialect): boolean {
  const kinds = Object.values(scan.lineEnds).filter((count) => count > 0).length;
  return (
    scan.bad > 0 ||
    kinds > 1 ||
    scan.spacedLines > 0 ||
    dialect.skipLines > 0 ||
    (dialect.quote !== '' && dialect.escape !== dialect.quote) ||
    (scan.header !== null && scan.header.line > 1)
  );
}

async function copyGood(
  path: string,
  bytes: number,
  target: string,
  reading: ScanOptions,
  context: ReadContext,
): Promise<string> {
  const copy = await RecordCopy.create(path, target, reading.dialect);
  try {
    const onProgress = (done: number) =>
      context.progress({ phase: jobsText.phases.settingAside, done, total: bytes, unit: 'bytes' });
    await scanRecords(path, bytes, {
      ...reading,
      onProgress,
      onGood: (ranges) => copy.add(ranges),
    });
  } finally {
    await copy.close();
  }
  return target;
}
