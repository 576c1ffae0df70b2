import { open } from 'node:fs/promises';
import type { Detection, IntakeOptions, OtherReading } from '#shared/domain/intake.ts';
import { Failure } from '#shared/contract/failure.ts';
import { csvText } from '#shared/text/engine/csv.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { findLayout } from '#engine/intake/layouts/find-layout.ts';
import { countHeaderRows, hasQuestions, joinHeaderRows } from '#engine/intake/layouts/header-rows.ts';
import { layoutDetections, layoutOptions } from '#engine/intake/layouts/layout-detections.ts';
import type { CheckedFile } from '../check-file.ts';
import type { SniffedShape } from '../context.ts';
import { nameColumns } from '../name-columns.ts';
import { decodeHead, detectEncoding } from './detect-encoding.ts';
import { detectDialect } from './detect-dialect.ts';
import { detectHeader } from './detect-header.ts';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import { delimiterOfTitled, findTables, readTableHead, type TextTable } from './find-tables.ts';
import type { TextRecord } from './parse-text.ts';
import { delimiterOf, formOptions, lineForm, linesBefore, otherPlaces, type LineForm } from './forms/line-form.ts';
import { equallyLong } from './forms/fixed-width.ts';
import { rewriteText } from './forms/rewrite-text.ts';
import { partedByQuotes, spaceFollows, surplusNames, withoutSurplus } from './odd-names.ts';
import { otherReadings } from './other-readings.ts';
import { lastHasValues, rowNamesFirst } from './row-names.ts';
import { duplicateHeaderWarning } from './warnings.ts';

const headBytes = 1024 * 1024;
const largestHead = 16 * 1024 * 1024;
const mostColumns = 20_000;

const byPerson = (option: string, value: string): Detection => ({ option, value, reason: intakeText.chosenByPerson });

/**
 * @property lastLine physical line that the chosen one of several tables ends with
 * @property byHeader the line of names alone gave the delimiter; rows are uneven
 * @property form how the lines are rewritten before they are read; null where they are read as they stand
 * @property doubtful other readings that are told, as little speaks for the one chosen
 * @property spaced a space follows every delimiter, and is none of the cells'
 */
export interface CsvShape extends SniffedShape {
  lastLine: number | undefined;
  byHeader: boolean;
  form: LineForm | null;
  doubtful: OtherReading[];
  spaced: boolean;
}

interface ChosenTable {
  table: TextTable;
  tables: TextTable[];
}

/** The table to read where the file holds several; null where the lines to skip lead to none of them. */
async function chooseTable(
  file: CheckedFile,
  encoding: TextEncoding,
  parted: { delimiter: string; titled: boolean },
  { table: name, skipLines }: Partial<IntakeOptions>,
): Promise<ChosenTable | null> {
  const tables = await findTables(file.path, encoding, parted, file.fileName);
  const named = name === undefined ? undefined : tables.find((table) => table.name === name);
  if (name !== undefined && !named) throw new Failure('WRONG_USAGE', csvText.noSuchTable(file.fileName, tables.length));
  const table =
    named ??
    (skipLines === undefined
      ? tables.reduce((most, one) => (one.rows > most.rows ? one : most), tables[0]!)
      : tables.find(({ first }) => first === skipLines + 1));
  return table ? { table, tables } : null;
}

type Layout = ReturnType<typeof findLayout>;

/** What the head of a file says of its shape, before its header is looked at. */
interface Guess {
  encoding: TextEncoding;
  encodingReason: string;
  /** Nobody chose the encoding, and it may well be another. */
  encodingDoubtful: boolean;
  layout: Layout;
  chosen: ChosenTable | null | undefined;
  dialect: ReturnType<typeof detectDialect>['dialect'];
  found: ReturnType<typeof detectDialect>;
  form: LineForm | null;
  /** Head of the text as it stands, and with its lines rewritten. */
  written: string;
  text: string;
}

function refuseUnusable({ quote, escape, delimiter }: Partial<IntakeOptions>): void {
  if ([quote, escape].some((character) => character !== undefined && character > '\x7f'))
    throw new Failure('WRONG_USAGE', csvText.notAscii);
  if (delimiter !== undefined && (delimiter === quote || /[\r\n\0]/.test(delimiter)))
    throw new Failure('WRONG_USAGE', csvText.badDelimiter);
}

/** How the tables of a file that holds several are told apart; null where it holds one. */
function partedBy(
  layout: Layout,
  text: string,
  complete: boolean,
  { layout: wanted, delimiter: given }: Partial<IntakeOptions>,
): { delimiter: string; titled: boolean } | null {
  if (layout) return layout.channel.reading.severalTables ? { delimiter: layout.delimiter, titled: false } : null;
  const delimiter = wanted === undefined ? delimiterOfTitled(text, complete) : null;
  return delimiter === null || (given !== undefined && given !== delimiter) ? null : { delimiter, titled: true };
}

async function guessShape(
  file: CheckedFile,
  given: Partial<IntakeOptions>,
  head: Buffer,
  complete: boolean,
): Promise<Guess> {
  const guess = detectEncoding(head);
  const encoding = given.encoding ?? guess.encoding;
  const written = decodeHead(head, encoding);
  const form = lineForm(written, given);
  const text = form === null ? written : rewriteText(written, form);
  const options = form === null ? given : { ...given, delimiter: delimiterOf(form, given.delimiter) };
  const foundLayout = findLayout(text, complete, options);
  const parted = form === null ? partedBy(foundLayout, text, complete, options) : null;
  const chosen = parted === null ? undefined : await chooseTable(file, encoding, parted, options);
  const layout = chosen === null ? null : foundLayout;
  const before = linesBefore(form, written);
  const { header: _, ...known } = {
    ...(before !== undefined && before >= 0 && { skipLines: before }),
    ...(chosen && parted?.titled && { delimiter: parted.delimiter }),
    ...(layout && { delimiter: layout.delimiter, skipLines: layout.skipLines }),
    ...pick(options),
  };
  const found = chosen
    ? detectDialect(await readTableHead(file.path, encoding, chosen.table), true, { ...known, skipLines: 0 })
    : detectDialect(text, complete, known);
  const dialect = chosen ? { ...found.dialect, skipLines: chosen.table.first - 1 } : found.dialect;
  const encodingDoubtful = given.encoding === undefined && guess.doubtful === true;
  return {
    encoding,
    encodingReason: guess.reason,
    encodingDoubtful,
    layout,
    chosen,
    dialect,
    found,
    form,
    written,
    text,
  };
}

/** The names of the columns, and which of the first records they come from. */
function readNames(file: CheckedFile, options: Partial<IntakeOptions>, { found, layout, dialect }: Guess) {
  const { records, columns: width } = found;
  const guess = layout
    ? { header: true, reason: csvText.namesOfSystem, lead: Infinity }
    : found.byHeader
      ? { header: true, reason: csvText.readsLikeNames, lead: Infinity }
      : hasQuestions(records)
        ? { header: true, reason: csvText.questionsBelow, lead: Infinity }
        : detectHeader(withoutRepeats(records));
  const header = options.header ?? guess.header;
  const first = records[0]!;
  // Rows that end in one delimiter more than the header have a last column without a name.
  const surplus = header ? surplusNames(records) : 0;
  const count = header && width > first.fields.length ? width : header ? first.fields.length - surplus : width;
  if (count > mostColumns) throw new Failure('FILE_DAMAGED', csvText.tooManyColumns(file.fileName, count, mostColumns));
  // Where a header was settled before, so were its rows.
  const joined = header && !layout && options.header === undefined ? countHeaderRows(records) : 1;
  const headerRows = header ? (options.headerRows ?? layout?.headerRows ?? joined) : 1;
  if (headerRows > records.length) throw new Failure('WRONG_USAGE', csvText.fewerNameRows(file.fileName, headerRows));
  const names = records
    .slice(1, headerRows)
    .reduce((above, record) => joinHeaderRows(above, record.fields, layout?.channel ?? null), first.fields);
  const parted = partedByQuotes(names, dialect.quote);
  const glued = count === names.length + 1 && parted.length === count;
  const kept = glued ? parted : withoutSurplus(names, surplus);
  const spaced = header && !layout && spaceFollows(records, dialect);
  const oneShort = header && !layout && !glued && headerRows === 1 && count > 2 && count === first.fields.length + 1;
  const rowNames = oneShort && lastHasValues(records) ? (options.rowNames ?? rowNamesFirst(records)) : undefined;
  const headers = Array.from({ length: count }, (_unused, index) => {
    const name = kept[rowNames ? index - 1 : index] ?? '';
    return spaced && index > 0 ? name.replace(/^ /, '') : name;
  });
  return { header, reason: guess.reason, lead: guess.lead, headerRows, headers, surplus, rowNames, spaced, glued };
}

type Names = ReturnType<typeof readNames>;

/** Each choice with its reason; those that a person made say so. */
function detectionsOf(options: Partial<IntakeOptions>, guess: Guess, names: Names): Detection[] {
  const { encoding, encodingReason, layout, chosen, dialect, form } = guess;
  const { reasons } = guess.found;
  const settle = (option: keyof IntakeOptions, value: string, reason: string): Detection =>
    options[option] === undefined ? { option, value, reason } : byPerson(option, value);
  const detections = [
    settle('encoding', encoding, encodingReason),
    settle(
      'delimiter',
      csvText.delimiterName(formOptions(form, dialect.delimiter).delimiter ?? dialect.delimiter),
      formReason(form) ?? reasons.delimiter,
    ),
    settle('quote', dialect.quote === '' ? intakeText.none : dialect.quote, reasons.quote),
    settle('escape', dialect.escape === dialect.quote ? csvText.doubled : dialect.escape, reasons.escape),
    settle('skipLines', String(dialect.skipLines), chosen ? csvText.tableBegins : reasons.skipLines),
    settle('header', names.header ? intakeText.yes : intakeText.no, names.reason),
    ...layoutDetections(layout, options, names.headerRows),
  ];
  if (chosen) {
    const { length } = chosen.tables;
    const reason = length === 1 ? csvText.oneTable : csvText.largestTable(length);
    detections.push(settle('table', chosen.table.name, reason));
  }
  return detections;
}

function warningsOf(
  { layout, chosen, dialect, found, form, written, encodingReason, encodingDoubtful }: Guess,
  { header, headers, headerRows, surplus, rowNames, spaced, glued }: Names,
): string[] {
  const warnings = header ? duplicateHeaderWarning(headers) : [];
  const told = formReason(form);
  if (encodingDoubtful) warnings.push(encodingReason);
  if (readTwice(written)) warnings.push(csvText.readTwice);
  if (form === null && headers.length === 1 && equallyLong(written)) warnings.push(csvText.equallyLong);
  if (told !== null) warnings.push(told);
  if (rowNames !== undefined) warnings.push(csvText.oneNameShort(rowNames));
  if (!layout && headerRows > 1) warnings.push(csvText.joinedHeader(headerRows));
  if (glued) warnings.push(csvText.namesGlued);
  if (spaced) warnings.push(csvText.spaceFollows(dialect.delimiter));
  warnings.push(...found.warnings, ...(surplus > 0 ? [csvText.surplusNames(surplus)] : []));
  if (chosen && chosen.tables.length > 1) {
    const others = chosen.tables.filter((table) => table !== chosen.table);
    warnings.push(csvText.otherTables(chosen.table.name, others));
  } else if (dialect.skipLines > 0) warnings.push(csvText.skipped(dialect.skipLines));
  return warnings;
}

/** Two bytes of UTF-8, each as the letter that Windows-1252 has for it, and all that is beyond ASCII. */
const asTwoLetters = /[ÂÃÄÅ][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]|â€[\u0080-\u2122]/g;
const fewestTwice = 3;

/** Whether a text was once UTF-8, read as Windows-1252 and saved as that: no letters but in such pairs. */
function readTwice(text: string): boolean {
  const pairs = text.match(asTwoLetters)?.length ?? 0;
  return pairs >= fewestTwice && !/[^\p{ASCII}\p{P}\p{S}\s]/u.test(text.replaceAll(asTwoLetters, ''));
}

/** What is told of lines that are not read as they stand. */
function formReason(form: LineForm | null): string | null {
  if (form === null) return null;
  if (form.kind === 'long') return csvText.longDelimiter(form.delimiter);
  if (form.kind === 'fixed') return csvText.fixed(form.starts.map((start) => start + 1));
  return form.kind === 'names' ? csvText.namesApart(form.delimiter, form.of) : csvText.forms[form.kind];
}

/**
 * Detects how a delimited text file is to be read, from its first MiB (more where one record is longer); options
 * already set are kept.
 */
export async function sniffCsv(file: CheckedFile, options: Partial<IntakeOptions>): Promise<CsvShape> {
  refuseUnusable(options);
  let size = Math.min(headBytes, file.bytes);
  let complete = size >= file.bytes;
  let guess = await guessShape(file, options, await readHead(file.path, size), complete);
  while (guess.found.records.length === 0) {
    if (complete) throw new Failure('FILE_EMPTY', csvText.onlyBlankLines(file.fileName));
    if (size >= largestHead) throw new Failure('FILE_DAMAGED', csvText.noEnd(file.fileName));
    size = Math.min(size * 4, largestHead, file.bytes);
    complete = size >= file.bytes;
    guess = await guessShape(file, options, await readHead(file.path, size), complete);
  }
  const { encoding, layout, chosen, dialect, form } = guess;
  const names = readNames(file, options, guess);
  const { others, doubtful } =
    layout || chosen || form
      ? { others: [], doubtful: [] }
      : otherReadings(
          guess.text,
          {
            ...dialect,
            columns: names.headers.length,
            records: guess.found.records,
            header: names.header,
            headerLead: names.lead,
            headerRows: names.headerRows,
            rowNames: names.rowNames,
          },
          options,
        );
  return {
    options: {
      format: 'csv',
      encoding,
      ...dialect,
      ...formOptions(form, dialect.delimiter),
      header: names.header,
      ...(names.rowNames !== undefined && { rowNames: names.rowNames }),
      ...layoutOptions(layout, options, names.headerRows),
      ...(chosen && { table: chosen.table.name }),
    },
    detections: detectionsOf(options, guess, names),
    columns: names.header ? nameColumns(names.headers) : nameColumns(names.headers.length),
    tables: chosen?.tables.map(({ name }) => name) ?? [],
    warnings: warningsOf(guess, names),
    lastLine: chosen?.table.last,
    byHeader: guess.found.byHeader,
    form,
    alternatives: [...others, ...otherPlaces(form, guess.written, dialect.skipLines)],
    doubtful,
    spaced: names.spaced,
  };
}

/** The first record and those that differ from it: files put together have their line of names again and again. */
function withoutRepeats(records: readonly TextRecord[]): TextRecord[] {
  const [first, ...rest] = records;
  const line = first!.fields.join('\0');
  const others = first!.fields.length > 1 ? rest.filter(({ fields }) => fields.join('\0') !== line) : rest;
  return [first!, ...(others.length > 0 ? others : rest)];
}

const defined = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

const pick = (options: Partial<IntakeOptions>) => {
  const { delimiter, quote, escape, skipLines, header } = options;
  return defined({ delimiter, quote, escape, skipLines, header });
};

async function readHead(path: string, size: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(size);
    const { bytesRead } = await file.read(head, 0, size, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
