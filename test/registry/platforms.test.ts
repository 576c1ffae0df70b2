import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { platformMinima } from '#shared/policy/platform-minima.ts';
import { platformHash } from '#shared/recipe/operations/platform-hash.ts';
import { platformFields, takesField } from '#shared/recipe/platforms/platform-profile.ts';
import { platformProfiles } from '#shared/recipe/platforms/index.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { writeSql } from '#shared/sql/write-sql.ts';
import { openTestDuck, rowsOf, tableOf } from '#test/support/duck-rows.ts';

const vectors = platformProfiles.flatMap((profile) => profile.vectors.map((vector) => ({ profile, vector })));

let duck: Awaited<ReturnType<typeof openTestDuck>>['duck'];
let close: () => Promise<void>;
beforeAll(async () => ({ duck, close } = await openTestDuck()));
afterAll(async () => close());

describe('the list of platforms', () => {
  it('has the nine that take customer lists, each in a file of its name', () => {
    const files = readdirSync(new URL('../../shared/recipe/platforms', import.meta.url))
      .map((file) => file.replace('.ts', ''))
      .filter((file) => !/^(index$|platforms?-|upload-)/.test(file));
    expect(platformProfiles.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
    expect(platformProfiles).toHaveLength(9);
  });

  it.each(platformProfiles.map((profile) => [profile.label, profile] as const))(
    '%s has a dated source, a smallest audience, and a vector for each identifier that it takes',
    (_label, profile) => {
      expect(profile.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(profile.source.length).toBeGreaterThan(20);
      expect(platformMinima.rows.filter(({ subject }) => subject === profile.id)).toHaveLength(1);
      const fields = new Set(profile.vectors.map(({ field }) => field));
      expect([...fields].sort()).toEqual(platformFields.filter((field) => takesField(profile, field)).sort());
    },
  );

  it.each(vectors.map(({ profile, vector }) => [profile.label, vector.written.trim(), profile, vector] as const))(
    '%s hashes %s as it says',
    async (_label, _written, profile, vector) => {
      expect(createHash('sha256').update(vector.normalised, 'utf8').digest('hex')).toBe(vector.sha256);
      await tableOf(duck, 'platform_vectors', 1, [[vector.written]]);
      const plan = platformHash.plan(
        { columns: ['id'], platform: profile.id, field: vector.field, callingCode: '', profile: profile.version },
        { kind: 'source', columns: [{ name: 'id', physical: 'c1' }] },
        { step: 0, referenceDate: '2026-11-23', keyName: 'p1', k: 2 },
      );
      expect(await rowsOf(duck, writeSql(plan, 'platform_vectors', ['o1'], duckDialect))).toEqual([[vector.sha256]]);
    },
  );

  it('makes nothing of an address of which only signs are left', async () => {
    await tableOf(duck, 'platform_nothing', 1, [['+news@example.com'], ['$.@example.com'], ['nobody']]);
    const plan = platformHash.plan(
      { columns: ['id'], platform: 'reddit', field: 'email', callingCode: '', profile: 1 },
      { kind: 'source', columns: [{ name: 'id', physical: 'c1' }] },
      { step: 0, referenceDate: '2026-11-23', keyName: 'p1', k: 2 },
    );
    expect(await rowsOf(duck, writeSql(plan, 'platform_nothing', ['o1'], duckDialect))).toEqual([
      [null],
      [null],
      [null],
    ]);
  });
});
