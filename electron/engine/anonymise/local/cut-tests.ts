import type { Problem } from './block.ts';

/** A way to part units: those whose code in a column lies between two bounds, and the others. */
export interface CutTest {
  column: number;
  low: number;
  high: number;
  /** By how much the mean distance of two units of one side falls below that of two units at all. */
  gain: number;
}

/** Units that stand for many: their different codes by column, rising, and which of them each unit has. */
interface Sample {
  size: number;
  columns: { known: Uint32Array; cells: Uint32Array; from: number; weight: number }[];
  /** Different codes of all columns. */
  values: number;
}

/** Few codes beside the rows are told apart by marks, which is quicker than to sort. */
const fewCodes = 4;

/** The different codes of some rows, rising. */
function differentCodes(cells: Uint32Array, domain: number): Uint32Array {
  if (domain > fewCodes * cells.length) {
    const sorted = cells.toSorted();
    return sorted.filter((code, at) => at === 0 || code !== sorted[at - 1]);
  }
  const met = new Uint8Array(domain);
  let different = 0;
  for (const code of cells) {
    different += 1 - met[code]!;
    met[code] = 1;
  }
  const known = new Uint32Array(different);
  for (let code = 0, place = 0; place < different; code += 1) if (met[code] === 1) known[place++] = code;
  return known;
}

/** The different codes of some rows, rising, and the place of each row's own among them. */
function codesOf(
  { codes, domain }: Problem['columns'][number],
  rows: Uint32Array,
): { known: Uint32Array; cells: Uint32Array } {
  const cells = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) cells[at] = codes[rows[at]!]!;
  const known = differentCodes(cells, domain);
  const places = new Uint32Array((known.at(-1) ?? 0) + 1);
  for (let place = 0; place < known.length; place += 1) places[known[place]!] = place;
  for (let at = 0; at < cells.length; at += 1) cells[at] = places[cells[at]!]!;
  return { known, cells };
}

function sampleOf(columns: Problem['columns'], rows: Uint32Array): Sample {
  let values = 0;
  const sampled = columns.map((column) => {
    const own = { ...codesOf(column, rows), from: values, weight: column.weight };
    values += own.known.length;
    return own;
  });
  return { size: rows.length, columns: sampled, values };
}

/** Columns of more values are cut between steps of equally many units. */
const mostSteps = 24;
const steps = 12;
/** So many of the commonest values are tried by themselves. */
const commonest = 12;
/** Neither side may have less than this share. */
const leastShare = 0.05;

/** The step of each value of a column, from 0 up without a gap, and how many there are. */
function stepsOf({ known, cells }: Sample['columns'][number], size: number): { of: Uint32Array; count: number } {
  if (known.length <= mostSteps) return { of: Uint32Array.from(known.keys()), count: known.length };
  const counts = new Uint32Array(known.length);
  for (const cell of cells) counts[cell]! += 1;
  let before = 0;
  let step = -1;
  let last = -1;
  const of = counts.map((count) => {
    const wanted = Math.floor((before * steps) / size);
    before += count;
    if (wanted !== last) {
      last = wanted;
      step += 1;
    }
    return step;
  });
  return { of, count: step + 1 };
}

/** Ranges of steps that are tried: all from the lowest on, and the commonest alone. */
function rangesOf(counts: Uint32Array): [number, number][] {
  const upTo = Array.from({ length: counts.length - 1 }, (_, high): [number, number] => [0, high]);
  const alone = [...counts.keys()].toSorted((a, b) => counts[b]! - counts[a]! || a - b).slice(0, commonest);
  return [...upTo, ...alone.filter((step) => step > 0).map((step): [number, number] => [step, step])];
}

/** How often each value of every column meets each step of one. */
function crossed({ columns, values }: Sample, stepOf: Uint32Array, count: number): Uint32Array {
  const table = new Uint32Array(values * count);
  for (const { cells, from } of columns)
    for (let at = 0; at < cells.length; at += 1) table[(from + cells[at]!) * count + stepOf[at]!]! += 1;
  // Running sums along the steps: a range is the difference of two.
  for (let value = 0; value < values; value += 1)
    for (let step = 1; step < count; step += 1) table[value * count + step]! += table[value * count + step - 1]!;
  return table;
}

function gainOf(
  { columns, size }: Sample,
  table: Uint32Array,
  count: number,
  [low, high]: [number, number],
  inside: number,
) {
  let gain = 0;
  for (const { known, from, weight } of columns) {
    let [ins, outs, all] = [0, 0, 0];
    for (let value = from; value < from + known.length; value += 1) {
      const row = value * count;
      const whole = table[row + count - 1]!;
      const part = table[row + high]! - (low === 0 ? 0 : table[row + low - 1]!);
      ins += part * part;
      outs += (whole - part) * (whole - part);
      all += whole * whole;
    }
    gain += (weight * (ins / inside + outs / (size - inside) - all / size)) / size;
  }
  return gain;
}

/** Ways to part units that lower the mean weighted number of columns in which two of a side differ; the best first. */
export function cutTests(columns: Problem['columns'], rows: Uint32Array): CutTest[] {
  const sample = sampleOf(columns, rows);
  const found: CutTest[] = [];
  for (const [column, own] of sample.columns.entries()) {
    if (own.known.length < 2) continue;
    const { of, count } = stepsOf(own, sample.size);
    const stepOf = new Uint32Array(sample.size);
    const counts = new Uint32Array(count);
    for (let at = 0; at < stepOf.length; at += 1) {
      stepOf[at] = of[own.cells[at]!]!;
      counts[stepOf[at]!]! += 1;
    }
    let table: Uint32Array | undefined;
    for (const range of rangesOf(counts)) {
      const inside = counts.subarray(range[0], range[1] + 1).reduce((sum, one) => sum + one, 0);
      if (inside < sample.size * leastShare || inside > sample.size * (1 - leastShare)) continue;
      table ??= crossed(sample, stepOf, count);
      const gain = gainOf(sample, table, count, range, inside);
      if (gain > 0)
        found.push({ column, low: own.known[of.indexOf(range[0])]!, high: own.known[of.lastIndexOf(range[1])]!, gain });
    }
  }
  return found.toSorted((a, b) => b.gain - a.gain || a.column - b.column || a.low - b.low || a.high - b.high);
}
