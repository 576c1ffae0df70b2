/** A range of numbers that a text stands for; an end that is absent is open. */
export interface Band {
  low?: string;
  high?: string;
  /** Does `high` belong to it? */
  closed: boolean;
}

const figure = String.raw`-?\d+(?:\.\d+)?`;
const forms: readonly [RegExp, (low: string, high: string) => Band][] = [
  [new RegExp(`^<(${figure})$`), (high) => ({ high, closed: false })],
  [new RegExp(String.raw`^(${figure})\+$`), (low) => ({ low, closed: true })],
  [new RegExp(`^(${figure})-(${figure})$`), (low, high) => ({ low, high, closed: true })],
  [new RegExp(`^(${figure}) to <(${figure})$`), (low, high) => ({ low, high, closed: false })],
  [/^(-?\d+)$/, (low) => ({ low, high: low, closed: true })],
];

/** Reads a band as the steps of a recipe write it (`<18`, `18-34`, `5`, `0 to <50`, `55+`); null for other texts. */
export function readBand(text: string): Band | null {
  for (const [form, make] of forms) {
    const found = form.exec(text);
    if (found !== null) return make(found[1]!, found[2] ?? '');
  }
  return null;
}

/** Does the second band begin where the first ends? */
export function adjoin(first: Band, second: Band): boolean {
  if (first.high === undefined || second.low === undefined) return false;
  return first.closed ? Number(first.high) + 1 === Number(second.low) : Number(first.high) === Number(second.low);
}

/** What two bands, with all between them, read together; null where that is every number. */
export function writeBand({ low }: Band, { high, closed }: Band): string | null {
  if (low === undefined && high === undefined) return null;
  // Below a whole number and below or at the one before are the same only among whole numbers; the end says which.
  if (low === undefined) return closed ? `<${Number(high) + 1}` : `<${high}`;
  if (high === undefined) return `${low}+`;
  return closed ? `${low}-${high}` : `${low} to <${high}`;
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Puts values in order: bands and whole numbers by where they begin, all others by their text. */
export function orderValues(values: readonly string[]): string[] {
  const begins = values.map((value) => {
    const band = readBand(value);
    return band === null ? Number.NaN : band.low === undefined ? -Infinity : Number(band.low);
  });
  if (begins.some(Number.isNaN)) return values.toSorted(compareText);
  return [...values.keys()]
    .toSorted((one, other) => begins[one]! - begins[other]! || compareText(values[one]!, values[other]!))
    .map((at) => values[at]!);
}
