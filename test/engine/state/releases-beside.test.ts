import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import type { JobEvent } from '#shared/contract/job.ts';
import { makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let made: TestEngine;
beforeEach(() => {
  made = makeEngine('in memory');
  const rows = Array.from(
    { length: 40 },
    (_, at) => `${['Ulm', 'Bonn'][at % 2]!},${['free', 'pro'][(at >> 1) % 2]!},${100 + at * 3}`,
  );
  writeFileSync(made.path('people.csv'), `city,plan,points\n${rows.join('\n')}\n`);
});
afterEach(() => made.close());

async function release(dropped: string[], kind: RecipeFile['release'], name: string, file = 'people.csv') {
  const step = { op: 'drop-columns', version: 1, settings: { columns: dropped }, reason: 'test', enabled: true };
  const steps = dropped.length === 0 ? [] : [step];
  const target = { k: kind === 'anonymised' ? 5 : 1, suppression: 0 };
  const recipe: RecipeFile = {
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'P1',
    release: kind,
    referenceDate: '2026-11-23',
    target,
    columns: ['city', 'plan', 'points'],
    steps,
  };
  const grant = (path: string, as: 'read' | 'write') => made.engine.grants.add(made.path(path), as).grantId;
  const job: AsyncIterable<JobEvent<unknown>> = await made.client.files.apply({
    grantId: grant(file, 'read'),
    recipe,
    outputGrantId: grant(name, 'write'),
    keepOrder: false,
    force: true,
  });
  for await (const event of job) if (event.type === 'result') return event.value;
  throw new Error('The job gave no result.');
}

it('without a workspace an earlier release is known by the certificate beside the output, and only of the same source', async () => {
  expect(await release(['city'], 'pseudonymised', 'first.csv')).toMatchObject({ earlierReleases: null });
  // Nothing is said of joining where the new release has no row of its own in common with it.
  expect(await release(['points'], 'anonymised', 'second.csv')).toMatchObject({
    label: 'anonymised',
    earlierReleases: [{ output: 'first.csv', columns: ['plan'], joined: 0 }],
  });
  // A release that was not to be anonymised is held against those that were.
  expect(await release([], 'pseudonymised', 'third.csv')).toMatchObject({
    earlierReleases: [{ output: 'second.csv', joined: 0 }],
  });
  writeFileSync(made.path('others.csv'), 'city,plan,points\nUlm,free,1\nUlm,free,1\n');
  expect(await release(['points'], 'pseudonymised', 'fourth.csv', 'others.csv')).toMatchObject({
    earlierReleases: null,
  });
});

it('a certificate that is replaced, damaged or none at all is left aside', async () => {
  await release(['points'], 'anonymised', 'first.csv');
  writeFileSync(made.path('broken.csv.certificate.json'), '{"format": "custos-certificate"');
  writeFileSync(made.path('other.csv.certificate.json'), '{}');
  expect(await release(['points'], 'anonymised', 'first.csv')).toMatchObject({
    label: 'anonymised',
    earlierReleases: null,
  });
  rmSync(made.path('first.csv.certificate.json'));
});
