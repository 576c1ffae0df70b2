import type { KeptStep } from '#shared/domain/kept-figures.ts';
import type { CodedColumn } from '../coded/coded-table.ts';
import { roundStep } from '#engine/profile/safe-bins.ts';

/** A step without its rows. */
type Bare<Step> = Step extends unknown ? Omit<Step, 'before' | 'after'> : never;
export type AxisStep = Bare<KeptStep>;

/** The steps that a column is drawn on, and where each value of the source lies; −1 for what is on none of them. */
export interface Axis {
  kind: 'number' | 'month' | 'value';
  steps: AxisStep[];
  /** By the code of the source's value. */
  stepOf: Int32Array;
  /** The step of a number; null where the axis is of values. */
  at: ((value: number) => number) | null;
}

export interface AxisInput {
  source: CodedColumn;
  kind: 'number' | 'month' | 'value';
  /** For each value of the source its number or month, NaN for none; null where the axis is of values. */
  numbers: Float64Array | null;
  /** People that share each value. */
  people: Uint32Array;
  rows: Uint32Array;
  least: number;
  /** Numbers are whole. */
  whole: boolean;
}

/** Values that are drawn by themselves at most. */
const mostValues = 11;
/** Months of a step. */
const monthWidths = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000];

const isNone = (value: string | null): boolean => value === null || value.trim() === '';

/**
 * Numbers and months in about ten ranges of a round width between the 2nd and the 98th percentile, the outer ones open;
 * texts, and numbers of few values each of which enough people share, by their commonest values. No value is the last
 * step.
 */
export function axisOf(input: AxisInput): Axis {
  const { source, kind, numbers } = input;
  const there = [...source.values.keys()].filter((code) => !isNone(source.values[code] ?? null));
  if (kind === 'value' || numbers === null) return valueAxis(input, there, false);
  const few = there.length <= mostValues && there.every((code) => input.people[code]! >= input.least);
  if (few && kind === 'number') return valueAxis(input, there, true);
  return rangeAxis({ ...input, kind, numbers });
}

const byDigits = new Intl.Collator('en', { numeric: true });

/** Bands and years stand in their order, whatever their rows; other texts as they come. */
const inOrder = ({ values }: CodedColumn, codes: number[]): number[] =>
  codes.every((code) => /\d/.test(values[code]!))
    ? codes.toSorted((a, b) => byDigits.compare(values[a]!, values[b]!))
    : codes;

function valueAxis({ source, people, rows, least, numbers }: AxisInput, there: number[], byNumber: boolean): Axis {
  const common = there
    .filter((code) => people[code]! >= least)
    .toSorted((a, b) => rows[b]! - rows[a]! || a - b)
    .slice(0, mostValues);
  const shown =
    byNumber && numbers !== null ? common.toSorted((a, b) => numbers[a]! - numbers[b]!) : inOrder(source, common);
  const steps: AxisStep[] = [
    ...shown.map((code): AxisStep => ({ is: 'value', value: source.values[code]! })),
    { is: 'other' },
    { is: 'none' },
  ];
  const stepOf = Int32Array.from(source.values, (value) => (isNone(value) ? steps.length - 1 : steps.length - 2));
  shown.forEach((code, at) => (stepOf[code] = at));
  return { kind: 'value', steps, stepOf, at: null };
}

/** The values between which `share` and 1 − `share` of the rows lie. */
function range(numbers: Float64Array, rows: Uint32Array, share: number): [number, number] | null {
  const order = [...numbers.keys()].filter((code) => Number.isFinite(numbers[code]) && rows[code]! > 0);
  order.sort((a, b) => numbers[a]! - numbers[b]!);
  const all = order.reduce((sum, code) => sum + rows[code]!, 0);
  if (all === 0) return null;
  const after = (many: number): number => {
    let seen = 0;
    return numbers[order.find((code) => (seen += rows[code]!) > many) ?? order.at(-1)!]!;
  };
  return [after(all * share), after(all * (1 - share) - 1e-9)];
}

function rangeAxis({ source, kind, numbers, rows, whole }: AxisInput & { numbers: Float64Array }): Axis {
  const found = range(numbers, rows, 0.02);
  if (found === null) {
    const stepOf = Int32Array.from(source.values, (value) => (isNone(value) ? 0 : -1));
    return { kind, steps: [{ is: 'none' }], stepOf, at: () => -1 };
  }
  const [from, to] = found;
  const width = widthOf(from, to, kind, whole);
  const [low, high] = [Math.floor(from / width), Math.floor(to / width)];
  const edge = (bin: number): number => Number((bin * width).toPrecision(12));
  const many = high - low + 1;
  const steps: AxisStep[] = Array.from({ length: many }, (_, at) => ({
    is: 'range',
    from: at === 0 ? null : edge(low + at),
    to: at === many - 1 ? null : edge(low + at + 1),
  }));
  const at = (value: number): number => Math.min(many - 1, Math.max(0, Math.floor(value / width) - low));
  const stepOf = Int32Array.from(numbers, (value, code) =>
    Number.isFinite(value) ? at(value) : isNone(source.values[code] ?? null) ? many : -1,
  );
  return { kind, steps: [...steps, { is: 'none' }], stepOf, at };
}

function widthOf(from: number, to: number, kind: AxisInput['kind'], whole: boolean): number {
  if (!(to > from)) return 1;
  if (kind === 'month') return monthWidths.find((width) => width >= (to - from) / 12) ?? monthWidths.at(-1)!;
  const width = roundStep(from, to);
  return whole ? Math.max(1, width) : width;
}
