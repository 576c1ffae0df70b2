import { expect, it } from 'vitest';
import { seeds } from '#test/support/tiny-tables.ts';
import { codeRows, type CodedColumn } from '../coded/coded-table.ts';
import { labelGroups, labelStyle, splitLabel } from './group-labels.ts';

const columnOf = (cells: readonly (string | null)[]): CodedColumn =>
  codeRows(
    ['c'],
    cells.map((cell) => [cell]),
  ).columns[0]!;

/** What the first cell of a group of these values reads, others standing in another group. */
function read(
  group: readonly (string | null)[],
  others: readonly (string | null)[] = [],
  order?: string[],
): string | null {
  const groupOf = Uint32Array.from([...group.map(() => 0), ...others.map(() => 1)]);
  const { codes, values } = labelGroups(columnOf([...group, ...others]), groupOf, 2, order);
  return values[codes[0]!]!;
}

it('reads one value as it is, whatever it is', () => {
  for (const value of ['18-34', 'a | b', '(no value)', ' x ', '', null, '…'])
    expect(read([value, value, value], ['other'])).toBe(value);
});

it('lists values in their order, not by their numbers, and shows that some have none', () => {
  expect(read(['b', 'b', 'b', 'a'])).toBe('a | b');
  expect(read(['b', 'a', 'a', 'a'])).toBe('a | b');
  expect(read(['x', null, 'a'])).toBe('a | x | (no value)');
  expect(read(['x', ''])).toBe('(empty text) | x');
  expect(read(['10', '9', '100'])).toBe('9-10 | 100');
  expect(read(['10', '9', '100.5'])).toBe('10 | 100.5 | 9');
});

it('reads bands that adjoin as one', () => {
  expect(read(['35-54', '18-34'])).toBe('18-54');
  expect(read(['<18', '18-34'])).toBe('<35');
  expect(read(['55+', '35-54'])).toBe('35+');
  expect(read(['0 to <50', '50 to <100'])).toBe('0 to <100');
  expect(read(['<2.2', '2.2 to <3.5'])).toBe('<3.5');
  expect(read(['1', '2-4', '5+'])).toBe('1+');
  expect(read(['18-34', '55+'], ['35-54'])).toBe('18-34 | 55+');
  expect(read(['18-34', '55+', null], ['35-54'])).toBe('18-34 | 55+ | (no value)');
  expect(read(['<18', '18+'])).toBe('<18 | 18+');
  expect(read(['18-34', '40-54'])).toBe('18-34 | 40-54');
});

it('reads neighbours in a told order as a range, from three on', () => {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
  expect(read(['Wed', 'Mon', 'Tue'], [], days)).toBe('Mon … Wed');
  expect(read(['Tue', 'Mon', 'Fri'], [], days)).toBe('Mon | Tue | Fri');
  expect(read(['Wed', 'Mon', 'Tue', 'Fri'], ['Thu'], days)).toBe('Mon … Wed | Fri');
});

it('is taken apart into the values again, even where values look like lists', () => {
  const alphabet = ['a', 'b', '|', ' | ', 'a | b', '||', '(no value)', '((no value))', '(empty text)', '', null, '\\|'];
  for (const [, random] of seeds(300)) {
    const cells = Array.from({ length: 8 }, () => alphabet[Math.floor(random() * alphabet.length)]!);
    const groupOf = Uint32Array.from(cells, () => Math.floor(random() * 3));
    const column = columnOf(cells);
    const { codes, values } = labelGroups(column, groupOf, 3);
    const style = labelStyle(column.values);
    for (const [row, group] of groupOf.entries()) {
      const own = new Set(cells.filter((_, other) => groupOf[other] === group));
      const parts = splitLabel(values[codes[row]!]!, style);
      expect(parts).toHaveLength(own.size);
      expect(new Set(parts)).toEqual(own);
    }
  }
});
