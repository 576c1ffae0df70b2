import { open } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import type { Detection, IntakeOptions } from '#shared/domain/intake.ts';
import { intakeText } from '#shared/text/engine/intake.ts';
import { jsonText } from '#shared/text/engine/json.ts';
import { type JsonReading, jsonReading } from '#engine/intake/layouts/json-reading.ts';
import type { CheckedFile } from '../check-file.ts';
import type { SniffedShape } from '../context.ts';
import { decodeHead, detectEncoding } from '../csv/detect-encoding.ts';
import { longestRecord } from '../csv/dialect.ts';
import { nameColumns } from '../name-columns.ts';
import { flattenRecord, parseRecord, pathName } from './parse-record.ts';
import { shapeRecords } from './shape-records.ts';
import type { JsonLayout } from './split-values.ts';
import { besides, tablesInside } from './tables-inside.ts';
import { valuesOfLine } from './values-of-line.ts';

const headBytes = 1024 * 1024;
/** One object is one record: what it holds is seen where all of it is. */
const wholeUpTo = longestRecord;
const sampleRecords = 500;

export interface JsonShape extends SniffedShape {
  layout: JsonLayout;
  /** Paths of the columns as `flattenRecord` gives them. */
  paths: string[];
  /** Rows of a record (`JsonReading.expand`). */
  expand: JsonReading['expand'];
}

interface FoundLayout {
  layout: JsonLayout;
  reason: string;
  tables: string[];
  warnings?: string[];
}

/** Finds where the records of a JSON text lie and which columns the first ones have. */
export async function sniffJson(
  file: CheckedFile,
  options: Partial<IntakeOptions> & { format: 'json' | 'jsonl' },
): Promise<JsonShape> {
  const handle = await open(file.path, 'r');
  const whole = options.format === 'json' && file.bytes <= wholeUpTo;
  const buffer = Buffer.alloc(whole ? file.bytes : Math.min(headBytes, file.bytes));
  try {
    await handle.read(buffer, 0, buffer.length, 0);
  } finally {
    await handle.close();
  }
  const guess = detectEncoding(buffer);
  const encoding = options.encoding ?? guess.encoding;
  const text = decodeHead(buffer, encoding);
  const {
    layout,
    reason,
    tables,
    warnings = [],
  }: FoundLayout = options.format === 'jsonl' && holdsLines(text)
    ? { layout: { kind: 'lines' }, reason: jsonText.everyLine, tables: [] }
    : findLayout(text, options.table, file.fileName);
  const seen = new Set<string>();
  const shaped = shapeRecords(headRecords(text, layout), valuesIn(layout, reason), options.table);
  const head = shaped.head.flatMap((record, at) => shaped.rows(record, at));
  const reading = jsonReading(head, options);
  for (const row of head.flatMap((record, at) => reading.expand(record, at)))
    flattenRecord(row, (path) => seen.add(path));
  const ofRecords = layout.kind === 'member' ? layout.member : layout.kind;
  const child =
    shaped.stream ??
    (options.table !== undefined && options.table !== ofRecords && reading.childTables.includes(options.table)
      ? options.table
      : null);
  const inner = [...shaped.streams, ...reading.childTables];
  const detections: Detection[] = [
    {
      option: 'encoding',
      value: encoding,
      reason: options.encoding === undefined ? guess.reason : intakeText.chosenByPerson,
    },
    {
      option: 'table',
      value: child ?? ofRecords,
      reason: options.table === undefined ? (shaped.reason ?? reason) : intakeText.chosenByPerson,
    },
    ...reading.detections,
  ];
  return {
    options: {
      format: options.format,
      encoding,
      ...(child !== null ? { table: child } : layout.kind === 'member' ? { table: layout.member } : {}),
      ...(reading.channel
        ? { layout: reading.channel.id }
        : options.layout === undefined
          ? {}
          : { layout: options.layout }),
    },
    detections,
    columns: nameColumns([...seen].map(pathName)),
    tables: shaped.apart
      ? shaped.streams
      : inner.length > 0
        ? [...(tables.length > 0 ? tables : [ofRecords]), ...inner]
        : tables,
    warnings: [
      // JSON is Unicode: another encoding is always worth a word.
      ...(options.encoding === undefined && guess.doubtful !== undefined ? [guess.reason] : []),
      ...warnings,
      ...shaped.warnings,
    ],
    layout,
    paths: [...seen],
    expand: (record, at) => shaped.rows(record, at).flatMap((row) => reading.expand(row, at)),
  };
}

/** Whether the first line holds records of its own: whatever a file is called, values may go on over several lines. */
function holdsLines(text: string): boolean {
  const line = text.split(/\r\n|\n|\r/).find((one) => one.trim() !== '') ?? '';
  const value = parsedOr(line);
  // A line that is a list of objects is a list of records.
  if (Array.isArray(value))
    return !(value.length > 0 && value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one)));
  return (
    value !== undefined || valuesOfLine(line) !== null || !/^\s*[[{]\s*(?:[[{"\]}-]|\d|$)/.test(line) || !goesOn(text)
  );
}

function parsedOr(text: string): unknown {
  try {
    return parseRecord(text);
  } catch {
    return undefined;
  }
}

/** Whether a value begins in the first line and ends in a later one. */
function goesOn(text: string): boolean {
  const lines = text.trimStart().split(/\r\n|\n|\r/, 400);
  let depth = 0;
  for (const [at, line] of lines.entries()) {
    const bare = line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
    depth += (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
    if (depth <= 0) return at > 0;
  }
  return true;
}

function findLayout(text: string, table: string | undefined, fileName: string): FoundLayout {
  const start = text.trimStart();
  if (start.startsWith('[')) return { layout: { kind: 'array' }, reason: jsonText.oneArray, tables: [] };
  const outline = outlineOf(start);
  const inside = outline.closed && !outline.more ? insideOf(start, outline, table) : null;
  if (inside !== null) return inside;
  if (outline.more) return { layout: { kind: 'values' }, reason: jsonText.severalValues, tables: [] };
  if (table !== undefined && (outline.arrays.includes(table) || !outline.closed))
    return { layout: { kind: 'member', member: table }, reason: '', tables: outline.arrays };
  if (table !== undefined) throw new Failure('WRONG_USAGE', jsonText.noSuchArray(fileName, outline.arrays.length));
  const beside = outline.closed ? besides(parsedOr(start), outline.arrays) : 0;
  const first =
    outline.arraysOfObjects[0] ?? (outline.closed ? undefined : (outline.arraysOfArrays[0] ?? outline.arrays[0]));
  if (first === undefined) return { layout: { kind: 'values' }, reason: jsonText.oneObject, tables: [] };
  return {
    layout: { kind: 'member', member: first },
    reason: outline.arraysOfObjects.length > 1 ? jsonText.arraysInObject : jsonText.arrayInObject,
    tables: outline.arrays,
    warnings: beside > 0 ? [jsonText.besideTable(beside)] : [],
  };
}

/**
 * One object whose tables are not simply lists of objects among its members: it is read whole, and its rows are looked
 * for in it. Null where the lists are all there is.
 */
function insideOf(text: string, outline: Outline, table: string | undefined): FoundLayout | null {
  const value = parsedOr(text);
  const tables = tablesInside(value);
  const lists = tables.filter(({ kind, path }) => kind === 'list' && outline.arrays.includes(path));
  if (tables.length === 0 || (lists.length > 0 && lists.length === tables.length)) return null;
  // Lists of objects beside a frame: what the file has the most of.
  if (table !== undefined && outline.arrays.includes(table) && lists.some(({ path }) => path === table)) return null;
  return { layout: { kind: 'values' }, reason: jsonText.oneObject, tables: [] };
}

const valuesIn = ({ kind }: JsonLayout, reason: string): 'one' | 'several' | 'list' =>
  reason === jsonText.oneObject ? 'one' : kind === 'values' || kind === 'lines' ? 'several' : 'list';

interface Outline {
  arrays: string[];
  arraysOfObjects: string[];
  arraysOfArrays: string[];
  closed: boolean;
  more: boolean;
}

/** A value behind another one, parted as lists, lines or JSON text sequences part them (RFC 7464). */
// oxlint-disable-next-line no-control-regex
const nextValue = /^[\s,\u001e]*[[{"\d-]/;

/** Members of the top object that are arrays, whether it ends within the text, and whether another value follows it. */
function outlineOf(text: string): Outline {
  const arrays: string[] = [];
  const arraysOfObjects: string[] = [];
  const arraysOfArrays: string[] = [];
  const found = { arrays, arraysOfObjects, arraysOfArrays };
  let depth = 0;
  let key = '';
  for (let at = 0; at < text.length; at += 1) {
    const ch = text[at];
    if (ch === '"') {
      const from = at;
      at += 1;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
      if (depth === 1) key = text.slice(from, at + 1);
    } else if (ch === '[' || ch === '{') {
      if (ch === '[' && depth === 1) {
        const name = parseKey(key);
        arrays.push(name);
        const begins = text.slice(at, at + 1000);
        if (/^\[\s*\{/.test(begins)) arraysOfObjects.push(name);
        else if (/^\[\s*\[/.test(begins)) arraysOfArrays.push(name);
      }
      depth += 1;
    } else if (ch === ']' || ch === '}') {
      depth -= 1;
      // What no value begins with follows no value: the reading tells it.
      if (depth === 0) return { ...found, closed: true, more: nextValue.test(text.slice(at + 1)) };
    }
  }
  return { ...found, closed: false, more: false };
}

function parseKey(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return '';
  }
}

/** The first records of the head, as far as they can be cut out of it. */
function headRecords(text: string, layout: JsonLayout): unknown[] {
  const records: unknown[] = [];
  const add = (piece: string) => {
    try {
      if (piece.trim() !== '') records.push(parseRecord(piece));
    } catch {
      // A record cut by the head's end, or a damaged one: the opening reports it.
    }
  };
  if (layout.kind === 'lines') {
    for (const line of text.split(/\r\n|\n|\r/).slice(0, sampleRecords))
      for (const value of valuesOfLine(line)?.slice(0, sampleRecords) ?? [line]) add(value);
    return records;
  }
  const level = layout.kind === 'array' ? 1 : layout.kind === 'member' ? 2 : 0;
  let depth = 0;
  let start = -1;
  let key = '';
  let inTarget = level < 2;
  for (let at = 0; at < text.length && records.length < sampleRecords; at += 1) {
    const ch = text[at]!;
    if (ch === '"') {
      const from = at;
      at += 1;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
      if (depth === 1 && level === 2) key = text.slice(from, at + 1);
      else if (depth === level && inTarget && start < 0) add(text.slice(from, at + 1));
    } else if (ch === '[' || ch === '{') {
      if (depth === level && inTarget && start < 0) start = at;
      if (level === 2 && depth === 1 && ch === '[')
        inTarget = layout.kind === 'member' && parseKey(key) === layout.member;
      depth += 1;
    } else if (ch === ']' || ch === '}') {
      depth -= 1;
      if (depth === level && start >= 0 && inTarget) {
        add(text.slice(start, at + 1));
        start = -1;
      } else if (depth < level) inTarget = level < 2;
    } else if (depth === level && inTarget && start < 0 && /[\w.+-]/.test(ch)) {
      const scalar = /^[\w.+-]+/.exec(text.slice(at, at + 100))![0];
      add(scalar);
      at += scalar.length - 1;
    }
  }
  return records;
}
