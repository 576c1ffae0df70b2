import { open } from 'node:fs/promises';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { Failure } from '#shared/contract/failure.ts';
import { csvText } from '#shared/text/engine/csv.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { findLayout } from '#engine/intake/layouts/find-layout.ts';
import { joinHeaderRows } from '#engine/intake/layouts/header-rows.ts';
import { layoutDetections, layoutOptions } from '#engine/intake/layouts/layout-detections.ts';
import type { CheckedFile } from '../check-file.ts';
import type { SniffedShape } from '../context.ts';
import { nameColumns } from '../name-columns.ts';
import { decodeHead, detectEncoding } from './detect-encoding.ts';
import { detectDialect } from './detect-dialect.ts';
import { detectHeader } from './detect-header.ts';
import type { TextEncoding } from './dialect.ts';
import { findTables, readTableHead, type TextTable } from './find-tables.ts';
import type { TextRecord } from './parse-text.ts';
import { duplicateHeaderWarning } from './warnings.ts';

const headBytes = 1024 * 1024;
const largestHead = 16 * 1024 * 1024;
const mostColumns = 20_000;

const byPerson = (option: string, value: string): Detection => ({ option, value, reason: intakeText.chosenByPerson });

/**
 * @property lastLine physical line that the chosen one of several tables ends with
 * @property byHeader the line of names alone gave the delimiter; rows are uneven
 */
export interface CsvShape extends SniffedShape {
  lastLine: number | undefined;
  byHeader: boolean;
}

interface ChosenTable {
  table: TextTable;
  tables: TextTable[];
}

/** The table to read where the system's export holds several; null where the lines to skip lead to none of them. */
async function chooseTable(
  file: CheckedFile,
  encoding: TextEncoding,
  delimiter: string,
  { table: name, skipLines }: Partial<IntakeOptions>,
): Promise<ChosenTable | null> {
  const tables = await findTables(file.path, encoding, delimiter, file.fileName);
  const named = name === undefined ? undefined : tables.find((table) => table.name === name);
  if (name !== undefined && !named) throw new Failure('WRONG_USAGE', csvText.noSuchTable(file.fileName, tables.length));
  const table =
    named ??
    (skipLines === undefined
      ? tables.reduce((most, one) => (one.rows > most.rows ? one : most), tables[0]!)
      : tables.find(({ first }) => first === skipLines + 1));
  return table ? { table, tables } : null;
}

/**
 * Detects how a delimited text file is to be read, from its first MiB (more where one record is longer); options
 * already set are kept.
 */
export async function sniffCsv(file: CheckedFile, options: Partial<IntakeOptions>): Promise<CsvShape> {
  if ([options.quote, options.escape].some((character) => character !== undefined && character > '\x7f'))
    throw new Failure('WRONG_USAGE', csvText.notAscii);
  if (options.delimiter !== undefined && (options.delimiter === options.quote || /[\r\n\0]/.test(options.delimiter)))
    throw new Failure('WRONG_USAGE', csvText.badDelimiter);
  let size = Math.min(headBytes, file.bytes);
  for (;;) {
    const head = await readHead(file.path, size);
    const complete = size >= file.bytes;
    const guess = detectEncoding(head);
    const encoding = options.encoding ?? guess.encoding;
    const text = decodeHead(head, encoding);
    const found = findLayout(text, complete, options);
    const chosen = found?.channel.reading.severalTables
      ? await chooseTable(file, encoding, found.delimiter, options)
      : undefined;
    const layout = chosen === null ? null : found;
    const { header: _, ...known } = {
      ...(layout && { delimiter: layout.delimiter, skipLines: layout.skipLines }),
      ...pick(options),
    };
    const {
      dialect: guessed,
      columns: width,
      records,
      reasons,
      byHeader,
      warnings: choices,
    } = chosen
      ? detectDialect(await readTableHead(file.path, encoding, chosen.table), true, { ...known, skipLines: 0 })
      : detectDialect(text, complete, known);
    const dialect = chosen ? { ...guessed, skipLines: chosen.table.first - 1 } : guessed;
    if (records.length === 0 && !complete && size < largestHead) {
      size = Math.min(size * 4, largestHead, file.bytes);
      continue;
    }
    if (records.length === 0) {
      if (!complete) throw new Failure('FILE_DAMAGED', csvText.noEnd(file.fileName));
      throw new Failure('FILE_EMPTY', csvText.onlyBlankLines(file.fileName));
    }
    const headerGuess = layout
      ? { header: true, reason: csvText.namesOfSystem }
      : byHeader
        ? { header: true, reason: csvText.readsLikeNames }
        : detectHeader(records);
    const header = options.header ?? headerGuess.header;
    const first = records[0]!;
    // Rows that end in one delimiter more than the header have a last column without a name.
    const surplus = header ? surplusNames(records) : 0;
    const count = header && width > first.fields.length ? width : header ? first.fields.length - surplus : width;
    if (count > mostColumns)
      throw new Failure('FILE_DAMAGED', csvText.tooManyColumns(file.fileName, count, mostColumns));
    const headerRows = header ? (options.headerRows ?? layout?.headerRows ?? 1) : 1;
    if (headerRows > records.length) throw new Failure('WRONG_USAGE', csvText.fewerNameRows(file.fileName, headerRows));
    const names = records
      .slice(1, headerRows)
      .reduce((above, record) => joinHeaderRows(above, record.fields, layout?.channel ?? null), first.fields);
    const headers = Array.from({ length: count }, (_unused, index) => names[index] ?? '');
    const columns = header ? nameColumns(headers) : nameColumns(count);
    const settle = (option: keyof IntakeOptions, value: string, reason: string): Detection =>
      options[option] === undefined ? { option, value, reason } : byPerson(option, value);
    const detections = [
      settle('encoding', encoding, guess.reason),
      settle('delimiter', csvText.delimiterName(dialect.delimiter), reasons.delimiter),
      settle('quote', dialect.quote === '' ? intakeText.none : dialect.quote, reasons.quote),
      settle('escape', dialect.escape === dialect.quote ? csvText.doubled : dialect.escape, reasons.escape),
      settle('skipLines', String(dialect.skipLines), chosen ? csvText.tableBegins : reasons.skipLines),
      settle('header', header ? intakeText.yes : intakeText.no, headerGuess.reason),
      ...layoutDetections(layout, options, headerRows),
      ...(chosen
        ? [
            settle(
              'table',
              chosen.table.name,
              chosen.tables.length === 1 ? csvText.oneTable : csvText.largestTable(chosen.tables.length),
            ),
          ]
        : []),
    ];
    const warnings = header ? duplicateHeaderWarning(headers) : [];
    warnings.push(...choices, ...(surplus > 0 ? [csvText.surplusNames(surplus)] : []));
    if (chosen && chosen.tables.length > 1)
      warnings.push(
        csvText.otherTables(
          chosen.table.name,
          chosen.tables.filter((table) => table !== chosen.table),
        ),
      );
    else if (dialect.skipLines > 0) warnings.push(csvText.skipped(dialect.skipLines));
    return {
      options: {
        format: 'csv',
        encoding,
        ...dialect,
        header,
        ...layoutOptions(layout, options, headerRows),
        ...(chosen && { table: chosen.table.name }),
      },
      detections,
      columns,
      tables: chosen?.tables.map(({ name }) => name) ?? [],
      warnings,
      lastLine: chosen?.table.last,
      byHeader,
    };
  }
}

/**
 * Blank names at the end of the header for which nearly no row has a field: its line ends in a delimiter, the others do
 * not.
 */
function surplusNames([first, ...body]: readonly TextRecord[]): number {
  const names = first!.fields;
  let blank = 0;
  while (blank < names.length - 1 && names[names.length - 1 - blank]!.trim() === '') blank += 1;
  const short = body.filter(({ fields }) => fields.length === names.length - blank).length;
  return blank > 0 && short >= 0.5 * body.length && short > 0 ? blank : 0;
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
