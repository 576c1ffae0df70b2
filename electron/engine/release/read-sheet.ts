import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { readZipDirectory } from '#engine/intake/xlsx/zip-directory.ts';

/** Sums up the texts of a sheet, row by row: written and read alike, the file holds what it was given. An empty cell is nothing. */
export class SheetDigest {
  readonly #hash: Hash = createHash('sha256');

  add(cells: readonly (string | null)[], columns: number): void {
    this.#hash.update(JSON.stringify(Array.from({ length: columns }, (_, index) => cells[index] ?? '')));
  }

  hex(): string {
    return this.#hash.copy().digest('hex');
  }
}

/** ECMA-376 ST_Xstring: what XML cannot hold is written as `_xHHHH_`. */
const unescaped = (text: string): string => text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const columnOf = (reference: string): number => [...reference.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * The rows of a workbook's first sheet whose cells are texts of their own, as releases are written: read by other means than they were
 * written with, a piece at a time, so that the check of a release does not trust its own writer.
 */
export async function* readSheet(path: string): AsyncGenerator<(string | null)[]> {
  const { size } = await stat(path);
  const entries = await readZipDirectory({ path, fileName: '', bytes: size, head: Buffer.alloc(0), stamp: '' });
  const sheet = entries.find(({ name }) => name === 'xl/worksheets/sheet1.xml');
  if (!sheet) return;
  const local = Buffer.alloc(30);
  const handle = await open(path, 'r');
  try {
    await handle.read(local, 0, 30, sheet.offset);
  } finally {
    await handle.close();
  }
  const start = sheet.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = createReadStream(path, { start, end: start + sheet.packed - 1 });
  const parsed = new RowParser();
  const decoder = new TextDecoder();
  const unpacked = createInflateRaw();
  const reading = pipeline(packed, unpacked);
  reading.catch(() => undefined);
  for await (const piece of unpacked) yield* parsed.feed(decoder.decode(piece as Buffer, { stream: true }));
  await reading;
}

/** Collects the rows that end within a piece of the sheet's XML. */
class RowParser {
  readonly #parser = new SaxesParser();
  #rows: (string | null)[][] = [];
  #row: (string | null)[] = [];
  #column = 0;
  #text: string | null = null;

  constructor() {
    this.#parser.on('opentag', ({ name, attributes }) => {
      if (name === 'row') this.#row = [];
      else if (name === 'c') this.#column = columnOf(String(attributes.r));
      else if (name === 't') this.#text = '';
    });
    this.#parser.on('text', (text) => {
      if (this.#text !== null) this.#text += text;
    });
    this.#parser.on('closetag', ({ name }) => {
      if (name === 'row') this.#rows.push(Array.from(this.#row, (cell) => cell ?? null));
      else if (name === 't') {
        this.#row[this.#column] = unescaped(this.#text ?? '');
        this.#text = null;
      }
    });
    this.#parser.on('error', (error) => {
      throw error;
    });
  }

  feed(piece: string): (string | null)[][] {
    this.#rows = [];
    this.#parser.write(piece);
    return this.#rows;
  }
}
