import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { follow, makeEngine } from '#test/support/make-engine.ts';
import { people, releaseRecipe, workedWorkspace } from '../journal/worked-workspace.ts';

/** An engine in which no workspace is open. */
function withoutWorkspace() {
  const made = makeEngine();
  onTestFinished(() => made.close());
  const { client, engine, path } = made;
  writeFileSync(path('people.csv'), people());
  const apply = (output: string, recipe = releaseRecipe()) =>
    follow(
      client.files.apply({
        grantId: engine.grants.add(path('people.csv'), 'read').grantId,
        recipe,
        outputGrantId: engine.grants.add(path(output), 'write').grantId,
      }),
    );
  return { path, apply };
}

it('a delimited release has a descriptor beside it that names its bytes, purpose, certificate and proof', async () => {
  const { path, apply, client } = await workedWorkspace();
  const result = await apply('out.csv');
  expect(result.descriptor).toBe(path('out.csv.datapackage.json'));
  const described = JSON.parse(readFileSync(result.descriptor!, 'utf8')) as { resources: object[] };
  expect(described).toMatchObject({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    title: 'out.csv',
    'custos:release': {
      certificate: { path: 'out.csv.certificate.json' },
      logEntry: { proof: 'out.csv.certificate.json.tlog-proof' },
    },
    'custos:purpose': { id: 'p1-find-segments' },
    resources: [
      {
        path: 'out.csv',
        bytes: readFileSync(path('out.csv')).length,
        hash: `sha256:${result.sha256}`,
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\n' },
        schema: {
          fields: [
            { name: 'city', type: 'string', constraints: { required: true } },
            { name: 'loyalty_segment', type: 'string' },
          ],
        },
      },
    ],
  });
  expect(described).not.toHaveProperty('licenses');
  const entry = (await client.register.list({})).entries.find(({ kind }) => kind === 'release.written');
  expect(entry).toMatchObject({ payload: { descriptorSha256: expect.any(String) } });
});

it('a descriptor that was changed is found, one that is gone was handed over', async () => {
  const { path, apply, verify } = await workedWorkspace();
  await apply('out.tsv');
  const there = path('out.tsv.datapackage.json');
  writeFileSync(there, readFileSync(there, 'utf8').replace('p1-find-segments', 'p2-audience'));
  expect(verify()).toMatchObject({
    ok: false,
    problems: [{ kind: 'output-changed', detail: expect.stringContaining('out.tsv.datapackage.json') }],
  });
});

it('a descriptor that is there is not written over without being asked to; other formats have none', async () => {
  const { path, apply, wrote } = await workedWorkspace();
  for (const name of ['out.csv', 'out.jsonl']) writeFileSync(path(`${name}.datapackage.json`), 'somebody’s own');
  await expect(apply('out.csv')).rejects.toMatchObject({ code: 'TARGET_EXISTS' });
  expect(wrote('out.csv')).toBe(false);
  expect((await apply('out.jsonl')).descriptor).toBeNull();
  expect(readFileSync(path('out.csv.datapackage.json'), 'utf8')).toBe('somebody’s own');
  expect(existsSync(path('out.csv.certificate.json.tlog-proof'))).toBe(false);
});

it('lies beside a release that no register knows, too, and names no proof', async () => {
  const { path, apply } = withoutWorkspace();
  const { descriptor, proof } = await apply('out.csv');
  expect([descriptor, proof]).toEqual([path('out.csv.datapackage.json'), null]);
  const described = JSON.parse(readFileSync(path('out.csv.datapackage.json'), 'utf8')) as Record<string, object>;
  expect(described).toMatchObject({ 'custos:release': { certificate: { path: 'out.csv.certificate.json' } } });
  expect(described['custos:release']).not.toHaveProperty('logEntry');
  expect(described).not.toHaveProperty('contributors');
  expect((await apply('out.jsonl')).descriptor).toBeNull();
});

it('of a release that was thrown away gives way to the next one; a changed one and that of another file do not', async () => {
  const { path, apply } = withoutWorkspace();
  const there = path('out.csv.datapackage.json');
  const throwAway = (): void => {
    for (const name of ['out.csv', 'out.csv.certificate.json']) rmSync(path(name));
  };
  await apply('out.csv');
  const first = readFileSync(there, 'utf8');
  await expect(apply('out.csv')).rejects.toMatchObject({ code: 'TARGET_EXISTS' });
  throwAway();
  await apply('out.csv', releaseRecipe(['full_name', 'email', 'city']));
  expect(readFileSync(there, 'utf8')).not.toBe(first);

  throwAway();
  await apply('other.csv');
  const others = [
    ['changed', first.replace('"title": "out.csv"', '"title": "mine",\n  "homepage": "mine"')],
    ['laid out anew', JSON.stringify(JSON.parse(first))],
    ['of another output', readFileSync(path('other.csv.datapackage.json'), 'utf8')],
    ['cut short', first.slice(0, 300)],
  ] as const;
  for (const [why, text] of others) {
    writeFileSync(there, text);
    await expect(apply('out.csv'), why).rejects.toMatchObject({ code: 'TARGET_EXISTS' });
    expect(readFileSync(there, 'utf8'), why).toBe(text);
    expect(existsSync(path('out.csv')), why).toBe(false);
  }
  // Under another name than its own nothing gives way.
  copyFileSync(path('other.csv.datapackage.json'), path('out.csv.certificate.json'));
  rmSync(there);
  await expect(apply('out.csv')).rejects.toMatchObject({ code: 'TARGET_EXISTS' });
});
