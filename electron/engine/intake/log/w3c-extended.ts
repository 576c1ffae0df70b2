import type { Row } from '../working-table.ts';

/**
 * The W3C Extended Log File Format (w3.org/TR/WD-logfile, 1996), as IIS, CloudFront and many proxies write it: lines
 * that begin with `#` say how the following are to be read, `#Fields:` names their columns, blanks or tabs part values,
 * and `-` stands for none.
 */
const fieldsMark = /^#Fields:\s*(\S.*)$/i;
const mostDirectives = 50;

/** The names that a line gives to the columns of the following; null where it is no such line. */
export function fieldNames(line: string): string[] | null {
  const names = fieldsMark.exec(line.trimEnd())?.[1]?.split(/\s+/);
  return names === undefined || new Set(names).size < names.length ? null : names;
}

/** Whether a text begins with directives of which one names the columns. */
export function looksLikeW3c(text: string): boolean {
  for (const line of text.split(/\r\n|\n/, mostDirectives)) {
    if (fieldNames(line) !== null) return true;
    if (!line.startsWith('#')) return false;
  }
  return false;
}

/** All names that the lines give, in the order in which they turn up. */
export const namesIn = (lines: readonly string[]): string[] => [
  ...new Set(lines.flatMap((line) => fieldNames(line) ?? [])),
];

const none = (value: string): string | null => (value === '-' || value === '' ? null : value);

/** Values of a line: quoted ones may hold blanks, and a quote in them is doubled. */
export function valuesOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t');
  return [...line.matchAll(/"((?:[^"]|"")*)"|(\S+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? bare! : quoted.replaceAll('""', '"'),
  );
}

/** Reads the lines of a log one after the other; a later line of names holds for what follows it. */
export class W3cLines {
  readonly #places: ReadonlyMap<string, number>;
  #names: readonly string[];

  /** @param names the columns of the table */
  constructor(names: readonly string[]) {
    this.#places = new Map(names.map((name, at) => [name, at]));
    this.#names = names;
  }

  /** Takes a line that begins with `#`. @returns whether every column it names has a place in the table */
  direct(line: string): boolean {
    const names = fieldNames(line);
    if (names === null) return true;
    this.#names = names;
    return names.every((name) => this.#places.has(name));
  }

  /** The cells of a line; null where it has not one value per name. */
  cells(line: string): Row | null {
    const values = valuesOf(line);
    if (values.length !== this.#names.length) return null;
    const row: Row = Array.from(this.#places, () => null);
    for (const [at, name] of this.#names.entries()) {
      const place = this.#places.get(name);
      if (place === undefined) return null;
      row[place] = none(values[at]!);
    }
    return row;
  }
}
