import { Failure } from '#shared/contract/failure.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import type { Channel } from '#shared/channels/channel.ts';
import { channelById, channels } from '#shared/channels/index.ts';
import { fitsName, matchChannel, normaliseName, type ChannelMatch } from '#shared/channels/match-channel.ts';
import { channelsText } from '#shared/text/engine/channels.ts';
import { parseText, type TextRecord } from '#engine/intake/csv/parse-text.ts';

/** The value of the option `layout` that asks for a plain table. */
export const noLayout = 'none';

/** Rows recognised as one system's export: where its table begins and how many rows of names it has. */
export interface TableLayout {
  channel: Channel;
  /** Why, in words; no cell value. */
  reason: string;
  /** Lines (of a sheet: rows) before the names. */
  skipLines: number;
  headerRows: number;
}

export interface TextLayout extends TableLayout {
  delimiter: string;
}

/** A row with its 1-based line. */
type HeadRow = Pick<TextRecord, 'fields' | 'line'>;

const delimiters = [',', ';', '\t'];
/** Lines that systems write above their tables, at most; and values looked at. */
const mostBefore = 25;
const mostValues = 50;
const headCharacters = 262_144;

function isMachineRow(record: HeadRow | undefined, words: RegExp): boolean {
  const filled = record?.fields.filter((field) => field.trim() !== '') ?? [];
  return filled.length > 0 && filled.every((field) => words.test(field.trim()));
}

function headerRowsOf(channel: Channel, records: readonly HeadRow[], at: number): number {
  const { secondHeader, labelRows, codesAbove } = channel.reading;
  const next = records[at + 1];
  if (labelRows) return isMachineRow(records[at + 2], labelRows.machineWords) ? 3 : 1;
  if (codesAbove) return next && codesAbove.test(records[at]!.fields[0]?.trim() ?? '') ? 2 : 1;
  if (!secondHeader || !next) return 1;
  const place = records[at]!.fields.findIndex((name) =>
    fitsName(normaliseName(name).replaceAll(' ', ''), secondHeader.under.replaceAll(' ', '')),
  );
  return place >= 0 && (next.fields[place] ?? '').trim() === '' ? 2 : 1;
}

/**
 * The presets to look for: the one a person chose, or all; none where a plain table is wanted. @throws Failure
 * WRONG_USAGE when there is no such preset
 */
function wantedChannels(options: Partial<IntakeOptions>): readonly Channel[] {
  if (options.layout === noLayout || options.header === false) return [];
  const chosen = options.layout === undefined ? null : channelById(options.layout);
  if (options.layout !== undefined && !chosen)
    throw new Failure('WRONG_USAGE', channelsText.noLayout(options.layout, noLayout));
  return chosen ? [chosen] : channels;
}

interface FoundHead {
  match: ChannelMatch;
  layout: TableLayout;
  fields: number;
}

/** The row of names that says most of a system; of equal ones the first. @param before lines above a row, as text */
function findHead(
  rows: readonly HeadRow[],
  before: (line: number) => readonly string[],
  wanted: readonly Channel[],
  { skipLines }: Partial<IntakeOptions>,
): FoundHead | null {
  let best: FoundHead | null = null;
  for (const [at, row] of rows.slice(0, mostBefore).entries()) {
    if (row.line > mostBefore + 1 || row.fields.length < 2) continue;
    const below = rows.slice(at + 1, at + 1 + mostValues);
    const match = matchChannel(wanted, {
      names: row.fields,
      before: before(row.line),
      valuesAt: (place) => below.map(({ fields }) => fields[place]?.trim() ?? '').filter((value) => value !== ''),
    });
    if (!match || (best && match.weight <= best.match.weight)) continue;
    // Lines to skip lead to the names, unless they choose one of several tables further down.
    if (skipLines !== undefined && row.line !== skipLines + 1 && !match.channel.reading.severalTables) continue;
    best = {
      match,
      fields: row.fields.length,
      layout: {
        channel: match.channel,
        reason: match.reason,
        skipLines: row.line - 1,
        headerRows: headerRowsOf(match.channel, rows, at),
      },
    };
  }
  return best;
}

function refuseUnlike(wanted: readonly Channel[], options: Partial<IntakeOptions>): null {
  if (options.layout !== undefined && wanted[0])
    throw new Failure('WRONG_USAGE', channelsText.notLaidOut(wanted[0].label, noLayout));
  return null;
}

/**
 * Recognises the layout of a delimited text by its first lines; null where no preset knows it, or a person has asked
 * for a plain table.
 * @param text head of the file, decoded
 * @throws Failure WRONG_USAGE when a person chose a layout that the file does not have
 */
export function findLayout(text: string, complete: boolean, options: Partial<IntakeOptions>): TextLayout | null {
  const wanted = wantedChannels(options);
  const head = text.slice(0, headCharacters);
  const lines = head.split(/\r\n|\n|\r/, mostBefore + 1);
  let best: (FoundHead & { delimiter: string }) | null = null;
  for (const delimiter of wanted.length === 0
    ? []
    : options.delimiter === undefined
      ? delimiters
      : [options.delimiter]) {
    if (!head.includes(delimiter)) continue;
    const records = parseText(
      head,
      { delimiter, quote: options.quote ?? '"', escape: options.escape ?? '"' },
      { complete: complete && head.length === text.length, limit: mostBefore + mostValues },
    );
    const found = findHead(records, (line) => lines.slice(0, line - 1), wanted, options);
    // Of equal matches another delimiter must cut more of the names.
    if (
      found &&
      (!best ||
        found.match.weight > best.match.weight ||
        (found.match.weight === best.match.weight && found.fields > best.fields))
    )
      best = { ...found, delimiter };
  }
  return best ? { ...best.layout, delimiter: best.delimiter } : refuseUnlike(wanted, options);
}

/**
 * Recognises the layout of a sheet by its first rows that hold anything; null as for a delimited text.
 * @throws Failure WRONG_USAGE when a person chose a layout that the sheet does not have
 */
export function findSheetLayout(rows: readonly HeadRow[], options: Partial<IntakeOptions>): TableLayout | null {
  // A sheet holds one table: the presets of texts with several do not fit.
  const wanted = wantedChannels(options).filter(({ reading }) => !reading.severalTables);
  const filled = ({ fields }: HeadRow): string => fields.filter((cell) => cell !== '').join(' ');
  const found = findHead(
    rows.slice(0, mostBefore + mostValues),
    (line) => rows.filter((row) => row.line < line).map(filled),
    wanted,
    options,
  );
  return found?.layout ?? refuseUnlike(wanted, options);
}
