import { SaxesParser } from 'saxes';
import { longestRecord } from '../csv/dialect.ts';
import type { ZipParts } from './zip-parts.ts';

/** Deeper than any part of a workbook nests. */
const deepest = 256;
/** What is no event for this long is one text, one tag or one comment, and longer than a row may be. */
const longestPiece = 2 * longestRecord;
/** Signs that XML does not allow and other programs write all the same; they are read as they are. */
const mostOdd = 10_000;
const tolerated = /disallowed character|malformed character entity/;

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is seen of a part, by names without their prefix. */
export interface XmlSeer {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Goes once through the XML of a part and gives its turn to the caller after each piece; memory holds a piece.
 * @throws Error where it is no XML, too deep or too long
 */
export async function* seeXml(parts: ZipParts, part: string, most: number, seer: XmlSeer): AsyncGenerator<void> {
  const stream = await parts.stream(part);
  if (stream === null) throw new Error('no such part');
  const parser = new SaxesParser();
  let depth = 0;
  let size = 0;
  let silent = 0;
  let odd = 0;
  parser.on('error', (error) => {
    odd += 1;
    if (odd > mostOdd || !tolerated.test(error.message)) throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0;
    depth += 1;
    if (depth > deepest) throw new Error('too deep');
    seer.open(local(name), attributes);
  });
  parser.on('text', (text) => {
    silent = 0;
    seer.text(text);
  });
  parser.on('closetag', ({ name }) => {
    silent = 0;
    depth -= 1;
    seer.close(local(name));
  });
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
    size += bytes.length;
    silent += bytes.length;
    if (size > most || silent > longestPiece) throw new Error('part too large');
    parser.write(decoder.decode(bytes, { stream: true }));
    yield;
  }
  parser.close();
}

/** Goes through all of a part. */
export async function seeAll(parts: ZipParts, part: string, most: number, seer: XmlSeer): Promise<void> {
  for await (const _piece of seeXml(parts, part, most, seer));
}
