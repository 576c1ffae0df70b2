import SqliteDatabase, { type Database } from 'better-sqlite3';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromFormat1 } from '#shared/domain/recipe-format-1.ts';
import { catalogOf } from '#engine/catalog/catalog.ts';
import { migrate, versionOf } from '#engine/catalog/migrate.ts';
import { migrations, schemaVersion } from '#engine/catalog/migrations/index.ts';
import { applicationId, openCatalog } from '#engine/catalog/open-catalog.ts';
import { listEntries, verifyRegister } from '#engine/journal/read-journal.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import { datasetSummary } from '#shared/contract/datasets.ts';
import { asSchema4 } from './older-workspace.ts';
import { appendSome, makeWorkspace, passphrase, scratch } from '../engine/workspace/support.ts';

const now = new Date('2026-01-05T09:00:00Z');

/** Everything in a schema, in the order of its making. */
const schemaOf = (db: Database): unknown[] =>
  db.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name`).all();

/** An older database, made by running the migrations that there were then. */
function olderDatabase(version: number): { db: Database; directory: string } {
  const directory = scratch();
  const db = new SqliteDatabase(join(directory, 'register.sqlite'));
  db.pragma(`application_id = ${applicationId}`);
  migrate(db, directory, 'Old.custos', now, migrations.slice(0, version));
  return { db, directory };
}

/** Rows that a database of each schema version could have held. */
const rowsOf: Record<number, string> = {
  1:
    `INSERT INTO log VALUES (1, 'leaf', '${'0'.repeat(64)}', '2026-01-05T09:00:00.000Z', 'workspace.created', 'Ada', ` +
    `'w', '{}'); INSERT INTO checkpoint VALUES (1, 'note'); INSERT INTO setting VALUES ('operator', 'Ada');`,
  2:
    `INSERT INTO dataset (id, imported_at, sha256, body) VALUES ('d1', '2026-01-05T09:00:00.000Z', 'abc', '{}'); ` +
    `INSERT INTO classification (dataset_id, body) VALUES ('d1', '{}'); INSERT INTO decision (dataset_id, ` +
    `column_name, body) VALUES ('d1', 'email', '{}'); INSERT INTO recipe VALUES ('d1', '2026-01-05T09:00:00.000Z', ` +
    `'{}');`,
  3:
    `INSERT INTO release (id, dataset_id, created_at, body) VALUES ('r1', 'd1', '2026-01-05T09:00:00.000Z', '{}'); ` +
    `INSERT INTO purpose (id, body) VALUES ('p1', '{}'); INSERT INTO job VALUES ('j1', 'import', 's', ` +
    `'2026-01-05T09:00:00.000Z', NULL, 'running');`,
  4: '',
  5: `INSERT INTO log_clock VALUES (1, '2026-01-05T09:00:00.000Z');`,
  6: `INSERT INTO log_signature VALUES (1, 'key', 'signature');`,
  7:
    `INSERT INTO record_version VALUES ('activity', 'a', 1, 'PA-001', 'in-review', '', 'Ada', '[]', '', NULL, NULL, ` +
    `'{}', 1); INSERT INTO record_draft VALUES ('activity', 'a', 'PA-001', 1, '', 'Ada', '[]', '', NULL, '{}', 1);`,
  8: `INSERT INTO recipe_sitting VALUES ('d1', '{}', 'signature');`,
  9:
    `INSERT INTO consent_batch VALUES ('b1', '{}', 1); ` +
    `INSERT INTO consent_event VALUES (1, 'b1', 'p', 'P2', 'given', '2026-01-05', NULL, NULL);`,
  10: `INSERT INTO case_record VALUES ('request', 'r1', '{}', 1);`,
};
const tablesOf: Record<number, string[]> = {
  1: ['log', 'checkpoint', 'setting'],
  2: ['dataset', 'classification', 'decision', 'recipe'],
  3: ['release', 'purpose', 'job'],
  4: [],
  5: ['log_clock'],
  6: ['log_signature'],
  7: ['record_version', 'record_draft'],
  8: ['recipe_sitting'],
  9: ['consent_batch', 'consent_event'],
  10: ['case_record'],
};
/** Tables that a later schema gave up; their rows are files. */
const givenUp = ['recipe'];

describe('the migrations', () => {
  it('are numbered without a gap, in files that are named after them', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    const files = readdirSync(new URL('../../electron/engine/catalog/migrations/', import.meta.url)).filter((name) =>
      /^\d/.test(name),
    );
    expect(files.toSorted()).toEqual(
      migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`),
    );
    expect(Object.keys(rowsOf).map(Number)).toEqual(migrations.map(({ version }) => version));
  });

  it.each(migrations.map(({ version }) => version).filter((version) => version < schemaVersion))(
    'bring a database of schema %d up to date, keep its rows, and a copy of it as it was',
    (version) => {
      const { db, directory } = olderDatabase(version);
      for (let made = 1; made <= version; made += 1)
        db.exec(
          version < 4 ? (rowsOf[made] as string) : (rowsOf[made] as string).replace(/INSERT INTO recipe [^;]*;/, ''),
        );
      const before = schemaOf(db);
      const migrated = migrate(db, directory, 'Old.custos', now);
      expect(migrated).toEqual({
        from: version,
        to: schemaVersion,
        backup: `register-v${version}-2026-01-05T09-00-00-000Z.sqlite`,
      });
      expect(versionOf(db)).toBe(schemaVersion);
      for (let made = 1; made <= version; made += 1)
        for (const table of (tablesOf[made] as string[]).filter((name) => !givenUp.includes(name)))
          expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(1);
      const fresh = olderDatabase(schemaVersion).db;
      expect(schemaOf(db)).toEqual(schemaOf(fresh));
      const backup = new SqliteDatabase(join(directory, 'backups', migrated?.backup as string), { readonly: true });
      expect(versionOf(backup)).toBe(version);
      expect(schemaOf(backup)).toEqual(before);
      for (const table of tablesOf[version] as string[])
        expect(backup.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(
          givenUp.includes(table) ? 0 : 1,
        );
      for (const open of [db, fresh, backup]) open.close();
    },
  );

  it('do nothing to a database that is up to date, and back nothing up', () => {
    const { db, directory } = olderDatabase(schemaVersion);
    expect(migrate(db, directory, 'New.custos', now)).toBeNull();
    expect(readdirSync(directory)).toEqual(['register.sqlite']);
    db.close();
  });

  it('refuse a database from the future by its version and change nothing', () => {
    const { db, directory } = olderDatabase(schemaVersion);
    db.pragma(`user_version = ${schemaVersion + 1}`);
    const before = readFileSync(join(directory, 'register.sqlite'));
    expect(() => migrate(db, directory, 'New.custos', now)).toThrow(
      expect.objectContaining({
        code: 'WORKSPACE_FROM_FUTURE',
        message: expect.stringContaining(`schema ${schemaVersion + 1}, this one knows ${schemaVersion}`),
      }),
    );
    db.close();
    expect(readFileSync(join(directory, 'register.sqlite')).equals(before)).toBe(true);
  });

  it('leave the database at the last good version when one fails half-way', () => {
    const { db, directory } = olderDatabase(1);
    const failing = {
      version: 2,
      name: 'failing',
      up: (on: Database) => on.exec('CREATE TABLE half (x); INSERT INTO nowhere VALUES (1)'),
    };
    expect(() =>
      migrate(db, directory, 'Old.custos', now, [migrations[0] as (typeof migrations)[number], failing]),
    ).toThrow(/nowhere/);
    expect(versionOf(db)).toBe(1);
    expect(schemaOf(db).some((item) => (item as { name: string }).name === 'half')).toBe(false);
    db.close();
  });
});

describe('the recipes of schema 3', () => {
  const secret = 'Zquiddleton';
  const body = (value: string) =>
    JSON.stringify({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P1',
      release: 'anonymised',
      referenceDate: '2026-01-05',
      target: { k: 5, suppression: 0.05 },
      steps: [
        {
          op: 'map-categories',
          version: 1,
          settings: { hierarchy: Array.from({ length: 400 }, (_, at) => [`${value}${at}`, value]) },
        },
      ],
    });
  const day = '2011-02-03';
  const older = () => {
    const { db, directory } = olderDatabase(3);
    db.pragma('secure_delete = ON');
    db.exec(rowsOf[2]!);
    db.prepare('UPDATE recipe SET body = ?').run(body(secret));
    db.prepare('UPDATE classification SET body = ?').run(
      JSON.stringify({ rows: 2, inventory: [{ column: 'signup', since: day, tracks: 'x' }] }),
    );
    db.exec(
      `INSERT INTO dataset VALUES ('d2', '', '', '{}'), ('../../out', '', '', '{}'); INSERT INTO recipe VALUES ` +
        `('d2', '', 'no ${secret}'), ('../../out', '', '{}')`,
    );
    return { db, directory, file: join(directory, 'recipes', 'd1.json') };
  };
  const filesWith = (directory: string, text: string) =>
    readdirSync(directory, { recursive: true, withFileTypes: true }).flatMap((found) =>
      found.isFile() && readFileSync(join(found.parentPath, found.name)).includes(text) ? [found.name] : [],
    );

  it(
    'become readable files for their owner only, and nothing of them or of any day stays in the database or in its ' +
      'backup',
    () => {
      const { db, directory, file } = older();
      migrate(db, directory, 'Old.custos', now);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(body(secret)));
      expect(readFileSync(file, 'utf8')).toContain('\n  "purpose": "P1",\n');
      expect([statSync(file).mode & 0o777, statSync(join(directory, 'recipes')).mode & 0o777]).toEqual([0o600, 0o700]);
      expect(db.prepare('SELECT body FROM classification').pluck().get()).toBe(
        JSON.stringify({ rows: 2, inventory: [{ column: 'signup', since: null, tracks: 'x' }] }),
      );
      db.close();
      // What was no recipe is kept as it was; what would leave the folder is not written at all.
      expect(filesWith(directory, secret).toSorted()).toEqual(['d1.json', 'd2.json']);
      expect(filesWith(directory, day)).toEqual([]);
      expect(readdirSync(directory).toSorted()).toEqual(['backups', 'recipes', 'register.sqlite']);
      expect(readdirSync(join(directory, 'backups'))).toEqual(['register-v3-2026-01-05T09-00-00-000Z.sqlite']);
      expect(existsSync(join(directory, '..', 'out.json'))).toBe(false);
    },
  );

  it('lose nothing in a crash before the last moment, or when a file lies there already', () => {
    const { db, directory, file } = older();
    const crashing = {
      ...migrations[3]!,
      up: (...on: Parameters<(typeof migrations)[number]['up']>) => {
        migrations[3]!.up(...on);
        throw new Error('crash');
      },
    };
    expect(() => migrate(db, directory, 'Old.custos', now, [...migrations.slice(0, 3), crashing])).toThrow('crash');
    expect([versionOf(db), db.prepare('SELECT count(*) FROM recipe').pluck().get()]).toEqual([3, 3]);
    const moved = readFileSync(file, 'utf8');
    writeFileSync(join(directory, 'recipes', 'd2.json'), 'somebody’s own');
    migrate(db, directory, 'Old.custos', new Date(now.getTime() + 1000));
    expect(readFileSync(file, 'utf8')).toBe(moved);
    expect(readFileSync(join(directory, 'recipes', 'd2.json'), 'utf8')).toBe(`no ${secret}`);
    const kept = readdirSync(join(directory, 'recipes')).filter((name) => name.includes('kept'));
    expect(kept).toEqual([expect.stringMatching(/^d2\.kept-[0-9a-f]{12}\.json$/)]);
    expect(readFileSync(join(directory, 'recipes', kept[0]!), 'utf8')).toBe('somebody’s own');
    db.close();
    expect(filesWith(join(directory, 'backups'), secret)).toEqual([]);
  });

  it('are not written through a link to somewhere else', () => {
    const { db, directory, file } = older();
    mkdirSync(join(directory, 'recipes'));
    writeFileSync(join(directory, 'elsewhere'), 'mine');
    symlinkSync(join(directory, 'elsewhere'), file);
    expect(() => migrate(db, directory, 'Old.custos', now)).toThrow(
      expect.objectContaining({
        code: 'WORKSPACE_DAMAGED',
        message: expect.stringContaining('recipes/d1.json is a link'),
      }),
    );
    expect([readFileSync(join(directory, 'elsewhere'), 'utf8'), versionOf(db)]).toEqual(['mine', 3]);
    db.close();
  });
});

describe('an older workspace', () => {
  it('opens, verifies, works, and its register says that it was migrated', async () => {
    const { workspace, directory, env } = await makeWorkspace();
    appendSome(workspace, 2);
    await workspace.close();
    const file = join(directory, 'register.sqlite');
    await asSchema4(directory, passphrase, env.profileDirectory);
    // Back to how schema 1 was: the tables of the later ones gone.
    const db = new SqliteDatabase(file);
    for (const version of [3, 2])
      for (const table of (tablesOf[version] as string[]).filter((name) => !givenUp.includes(name)).toReversed())
        db.exec(`DROP TABLE ${table}`);
    db.pragma('user_version = 1');
    db.close();
    expect(verifyRegister(directory, env).ok).toBe(true);
    const again = await openWorkspace(directory, { passphrase }, env);
    expect(again.notices.join(' ')).toMatch(
      /brought up to date; the register as it was is kept in backups\/register-v1-/,
    );
    expect(again.catalog.datasets.list()).toEqual([]);
    await again.close();
    expect(listEntries(directory, { kind: 'workspace.migrated' }).entries[0]?.payload).toMatchObject({
      from: 1,
      to: schemaVersion,
    });
    expect(verifyRegister(directory, env)).toMatchObject({ ok: true, entries: 5 });
    // The backup stands in for the register if need be.
    const backup = readdirSync(join(directory, 'backups'))[0] as string;
    rmSync(file);
    const restored = new SqliteDatabase(join(directory, 'backups', backup), { readonly: true });
    expect(restored.prepare('SELECT count(*) FROM log').pluck().get()).toBe(4);
    restored.close();
  });
});

describe('the catalogue', () => {
  it('keeps and gives back what each repository is for', () => {
    const directory = scratch();
    const { db } = openCatalog(directory, 'New.custos', now, true);
    const { datasets, classifications, recipes, releases, purposes, jobs, settings } = catalogOf(db, directory);
    const dataset = datasetSummary.parse({
      id: 'd1',
      name: 'customers',
      fileName: 'customers.csv',
      importedAt: now.toISOString(),
      rows: 2,
      rejectedRows: 0,
      bytes: 10,
      sha256: 'abc',
      options: { format: 'csv' },
      detections: [],
      columns: [{ name: 'e-mail', physical: 'c1', header: 'e-mail' }],
      warnings: [],
      channel: null,
      informedHow: '',
    });
    datasets.save(dataset);
    datasets.save({ ...dataset, name: 'renamed' });
    expect(datasets.list()).toEqual([{ ...dataset, name: 'renamed' }]);
    expect(datasets.findBySource('abc').map(({ id }) => id)).toEqual(['d1']);
    expect(datasets.findBySource('xyz')).toEqual([]);

    const decision = {
      column: 'e-mail',
      action: 'accepted' as const,
      type: 'email_address' as const,
      class: 'linked' as const,
      reason: null,
      actor: 'Ada',
      at: now.toISOString(),
    };
    classifications.save('d1', {
      rows: 2,
      policy: 'customer-tracking',
      columns: [],
      singlingOut: [],
      channel: null,
      inventory: [],
    });
    classifications.decide('d1', decision);
    classifications.decide('d1', { ...decision, action: 'overridden', type: 'phone_number' });
    expect(classifications.get('d1')?.rows).toBe(2);
    expect(classifications.decisions('d1')).toEqual([{ ...decision, action: 'overridden', type: 'phone_number' }]);

    const recipe = fromFormat1({
      format: 'custos-recipe',
      formatVersion: 1,
      purpose: 'P1',
      release: 'anonymised',
      referenceDate: '2026-01-05',
      target: { k: 5, suppression: 0.05 },
      steps: [{ op: 'from-the-future', version: 9, settings: { a: 1 }, reason: '', enabled: true, more: 'kept' }],
    });
    expect(recipes.get('d1')).toBeNull();
    recipes.save('d1', recipe);
    expect(recipes.get('d1')).toEqual(recipe);

    const release = {
      id: 'r1',
      datasetId: 'd1',
      fileName: 'out.csv',
      purpose: 'P1',
      label: 'anonymised' as const,
      createdAt: now.toISOString(),
      rowsOut: 2,
      k: 5,
      sha256: 'def',
      registerEntry: 3,
      findings: [],
    };
    releases.save(release);
    expect(releases.list()).toEqual([release]);

    const purpose = {
      id: 'own',
      code: 'own',
      title: 'Own',
      description: '',
      dataNeeded: [],
      lawfulBases: [{ basis: 'consent' as const, why: 'asked' }],
      customerBenefit: '',
      retentionDays: null,
      retentionWhy: '',
      targeting: false,
      preset: false,
    };
    purposes.save(purpose);
    expect(purposes.list()).toEqual([purpose]);

    jobs.start({ id: 'j1', kind: 'import', subject: 'customers.csv', startedAt: now.toISOString() });
    expect(jobs.list('running')).toMatchObject([{ id: 'j1', endedAt: null }]);
    jobs.end('j1', 'interrupted', now.toISOString());
    expect(jobs.list('running')).toEqual([]);
    expect(jobs.list()).toMatchObject([{ state: 'interrupted' }]);

    settings.set('a', '1');
    settings.set('a', '2');
    expect([settings.get('a'), settings.get('b')]).toEqual(['2', null]);

    expect(datasets.delete('d1')).toBe(true);
    expect(datasets.delete('d1')).toBe(false);
    expect([
      datasets.get('d1'),
      classifications.get('d1'),
      classifications.decisions('d1').length,
      releases.list().length,
    ]).toEqual([null, null, 0, 1]);
    recipes.delete('d1');
    expect([recipes.get('d1'), readdirSync(join(directory, 'recipes'))]).toEqual([null, []]);
    expect([releases.delete('r1'), releases.get('r1')]).toEqual([true, null]);
    db.close();
  });

  it('passes over a row that was edited by hand into something else', () => {
    const directory = scratch();
    const { db } = openCatalog(directory, 'New.custos', now, true);
    db.exec(
      `INSERT INTO purpose (id, body) VALUES ('p1', 'no JSON'), ('p2', '{}'); INSERT INTO dataset (id, ` +
        `imported_at, sha256, body) VALUES ('d1', '', '', '[]')`,
    );
    expect(catalogOf(db, directory).purposes.list()).toEqual([]);
    expect(catalogOf(db, directory).datasets.get('d1')).toBeNull();
    db.close();
  });
});
