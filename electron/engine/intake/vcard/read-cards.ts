import { createReadStream } from 'node:fs';
import { Failure } from '#shared/contract/failure.ts';
import type { TextEncoding } from '#shared/domain/text-encoding.ts';
import { vcardText } from '#shared/text/engine/vcard.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { longestRecord } from '../csv/dialect.ts';
import { textReader } from '../encoding/text-reader.ts';
import { type CardProperty, goesOn, parseProperty } from './parse-card.ts';

/** One card, where it begins (1-based), and how many of its lines are no property. `whole`: its end was found. */
export interface Card {
  line: number;
  properties: CardProperty[];
  odd: number;
  whole: boolean;
}

export interface CardFile {
  path: string;
  fileName: string;
  encoding: TextEncoding;
  signal: AbortSignal | undefined;
  /** Sees the bytes read, in order. */
  onBytes?: (bytes: Buffer) => void;
}

/** The lines of a text with their numbers. @throws Failure FILE_DAMAGED where one has no end within 8 MiB */
async function* linesOf({ path, fileName, encoding, signal, onBytes }: CardFile): AsyncGenerator<[string, number]> {
  const reader = textReader(encoding);
  let carry = '';
  let line = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    throwIfCancelled(signal);
    onBytes?.(piece);
    const lines = (carry + reader.read(piece, true)).split(/\r\n|\n|\r(?!$)/);
    carry = lines.pop() ?? '';
    if (carry.length > longestRecord) throw new Failure('FILE_DAMAGED', vcardText.noEnd(fileName, line + 1));
    for (const text of lines) yield [text, (line += 1)];
  }
  yield [carry + reader.read(new Uint8Array(), false), line + 1];
}

/** Lines put together again: those that begin with a blank, or follow a soft line end, go on the one before. */
async function* unfolded(file: CardFile): AsyncGenerator<[string, number]> {
  let open: [string, number] | null = null;
  for await (const [text, line] of linesOf(file)) {
    const soft = open !== null && goesOn(open[0]);
    if (open !== null && (soft || /^[ \t]/.test(text))) {
      const joined: string = soft ? open[0].slice(0, -1) + text : open[0] + text.slice(1);
      if (joined.length > longestRecord) throw new Failure('FILE_DAMAGED', vcardText.noEnd(file.fileName, open[1]));
      open = [joined, open[1]];
      continue;
    }
    if (open !== null) yield open;
    open = [text, line];
  }
  if (open !== null) yield open;
}

/** The cards of a text, one after the other; lines outside of a card are given as a card of none but odd lines. */
export async function* readCards(file: CardFile): AsyncGenerator<Card> {
  let card: Card | null = null;
  for await (const [text, line] of unfolded(file)) {
    const mark = text.trim().toUpperCase();
    if (mark === '') continue;
    if (mark === 'BEGIN:VCARD') {
      if (card !== null) yield card;
      card = { line, properties: [], odd: 0, whole: false };
    } else if (mark === 'END:VCARD' && card !== null) {
      yield { ...card, whole: true };
      card = null;
    } else if (card === null) yield { line, properties: [], odd: 1, whole: true };
    else {
      const property = parseProperty(text);
      if (property) card.properties.push(property);
      else card.odd += 1;
    }
  }
  if (card !== null) yield card;
}
