import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConsentStatistics } from '#shared/domain/consent.ts';
import type { PackProfile } from '#shared/domain/pack-profile.ts';
import { readZip } from '#engine/evidence/read-zip.ts';
import { verifyPack } from '#engine/evidence/verify-pack.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let now = '2026-10-01T12:00:00Z';
let made: TestEngine;
beforeAll(async () => {
  made = makeEngine('in memory', { clock: () => new Date(now) });
  await made.client.workspaces.createTemporary({ name: 'Counted', operator: 'Ada' });
  const people = ['K-1,Ghent', 'K-2,Bonn', 'K-3,Ulm', 'K-4,Lyon'];
  const { id: datasetId } = await follow(
    made.client.datasets.import({ grantId: read('people.csv', `customer_id,city\n${people.join('\n')}\n`) }),
  );
  const record = (name: string, lines: string[]) =>
    follow(
      made.client.consent.record({
        datasetId,
        key: 'customer_id',
        purpose: 'P2',
        grantId: read(name, `customer_id,consent_status,consent_date\n${lines.join('\n')}\n`),
      }),
    );
  await record('first.csv', ['K-1,granted,2026-09-01', 'K-2,granted,2026-09-01', 'K-3,pending,2026-09-01']);
  now = '2026-11-20T12:00:00Z';
  await record('later.csv', ['K-2,withdrawn,2026-11-19', 'K-4,granted,2024-01-01']);
});
afterAll(() => made.close());

const read = (name: string, text: string): string => {
  writeFileSync(made.path(name), text);
  return made.engine.grants.add(made.path(name), 'read').grantId;
};

async function packed(profile: PackProfile, asOf?: string) {
  const name = `${profile}-${asOf ?? 'now'}.zip`;
  const { grantId } = made.engine.grants.add(made.path(name), 'write');
  await follow(made.client.evidence.export({ grantId, profile, ...(asOf === undefined ? {} : { asOf }) }));
  expect((await verifyPack(made.path(name))).problems).toEqual([]);
  const zip = await readZip(made.path(name), name);
  const text = async (path: string) => (await zip.read(path))?.toString('utf8') ?? null;
  const json = await text('04_legal_basis/consent-statistics.json');
  const page = await text('04_legal_basis/consent-statistics.html');
  zip.close();
  return { statistics: json === null ? null : (JSON.parse(json) as ConsentStatistics[]), page };
}

it('shows an authority where people stand by purpose, and names nobody', async () => {
  const { statistics, page } = await packed('authority');
  expect(statistics).toMatchObject([
    {
      purpose: 'p2-high-value-customers',
      day: '2026-11-20',
      people: { valid: 1, expired: 1, pending: 1, withdrawn: 1, refused: 0, unknown: 0 },
      readings: [
        { at: '2026-10-01T12:00:00.000Z', events: 3 },
        { at: '2026-11-20T12:00:00.000Z', events: 2 },
      ],
    },
  ]);
  expect(page).toContain('Attract and keep high-value customers');
  expect(`${page}${JSON.stringify(statistics)}`).not.toMatch(/K-\d/);
});

it('shows where they stood at the end of an earlier day', async () => {
  const { statistics } = await packed('authority', '2026-10-02');
  expect(statistics).toMatchObject([
    { day: '2026-10-02', people: { valid: 2, pending: 1, withdrawn: 0, expired: 0 }, readings: [{ events: 3 }] },
  ]);
});

it('is not for the public', async () => {
  expect(await packed('public')).toEqual({ statistics: null, page: null });
});
