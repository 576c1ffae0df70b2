import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { follow } from '#test/support/make-engine.ts';
import { workedWorkspace } from '../journal/worked-workspace.ts';
import { recipeOf, step } from '../release/release-fixture.ts';
import { whereItStands } from '../rewrite/support.ts';

/** The first of forty people in the dataset. */
const [email, name] = ['ana0@mail.example', 'Ana Lopez'];
const cities = {
  columns: ['full_name'],
  hierarchy: [
    [name, 'A'],
    ['Marta Lopez', 'M'],
  ],
  level: 1,
  otherwise: 'empty',
  label: '',
};
const codebook = 'name,label\nfull_name,"Name, for example Ana Lopez"\nemail,Mail address\n';

async function engineWithTraces() {
  const made = await workedWorkspace();
  const { client, engine, path, dataset } = made;
  const grant = (file: string, use: 'read' | 'write'): string => engine.grants.add(path(file), use).grantId;
  const tokens = step('tokenise', { columns: ['email'], domain: 'mails' });
  const recipe = (...steps: ReturnType<typeof step>[]) =>
    recipeOf(steps, { release: 'pseudonymised', purpose: 'P1', target: { k: 1, suppression: 1 } });
  await client.recipes.save({ datasetId: dataset.id, recipe: recipe(tokens, step('map-categories', cities)) });
  writeFileSync(path('book.csv'), codebook);
  await client.classify.importCodebook({ datasetId: dataset.id, grantId: grant('book.csv', 'read') });
  await follow(
    client.files.apply({
      grantId: grant('people.csv', 'read'),
      recipe: recipe(tokens, step('drop-columns', { columns: ['full_name'] })),
      outputGrantId: grant('out.csv', 'write'),
      keepOrder: true,
    }),
  );
  writeFileSync(
    path('consent.csv'),
    `email,consent,consent_date\n${email},no,2025-05-05\nmarta1@mail.example,yes,2025-06-06\n`,
  );
  await follow(
    client.consent.record({
      datasetId: dataset.id,
      key: 'email',
      grantId: grant('consent.csv', 'read'),
      columns: { key: 'email', state: 'consent', date: 'consent_date' },
      purpose: 'P2',
    }),
  );
  return made;
}

it('takes a person out of tokens, recipes, codebooks, consent and open working copies, and the log verifies', async () => {
  const made = await engineWithTraces();
  const { client, workspace, path, dataset } = made;
  const sealedTokens = readdirSync(join(workspace, 'data')).filter((file) => file.startsWith('tokens-'));
  expect(sealedTokens).toEqual(['tokens-mails.sealed']);
  expect((await client.consent.person({ value: email })).events).toHaveLength(1);
  expect(whereItStands(name, [join(workspace, 'recipes')])).toHaveLength(1);
  await client.datasets.readWindow({ datasetId: dataset.id, columns: ['email'], offset: 0, limit: 5 });
  expect(whereItStands(email, [path('work')])).not.toEqual([]);

  const erased = await follow(client.subjects.erase({ values: [email, name], reason: 'asked' }));
  expect(erased).toMatchObject({ tokens: 1, consents: 1, recipes: 1, left: [] });
  expect(erased.datasets).toMatchObject([{ name: 'people', rows: 1, cells: 0, codebook: true, foundBy: ['email'] }]);
  // They had said no: that is kept, and nothing else of them.
  expect(erased.suppressed).toBeGreaterThan(0);
  expect(erased.remains.map(({ what }) => what).join()).toContain('out.csv');

  expect((await client.consent.person({ value: email })).events).toEqual([]);
  expect((await client.consent.person({ value: 'marta1@mail.example' })).events).toHaveLength(1);
  const found = await follow(client.subjects.find({ values: [email, name] }));
  expect(found.hits.filter(({ place }) => place !== 'release')).toEqual([]);
  // Looked at again, so that everything is unsealed anew.
  await client.datasets.readWindow({ datasetId: dataset.id, columns: ['email'], offset: 0, limit: 5 });
  for (const value of [email, name]) expect(whereItStands(value, [workspace, path('work')]), value).toEqual([]);
  const recipe = JSON.parse(readFileSync(join(workspace, 'recipes', `${dataset.id}.json`), 'utf8')) as {
    steps: { settings: unknown }[];
  };
  expect(recipe.steps[1]!.settings).toMatchObject({ hierarchy: [['Marta Lopez', 'M']] });
  await made.shut();
  expect(made.verify()).toMatchObject({ ok: true, problems: [] });
  expect(whereItStands(email, [workspace, path('work')])).toEqual([]);
});

it('keeps the proof of what a person said of consent where a law asks for it, and nothing else', async () => {
  const made = await engineWithTraces();
  const { client } = made;
  const erase = (keepReason: string, values = [email, name]) =>
    follow(
      client.subjects.erase({
        values,
        reason: 'asked',
        keepConsent: { ground: 'legal-claims', reason: keepReason },
      }),
    );
  await expect(erase(' ')).rejects.toThrow('Say which law keeps what the consent ledger has');
  await expect(erase('proof', ['paul2@mail.example'])).rejects.toThrow('has nothing of the person');
  const erased = await erase('proof of the objection, until 2030');
  expect(erased).toMatchObject({ consents: 0, consentsKept: 1, tokens: 1 });
  expect(erased.remains[0]).toMatchObject({ what: '1 event of theirs in the consent ledger' });
  expect(erased.remains[0]!.why).toContain('proof of the objection, until 2030');
  expect((await client.consent.person({ value: email })).events).toHaveLength(1);
  const { entries } = await client.register.list({});
  const { payload } = entries.find(({ kind }) => kind === 'subject.erased')!;
  expect(payload).toMatchObject({
    consents: 0,
    consentBatches: [],
    consentsKept: { events: 1, ground: 'legal-claims', reason: 'proof of the objection, until 2030' },
  });
  await made.shut();
  expect(made.verify()).toMatchObject({ ok: true, problems: [] });
});
