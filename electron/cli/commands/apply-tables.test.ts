import { expect, it } from 'vitest';
import { Failure } from '#shared/contract/failure.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { tablesToWrite, writeTables } from './apply-tables.ts';

const recipe = {
  steps: [
    {
      op: 'narrow-tables',
      version: 1,
      settings: {
        tables: [
          ['ages', 'age'],
          ['towns', 'town'],
          ['plans', 'plan'],
        ],
        write: 'ages',
      },
      reason: '',
      enabled: true,
    },
  ],
} as unknown as Recipe;
const plain = { steps: [] } as unknown as Recipe;
const writes = ({ recipe: { steps } }: { recipe: Recipe }): unknown => steps[0]?.settings['write'];

it('gives each table its own file and its own recipe', () => {
  const all = tablesToWrite(recipe, 'to/my.out/release.csv', 'all');
  expect(all.map(({ table, output }) => [table, output])).toEqual([
    ['ages', 'to/my.out/release-ages.csv'],
    ['towns', 'to/my.out/release-towns.csv'],
    ['plans', 'to/my.out/release-plans.csv'],
  ]);
  expect(all.map(writes)).toEqual(['ages', 'towns', 'plans']);
  expect(tablesToWrite(recipe, 'o.csv', 'towns').map((one) => [one.output, writes(one)])).toEqual([['o.csv', 'towns']]);
  expect(tablesToWrite(plain, 'o.csv', undefined)).toEqual([{ table: null, recipe: plain, output: 'o.csv' }]);
});

it('refuses a table that the recipe does not have', () => {
  expect(() => tablesToWrite(recipe, 'o.csv', 'nope')).toThrow('“ages”, “towns”, “plans”');
  expect(() => tablesToWrite(plain, 'o.csv', 'all')).toThrow('no narrow tables');
});

const released = (output: string): ReleaseResult => ({ output, registerEntry: 4 }) as unknown as ReleaseResult;

it('says what stands, what failed and what was not tried', async () => {
  const refused = new Failure('GUARDRAIL_BLOCKS', 'E3 blocks.', { findings: [{ id: 'E3' }] });
  const { results, failure } = await writeTables(tablesToWrite(recipe, 'o.csv', 'all'), async ({ table, output }) => {
    if (table === 'towns') throw refused;
    return released(output);
  });
  expect(results.map(({ output }) => output)).toEqual(['o-ages.csv']);
  expect(failure).toMatchObject({ code: 'GUARDRAIL_BLOCKS', findings: [{ id: 'E3' }] });
  expect(failure?.message).toBe(
    'Written and standing: “ages” as o-ages.csv (register entry 4). Not written: “towns”. E3 blocks. Not tried: “plans”.',
  );
});

it('lets the failure of a single release be what it is', async () => {
  const refused = new Failure('TARGET_MISSED', 'k is missed.');
  const fails = (): Promise<ReleaseResult> => Promise.reject(refused);
  await expect(writeTables(tablesToWrite(plain, 'o.csv', undefined), fails)).rejects.toBe(refused);
  await expect(writeTables(tablesToWrite(recipe, 'o.csv', 'towns'), fails)).rejects.toBe(refused);
  const first = await writeTables(tablesToWrite(recipe, 'o.csv', 'all'), fails);
  expect(first.failure?.message).toBe(
    'No table is written. Not written: “ages”. k is missed. Not tried: “towns”, “plans”.',
  );
});
