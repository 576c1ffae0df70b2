import { z } from 'zod';
import { bound, call, choose, column, number, text, unread, type Expression } from '#shared/plan/expression.ts';
import { namesLatitude, namesLongitude } from '#shared/domain/coordinate-names.ts';
import { placeLevels } from '#shared/domain/place-levels.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from '../choice-field.ts';
import { changeEach, checkColumns } from '../column-settings.ts';
import { decimalMark, decimalMarkField, numberIn, roundTo, written } from '../numbers.ts';
import { defineOperation, type SettingProblem } from '../operation.ts';

const words = operationsText['name-places'];

/** Degrees that positions are rounded to before a place is looked for: about 1.1 km. */
const finest = 0.01;

const oneColumn = z.array(z.string()).length(1);

/** Whether the names say that it is the other way round. */
const isSwapped = (latitude: string, longitude: string): boolean =>
  namesLongitude(latitude) && namesLatitude(longitude);

/** Both coordinates of a row as one text; NULL where one is missing, no number, or beyond what there is. */
function position(latitude: string, longitude: string, mark: string): Expression {
  const [north, east] = [numberIn(latitude, mark), numberIn(longitude, mark)];
  const within = (value: Expression, most: number): Expression[] => [
    call('at-least', value, number(-most)),
    call('at-least', number(most), value),
  ];
  const rounded = (value: Expression): Expression => written(roundTo(value, finest), finest);
  return choose([
    {
      when: call('and', ...within(north, 90), ...within(east, 180)),
      // Not by a sign first: a spreadsheet could take it for a formula, and it would be written otherwise.
      then: call('concat', text('at '), rounded(north), text(' '), rounded(east)),
    },
  ]);
}

/**
 * Latitude and longitude become the name of a place, of its country or of the part of the world it is in: one value of
 * both, which either column reads (docs/definitions.md, "Places of coordinates").
 */
export const namePlaces = defineOperation({
  id: 'name-places',
  version: 1,
  label: words.label,
  summary: words.summary,
  settings: z.strictObject({
    latitude: oneColumn,
    longitude: oneColumn,
    level: z.enum(placeLevels).default('place'),
    decimalMark: decimalMark.default('.'),
  }),
  effect: ({ latitude, longitude }) => ({
    reads: [...latitude, ...longitude],
    drops: [],
    changes: [...latitude, ...longitude].map((name) => ({
      column: name,
      treatment: 'generalised',
      valueType: 'text',
    })),
  }),
  check: ({ latitude, longitude }, known) => {
    const [north, east] = [latitude[0]!, longitude[0]!];
    const problem = (code: string, sentence: string): SettingProblem => ({ setting: 'longitude', code, sentence });
    return [
      ...checkColumns(latitude, known, 'latitude'),
      ...checkColumns(longitude, known, 'longitude'),
      ...(north === east ? [problem('column-twice', words.oneColumn(north))] : []),
      ...(isSwapped(north, east) ? [problem('swapped', words.swapped(north, east))] : []),
    ];
  },
  plan: ({ latitude, longitude, level, decimalMark: mark }, before, context) => {
    const columns = [...latitude, ...longitude];
    const from = changeEach(columns, before, context, (name) => ({
      read: position(latitude[0]!, longitude[0]!, mark),
      value: bound,
      fails: unread(column(name), bound),
    }));
    return { kind: 'whole-table', from, step: context.step, columns, way: { id: 'name-places', level } };
  },
  describe: ({ latitude, longitude, level }) => words.describe(latitude[0]!, longitude[0]!, level),
  form: [
    { setting: 'latitude', control: 'columns', ...words.latitude },
    { setting: 'longitude', control: 'columns', ...words.longitude },
    choiceField('level', placeLevels, words.level),
    decimalMarkField,
  ],
  rename: (settings, rename) => ({
    ...settings,
    latitude: settings.latitude.map(rename),
    longitude: settings.longitude.map(rename),
  }),
  upgrade: {},
  risk: 'weakens',
  repeatable: false,
  examples: [
    {
      name: 'the large place nearby',
      settings: { latitude: ['lat'], longitude: ['lng'], level: 'place', decimalMark: '.' },
      columns: ['lat', 'lng', 'plan'],
      before: [
        ['52.5200', '13.4050', 'free'],
        ['0', '-30', 'pro'],
        ['52.5200', null, 'free'],
        ['95', '13.4', 'free'],
        [null, null, 'pro'],
      ],
    },
    {
      name: 'countries, of numbers with a comma',
      settings: { latitude: ['Breite'], longitude: ['Länge'], level: 'country', decimalMark: ',' },
      columns: ['Breite', 'Länge'],
      before: [['52,52', '13,405']],
    },
  ],
  problems: [
    {
      name: 'one column for both',
      settings: { latitude: ['a'], longitude: ['a'] },
      columns: ['a'],
      code: 'column-twice',
    },
    {
      name: 'a column that is not there',
      settings: { latitude: ['lat'], longitude: ['lng'] },
      columns: ['lat'],
      code: 'column-missing',
    },
    {
      name: 'the wrong way round',
      settings: { latitude: ['home_lng'], longitude: ['home_lat'] },
      columns: ['home_lat', 'home_lng'],
      code: 'swapped',
    },
  ],
});
