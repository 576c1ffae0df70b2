import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classifyRelation } from '#engine/classify/run-classifier.ts';
import { openSource } from '#engine/intake/open-source.ts';

let root = '';
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-merged-'))));
afterAll(async () => rm(root, { recursive: true, force: true }));

/** Sixty people with the given columns of a public survey beside a dozen of a laboratory's. */
async function classify(
  survey: Record<string, (at: number) => number>,
): Promise<Map<string, { type: string; class: string; evidence: string }>> {
  const laboratory = Array.from({ length: 12 }, (_unused, at) => `assay_${at + 1}`);
  const rows = Array.from({ length: 60 }, (_unused, at) =>
    [
      ...Object.values(survey).map((value) => value(at)),
      ...laboratory.map((_name, column) => ((at * 7 + column * 13) % 97) / 10),
    ].join(','),
  );
  const path = join(root, `${Object.keys(survey).length}.csv`);
  await writeFile(path, `${[...Object.keys(survey), ...laboratory].join(',')}\n${rows.join('\n')}\n`);
  const source = await openSource(path, { directory: join(root, 'work') });
  try {
    const { columns } = await classifyRelation(source.duck, source.relation, source.columns, {
      policy: 'gdpr-strict',
      today: '2026-11-23',
    });
    return new Map(
      columns.map(({ name, type, class: of, evidence }) => [
        name,
        { type, class: of, evidence: evidence.map(({ detail }) => detail).join(' ') },
      ]),
    );
  } finally {
    await source.close();
  }
}

const survey = {
  riagendr: (at: number) => 1 + (at % 2),
  ridageyr: (at: number) => 18 + ((at * 11) % 62),
  dmdmartl: (at: number) => 1 + (at % 6),
  dmdeduc2: (at: number) => 1 + (at % 5),
  indhhin2: (at: number) => 1 + (at % 15),
};

it('columns of a well-known survey are told among others by its codebook, and nothing is said of the others', async () => {
  const found = await classify(survey);
  expect(Object.keys(survey).map((name) => [found.get(name)?.type, found.get(name)?.class])).toEqual([
    ['gender', 'linkable'],
    ['age', 'linkable'],
    ['marital_status', 'linkable'],
    ['education_level', 'linkable'],
    ['income_bracket', 'linkable'],
  ]);
  expect(found.get('ridageyr')?.evidence).toContain('NHANES demographics');
  expect(
    [...found].filter(([name]) => name.startsWith('assay')).some(([, { evidence }]) => evidence.includes('NHANES')),
  ).toBe(false);
});

it('four of them are too few to tell', async () => {
  const { indhhin2: _left, ...four } = survey;
  expect([...(await classify(four)).values()].some(({ evidence }) => evidence.includes('NHANES'))).toBe(false);
});
