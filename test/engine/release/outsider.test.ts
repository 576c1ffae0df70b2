import { readFileSync, rmSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { JobEvent } from '#shared/contract/job.ts';
import type { RecipeFormat1 } from '#shared/domain/recipe-format-1.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseInput, step, testFolders } from './release-fixture.ts';

/** A stranger's way to read a file of ours: no cell of these has a quote or a line break in it. */
const cells = (text: string): { header: string[]; rows: string[][] } => {
  const [header, ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return { header: header!, rows };
};
function tally(rows: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) found.set(row.join('|'), (found.get(row.join('|')) ?? 0) + 1);
  return found;
}
const alone = (rows: string[][]): number => [...tally(rows).values()].filter((times) => times === 1).length;

describe('what a stranger counts in a written file is what the release says', () => {
  let end: () => Promise<void> = async () => {};
  afterEach(() => end());
  async function release(
    text: string,
    over: Parameters<typeof releaseInput>[2],
  ): Promise<{
    result: Omit<ReleaseResult, 'registerEntry' | 'purposeRecord' | 'drift' | 'rejectedRows' | 'recipientAsBefore'>;
    rows: string[][];
    header: string[];
  }> {
    const folders = testFolders();
    const input = await releaseInput(folders, text, over);
    end = async () => {
      await input.close();
      folders.remove();
    };
    const { result } = await runRelease(input);
    return { result, ...cells(readFileSync(result.output, 'utf8')) };
  }
  const zips = Array.from({ length: 90 }, (_, at) => String(10_000 + ((at * 7919) % 40) * 1000 + at));
  const source = zips.map((zip, at) => [
    `p${at}@example.com`,
    zip,
    ['free', 'pro', 'team'][at % 3]!,
    String((at * 31) % 11),
  ]);
  const text = `email,zip,plan,visits\n${source.map((row) => row.join(',')).join('\n')}\n`;
  const findings = [
    finding('email', 'email_address', { class: 'linked' }),
    finding('zip', 'postal_code', { class: 'linkable' }),
    finding('plan', 'contract_type'),
    finding('visits', 'session_count'),
  ];

  it('unique rows, and rows equal to exactly one source row, the rows left out among them', async () => {
    const steps = [
      step('drop-columns', { columns: ['email'] }),
      step('zip-prefix', { columns: ['zip'], length: 2 }),
      step('suppress-small-classes', { columns: ['zip'] }),
    ];
    const { result, rows, header } = await release(text, {
      recipe: recipeOf(steps, { release: 'pseudonymised', target: { k: 3, suppression: 1 } }),
      findings,
    });
    expect(header).toEqual(['zip', 'plan', 'visits']);
    const underRecipe = tally(source.map(([, zip, plan, visits]) => [`${zip!.slice(0, 2)}*`, plan!, visits!]));
    const own = rows.filter((row) => underRecipe.get(row.join('|')) === 1).length;
    expect(result.suppressed).toBeGreaterThan(0);
    expect(own).toBeGreaterThan(0);
    expect(result).toMatchObject({ counted: ['zip'], uniqueAllColumns: alone(rows), relinkable: own / rows.length });
  });

  it('a row that only the left out also have is nobody’s own', async () => {
    const ages = 'born,city,n\n1980-01-01,Ulm,1\n2015-01-01,Ulm,1\n1981-01-01,Bonn,2\n';
    const known = [
      finding('born', 'date_of_birth', { class: 'linkable' }),
      finding('city', 'city', { class: 'linkable' }),
      finding('n', 'session_count'),
    ];
    const { result, rows } = await release(ages, {
      recipe: recipeOf([step('drop-columns', { columns: ['born'] })], {
        release: 'targeting',
        target: { k: 1, suppression: 0 },
      }),
      findings: known,
    });
    expect(rows).toHaveLength(2);
    expect(result).toMatchObject({ uniqueAllColumns: 2, relinkable: 0.5 });
  });

  it('a hash is a value like any other, also that of somebody left out', async () => {
    const twice = 'email,born\na@example.com,1980-01-01\na@example.com,2015-01-01\nb@example.com,1970-01-01\n';
    const known = [
      finding('email', 'email_address', { class: 'linked' }),
      finding('born', 'date_of_birth', { class: 'linkable' }),
    ];
    const recipe = recipeOf([step('keyed-hash', { columns: ['email'] }), step('drop-columns', { columns: ['born'] })], {
      release: 'targeting',
      target: { k: 1, suppression: 0 },
    });
    const { result } = await release(twice, { recipe, findings: known });
    expect(result).toMatchObject({ rowsOut: 2, uniqueAllColumns: 2, relinkable: 0.5, label: 'pseudonymised' });
  });

  it('people are counted in k, rows over all columns', async () => {
    const visits = [
      'customer,city,day',
      ...['c1', 'c2', 'c3'].flatMap((id) => [`${id},Ulm,mon`, `${id},Ulm,tue`]),
    ].join('\n');
    const known = [
      finding('customer', 'customer_id', { class: 'linkable' }),
      finding('city', 'city', { class: 'linkable' }),
      finding('day', 'calendar_feature'),
    ];
    const { result, rows } = await release(visits, {
      recipe: recipeOf([step('drop-columns', { columns: ['customer'] })], { target: { k: 3, suppression: 0 } }),
      findings: known,
    });
    expect(result).toMatchObject({
      label: 'anonymised',
      k: 3,
      counted: ['city', 'day'],
      uniqueAllColumns: 0,
      relinkable: 0,
    });
    expect(alone(rows)).toBe(0);
    const one = visits.replaceAll(/c[23],/g, 'c1,');
    await expect(
      release(one, {
        recipe: recipeOf([step('drop-columns', { columns: ['customer'] })], { target: { k: 3, suppression: 0 } }),
        findings: known,
      }),
    ).rejects.toMatchObject({ code: 'TARGET_MISSED', message: expect.stringContaining('1 person') });
  });
});

describe('earlier releases of the same source', () => {
  let made: TestEngine;
  afterEach(() => made.close());
  const people = Array.from({ length: 40 }, (_, at) => [
    ['Ulm', 'Bonn'][at % 2]!,
    ['free', 'pro'][(at >> 1) % 2]!,
    String(100 + at * 3),
  ]);
  const without = (columns: string[], over: Partial<RecipeFormat1>): RecipeFormat1 => ({
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'P1',
    release: 'anonymised',
    referenceDate: '2026-11-23',
    target: { k: 5, suppression: 0.05 },
    steps: [{ op: 'drop-columns', version: 1, settings: { columns }, reason: 'test', enabled: true }],
    ...over,
  });

  async function resultOf<Value>(job: Promise<AsyncIterable<JobEvent<Value>>>): Promise<Value> {
    for await (const event of await job) if (event.type === 'result') return event.value;
    throw new Error('The job gave no result.');
  }
  async function dataset(): Promise<string> {
    made = makeEngine('in memory');
    writeFileSync(
      made.path('people.csv'),
      `email,city,plan,points\n${people.map((row, at) => [`p${at}@example.com`, ...row].join(',')).join('\n')}\n`,
    );
    await made.client.workspaces.create({
      grantId: made.engine.grants.add(made.path('Own.custos'), 'workspace-create').grantId,
      organisation: '',
      operator: 'Ada',
      policy: 'customer-tracking',
      passphrase: 'a passphrase of the tests',
    });
    const { id } = await resultOf(
      made.client.datasets.import({
        grantId: made.engine.grants.add(made.path('people.csv'), 'read').grantId,
        informedHow: '',
      }),
    );
    await made.client.classify.decide({
      datasetId: id,
      decisions: ['city', 'plan', 'points'].map((column) => ({ column, action: 'accept' })),
    });
    return id;
  }
  const run = (datasetId: string, recipe: RecipeFormat1, name: string) =>
    resultOf(
      made.client.releases.run({
        datasetId,
        recipe,
        grantId: made.engine.grants.add(made.path(name), 'write').grantId,
        keepOrder: false,
      }),
    );

  it('are joined as a stranger joins two files, over the columns whose values agree', async () => {
    const id = await dataset();
    const bands = {
      op: 'map-categories',
      version: 1,
      settings: {
        columns: ['plan'],
        hierarchy: [
          ['free', 'any'],
          ['pro', 'any'],
        ],
        level: 1,
      },
      reason: 'test',
      enabled: true,
    };
    const first = without(['email'], { protect: ['points'], steps: [...without(['email'], {}).steps, bands] });
    expect(await run(id, first, 'first.csv')).toMatchObject({
      label: 'anonymised',
      counted: ['city', 'plan'],
      uniqueAllColumns: 40,
      relinkable: 1,
      earlierReleases: [],
    });
    const second = await run(id, without(['email'], { release: 'pseudonymised' }), 'second.csv');

    const [one, two] = ['first.csv', 'second.csv'].map((name) => cells(readFileSync(made.path(name), 'utf8')));
    const agree = one!.header.filter((name) => two!.header.includes(name) && name !== 'plan');
    const pick = ({ header, rows }: typeof one & object) =>
      rows.map((row) => agree.map((name) => row[header.indexOf(name)]!));
    const there = tally(pick(one!));
    const joined = pick(two!).filter((row) => there.get(row.join('|')) === 1).length / two!.rows.length;
    expect(joined).toBe(1);
    expect(second.earlierReleases).toMatchObject([{ output: 'first.csv', columns: agree, joined }]);

    // The word is refused to a release whose rows that file points at, and nothing of it is written.
    const third = without(['email', 'city'], { protect: ['points'] });
    await expect(run(id, third, 'third.csv')).rejects.toMatchObject({
      code: 'TARGET_MISSED',
      message: expect.stringMatching(
        /100\s% of the rows agree with exactly one row of the earlier release “second.csv”/,
      ),
    });
    expect(readdirSync(made.directory).filter((name) => name.startsWith('third'))).toEqual([]);
    const ahead = await made.client.recipes.assess({ datasetId: id, recipe: third });
    expect(ahead).toMatchObject({
      label: 'pseudonymised',
      missing: [expect.stringContaining('second.csv'), expect.stringContaining('first.csv')],
    });
    expect(ahead.tests.find(({ test }) => test === 'linkability')).toMatchObject({ result: 'fail' });

    // A table of which every combination is shared joins neither.
    expect(await run(id, without(['email', 'points'], {}), 'fourth.csv')).toMatchObject({
      label: 'anonymised',
      uniqueAllColumns: 0,
      earlierReleases: [{ joined: 0 }, { joined: 0 }],
    });
  });

  it('are said to be not measured where it is not known any more how they were made', async () => {
    const id = await dataset();
    await run(id, without(['email', 'points'], {}), 'first.csv');
    const kept = join(made.path('Own.custos'), 'releases');
    for (const name of readdirSync(kept)) rmSync(join(kept, name));
    const again = await made.client.recipes.assess({ datasetId: id, recipe: without(['email', 'points'], {}) });
    expect(again.earlierReleases).toMatchObject([{ output: 'first.csv', joined: null }]);
    expect(again.tests.find(({ test }) => test === 'linkability')).toMatchObject({ result: 'not-assessed' });
    await expect(run(id, without(['email', 'points'], {}), 'second.csv')).rejects.toMatchObject({
      code: 'TARGET_MISSED',
      message: expect.stringContaining('could not be compared'),
    });
  });
});
