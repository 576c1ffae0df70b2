import { longestRecord } from '../csv/dialect.ts';

/** ECMA-376 ST_Xstring: what XML cannot hold is written as `_xHHHH_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The text of one cell or one shared string: its runs one after the other, without what tells how to pronounce it. */
export class TextRun {
  #parts: string[] = [];
  #length = 0;
  #inText = false;
  #aloud = false;

  open(name: string): void {
    if (name === 't') this.#inText = !this.#aloud;
    else if (name === 'rPh') this.#aloud = true;
  }

  /** @throws Error where the cell alone is longer than a row may be */
  add(text: string): void {
    if (!this.#inText) return;
    this.#length += text.length;
    if (this.#length > longestRecord) throw new Error('cell too long');
    this.#parts.push(text);
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#aloud = false;
  }

  /** The text so far; the next one begins empty. */
  take(): string {
    const text = unescaped(this.#parts.join(''));
    this.#parts = [];
    this.#length = 0;
    return text;
  }
}
