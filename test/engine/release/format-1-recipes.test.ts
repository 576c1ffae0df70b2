import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planHash } from '#engine/run-recipe/plan-hash.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { releaseFacts } from '#engine/use-cases/releases/registered-release.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { canonicalJson } from '#shared/journal/canonical-json.ts';
import { compileRecipe } from '#shared/recipe/compile-recipe.ts';
import { parseRecipe } from '#shared/recipe/parse-recipe.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { finding } from '#test/support/finding.ts';
import { releaseDesk, step } from './release-fixture.ts';

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** A recipe's file as versions before format 2 wrote it. */
const fileOf = (parts: object): string =>
  `${JSON.stringify(
    {
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'p1',
      release: 'anonymised',
      referenceDate: '2026-11-23',
      target: { k: 3, suppression: 0.5 },
      ...parts,
    },
    null,
    2,
  )}\n`;

const written = (op: string, settings: Record<string, unknown>, more: object = {}) => {
  const { enabled: _on, ...one } = step(op, settings);
  return { ...one, ...more };
};

const health = [
  finding('city', 'city', { class: 'linkable' }),
  finding('ill', 'diagnosis', { flags: ['health'] }),
  finding('spent', 'purchase_amount', { category: 'behavioral' }),
];
const customers = [
  finding('mail', 'email_address', { class: 'linked' }),
  finding('age', 'age', { class: 'linkable' }),
  finding('zip', 'postal_code', { class: 'linkable' }),
  finding('visits', 'purchase_amount'),
];
const illnesses = ['Bonn,flu,1', 'Bonn,cold,2', 'Bonn,none,3', 'Ulm,flu,1', 'Ulm,cold,2', 'Ulm,none,3'].join('\n');
const people = Array.from(
  { length: 24 },
  (_, row) => `p${row}@example.com,${20 + (row % 12) * 5},1011${row % 4},${row}`,
);

const cases: { name: string; file: string; text: string; findings: Finding[] }[] = [
  {
    name: 'two protected columns, named in another order than the file has',
    file: fileOf({ columns: ['city', 'ill', 'spent'], protect: ['spent', 'ill'], steps: [] }),
    text: `city,ill,spent\n${illnesses}\n`,
    findings: health,
  },
  {
    name: 'a protected column and no list of columns',
    file: fileOf({ protect: ['ill'], steps: [written('drop-columns', { columns: ['spent'] })] }),
    text: `city,ill,spent\n${illnesses}\n`,
    findings: health,
  },
  {
    name: 'a protected column that is not in the file',
    file: fileOf({
      columns: ['city'],
      protect: ['gone', 'ill'],
      steps: [written('drop-columns', { columns: ['spent'] }, { enabled: false, 'x-note': 'kept' })],
    }),
    text: `city,ill\n${illnesses.replaceAll(/,\d/g, '')}\n`,
    findings: health,
  },
  {
    name: 'a pseudonymised release with a key and small classes left out',
    file: fileOf({
      release: 'pseudonymised',
      target: { k: 4, suppression: 0.95 },
      steps: [
        written('keyed-hash', { columns: ['mail'], normalise: 'trim-lowercase', key: '' }),
        written('age-bands', { columns: ['age'], from: 'age', edges: [30, 50] }),
        written('zip-prefix', { columns: ['zip'], length: 3 }),
        written('suppress-small-classes', { columns: ['age', 'zip'] }),
      ],
    }),
    text: `mail,age,zip,visits\n${people.join('\n')}\n`,
    findings: customers,
  },
  {
    name: 'an anonymised release of a few columns',
    file: fileOf({
      target: { k: 2, suppression: 0.05 },
      columns: ['mail', 'age', 'zip', 'visits'],
      steps: [
        written('drop-columns', { columns: ['mail', 'visits'] }),
        written('age-bands', { columns: ['age'], from: 'age', edges: [45] }),
        written('redact', { columns: ['zip'] }),
      ],
    }),
    text: `mail,age,zip,visits\n${people.join('\n')}\n`,
    findings: customers,
  },
];

const desk = releaseDesk();

/** What the version before format 2 made of the same files. */
const before: Record<string, object> = {
  'two protected columns, named in another order than the file has': {
    output: 'b453c96261580b6d',
    label: 'anonymised',
    rows: 6,
    plan: '35155bca8e0b78c6',
    vouchedPlan: 'daeab5445e35fdbc',
    vouchedRecipe: 'ff6d9b5423a2bba5',
    registered: '41e98f3762dab9b8',
    models: [
      ['k-anonymity', null, '3', '3', true],
      ['distinct-l-diversity', 'ill', '3', '2', true],
      ['distinct-l-diversity', 'spent', '3', '2', true],
      ['entropy-l-diversity', 'ill', '3', '1.5', true],
      ['entropy-l-diversity', 'spent', '3', '1.5', true],
      ['t-closeness', 'ill', '0', '0.5', true],
      ['t-closeness', 'spent', '0', '0.5', true],
    ],
  },
  'a protected column and no list of columns': {
    output: 'e37fa7fe13c50b29',
    label: 'anonymised',
    rows: 6,
    plan: '992a7189db123358',
    vouchedPlan: '0310ec981a179032',
    vouchedRecipe: 'b5bf413a106285e1',
    registered: '0561f20e7a592689',
    models: [
      ['k-anonymity', null, '3', '3', true],
      ['distinct-l-diversity', 'ill', '3', '2', true],
      ['entropy-l-diversity', 'ill', '3', '1.5', true],
      ['t-closeness', 'ill', '0', '0.5', true],
    ],
  },
  'a protected column that is not in the file': {
    output: 'fae4b26087eb378b',
    label: 'anonymised',
    rows: 6,
    plan: '136a13340e78334b',
    vouchedPlan: '1540796e319a7a98',
    vouchedRecipe: 'd1212e89ccd4ea4d',
    registered: 'c96377565d7b3e71',
    models: [
      ['k-anonymity', null, '3', '3', true],
      ['distinct-l-diversity', 'ill', '3', '2', true],
      ['entropy-l-diversity', 'ill', '3', '1.5', true],
      ['t-closeness', 'ill', '0', '0.5', true],
    ],
  },
  'a pseudonymised release with a key and small classes left out': {
    output: '3b9e9206999fc24e',
    label: 'pseudonymised',
    rows: 24,
    plan: '9248453919a21155',
    vouchedPlan: '7e8ef95a786dc88b',
    vouchedRecipe: '08288ce0ba371094',
    registered: '4516fd078b1d5729',
    models: [['k-anonymity', null, '4', '4', true]],
  },
  'an anonymised release of a few columns': {
    output: '8bcae3ddca1460d1',
    label: 'anonymised',
    rows: 24,
    plan: 'aef3cddb8e92df37',
    vouchedPlan: '4b57de4e3cfba3ae',
    vouchedRecipe: '2fe886e6c6d61d5e',
    registered: 'fc59343d15053012',
    models: [['k-anonymity', null, '10', '2', true]],
  },
};

describe('a recipe of format 1', () => {
  it.each(cases)('$name: gives the bytes, hashes and texts it always gave', async ({ name, file, text, findings }) => {
    const recipe = parseRecipe(file);
    const input = await desk.prepare(text, { recipe, findings });
    const { result, certificate } = await runRelease({ ...input, recipe });
    const { columns } = input.source;
    expect({
      output: sha256(readFileSync(result.output)),
      label: result.label,
      rows: result.rowsOut,
      plan: sha256(planHash(compileRecipe(recipe, columns, { referenceDate: recipe.referenceDate }))),
      vouchedPlan: certificate.planHash.slice(0, 16),
      vouchedRecipe: sha256(
        canonicalJson(
          JSON.parse(
            JSON.stringify(certificate.recipe, (_key, value: unknown) =>
              typeof value === 'number' ? String(value) : value,
            ),
          ),
        ),
      ),
      registered: releaseFacts({ sha256: '', datasetId: null }, { recipe, outputPath: 'out.csv' }).recipeSha256.slice(
        0,
        16,
      ),
      models: certificate.models.map(({ model, column, value, wanted, met }) => [model, column, value, wanted, met]),
    }).toEqual(before[name]);
    expect(serialiseRecipe(recipe)).toBe(file);
  });
});
