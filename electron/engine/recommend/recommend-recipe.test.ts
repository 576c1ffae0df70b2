import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe, ReleaseKind } from '#shared/domain/recipe-file.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { transformRows } from '#engine/run-recipe/transform-rows.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { recommendRecipe } from './recommend-recipe.ts';
import { finding } from '#test/support/finding.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

type Spec = [name: string, type: SemanticTypeId, columnClass: Finding['class'], sql: string, extra?: Partial<Finding>];

/** Customers whose values follow from the row number alone. */
const customers: Spec[] = [
  ['Customer ID', 'customer_id', 'linkable', "'K' || (100000 + i)"],
  ['Name', 'full_name', 'linked', "'Person ' || i"],
  ['E-mail', 'email_address', 'linked', "'p' || i || '@example.com'"],
  ['Born', 'date_of_birth', 'linked', "strftime(DATE '1940-01-01' + CAST(hash(i) % 24000 AS INTEGER), '%d.%m.%Y')"],
  ['ZIP', 'postal_code', 'linkable', "lpad((hash(i + 1) % 90000 + 1000)::VARCHAR, 5, '0')"],
  ['City', 'city', 'linkable', "'City ' || floor(sqrt(hash(i + 2) % 3600))::INTEGER"],
  [
    'Gender',
    'gender',
    'linkable',
    "CASE hash(i + 3) % 20 WHEN 0 THEN 'x' ELSE CASE hash(i) % 2 WHEN 0 THEN 'f' ELSE 'm' END END",
  ],
  ['Lat', 'latitude', 'linkable', '(47 + (hash(i + 4) % 80000) / 10000.0)::VARCHAR'],
  ['Income', 'salary_income', 'linkable', "replace((20000 + hash(i + 5) % 90000 + 0.5)::VARCHAR, '.', ',')"],
  ['Spent', 'total_spent', 'non_pii', '(hash(i + 6) % 500000 / 100.0)::VARCHAR'],
  [
    'Last order',
    'order_date',
    'non_pii',
    "strftime(DATE '2025-01-01' + CAST(hash(i + 7) % 600 AS INTEGER), '%Y-%m-%d')",
    { flags: ['timestamp'], category: 'behavioral' },
  ],
  ['IP', 'ip_address', 'non_pii', "'10.' || hash(i) % 250 || '.3.4'", { flags: ['online_identifier'] }],
  ['Comment', 'free_text', 'non_pii', "'I like ' || i"],
  ['Plan', 'service_subscription', 'non_pii', "['free', 'plus', 'pro'][(1 + hash(i + 8) % 3)::INTEGER]"],
];

async function prepare(
  specs: Spec[],
  rows: number,
): Promise<{ columns: SourceColumn[]; findings: Finding[]; relation: string }> {
  const relation = 'people';
  await duck.run(
    'CREATE OR REPLACE TABLE people AS SELECT ' +
      `${specs.map(([, , , sql], index) => `(${sql})::VARCHAR AS c${index + 1}`).join(', ')} FROM range(${rows}) t(i)`,
  );
  return {
    relation,
    columns: specs.map(([name], index) => ({ name, physical: `c${index + 1}`, header: name })),
    findings: specs.map(([name, type, held, , extra]) =>
      finding(name, type, {
        class: held,
        category: held === 'non_pii' ? 'other' : 'personal',
        confidence: 1,
        ...extra,
      }),
    ),
  };
}

async function recommendAndMeasure(
  specs: Spec[],
  rows: number,
  options: { release?: ReleaseKind; k?: number; suppression?: number; purpose?: string } = {},
): Promise<{ recipe: Recipe; names: string[]; k: number; rowsOut: number; suppressed: number; rows: string[] }> {
  const { columns, findings, relation } = await prepare(specs, rows);
  const profiles = await profileColumns(duck, relation, columns);
  const { release = 'anonymised', k = 5, suppression = 0.05, purpose = 'P1' } = options;
  const recipe = await recommendRecipe({
    duck,
    relation,
    columns,
    findings,
    profiles,
    purpose: findPurpose(purpose)!,
    release,
    k,
    suppression,
    referenceDate: '2026-11-23',
    overrides: [],
  });
  const keys = { pseudonymKey: () => new Uint8Array(32), orderKey: () => new Uint8Array(32) };
  const transformed = await transformRows({
    source: { duck, relation, columns },
    recipe,
    findings,
    keys,
    referenceDate: '2026-11-23',
    overrides: [],
    spreadsheet: false,
    emptyIsNull: true,
  });
  const { measure, kept } = await measureOutput(transformed, { recipe, findings });
  const { outputs } = transformed.compiled;
  const cells = await transformed.duck.texts(
    `SELECT ${outputs.map(({ physical }) => physical).join(', ')} FROM ${kept} ORDER BY rid`,
  );
  await transformed.close();
  const written = Array.from({ length: measure.rowsOut }, (_, row) =>
    JSON.stringify(cells.map((column) => column[row])),
  );
  return {
    recipe,
    names: outputs.map(({ name }) => name),
    k: measure.k,
    rowsOut: measure.rowsOut,
    suppressed: measure.suppressed,
    rows: written,
  };
}

/** The smallest group of rows that are alike in every column, by plain grouping. */
function smallest(rows: string[]): number {
  const alike = new Map<string, number>();
  for (const row of rows) alike.set(row, (alike.get(row) ?? 0) + 1);
  return Math.min(...alike.values());
}

describe('a recommended recipe', () => {
  it('meets the target on a file of customers, drops what points at a person and gives a reason for every step', async () => {
    const { recipe, names, rows, suppressed } = await recommendAndMeasure(customers, 10_000);
    for (const gone of ['Customer ID', 'Name', 'E-mail', 'IP', 'Comment']) expect(names).not.toContain(gone);
    expect(names.length).toBeGreaterThanOrEqual(3);
    expect(smallest(rows)).toBeGreaterThanOrEqual(5);
    expect(suppressed).toBeLessThanOrEqual(500);
    for (const at of names.keys())
      expect(new Set(rows.map((row) => (JSON.parse(row) as string[])[at])).size).toBeGreaterThanOrEqual(2);
    for (const { reason } of recipe.steps) expect(reason).toMatch(/^[A-Z].+\.$/);
  });

  it('is the same every time', async () => {
    const first = await recommendAndMeasure(customers, 2000);
    const second = await recommendAndMeasure(customers, 2000);
    expect(second.recipe).toEqual(first.recipe);
  });

  it('reads dates and numbers in the way they are written', async () => {
    const { recipe } = await recommendAndMeasure(customers, 3000, { k: 2, suppression: 0.5, release: 'targeting' });
    const steps = recipe.steps.map(({ op, settings }) => ({ op, ...settings })) as {
      op: string;
      columns: string[];
      dateFormat?: string;
      decimalMark?: string;
    }[];
    const of = (name: string) =>
      steps.find(({ op, columns }) => columns.includes(name) && op !== 'suppress-small-classes');
    expect(of('Born')).toMatchObject({ op: 'age-bands', from: 'date-of-birth', dateFormat: 'd.m.y' });
    expect(of('Last order')).toMatchObject({ op: 'truncate-date', dateFormat: 'iso', to: 'month' });
    expect(of('Income')?.op === 'drop-columns' || of('Income')?.decimalMark === ',').toBe(true);
  });

  it('reads a column of dates that are written in several ways', async () => {
    const forms = ["'%Y-%m-%d'", "'%d.%m.%Y'", "'%m/%d/%Y'", "'%d %b %Y'"];
    const day = "(DATE '1950-01-01' + CAST(hash(i) % 20000 AS INTEGER))";
    const born = `CASE i % 4 ${forms.map((form, at) => `WHEN ${at} THEN strftime(${day}, ${form})`).join(' ')} END`;
    const columns: Spec[] = [
      ['Born', 'date_of_birth', 'linked', born],
      ['Plan', 'service_subscription', 'non_pii', "['free', 'plus'][(1 + hash(i + 8) % 2)::INTEGER]"],
    ];
    const { recipe, names, rows } = await recommendAndMeasure(columns, 2000);
    expect(recipe.steps.find(({ op }) => op === 'age-bands')?.settings).toMatchObject({
      columns: ['Born'],
      dateFormat: 'mixed-m/d/y',
    });
    expect(rows.some((row) => (JSON.parse(row) as (string | null)[])[names.indexOf('Born')] === null)).toBe(false);
  });

  it('keeps one keyed pseudonym in a pseudonymised release', async () => {
    const { recipe, names, k } = await recommendAndMeasure(customers, 5000, {
      release: 'pseudonymised',
      purpose: 'P5',
    });
    expect(names).toContain('Customer ID');
    expect(names).not.toContain('E-mail');
    expect(recipe.steps.find(({ op }) => op === 'keyed-hash')?.settings['columns']).toEqual(['Customer ID']);
    expect(k).toBeGreaterThanOrEqual(5);
  });

  it('normalises the address for a platform in a targeting release and counts adults only', async () => {
    const { recipe, k } = await recommendAndMeasure(
      [
        ...customers.slice(0, 3),
        ['Age', 'age', 'linkable', '(10 + hash(i) % 60)::VARCHAR'],
        ['Country', 'country', 'linkable', "['BE', 'DE', 'FR'][(1 + hash(i + 3) % 3)::INTEGER]"],
        ['Faith', 'religion', 'linkable', "['a', 'b'][(1 + hash(i + 9) % 2)::INTEGER]", { flags: ['religion'] }],
      ],
      4000,
      { release: 'targeting', purpose: 'P2' },
    );
    expect(recipe.steps.find(({ op }) => op === 'platform-hash')?.settings['columns']).toEqual(['E-mail']);
    expect(recipe.steps.find(({ op }) => op === 'drop-columns')?.settings['columns']).toContain('Name');
    expect(
      recipe.steps.some(
        ({ op, settings }) => op === 'drop-columns' && (settings['columns'] as string[]).includes('Faith'),
      ),
    ).toBe(true);
    expect(k).toBeGreaterThanOrEqual(5);
  });

  it('counts people where a person has several rows', async () => {
    const orders: Spec[] = [
      ['User', 'user_id', 'linkable', "'u' || i // 6"],
      ['Age', 'age', 'linkable', '(18 + (hash(i // 6) % 60))::VARCHAR'],
      ['State', 'state_region', 'linkable', "'S' || hash(i // 6 + 1) % 40"],
      ['Price', 'price', 'non_pii', '(hash(i) % 9999 / 100.0)::VARCHAR'],
    ];
    const { k, suppressed } = await recommendAndMeasure(orders, 6000);
    expect(k).toBeGreaterThanOrEqual(5);
    expect(suppressed).toBeLessThanOrEqual(300);
  });

  it('counts rows where few of them say who they are of, as the release does', async () => {
    const visits: Spec[] = [
      ['User', 'user_id', 'linkable', "CASE WHEN i % 10 = 0 THEN 'u' || i // 40 ELSE '' END"],
      ['Age', 'age', 'linkable', '(18 + (hash(i) % 60))::VARCHAR'],
      ['State', 'state_region', 'linkable', "'S' || hash(i + 1) % 8"],
    ];
    const { names, rowsOut, rows } = await recommendAndMeasure(visits, 4000);
    expect(names).toEqual(['Age', 'State']);
    expect(rowsOut).toBeGreaterThanOrEqual(3800);
    expect(smallest(rows)).toBeGreaterThanOrEqual(5);
  });

  it('finds an answer where every value is unique', async () => {
    const types: SemanticTypeId[] = ['first_name', 'city', 'occupation', 'salary_income', 'unknown', 'state_region'];
    const unique = types.map((type, index): Spec => [
      `x${index}`,
      type,
      type === 'unknown' ? 'non_pii' : 'linkable',
      `md5('${index}-' || i)`,
    ]);
    const { names, rows, rowsOut } = await recommendAndMeasure(unique, 500);
    expect(names.length).toBeGreaterThanOrEqual(1);
    expect([smallest(rows), rowsOut]).toEqual([500, 500]);
  });

  it.each([
    ['rows', 3, '3 rows', "'K' || i"],
    ['people of many rows', 40, '4 people', "'K' || (i % 4)"],
  ])(
    'says of a file of too few %s that it cannot be anonymous, instead of proposing what is refused',
    async (_, rows, said, id) => {
      const few = customers.map((spec): Spec =>
        spec[1] === 'customer_id' ? ['Customer ID', 'customer_id', 'linkable', id] : spec,
      );
      await expect(recommendAndMeasure(few, rows)).rejects.toMatchObject({
        code: 'TARGET_MISSED',
        message: expect.stringContaining(`is of ${said} in all`) as string,
      });
      const { recipe } = await recommendAndMeasure(few, rows, { release: 'pseudonymised' });
      expect(recipe.steps.length).toBeGreaterThan(0);
      // As many as are wanted do: then nothing but their number is left.
      expect((await recommendAndMeasure(few, rows, { k: Number.parseInt(said, 10) })).rowsOut).toBeGreaterThanOrEqual(
        rows * 0.95,
      );
    },
  );

  it('copes with 200 columns', async () => {
    const wide: Spec[] = Array.from({ length: 200 }, (_, index): Spec => [
      `q${index}`,
      index % 2 === 0 ? 'occupation' : 'usage_metric',
      index % 2 === 0 ? 'linkable' : 'non_pii',
      `(hash(i * 211 + ${index}) % ${2 + (index % 40)})::VARCHAR`,
    ]);
    const { rows, suppressed, names } = await recommendAndMeasure(wide, 1000);
    expect(smallest(rows)).toBeGreaterThanOrEqual(5);
    expect(suppressed).toBeLessThanOrEqual(50);
    expect(names.length).toBeGreaterThanOrEqual(3);
  });

  it('stops when it is told to', async () => {
    const { columns, findings, relation } = await prepare(customers, 100);
    const profiles = await profileColumns(duck, relation, columns);
    await expect(
      recommendRecipe({
        duck,
        relation,
        columns,
        findings,
        profiles,
        purpose: findPurpose('P1')!,
        release: 'anonymised',
        k: 5,
        suppression: 0.05,
        referenceDate: '2026-11-23',
        overrides: [],
        signal: AbortSignal.abort(),
      }),
    ).rejects.toMatchObject({ code: 'JOB_CANCELLED' });
  });

  it('counts every column of an anonymised file, and says so in the step that leaves rows out', async () => {
    const { recipe, names } = await recommendAndMeasure(customers, 1000, { purpose: 'P8', k: 3, suppression: 0.1 });
    expect(recipe.steps.at(-1)).toMatchObject({ op: 'suppress-small-classes', settings: { columns: names } });
  });
});
