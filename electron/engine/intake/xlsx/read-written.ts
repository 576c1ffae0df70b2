import { SaxesParser } from 'saxes';
import { SheetDigest } from './sheet-digest.ts';
import { columnOf, type NumberedRow } from './sheet-rows.ts';
import { unescaped } from './text-run.ts';
import { openZip, type ZipParts, type ZipSource } from './zip-parts.ts';

/**
 * The rows of a workbook's first sheet whose cells are texts of their own, numbers, truth values or days, as releases are
 * written: read by other means
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
    const parsed = new RowParser(await styledAsDay(parts));
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

/** Whether the numbers of each style are days, by the date form that the style shows them in. */
async function styledAsDay(parts: ZipParts): Promise<boolean[]> {
  const styles = await parts.stream('xl/styles.xml');
  if (styles === null) return [];
  const codes = new Map<string, string>();
  const days: boolean[] = [];
  let inCells = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'numFmt') codes.set(String(attributes.numFmtId), String(attributes.formatCode));
    else if (name === 'cellXfs') inCells = true;
    else if (name === 'xf' && inCells)
      days.push((codes.get(String(attributes.numFmtId)) ?? '').startsWith('yyyy-mm-dd'));
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'cellXfs') inCells = false;
  });
  const decoder = new TextDecoder();
  for await (const piece of styles) parser.write(decoder.decode(piece, { stream: true }));
  parser.close();
  return days;
}

/** Days from 1899-12-30 on as a date, with the time of day where there is one. */
function dayText(days: number): string {
  const [date, time] = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString().slice(0, 19).split('T');
  return time === '00:00:00' ? date! : `${date} ${time}`;
}

/** Collects the rows that end within a piece of the sheet's XML. */
class RowParser {
  readonly #parser = new SaxesParser();
  #rows: (string | null)[][] = [];
  #row: (string | null)[] = [];
  #column = 0;
  #kind = '';
  #isDay = false;
  #text: string | null = null;

  constructor(days: readonly boolean[]) {
    this.#parser.on('opentag', ({ name, attributes }) => {
      if (name === 'row') this.#row = [];
      else if (name === 'c') {
        this.#column = columnOf(String(attributes.r));
        this.#kind = String(attributes.t ?? '');
        this.#isDay = days[Number(attributes.s ?? 0)] ?? false;
      } else if (name === 't' || name === 'v') this.#text = '';
    });
    this.#parser.on('text', (text) => {
      if (this.#text !== null) this.#text += text;
    });
    this.#parser.on('closetag', ({ name }) => {
      if (name === 'row') this.#rows.push(Array.from(this.#row, (cell) => cell ?? null));
      else if (name === 't') {
        this.#row[this.#column] = unescaped(this.#text ?? '');
        this.#text = null;
      } else if (name === 'v') {
        this.#row[this.#column] = this.#typed(this.#text ?? '');
        this.#text = null;
      }
    });
    this.#parser.on('error', (error) => {
      throw error;
    });
  }

  #typed(value: string): string {
    if (this.#kind === 'b') return value === '1' ? 'true' : 'false';
    return this.#isDay ? dayText(Number(value)) : String(Number(value));
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
