import { z } from 'zod';
import {
  blankToNull,
  bound,
  call,
  choose,
  column,
  number,
  text,
  unread,
  type Expression,
} from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns, columnNames, columnsField } from '../column-settings.ts';
import { decimalMark, decimalMarkField, floorTo, numberIn, written } from '../numbers.ts';
import { defineOperation } from '../operation.ts';

const words = operationsText['coordinate-grid'];

const contents = ['coordinate', 'pair'] as const;

const pairPattern = (group: 1 | 2): string => {
  const part = (wanted: boolean): string => `${wanted ? '(' : '(?:'}[+-]?\\d+(?:\\.\\d+)?)`;
  return `^\\s*[(\\[]?\\s*${part(group === 1)}\\s*[,; ]\\s*${part(group === 2)}\\s*[)\\]]?\\s*$`;
};

const within = (value: Expression): Expression =>
  choose([
    { when: call('and', call('at-least', value, number(-180)), call('at-least', number(180), value)), then: value },
  ]);

/** Coordinates become the south-west corner of their grid cell; 0.1 degrees are about 11 km from north to south. */
export const coordinateGrid = defineOperation({
  id: 'coordinate-grid',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    columns: columnNames,
    holds: z.enum(contents).default('coordinate'),
    degrees: z.number().min(0.0001).max(90).default(0.1),
    decimalMark: decimalMark.default('.'),
  }),
  effect: ({ columns, holds }) => ({
    reads: columns,
    drops: [],
    changes: columns.map((name) => ({
      column: name,
      treatment: 'generalised',
      valueType: holds === 'pair' ? 'text' : 'decimal',
    })),
  }),
  check: ({ columns }, known) => checkColumns(columns, known),
  plan: ({ columns, holds, degrees, decimalMark: mark }, from, context) =>
    changeEach(columns, from, context, (name) => {
      const corner = (value: Expression): Expression => written(floorTo(within(value), degrees), degrees);
      const part = (group: 1 | 2): Expression =>
        corner(
          call('parse-number', call('regex-extract', blankToNull(column(name)), text(pairPattern(group))), text('.')),
        );
      const result = holds === 'pair' ? call('concat', part(1), text(','), part(2)) : corner(numberIn(name, mark));
      return { read: result, value: bound, fails: unread(column(name), bound) };
    }),
  describe: ({ columns, degrees }) => words.describe(columns, degrees),
  form: [
    columnsField,
    choiceField('holds', contents, words.holds),
    { setting: 'degrees', control: 'number', ...words.degrees, minimum: 0.0001, maximum: 90 },
    decimalMarkField,
  ],
  rename: (settings, rename) => ({ ...settings, columns: settings.columns.map(rename) }),
  upgrade: {},
  risk: 'weakens',
  repeatable: true,
  examples: [
    {
      name: 'one coordinate',
      settings: { columns: ['lat'], holds: 'coordinate', degrees: 0.1, decimalMark: '.' },
      columns: ['lat'],
      before: [['48.3'], ['48.3999'], ['-0.05'], ['0.0'], ['181'], ['x'], [null]],
      after: { columns: ['lat'], rows: [['48.3'], ['48.3'], ['-0.1'], ['0.0'], [null], [null], [null]] },
    },
    {
      name: 'a pair in one cell',
      settings: { columns: ['geo'], holds: 'pair', degrees: 1, decimalMark: '.' },
      columns: ['geo'],
      before: [['51.05, 3.72'], ['(51.05;-3.72)'], ['51.05']],
      after: { columns: ['geo'], rows: [['51,3'], ['51,-4'], [null]] },
    },
  ],
  problems: [{ name: 'no grid', settings: { columns: ['lat'], degrees: 0 }, columns: ['lat'], code: 'settings' }],
});
