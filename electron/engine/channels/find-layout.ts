import { Failure } from '#shared/contract/failure.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import type { Channel } from '#shared/channels/channel.ts';
import { channelById, channels } from '#shared/channels/index.ts';
import { fitsName, matchChannel, normaliseName, type ChannelMatch } from '#shared/channels/match-channel.ts';
import { channelsText } from '#shared/text/engine/channels.ts';
import { parseText, type TextRecord } from '#engine/intake/csv/parse-text.ts';

/** The value of the option `layout` that asks for a plain table. */
export const noLayout = 'none';

/** A delimited text recognised as one system's export: where its table begins and how many rows of names it has. */
export interface TextLayout {
  channel: Channel;
  /** Why, in words; no cell value. */
  reason: string;
  delimiter: string;
  /** Physical lines before the names. */
  skipLines: number;
  headerRows: number;
}

const delimiters = [',', ';', '\t'];
/** Lines that systems write above their tables, at most; and values looked at. */
const mostBefore = 25;
const mostValues = 50;
const headCharacters = 262_144;

function isMachineRow(record: TextRecord | undefined, words: RegExp): boolean {
  const filled = record?.fields.filter((field) => field.trim() !== '') ?? [];
  return filled.length > 0 && filled.every((field) => words.test(field.trim()));
}

function headerRowsOf(channel: Channel, records: readonly TextRecord[], at: number): number {
  const { secondHeader, labelRows } = channel.reading;
  const next = records[at + 1];
  if (labelRows) return isMachineRow(records[at + 2], labelRows.machineWords) ? 3 : 1;
  if (!secondHeader || !next) return 1;
  const place = records[at]!.fields.findIndex((name) => fitsName(normaliseName(name).replaceAll(' ', ''), secondHeader.under.replaceAll(' ', '')));
  return place >= 0 && (next.fields[place] ?? '').trim() === '' ? 2 : 1;
}

/**
 * Recognises the layout of a delimited text by its first lines; null where no preset knows it, or a person has asked for a plain table.
 * @param text head of the file, decoded
 * @throws Failure WRONG_USAGE when a person chose a layout that the file does not have
 */
export function findLayout(text: string, complete: boolean, options: Partial<IntakeOptions>): TextLayout | null {
  if (options.layout === noLayout || options.header === false) return null;
  const chosen = options.layout === undefined ? null : channelById(options.layout);
  if (options.layout !== undefined && !chosen) throw new Failure('WRONG_USAGE', channelsText.noLayout(options.layout, noLayout));
  const head = text.slice(0, headCharacters);
  const lines = head.split(/\r\n|\n|\r/, mostBefore + 1);
  let best: { match: ChannelMatch; layout: TextLayout; fields: number } | null = null;
  // Of equal matches the first record holds the names; another delimiter must cut more of them.
  const better = (match: ChannelMatch, delimiter: string, fields: number) => !best || match.weight > best.match.weight || (match.weight === best.match.weight && delimiter !== best.layout.delimiter && fields > best.fields);
  for (const delimiter of options.delimiter === undefined ? delimiters : [options.delimiter]) {
    if (!head.includes(delimiter)) continue;
    const records = parseText(head, { delimiter, quote: options.quote ?? '"', escape: options.escape ?? '"' }, { complete: complete && head.length === text.length, limit: mostBefore + mostValues });
    for (const [at, record] of records.slice(0, mostBefore).entries()) {
      if (record.line > mostBefore + 1 || record.fields.length < 2 || (options.skipLines !== undefined && record.line !== options.skipLines + 1)) continue;
      const below = records.slice(at + 1);
      const match = matchChannel(chosen ? [chosen] : channels, {
        names: record.fields,
        before: lines.slice(0, record.line - 1),
        valuesAt: (place) => below.map((row) => row.fields[place]?.trim() ?? '').filter((value) => value !== ''),
      });
      if (!match || !better(match, delimiter, record.fields.length)) continue;
      best = { match, fields: record.fields.length, layout: { channel: match.channel, reason: match.reason, delimiter, skipLines: record.line - 1, headerRows: headerRowsOf(match.channel, records, at) } };
    }
  }
  if (best) return best.layout;
  if (chosen) throw new Failure('WRONG_USAGE', channelsText.notLaidOut(chosen.label, noLayout));
  return null;
}
