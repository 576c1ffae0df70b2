import { expect, it } from 'vitest';
import { unsoundFigure, type Figure } from './sound-figures.ts';

const figures: [figure: string, column: string | null, value: string][] = [
  ['rows_in', null, '240'],
  ['rows_not_chosen', null, '10'],
  ['rows_out', null, '180'],
  ['k', null, '5'],
  ['classes', null, '30'],
  ['unique_rows', null, '0'],
  ['unique_all_columns', null, '180'],
  ['unread', 'born', '3'],
  ['l', 'plan', '2'],
  ['t', 'plan', '0.25'],
];
const asked: Figure[] = figures.map(([figure, column]) => ({ figure, column }));
const toldOf = (changed: Record<string, string> = {}) =>
  figures.map(([figure, column, value]) => ({ figure, column, value: changed[figure] ?? value }));

it('lets the figures of one run be', () => {
  expect(unsoundFigure(toldOf(), asked, 5)).toBeNull();
  expect(unsoundFigure(toldOf({ t: '1.0000000000000002' }), asked, 5)).toBeNull();
  const nothing = { rows_out: '0', k: '0', classes: '0', unique_all_columns: '0', l: '0', t: '0' };
  expect(unsoundFigure(toldOf(nothing), asked, 5)).toBeNull();
});

it('wants each figure as often as the script tells of it', () => {
  expect(unsoundFigure(toldOf().slice(1), asked, 5)).toEqual({ kind: 'missing', figure: 'rows_in', column: null });
  expect(unsoundFigure([...toldOf(), toldOf()[3]!], asked, 5)).toEqual({ kind: 'further', figure: 'k', column: null });
  const other = { figure: 'l', column: 'postcode', value: '2' };
  expect(unsoundFigure([...toldOf(), other], asked, 5)).toEqual({ kind: 'further', figure: 'l', column: 'postcode' });
  const twice = [...asked, { figure: 'unread', column: 'born' }];
  expect(unsoundFigure([...toldOf(), toldOf()[7]!], twice, 5)).toBeNull();
});

it.each([
  [{ rows_not_chosen: '241' }, { kind: 'more-than', more: 'rows_not_chosen', less: 'rows_in' }],
  [{ rows_out: '231' }, { kind: 'more-than', more: 'rows_out', less: 'rows_in' }],
  [{ classes: '37' }, { kind: 'more-than', more: 'classes', less: 'rows_out' }],
  [{ k: '7' }, { kind: 'more-than', more: 'classes', less: 'rows_out' }],
  [{ unique_rows: '31' }, { kind: 'more-than', more: 'unique_rows', less: 'classes' }],
  [{ unique_all_columns: '181' }, { kind: 'more-than', more: 'unique_all_columns', less: 'rows_out' }],
  [{ unread: '241' }, { kind: 'more-than', more: 'unread', less: 'rows_in' }],
  [{ l: '181' }, { kind: 'more-than', more: 'l', less: 'rows_out' }],
  [{ k: '4' }, { kind: 'below-k', value: 4, k: 5 }],
  [{ k: '5.5' }, { kind: 'no-count', figure: 'k', column: null, value: '5.5' }],
  [{ rows_in: '1e99' }, { kind: 'no-count', figure: 'rows_in', column: null, value: '1e99' }],
  [{ t: '1.01' }, { kind: 'no-share', figure: 't', column: 'plan', value: '1.01' }],
])('sees that %o cannot be', (changed, found) => {
  expect(unsoundFigure(toldOf(changed as Record<string, string>), asked, 5)).toEqual(found);
});
