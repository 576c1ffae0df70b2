// What format-preserving encryption wrote is undone by whoever may, under the workspace's key, with an entry.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { follow } from '#test/support/make-engine.ts';
import { readCsv } from '#test/support/read-csv.ts';
import { workedWorkspace } from '../journal/worked-workspace.ts';
import { recipeOf, step } from './release-fixture.ts';

it('gives back every value under its key and alphabet, says nothing of others, and enters who asked', async () => {
  const made = await workedWorkspace();
  const people = Array.from({ length: 20 }, (_, at) => [`+49 151 ${23_456_789 + at * 1237}`, `AB-${1000 + at * 7}`]);
  writeFileSync(made.path('in.csv'), `phone,contract\n${people.map((row) => row.join(',')).join('\n')}\n`);
  const steps = [
    step('encrypt-format', { columns: ['phone'], alphabet: 'digits' }),
    step('encrypt-format', { columns: ['contract'], alphabet: 'upper', key: 'contracts' }),
  ];
  await follow(
    made.client.files.apply({
      grantId: made.engine.grants.add(made.path('in.csv'), 'read').grantId,
      recipe: recipeOf(steps, { release: 'pseudonymised', purpose: 'P1', target: { k: 1, suppression: 1 } }),
      outputGrantId: made.engine.grants.add(made.path('out.csv'), 'write').grantId,
      keepOrder: true,
    }),
  );
  const { rows } = readCsv(readFileSync(made.path('out.csv'), 'utf8'));
  const [phones, contracts] = [0, 1].map((at) => rows.map((row) => row[at]!)) as [string[], string[]];
  expect(phones).not.toEqual(people.map(([phone]) => phone));
  const { tokens } = made.client;
  expect((await tokens.decipher({ purpose: 'P1', values: phones })).values).toEqual(people.map(([phone]) => phone));
  expect((await tokens.decipher({ key: 'contracts', alphabet: 'upper', values: contracts })).values).toEqual(
    people.map(([, contract]) => contract),
  );
  // Another purpose has another key: what comes out is a number, and not the one.
  const other = (await tokens.decipher({ purpose: 'P2', values: phones })).values;
  expect(other.some((value, at) => value === people[at]![0])).toBe(false);
  expect((await tokens.decipher({ purpose: 'P1', values: ['not a number', '12'] })).values).toEqual([null, null]);
  await expect(tokens.decipher({ purpose: 'P1', key: 'contracts', values: phones })).rejects.toThrow();
  const { entries } = await made.client.register.list({ kind: 'value.deciphered' });
  expect(entries.map(({ payload }) => payload)).toContainEqual({
    key: 'contracts',
    alphabet: 'upper',
    values: 20,
    found: 20,
  });
  expect(entries).toHaveLength(4);
  expect(JSON.stringify(entries)).not.toContain(phones[0]!.slice(4));
  await made.shut();
  expect(made.verify()).toMatchObject({ ok: true });
});
