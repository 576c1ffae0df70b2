import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { certificate as certificateSchema, type Certificate } from '#shared/certificate/certificate.ts';
import { certificatePage } from '#shared/certificate/certificate-page.ts';
import { verifyCertificate } from '#shared/certificate/verify-certificate.ts';
import type { RecipeFormat1 } from '#shared/domain/recipe-format-1.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { follow, makeEngine, transports, type TestEngine } from '#test/support/make-engine.ts';

/** Twelve visitors: cookies of 40 and of 10 days ago, ages 17 to 28. */
const visits = Array.from(
  { length: 12 },
  (_, at) =>
    `${10_000_000 + at * 7919}.17${at}000000${at % 10},2026-1${at % 2}-${at % 2 ? '22' : '23'},${17 + at},Bonn`,
);
const csv = `_ga,cookie_last_seen,age,city\n${visits.join('\n')}\n`;

const recipe = (over: Partial<RecipeFormat1>): RecipeFormat1 => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'P1',
  release: 'pseudonymised',
  referenceDate: '2026-12-02',
  target: { k: 1, suppression: 1 },
  steps: [],
  ...over,
});

describe.each(transports)('policy rows, %s', (transport) => {
  let made: TestEngine;
  beforeEach(() => (made = makeEngine(transport)));
  afterEach(() => made.close());

  const open = async (): Promise<string> => {
    await made.client.workspaces.createTemporary({ name: 'Try', operator: 'Ada' });
    writeFileSync(made.path('visits.csv'), csv);
    const { id } = await follow(
      made.client.datasets.import({ grantId: made.engine.grants.add(made.path('visits.csv'), 'read').grantId }),
    );
    const types = { _ga: 'cookie_id', cookie_last_seen: 'timestamp', age: 'age', city: 'city' };
    await made.client.classify.decide({
      datasetId: id,
      decisions: Object.entries(types).map(([column, type]) => ({ column, action: 'override', type, reason: 'known' })),
    });
    return id;
  };
  const release = async (datasetId: string, name: string, over: Partial<RecipeFormat1>): Promise<Certificate> => {
    const grantId = made.engine.grants.add(made.path(name), 'write').grantId;
    await made.client.recipes.save({ datasetId, recipe: recipe(over) });
    await follow(made.client.releases.run({ datasetId, recipe: recipe(over), grantId, keepOrder: false }));
    return certificateSchema.parse(JSON.parse(readFileSync(made.path(`${name}.certificate.json`), 'utf8')));
  };
  const timeToKeep = (found: Certificate) => found.guardrails.find(({ id }) => id === 'E8');

  it('are told with source and day; nothing is set without a workspace', async () => {
    const rows = await made.client.policy.list({});
    expect(rows.find(({ key }) => key === 'identifier-lifetime.cookie_id')).toMatchObject({
      value: 90,
      unit: 'days',
      minimum: 1,
      maximum: 3650,
      row: { value: 90, source: expect.stringContaining('Art. 5(1)(e)'), checkedOn: expect.stringMatching(/^\d{4}-/) },
      override: null,
    });
    expect(rows.find(({ key }) => key === 'digital-consent-age.NO')).toMatchObject({
      value: 16,
      pending: [{ value: 13 }, { value: 15 }],
    });
    expect(
      (await made.client.policy.list({ onDate: '2023-06-01' })).find(({ key }) => key.endsWith('.DK'))?.value,
    ).toBe(13);
    await expect(
      made.client.policy.override({ key: 'targeting-age', value: 16, reason: 'ours' }),
    ).rejects.toMatchObject({ code: 'WORKSPACE_NONE' });
  });

  it('are refused out of bounds, without a reason, and where there is no such row', async () => {
    await made.client.workspaces.createTemporary({ name: 'Try' });
    const refused = async (key: string, value: number, reason: string): Promise<string> =>
      made.client.policy.override({ key, value, reason }).then(
        () => 'taken',
        (error: { code: string; data: { detail: string } }) => `${error.code}: ${error.data.detail}`,
      );
    // No workspace calls somebody under 18 an adult.
    for (const age of [0, 17, 22])
      expect(await refused('targeting-age', age, 'ours')).toBe(
        'WRONG_USAGE: Policy row targeting-age takes a whole number from 18 to 21. Nothing was changed.',
      );
    expect(await refused('identifier-lifetime.cookie_id', 0, 'ours')).toMatch('cookie_id takes a whole number from 1');
    expect(await refused('identifier-lifetime.cookie_id', 30.5, 'ours')).toMatch('whole number');
    expect(await refused('bars-targeting.health', 0, 'ours')).toMatch('is set by law and stays 1');
    expect(await refused('targeting-age', 21, '  ')).toMatch('Say why targeting-age');
    expect(await refused('identifier-lifetime.nothing', 21, 'ours')).toMatch('identifier-lifetime.cookie_id and');
    await expect(made.client.policy.reset({ key: 'targeting-age', reason: 'ours' })).rejects.toMatchObject({
      data: { detail: expect.stringContaining('nothing to take back') },
    });
    expect((await made.client.register.list({ kind: 'policy.overridden' })).total).toBe(0);
  });

  it('decide a release as the workspace sets them, and its certificate says who and why', async () => {
    const datasetId = await open();
    const before = await release(datasetId, 'before.csv', {});
    expect(timeToKeep(before)).toMatchObject({ verdict: 'pass' });
    expect(before.policy).toMatchObject([{ id: 'identifier-lifetime', subject: 'cookie_id', value: 90, unit: 'days' }]);
    expect(before.policy![0]).not.toHaveProperty('overridden');

    const set = await made.client.policy.override({
      key: 'identifier-lifetime.cookie_id',
      value: 30,
      reason: 'our promise',
    });
    expect(set).toMatchObject({ value: 30, row: { value: 90 }, override: { reason: 'our promise', by: 'Ada' } });
    const after = await release(datasetId, 'after.csv', {});
    expect(timeToKeep(after)).toMatchObject({
      verdict: 'pass',
      reason: { code: 'emptied' },
      evidence: expect.stringContaining('6 rows older than 30 days'),
    });
    expect(after.policy).toMatchObject([
      { value: 30, overridden: { shipped: 90, reason: 'our promise', by: 'Ada', at: expect.stringContaining('T') } },
    ]);
    const tools = { verify: registerCrypto.verifySignature, outputSha256: null };
    expect(verifyCertificate(after, tools).signature).toBe('valid');
    after.policy![0]!.overridden!.reason = 'another';
    expect(verifyCertificate(after, tools).signature).not.toBe('valid');
    // As from before rows were recorded.
    const { policy: _policy, ...older } = before;
    expect(certificateSchema.safeParse(older).success).toBe(true);
    const page = certificatePage(after, { label: 'pseudonymised', signatureValid: true });
    expect(page).toMatch(/identifier-lifetime\.cookie_id.*30 days.*Ada.*another/s);
    expect(certificatePage(older, { label: 'pseudonymised', signatureValid: true })).not.toContain(
      'identifier-lifetime',
    );

    expect(await made.client.policy.reset({ key: 'identifier-lifetime.cookie_id', reason: 'asked' })).toMatchObject({
      value: 90,
      override: null,
    });
    const { entries } = await made.client.register.list({ text: 'identifier-lifetime' });
    expect(entries.map(({ kind, payload }) => [kind, payload])).toEqual([
      ['policy.reset', { row: 'identifier-lifetime.cookie_id', from: 30, to: 90, reason: 'asked' }],
      [
        'policy.overridden',
        expect.objectContaining({ row: 'identifier-lifetime.cookie_id', from: 90, to: 30, shipped: 90 }),
      ],
    ]);
    expect(await made.client.register.verify({})).toMatchObject({ ok: true, problems: [] });
  });

  it('leave people out by the age that the workspace sets', async () => {
    const datasetId = await open();
    const list = {
      release: 'targeting',
      steps: [
        {
          op: 'drop-columns',
          version: 1,
          settings: { columns: ['_ga', 'cookie_last_seen', 'age'] },
          reason: 'not needed',
          enabled: true,
        },
      ],
    } satisfies Partial<RecipeFormat1>;
    expect((await release(datasetId, 'adults.csv', list)).rows.excluded).toEqual([{ why: 'under 18', rows: 1 }]);
    await made.client.policy.override({ key: 'targeting-age', value: 21, reason: 'alcohol' });
    const older = await release(datasetId, 'older.csv', list);
    expect(older.rows.excluded).toEqual([{ why: 'under 21', rows: 4 }]);
    expect(older.guardrails.find(({ id }) => id === 'E7')?.message).toContain('People under 21');
    expect(older.policy?.find(({ id }) => id === 'targeting-age')).toMatchObject({
      value: 21,
      overridden: { shipped: 18, reason: 'alcohol' },
    });
  });

  it('keep out of a proposed recipe what the workspace bars from targeting', async () => {
    await made.client.workspaces.createTemporary({ name: 'Try', operator: 'Ada' });
    const people = Array.from({ length: 60 }, (_, at) => `${['Bonn', 'Lyon'][at % 2]},${['yes', 'no'][at % 2]}`);
    writeFileSync(made.path('owners.csv'), `city,owns_house\n${people.join('\n')}\n`);
    const { id: datasetId } = await follow(
      made.client.datasets.import({ grantId: made.engine.grants.add(made.path('owners.csv'), 'read').grantId }),
    );
    await made.client.classify.decide({
      datasetId,
      decisions: [{ column: 'owns_house', action: 'override', type: 'property_ownership', reason: 'known' }],
    });
    const [preset] = await made.client.purposes.list({});
    const dataNeeded = [{ types: ['city', 'property_ownership'], detail: 'As it is', why: 'Offers for owners.' }];
    await made.client.purposes.save({ ...preset!, id: 'own', code: 'X1', targeting: true, preset: false, dataNeeded });
    const why = async (): Promise<string[]> =>
      (await made.client.recipes.recommend({ datasetId, purpose: 'own', release: 'targeting' })).steps
        .filter(({ settings }) => JSON.stringify(settings).includes('owns_house'))
        .map(({ reason }) => reason);
    expect((await why()).join(' ')).not.toContain('Sensitive');
    await made.client.policy.override({ key: 'bars-targeting.financial', value: 1, reason: 'a house rule' });
    expect((await why()).join(' ')).toContain('Sensitive: nobody may be targeted by it.');
  });
});
