import { expect, it } from 'vitest';
import { readFigures } from './script-figures.ts';

const told = [
  { figure: 'rows_in', column: null, value: '240' },
  { figure: 't', column: 'pl"an', value: '-1.1102230246251565E-16' },
];

it.each([
  ['CSV', 'figure,of_column,value\nrows_in,,240\nt,"pl""an",-1.1102230246251565E-16\n'],
  [
    'CSV with a mark and CRLF',
    '\ufefffigure,of_column,value\r\n"rows_in","","240"\r\nt,"pl""an",-1.1102230246251565E-16',
  ],
  [
    'a JSON list',
    '[{"figure":"rows_in","of_column":null,"value":"240"},{"figure":"t","of_column":"pl\\"an","value":"-1.1102230246251565E-16"}]',
  ],
  [
    'JSON Lines without what is NULL',
    '{"figure":"rows_in","value":240}\n\n{"figure":"t","of_column":"pl\\"an","value":"-1.1102230246251565E-16"}\n',
  ],
])('reads the figures of a run from %s', (_what, text) => {
  expect(readFigures(text)).toEqual({ told });
});

it.each([
  ['another header', 'a,b\n1,2\n', { at: 1, of: 'line' }],
  ['a figure of nobody', 'figure,of_column,value\nrows_in,,240\nrows,,1\n', { at: 3, of: 'line' }],
  ['a number below nothing', 'figure,of_column,value\nk,,-5\n', { at: 2, of: 'line' }],
  ['JSON that breaks off', '[{"figure":"k","value":"5"}', { at: 1, of: 'line' }],
  [
    'a row of something else',
    '[{"figure":"k","value":"5"},{"figure":"k","value":"5","who":"x"}]',
    { at: 2, of: 'row' },
  ],
  ['a value that is no number', '{"figure":"k","value":"5"}\n{"figure":"k","value":null}', { at: 2, of: 'line' }],
  ['null in place of a row', '{"figure":"k","value":"5"}\nnull\n', { at: 2, of: 'line' }],
])('names the place of %s', (_what, text, found) => {
  expect(readFigures(text)).toEqual(found);
});
