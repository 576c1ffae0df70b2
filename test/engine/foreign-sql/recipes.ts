import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kTarget } from '#shared/domain/recipe-target.ts';

type Step = [op: string, settings: Record<string, unknown>];

export const recipeOf = (steps: readonly Step[], more: Partial<Recipe> = {}): Recipe => ({
  format: 'custos-recipe',
  formatVersion: 2,
  purpose: 'p1',
  release: 'pseudonymised',
  referenceDate: '2024-02-29',
  target: kTarget(5, 1),
  steps: steps.map(([op, settings]) => ({ op, version: 1, settings, reason: '', enabled: true })),
  ...more,
});

const formats = ['iso', 'd.m.y', 'd/m/y', 'm/d/y', 'd-m-y', 'm-d-y', 'y/m/d', 'yyyymmdd'];
const units = ['day', 'week', 'month', 'quarter', 'year', 'decade'];

/**
 * Every operation that a query can do, in as many ways as it reads or writes differently. One recipe changes one column
 * once; several recipes make one operation.
 */
export const recipesOfOperations: Record<string, Step[][]> = {
  'drop-columns': [[['drop-columns', { columns: ['text', 'mail'] }]]],
  redact: [[['redact', { columns: ['text'], replacement: `it's "\\n" — ${'\u00a0'}${'{x}'}` }]]],
  'mask-characters': [
    [['mask-characters', { columns: ['text', 'number'], keepStart: 1, keepEnd: 2, keepLength: true }]],
    [['mask-characters', { columns: ['text'], keepStart: 0, keepEnd: 4, keepLength: false }]],
  ],
  'keyed-hash': [
    [['keyed-hash', { columns: ['text'], normalise: 'none' }]],
    [['keyed-hash', { columns: ['text', 'mail'], normalise: 'trim-lowercase', key: "it's" }]],
  ],
  'replace-consistently': [[['replace-consistently', { columns: ['text'] }]]],
  'platform-hash': ['google', 'meta', 'tiktok', 'microsoft', 'pinterest'].map((platform) => [
    ['platform-hash', { columns: ['mail'], platform }],
    ...(platform === 'google'
      ? [['platform-hash', { columns: ['number'], platform, field: 'phone', callingCode: '49' }]]
      : []),
  ]) as Step[][],
  'age-bands': [
    [['age-bands', { columns: ['date'], from: 'date-of-birth', edges: [0, 1, 18, 65, 100] }]],
    [['age-bands', { columns: ['date'], from: 'date-of-birth', dateFormat: 'd.m.y' }]],
    [['age-bands', { columns: ['number'], from: 'age' }]],
    [['age-bands', { columns: ['number'], from: 'birth-year' }]],
  ],
  'numeric-bins': [
    [['numeric-bins', { columns: ['number'], width: 0.1 }]],
    [['numeric-bins', { columns: ['number'], width: 10, decimalMark: ',' }]],
    [['numeric-bins', { columns: ['number'], mode: 'edges', edges: [0, 1.5, 100] }]],
  ],
  'round-number': [0.25, 0.001, 1e-9, 10, 1000].flatMap((step) => [
    [['round-number', { columns: ['number'], step }]],
    ...(step === 0.25 ? [[['round-number', { columns: ['number'], step, decimalMark: ',' }]]] : []),
  ]) as Step[][],
  'top-bottom-code': [[['top-bottom-code', { columns: ['number'], bottom: -2.5, top: 99.125 }]]],
  'truncate-date': [
    ...units.map((to): Step[] => [['truncate-date', { columns: ['date'], to }]]),
    ...formats.map((dateFormat): Step[] => [['truncate-date', { columns: ['date'], dateFormat, to: 'day' }]]),
  ],
  'shift-dates': [
    [['shift-dates', { columns: ['date'], person: ['text'], days: 90 }]],
    [
      [
        'shift-dates',
        { columns: ['date'], person: ['group'], days: 400, maybeNone: true, dateFormat: 'd/m/y', write: 'second' },
      ],
    ],
  ],
  'zip-prefix': [[['zip-prefix', { columns: ['text', 'number'], length: 3 }]]],
  'coordinate-grid': [
    [['coordinate-grid', { columns: ['place'], holds: 'pair', degrees: 0.1 }]],
    [['coordinate-grid', { columns: ['number'], degrees: 0.05 }]],
  ],
  'truncate-ip': [[['truncate-ip', { columns: ['address'] }]]],
  'map-categories': [
    [
      [
        'map-categories',
        {
          columns: ['group'],
          hierarchy: [
            ['a', "it's"],
            ['É', '\\e'],
            ['i', 'ı\n'],
          ],
          otherwise: 'label',
          label: 'other',
        },
      ],
    ],
  ],
};

/** Rows are left out: what is left is worked out apart. */
export const choosing = {
  small: recipeOf(
    [
      ['zip-prefix', { columns: ['number'], length: 1 }],
      ['suppress-small-classes', { columns: ['number', 'group'] }],
    ],
    {
      roles: [
        { column: 'number', role: 'could-be-known' },
        { column: 'group', role: 'could-be-known' },
        { column: 'address', role: 'to-protect' },
      ],
    },
  ),
  kept: recipeOf([
    ['keep-rows', { columns: ['group'], value: ' É', or: ['I'] }],
    ['drop-columns', { columns: ['text'] }],
  ]),
};

/** What Spark is held to in every run of the tests: it takes seconds to plan a recipe. `CUSTOS_SPARK_WHOLE=1` runs all. */
export const onSparkByDefault = ['drop-columns 1', 'keyed-hash 1', 'suppress-small-classes', 'keep-rows'];
