import { expect, it } from 'vitest';
import { unsoundFigure, type Figure, type RowsAsked } from './sound-figures.ts';

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
const five: RowsAsked = { k: 5, chooses: true };
const asked: Figure[] = figures.map(([figure, column]) => ({ figure, column }));
const toldOf = (changed: Record<string, string> = {}) =>
  figures.map(([figure, column, value]) => ({ figure, column, value: changed[figure] ?? value }));

it('lets the figures of one run be', () => {
  expect(unsoundFigure(toldOf(), asked, five)).toBeNull();
  expect(unsoundFigure(toldOf({ t: '1.0000000000000002' }), asked, five)).toBeNull();
  const nothing = { rows_out: '0', k: '0', classes: '0', unique_all_columns: '0', l: '0', t: '0' };
  expect(unsoundFigure(toldOf(nothing), asked, five)).toBeNull();
});

it('wants each figure as often as the script tells of it', () => {
  expect(unsoundFigure(toldOf().slice(1), asked, five)).toEqual({ kind: 'missing', figure: 'rows_in', column: null });
  expect(unsoundFigure([...toldOf(), toldOf()[3]!], asked, five)).toEqual({
    kind: 'further',
    figure: 'k',
    column: null,
  });
  const other = { figure: 'l', column: 'postcode', value: '2' };
  expect(unsoundFigure([...toldOf(), other], asked, five)).toEqual({
    kind: 'further',
    figure: 'l',
    column: 'postcode',
  });
  const twice = [...asked, { figure: 'unread', column: 'born' }];
  expect(unsoundFigure([...toldOf(), toldOf()[7]!], twice, five)).toBeNull();
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
  expect(unsoundFigure(toldOf(changed as Record<string, string>), asked, five)).toEqual(found);
});

it.each([
  ['rows not chosen by a recipe that chooses none', {}, { k: 5, chooses: false }, 'rows_not_chosen', 'chooses-none'],
  ['rows left out by a recipe that leaves none out', {}, { k: null, chooses: true }, 'rows_out', 'leaves-out-none'],
  ['rows without a class', { classes: '0' }, five, 'classes', 'rows_out'],
  ['somebody alone in classes of five', { unique_rows: '1' }, five, 'k', 'unique_rows'],
  ['classes of one with nobody alone', { k: '1' }, { k: null, chooses: true }, 'rows_out', 'leaves-out-none'],
  ['the same where none are left out', { rows_out: '230', k: '1' }, { k: null, chooses: true }, 'k', 'unique_rows'],
  [
    'too few rows for their classes',
    { rows_out: '230', k: '1', classes: '120', unique_rows: '1' },
    { k: null, chooses: true },
    'unique_rows',
    'rows_out',
  ],
  ['one class that is not all rows', { classes: '1' }, five, 'k', 'classes'],
  ['one class apart from itself', { classes: '1', k: '180' }, five, 't', 'classes'],
] as const)('sees %s', (_what, changed, rows, one, other) => {
  expect(unsoundFigure(toldOf(changed), asked, rows)).toEqual({ kind: 'against', one, other });
});

it('sees that whoever is alone by some columns is alone by all', () => {
  const told = toldOf({ rows_out: '230', k: '1', classes: '120', unique_rows: '20', unique_all_columns: '19' });
  expect(unsoundFigure(told, asked, { k: null, chooses: true })).toEqual({
    kind: 'more-than',
    more: 'unique_rows',
    less: 'unique_all_columns',
  });
});
