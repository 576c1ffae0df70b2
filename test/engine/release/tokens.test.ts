import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine } from '#test/support/make-engine.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { workedWorkspace, type Worked } from '../journal/worked-workspace.ts';
import { recipeOf, step } from './release-fixture.ts';

const tokenise = (columns: string[], over: object = {}) => step('tokenise', { columns, domain: 'shops', ...over });
const pseudonymised = (...steps: ReturnType<typeof step>[]): Recipe =>
  recipeOf(steps, { release: 'pseudonymised', purpose: 'P1', target: { k: 1, suppression: 1 } });

async function release(made: Worked, text: string, recipe: Recipe, output: string): Promise<string[][]> {
  writeFileSync(made.path('in.csv'), text);
  await follow(
    made.client.files.apply({
      grantId: made.engine.grants.add(made.path('in.csv'), 'read').grantId,
      recipe,
      outputGrantId: made.engine.grants.add(made.path(output), 'write').grantId,
      keepOrder: true,
    }),
  );
  return readCsv(readFileSync(made.path(output), 'utf8')).rows;
}

const people = 'shop,plan\nCorner Shop 17,gold\nMill & Sons,basic\nCorner Shop 17,basic\n,basic\n';
const orders = 'buyer,total\nMILL & SONS,12\nHarbour Kiosk,7\n';

it('gives a value one token in every table, and looks it up for whoever may, with an entry', async () => {
  const made = await workedWorkspace();
  const first = await release(
    made,
    people,
    pseudonymised(tokenise(['shop'], { normalise: 'trim-lowercase' })),
    'a.csv',
  );
  const second = await release(
    made,
    orders,
    pseudonymised(tokenise(['buyer'], { normalise: 'trim-lowercase' })),
    'b.csv',
  );
  const [corner, mill] = [first[0]![0]!, first[1]![0]!];
  expect(corner).toMatch(/^[0-9a-f]{24}$/);
  expect(first[2]![0]).toBe(corner);
  expect(first[3]![0]).toBe('');
  expect(second[0]![0]).toBe(mill);
  expect(mill).not.toBe(corner);
  const asked = { domain: 'shops', tokens: [corner, second[1]![0]!, 'f'.repeat(24)] };
  expect(await made.client.tokens.lookUp(asked)).toEqual({ values: ['corner shop 17', 'harbour kiosk', null] });
  const { entries } = await made.client.register.list({ kind: 'token.looked-up' });
  expect(entries.map(({ payload }) => payload)).toEqual([{ domain: 'shops', tokens: 3, found: 2 }]);
  await expect(made.client.tokens.lookUp({ ...asked, domain: 'other' })).rejects.toThrow(
    'no tokens of the domain other',
  );
  await made.shut();
  expect(made.verify()).toMatchObject({ ok: true });
});

it('keeps nothing in the clear, and no value of a row that did not leave', async () => {
  const made = await workedWorkspace();
  const kept = step('keep-rows', { columns: ['plan'], value: 'gold' });
  const rows = await release(made, people, pseudonymised(kept, tokenise(['shop'])), 'gold.csv');
  expect(rows).toHaveLength(1);
  const files = readdirSync(made.directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const holding = files
    .filter(({ name }) => name !== 'in.csv')
    .filter(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes('Corner Shop 17'));
  expect(holding).toEqual([]);
  const all = await release(made, people, pseudonymised(tokenise(['shop'])), 'all.csv');
  // Only now does anybody have the token of Mill & Sons, and the table knows it.
  expect(await made.client.tokens.lookUp({ domain: 'shops', tokens: [rows[0]![0]!, all[1]![0]!] })).toEqual({
    values: ['Corner Shop 17', 'Mill & Sons'],
  });
});

it('forgets a token for good, with a reason, and leaves no table where none is left', async () => {
  const made = await workedWorkspace();
  const written = await release(made, people, pseudonymised(tokenise(['shop'])), 'all.csv');
  const [corner, mill] = [written[0]![0]!, written[1]![0]!];
  const forget = (tokens: string[], reason: string) => made.client.tokens.forget({ domain: 'shops', tokens, reason });
  await expect(forget([corner], ' ')).rejects.toThrow('Say why');
  expect(await forget([corner, corner, 'f'.repeat(24)], 'asked for by the shop')).toEqual({ forgotten: 1 });
  const asked = { domain: 'shops', tokens: [corner, mill] };
  expect(await made.client.tokens.lookUp(asked)).toEqual({ values: [null, 'Mill & Sons'] });
  expect(await forget([mill], 'the project has ended')).toEqual({ forgotten: 1 });
  await expect(made.client.tokens.lookUp(asked)).rejects.toThrow('no tokens of the domain shops');
  const { entries } = await made.client.register.list({ kind: 'token.forgotten' });
  expect(entries.map(({ payload }) => payload)).toContainEqual({
    domain: 'shops',
    tokens: 1,
    reason: 'asked for by the shop',
  });
});

it('gives other tokens in another domain, and none of it under the word anonymised', async () => {
  const made = await workedWorkspace();
  const one = await release(made, people, pseudonymised(tokenise(['shop'])), 'one.csv');
  const other = await release(made, people, pseudonymised(tokenise(['shop'], { domain: 'other' })), 'other.csv');
  expect(one[0]![0]).not.toBe(other[0]![0]);
  const anonymised = { ...pseudonymised(tokenise(['shop'])), release: 'anonymised' as const };
  await expect(release(made, people, anonymised, 'none.csv')).rejects.toThrow();
  expect(made.wrote('none.csv')).toBe(false);
});

it('is refused where no workspace keeps what the tokens stand for', async () => {
  const made = makeEngine();
  writeFileSync(made.path('in.csv'), people);
  writeFileSync(made.path('key'), Buffer.alloc(32, 9));
  const run = follow(
    made.client.files.apply({
      grantId: made.engine.grants.add(made.path('in.csv'), 'read').grantId,
      recipe: pseudonymised(tokenise(['shop'])),
      outputGrantId: made.engine.grants.add(made.path('out.csv'), 'write').grantId,
      keyGrantId: made.engine.grants.add(made.path('key'), 'read').grantId,
    }),
  );
  await expect(run).rejects.toThrow('Tokens need a workspace');
  await made.close();
});
