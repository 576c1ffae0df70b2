import { SaxesParser } from 'saxes';
import { SheetDigest } from './sheet-digest.ts';
import { columnOf, type NumberedRow } from './sheet-rows.ts';
import { unescaped } from './text-run.ts';
import { openZip, type ZipSource } from './zip-parts.ts';

/**
 * The rows of a workbook's first sheet whose cells are texts of their own, as releases are written: read by other means
 * than they were written with, a piece at a time, so that the check of a release does not trust its own writer. For the
 * worker.
 * @param onDigest is told the digest of all rows at their end
 */
export async function* readWritten(
  file: ZipSource,
  columns: number,
  onDigest: (hex: string) => void,
): AsyncGenerator<NumberedRow> {
  const parts = await openZip(file, false);
  try {
    const sheet = await parts.stream('xl/worksheets/sheet1.xml');
    if (sheet === null) throw new Error('no first sheet');
    const parsed = new RowParser();
    const decoder = new TextDecoder();
    const digest = new SheetDigest();
    let index = 0;
    for await (const piece of sheet) {
      for (const cells of parsed.feed(decoder.decode(piece, { stream: true }))) {
        digest.add(cells, columns);
        yield { index, cells };
        index += 1;
      }
    }
    parsed.close();
    onDigest(digest.hex());
  } finally {
    parts.close();
  }
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

  /** @throws Error where the sheet does not end as XML does */
  close(): void {
    this.#parser.close();
  }
}
