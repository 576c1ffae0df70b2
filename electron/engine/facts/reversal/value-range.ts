/** Values that differ in their digits alone: the text between them, and how each run of digits begins. */
export interface ValueShape {
  /** The value with every digit as `#`. */
  skeleton: string;
  /** What its digits begin with, in values seen. */
  prefixes: string[];
  /** Digits after a prefix, each of which can be any. */
  free: number;
}

/** More shapes than these are no pattern; so many beginnings of one shape are told apart. */
const mostShapes = 120;
const mostPrefixes = 100;
/** Share of the values that the commonest shapes have to cover. */
const covered = 0.9;

const digitsOf = (value: string): string => value.replaceAll(/\D/g, '');

/** The longest beginnings that are still few: what whoever knows the numbering would try. */
function shapeOf(skeleton: string, values: readonly string[]): ValueShape {
  const digits = values.map(digitsOf);
  const length = digits[0]?.length ?? 0;
  let prefixes = [''];
  let at = 0;
  while (at < length) {
    const longer = new Set(digits.map((text) => text.slice(0, at + 1)));
    if (longer.size > mostPrefixes) break;
    prefixes = [...longer];
    at += 1;
  }
  return { skeleton, prefixes: prefixes.toSorted(), free: length - at };
}

/**
 * The range that values lie in: those that differ in their digits alone have one shape, phone numbers and customer
 * numbers as well as dates. An attacker who knows how such values look has to try no others.
 * @returns null where the values follow no such pattern
 */
export function rangeOf(values: readonly string[]): ValueShape[] | null {
  const shapes = new Map<string, string[]>();
  for (const value of values) {
    const skeleton = value.replaceAll(/\d/g, '#');
    const some = shapes.get(skeleton);
    if (some === undefined) shapes.set(skeleton, [value]);
    else some.push(value);
    if (shapes.size > values.length / 2 + mostShapes) return null;
  }
  const common = [...shapes].toSorted(([, a], [, b]) => b.length - a.length).slice(0, mostShapes);
  const inThem = common.reduce((sum, [, some]) => sum + some.length, 0);
  // As many shapes as values: names and addresses, not numbers.
  if (inThem < covered * values.length || common.length > values.length / 2) return null;
  return common.map(([skeleton, some]) => shapeOf(skeleton, some));
}

/** How many values a shape holds. */
export const sizeOf = ({ prefixes, free }: ValueShape): number => prefixes.length * 10 ** free;

export const sizeOfAll = (shapes: readonly ValueShape[]): number =>
  shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);

/** The value of a shape with these digits. */
export function filled({ skeleton }: Pick<ValueShape, 'skeleton'>, digits: string): string {
  let at = 0;
  return skeleton.replaceAll('#', () => digits[at++] ?? '');
}
