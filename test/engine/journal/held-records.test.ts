import SqliteDatabase from 'better-sqlite3';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asSchema4 } from '#test/migrations/older-workspace.ts';
import { passphrase, releaseRecipe, workedWorkspace, type Worked } from './worked-workspace.ts';

const sql = (made: Worked, text: string): void => {
  const db = new SqliteDatabase(made.file);
  db.exec(text);
  db.close();
};
const found = (made: Worked): string[] => made.verify().problems.map(({ kind }) => kind);

/** One edit by any SQLite client, what verification calls it, and whether a release rests on what was edited. */
const edits: [string, string, string, boolean][] = [
  [
    'the class of a decision',
    `UPDATE decision SET body = json_set(body, '$.class', 'non_pii', '$.type', 'text') WHERE column_name = 'email'`,
    'record-changed',
    true,
  ],
  [
    'the reason of a decision',
    `UPDATE decision SET body = json_set(body, '$.reason', 'because') WHERE column_name = 'city'`,
    'record-changed',
    true,
  ],
  [
    'who decided',
    `UPDATE decision SET body = json_set(body, '$.actor', 'Grace') WHERE column_name = 'city'`,
    'record-changed',
    true,
  ],
  [
    'a decision given to another column',
    `UPDATE decision SET column_name = 'x' WHERE column_name = 'email'`,
    'record-missing',
    true,
  ],
  ['a decision removed', `DELETE FROM decision WHERE column_name = 'email'`, 'record-missing', true],
  ['all decisions removed', 'DELETE FROM decision', 'record-missing', true],
  [
    'a decision added',
    `INSERT INTO decision (dataset_id, column_name, body) SELECT dataset_id, 'other', body FROM decision WHERE ` +
      `column_name = 'email'`,
    'record-added',
    true,
  ],
  [
    'a body that says one thing twice',
    `UPDATE decision SET body = substr(body, 1, length(body) - 1) || ',"class":"non_pii"}' WHERE column_name = 'email'`,
    'record-changed',
    true,
  ],
  ['the version of a body', `UPDATE decision SET body_version = 2 WHERE column_name = 'email'`, 'record-changed', true],
  [
    'a suggestion',
    `UPDATE classification SET body = json_set(body, '$.columns[1].class', 'non_pii', '$.columns[1].flags', json('[]'))`,
    'record-changed',
    true,
  ],
  [
    'the policy of a classification',
    `UPDATE classification SET body = json_set(body, '$.policy', 'gdpr-strict')`,
    'record-changed',
    true,
  ],
  ['a classification removed', 'DELETE FROM classification', 'record-missing', true],
  [
    'which column is which',
    `UPDATE dataset SET body = json_set(body, '$.columns[0].physical', 'c2', '$.columns[1].physical', 'c1')`,
    'record-changed',
    true,
  ],
  [
    'the file a dataset came from',
    `UPDATE dataset SET sha256 = '${'0'.repeat(64)}', body = json_set(body, '$.sha256', '${'0'.repeat(64)}')`,
    'record-changed',
    true,
  ],
  ['the file in its own column alone', `UPDATE dataset SET sha256 = '${'0'.repeat(64)}'`, 'record-changed', true],
  ['a dataset removed', 'PRAGMA foreign_keys = ON; DELETE FROM dataset', 'record-missing', true],
  [
    'the benefit of a purpose',
    `UPDATE purpose SET body = json_set(body, '$.customerBenefit', 'none')`,
    'record-changed',
    true,
  ],
  ['a purpose removed', 'DELETE FROM purpose', 'record-missing', true],
  [
    'a purpose added in place of a preset',
    `INSERT INTO purpose (id, body) SELECT 'P1', json_set(body, '$.id', 'P1') FROM purpose`,
    'record-added',
    true,
  ],
  ['the policy', `UPDATE setting SET value = 'gdpr-strict' WHERE name = 'policy'`, 'record-changed', true],
  [
    'a policy row that the workspace set',
    `UPDATE setting SET value = json_set(value, '$.value', 3650) WHERE name = 'policy-override:targeting-age'`,
    'record-changed',
    true,
  ],
  [
    'the reason of a policy row',
    `UPDATE setting SET value = json_set(value, '$.reason', 'because') WHERE name = 'policy-override:targeting-age'`,
    'record-changed',
    true,
  ],
  [
    'a policy row as shipped again',
    `DELETE FROM setting WHERE name = 'policy-override:targeting-age'`,
    'record-missing',
    true,
  ],
  [
    'a policy row set by nobody',
    `INSERT INTO setting (name, value) SELECT 'policy-override:digital-consent-age', json_set(value, '$.key', ` +
      `'digital-consent-age') FROM setting WHERE name = 'policy-override:targeting-age'`,
    'record-added',
    true,
  ],
  ['the operator', `UPDATE setting SET value = 'Grace' WHERE name = 'operator'`, 'record-changed', true],
  ['the operator removed', `DELETE FROM setting WHERE name = 'operator'`, 'record-missing', true],
  ['the organisation', `UPDATE setting SET value = 'Other' WHERE name = 'organisation'`, 'record-changed', true],
  [
    'the mark of a temporary workspace',
    `UPDATE setting SET value = 'true' WHERE name = 'temporary'`,
    'record-changed',
    true,
  ],
  [
    'the day of its making',
    `UPDATE setting SET value = '2020-01-01T00:00:00.000Z' WHERE name = 'createdAt'`,
    'record-changed',
    true,
  ],
  [
    'the label of a release',
    `UPDATE release SET body = json_set(body, '$.label', 'synthetic')`,
    'record-changed',
    false,
  ],
  ['the entry of a release', `UPDATE release SET body = json_set(body, '$.registerEntry', 1)`, 'record-changed', false],
  ['when a release was made', `UPDATE release SET created_at = '2020-01-01T00:00:00.000Z'`, 'record-changed', false],
  ['a release removed', 'DELETE FROM release', 'record-missing', false],
  [
    'a release added',
    `INSERT INTO release (id, dataset_id, created_at, body) SELECT 'r2', dataset_id, created_at, body FROM release`,
    'record-added',
    false,
  ],
];

describe('an edit of the catalogue by a SQLite client', () => {
  it('is named by verification, each of them, and refuses the release that rests on it', async () => {
    const made = await workedWorkspace();
    await made.apply('before.csv');
    await made.shut();
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    const sound = readFileSync(made.file);
    const head = readFileSync(join(made.workspace, 'head.json'));
    for (const [at, [what, edit, kind, rests]] of edits.entries()) {
      // As it was before the last one, and nobody saw more.
      writeFileSync(made.file, sound);
      writeFileSync(join(made.workspace, 'head.json'), head);
      rmSync(join(made.directory, 'profile', 'heads'), { recursive: true, force: true });
      sql(made, edit);
      const told = made.verify();
      expect(told.ok, what).toBe(false);
      expect(
        told.problems.map((problem) => problem.kind),
        what,
      ).toContain(kind);
      for (const { detail } of told.problems.filter((problem) => problem.kind !== 'other-version'))
        expect(detail, what).toMatch(/^The .*outside Custos\. .*\.$/);
      if (!rests) continue;
      await made.open();
      const refused = made.apply(`out${at}.csv`, releaseRecipe([])).then(
        () => null,
        (error: { code: string; message: string }) => error,
      );
      expect(await refused, what).toMatchObject({
        code: 'REGISTER_CONTRADICTS',
        message: expect.stringContaining('Nothing was written'),
      });
      expect(made.wrote(`out${at}.csv`), what).toBe(false);
      await made.shut();
    }
  });

  it('is named with the column and what to do; deciding again makes it right', async () => {
    const made = await workedWorkspace();
    sql(
      made,
      `UPDATE decision SET body = json_set(body, '$.class', 'non_pii', '$.type', 'text') WHERE column_name = 'email'`,
    );
    const told = made.verify().problems[0]?.detail;
    expect(told).toMatch(
      /^The decision on column “email” of dataset people is not what entry \d+ says: it was changed outside Custos\. Decide on the column again/,
    );
    await expect(made.apply('raw.csv', releaseRecipe([]))).rejects.toMatchObject({
      message: expect.stringContaining('“email”'),
    });
    expect((await made.client.register.list({ kind: 'release.refused' })).entries[0]?.payload).toMatchObject({
      code: 'REGISTER_CONTRADICTS',
    });
    await made.client.classify.decide({
      datasetId: made.dataset.id,
      decisions: [{ column: 'email', action: 'accept' }],
    });
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    await made.apply('out.csv');
  });

  it.each([
    ['changed', `UPDATE setting SET value = json_set(value, '$.value', 0) WHERE name LIKE 'policy-override:%'`],
    ['removed', `DELETE FROM setting WHERE name LIKE 'policy-override:%'`],
  ])('of a policy row that was %s is named with the row; resetting it makes it right', async (_how, edit) => {
    const made = await workedWorkspace();
    sql(made, edit);
    expect(made.verify().problems[0]?.detail).toMatch(/own value of policy row targeting-age .* Set or reset it again/);
    await expect(made.apply('out.csv')).rejects.toMatchObject({
      code: 'REGISTER_CONTRADICTS',
      message: expect.stringContaining('targeting-age'),
    });
    expect(await made.client.policy.reset({ key: 'targeting-age', reason: 'put right' })).toMatchObject({
      value: 18,
      override: null,
    });
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    await made.apply('out.csv');
  });

  it('of suggestions takes no decision on them', async () => {
    const made = await workedWorkspace();
    sql(made, `UPDATE classification SET body = json_set(body, '$.columns[1].class', 'non_pii')`);
    await expect(
      made.client.classify.decide({ datasetId: made.dataset.id, decisions: [{ column: 'email', action: 'accept' }] }),
    ).rejects.toMatchObject({ code: 'REGISTER_CONTRADICTS' });
    for await (const event of await made.client.classify.run({ datasetId: made.dataset.id })) void event;
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('of a dataset that is open counts, too, whatever is in memory', async () => {
    const made = await workedWorkspace();
    await made.client.classify.get({ datasetId: made.dataset.id });
    sql(made, `UPDATE decision SET body = json_set(body, '$.class', 'non_pii') WHERE column_name = 'email'`);
    const grantId = made.engine.grants.add(made.path('out.csv'), 'write').grantId;
    const run = async (): Promise<void> => {
      for await (const event of await made.client.releases.run({
        datasetId: made.dataset.id,
        recipe: releaseRecipe(),
        grantId,
      }))
        void event;
    };
    await expect(run()).rejects.toMatchObject({ code: 'REGISTER_CONTRADICTS' });
    expect(made.wrote('out.csv')).toBe(false);
  });
});

describe('files of a workspace', () => {
  it(
    'a certificate that was changed or removed, and a released file that differs, are named; one that was handed ' +
      'over is not',
    async () => {
      const made = await workedWorkspace();
      await made.apply('out.csv');
      const [copy] = readdirSync(join(made.workspace, 'releases'));
      const path = join(made.workspace, 'releases', copy!);
      const certificate = readFileSync(path);
      writeFileSync(path, certificate.toString().replace('"anonymised"', '"synthetic"'));
      expect(found(made)).toEqual(['certificate-changed']);
      rmSync(path);
      expect(made.verify()).toMatchObject({
        ok: false,
        problems: [{ kind: 'certificate-missing', detail: expect.stringContaining('out.csv') }],
      });
      writeFileSync(path, certificate);
      const output = readFileSync(made.path('out.csv'));
      writeFileSync(made.path('out.csv'), `${output.toString()}Bonn,gold\n`);
      expect(made.verify()).toMatchObject({
        ok: false,
        problems: [{ kind: 'output-changed', detail: expect.stringContaining('out.csv') }],
      });
      writeFileSync(made.path('out.csv'), output);
      writeFileSync(made.path('out.csv.certificate.json'), '{}');
      expect(found(made)).toEqual(['output-changed']);
      for (const name of ['out.csv', 'out.csv.certificate.json']) rmSync(made.path(name));
      expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    },
  );

  it('a working recipe that was changed is named, and released only once it was saved', async () => {
    const made = await workedWorkspace();
    const path = join(made.workspace, 'recipes', `${made.dataset.id}.json`);
    const spaced = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, 7);
    writeFileSync(path, spaced);
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    writeFileSync(path, spaced.replace('"k": 5', '"k": 2'));
    expect(made.verify()).toMatchObject({
      ok: false,
      problems: [{ kind: 'recipe-changed', detail: expect.stringContaining(`recipes/${made.dataset.id}.json`) }],
    });
    const recipe = (await made.client.recipes.get({ datasetId: made.dataset.id }))!;
    const run = async (name: string): Promise<void> => {
      for await (const event of await made.client.releases.run({
        datasetId: made.dataset.id,
        recipe,
        grantId: made.engine.grants.add(made.path(name), 'write').grantId,
      }))
        void event;
    };
    await expect(run('out.csv')).rejects.toMatchObject({
      code: 'REGISTER_CONTRADICTS',
      message: expect.stringContaining('save it there'),
    });
    expect(existsSync(made.path('out.csv'))).toBe(false);
    await made.client.recipes.save({ datasetId: made.dataset.id, recipe });
    await run('out.csv');
    expect(made.verify()).toMatchObject({ ok: true, problems: [] });
    rmSync(path);
    expect(found(made)).toEqual(['recipe-missing']);
  });
});

describe('a workspace of an older Custos', () => {
  it('opens, verifies and releases, says what cannot be held, and names what its entries contradict', async () => {
    const made = await workedWorkspace();
    await made.apply('before.csv');
    await made.shut();
    await asSchema4(made.workspace, passphrase, join(made.directory, 'profile'));
    const before = made.verify();
    expect(before).toMatchObject({ ok: true });
    expect(before.problems.map(({ kind }) => kind)).toEqual(['not-held', 'not-held', 'not-held']);
    expect(before.problems.map(({ detail }) => detail).join(' ')).toMatch(
      /record of dataset people cannot be held .* classification of dataset people cannot be held/,
    );
    const sound = readFileSync(made.file);
    for (const edit of [
      `UPDATE decision SET body = json_set(body, '$.class', 'non_pii') WHERE column_name = 'email'`,
      `DELETE FROM decision WHERE column_name = 'email'`,
      `UPDATE classification SET body = json_set(body, '$.columns[1].class', 'non_pii')`,
      `UPDATE dataset SET body = json_set(body, '$.rows', 4)`,
      `UPDATE purpose SET body = json_set(body, '$.title', 'x')`,
      `UPDATE setting SET value = 'Grace' WHERE name = 'operator'`,
    ]) {
      writeFileSync(made.file, sound);
      sql(made, edit);
      expect(made.verify().ok, edit).toBe(false);
    }
    writeFileSync(made.file, sound);
    await made.open();
    await made.apply('after.csv');
    for await (const event of await made.client.classify.run({ datasetId: made.dataset.id })) void event;
    const after = made.verify();
    expect(after.ok).toBe(true);
    expect(after.problems.map(({ detail }) => detail).join(' ')).not.toContain('classification of');
  });
});
