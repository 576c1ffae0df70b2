import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { workedWorkspace } from '../journal/worked-workspace.ts';

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
