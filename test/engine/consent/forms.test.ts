import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentRecorded } from '#shared/contract/consent.ts';
import type { RecipeFile } from '#shared/domain/recipe-file.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { tcString } from '#test/support/tc-string.ts';

const today = '2026-11-29';
const recipe: RecipeFile = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p2-high-value-customers',
  release: 'pseudonymised',
  referenceDate: today,
  target: { k: 1, suppression: 1 },
  steps: [
    { op: 'drop-columns', version: 1, settings: { columns: ['customer_id', 'email'] }, reason: '', enabled: true },
  ],
};
const people = [
  'K-1,ada@example.com,Ghent',
  'K-2,bo@example.com,Bonn',
  'K-3,cy@example.com,Ulm',
  'K-4,di@example.com,Ulm',
];

let made: TestEngine;
let datasetId: string;
const read = (name: string) => made.engine.grants.add(made.path(name), 'read').grantId;
const write = (name: string, text: string): string => {
  writeFileSync(made.path(name), text);
  return read(name);
};
const importCsv = async (name: string, text: string): Promise<string> =>
  (await follow(made.client.datasets.import({ grantId: write(name, text) }))).id;
type Asked = Parameters<TestEngine['client']['consent']['record']>[0];
const record = (asked: Partial<Asked>): Promise<ConsentRecorded> =>
  follow(made.client.consent.record({ datasetId, key: 'customer_id', purpose: 'P2', ...asked }));
const details = ({ unread }: ConsentRecorded): string[] => unread.listed.map(({ row, detail }) => `${row} ${detail}`);
/** Names of the purpose's people by where they stand, of those asked. */
async function standing(key: string, purpose: string): Promise<string | undefined> {
  const { standings } = await made.client.consent.person({ value: key });
  return standings.find((each) => each.purpose.startsWith(purpose.toLowerCase()))?.standing.standing;
}

beforeAll(async () => {
  made = makeEngine('in memory', { clock: () => new Date(`${today}T12:00:00Z`) });
  await made.client.workspaces.createTemporary({ name: 'Consent', operator: 'Ada' });
  datasetId = await importCsv('people.csv', `customer_id,email,city\n${people.join('\n')}\n`);
});
afterAll(() => made.close());

describe('what consent is read from', () => {
  it('TC strings: by purposes and vendor, a malformed one and one without disclosed vendors told by their rows', async () => {
    const rows = [
      `K-1,${tcString('2026-10-01')}`,
      `K-2,${tcString('2026-10-01', { vendors: [20] })}`,
      `K-3,${tcString('2026-10-01', { disclosed: null })}`,
      'K-4,CPnotAString',
    ];
    const told = await record({
      grantId: write('visits.csv', `customer_id,consent_string\n${rows.join('\n')}\n`),
      form: 'tcf',
      columns: { state: 'consent_string' },
      tcf: { purposes: [1, 3, 4], vendor: 755 },
      purpose: 'P4',
    });
    expect(details(told)).toEqual([
      expect.stringMatching(/^3 Its TC string has no segment of disclosed vendors/),
      expect.stringMatching(/^4 Its TC string is malformed/),
    ]);
    expect(told.purposes[0]!.people).toMatchObject({ valid: 1, refused: 1, unknown: 2 });
    await expect(
      record({ grantId: read('visits.csv'), form: 'tcf', columns: { state: 'consent_string' } }),
    ).rejects.toThrow(/purposes are needed/);
  });

  it('Google’s signals: all of them, with the day that a person says for them and why', async () => {
    const rows = ['K-1,granted,granted,granted', 'K-2,granted,denied,granted', 'K-3,granted,,granted', 'K-4,,,'];
    const grantId = write(
      'signals.csv',
      `customer_id,ad_user_data,ad_personalization,ad_storage\n${rows.join('\n')}\n`,
    );
    await expect(record({ grantId, form: 'google', purpose: 'P5', asOf: '2026-11-01' })).rejects.toThrow(
      /needs a reason/,
    );
    const undated = await record({ grantId: read('signals.csv'), form: 'google', purpose: 'P5' });
    expect(undated.purposes[0]!.people).toMatchObject({ valid: 0, refused: 1, unknown: 3 });
    const dated = await record({
      grantId: read('signals.csv'),
      form: 'google',
      purpose: 'P7',
      asOf: '2026-11-01',
      reason: 'Exported that day.',
    });
    expect(dated.purposes[0]!.people).toMatchObject({ valid: 1, refused: 1, unknown: 2 });
  });

  it('Kantara receipts and records of ISO/IEC TS 27560, by their own purposes', async () => {
    const receipt = (who: string, purpose: string) => ({
      version: 'KI-CR-v1.1.0',
      consentTimestamp: 1_790_000_000,
      consentReceiptID: `r-${who}`,
      piiPrincipalId: who,
      services: [{ purposes: [{ purpose, consentType: 'EXPLICIT', termination: '2026-12-31' }] }],
    });
    const receipts = [receipt('K-1', 'P3'), receipt('K-2', 'Something else'), { version: 'KI-CR-v1.1.0' }];
    const asked = { datasetId, key: 'customer_id' };
    const told = await follow(
      made.client.consent.record({
        ...asked,
        form: 'kantara',
        grantId: write('receipts.json', JSON.stringify(receipts)),
      }),
    );
    expect(details(told)).toEqual([
      expect.stringMatching(/^2 Its purpose is none/),
      expect.stringMatching(/^3 It is no consent receipt/),
    ]);
    const dpv = 'https://w3id.org/dpv#';
    const graph = {
      '@graph': [
        {
          '@type': `${dpv}ConsentRecord`,
          [`${dpv}hasDataSubject`]: 'K-1',
          [`${dpv}hasPurpose`]: { 'http://purl.org/dc/terms/title': 'P3' },
          [`${dpv}hasPart`]: {
            '@type': `${dpv}ConsentWithdrawn`,
            'http://purl.org/dc/terms/date': { '@value': '2026-11-20T20:44:00Z' },
          },
        },
      ],
    };
    expect(await standing('K-1', 'P3')).toBe('valid');
    await follow(
      made.client.consent.record({
        ...asked,
        form: 'iso-27560',
        grantId: write('records.jsonld', JSON.stringify(graph)),
      }),
    );
    expect(await standing('K-1', 'P3')).toBe('withdrawn');
    const broken = made.client.consent.record({ ...asked, form: 'kantara', grantId: write('broken.json', 'no json') });
    await expect(follow(broken)).rejects.toThrow(/is no JSON/);
  });

  it('columns in seven languages, with a column of withdrawals and one of ends', async () => {
    const states = ['erteilt', 'consenti', 'concedido', 'prestato', 'concedido', 'gegeven', 'given', 'zurückgezogen'];
    const rows = states.map((state, at) => `M-${at},${state},2026-05-0${at + 1},,`);
    rows.push('M-8,yes,2026-05-01,2026-06-01,', 'M-9,yes,2026-05-01,,2026-11-01', 'M-10,yes,31.12.2031,,');
    const id = await importCsv(
      'members.csv',
      `customer_id,consent_status,consent_date,unsubscribed_at,consent_expires\n${rows.join('\n')}\n`,
    );
    const told = await record({ datasetId: id, purpose: 'P2' });
    expect(told.purposes[0]!.people).toEqual({
      valid: 7,
      expired: 1,
      pending: 0,
      withdrawn: 2,
      refused: 0,
      unknown: 1,
    });
    expect(told.columns).toMatchObject({ state: ['consent_status'], date: ['consent_date'] });
  });
});

describe('whose consent counts for a table', () => {
  const run = async (id: string, name: string) =>
    follow(
      made.client.releases.run({
        datasetId: id,
        recipe,
        grantId: made.engine.grants.add(made.path(name), 'write').grantId,
      }),
    );

  it('takes what is known under any of a person’s names: a consent given by number is taken back by e-mail', async () => {
    const id = await importCsv(
      'club.csv',
      `customer_id,email,city\nC-1,una@example.com,Ghent\nC-2,vic@example.com,Ulm\n`,
    );
    const club = { datasetId: id, purpose: 'P2' };
    const mails = 'email,consent_status,consent_date\nUNA@example.com,withdrawn,2026-11-20\n';
    await record({ ...club, key: 'email', grantId: write('mails.csv', mails) });
    const numbers = 'customer_id,consent_status,consent_date\nC-1,yes,2026-11-01\nC-2,yes,2026-11-01\n';
    const told = await record({ ...club, grantId: write('numbers.csv', numbers) });
    expect(told.purposes[0]!.people).toMatchObject({ valid: 1, withdrawn: 1 });
    expect(await run(id, 'club-out.csv')).toMatchObject({ rowsIn: 2, rowsOut: 1 });
    // Nor does a dataset of its own bring it back that names the same address.
    const other = await importCsv('shop.csv', 'shop_no,email,spent\n7,una@example.com,5\n8,wim@example.com,6\n');
    const shop = 'shop_no,consent_status,consent_date\n7,yes,2026-11-02\n8,yes,2026-11-02\n';
    const shopped = await record({ datasetId: other, key: 'shop_no', grantId: write('shop-given.csv', shop) });
    expect(shopped.purposes[0]!.people).toMatchObject({ valid: 1, withdrawn: 1 });
  });

  it('reaches next month’s file by the same column, and a file without it not at all', async () => {
    await record({
      grantId: write('given.csv', 'customer_id,consent_status,consent_date\nK-1,yes,2026-11-01\nK-2,no,2026-11-01\n'),
      purpose: 'P2',
    });
    const next = await importCsv(
      'people-december.csv',
      `customer_id,email,city\n${people.join('\n')}\nK-5,ed@example.com,Ulm\n`,
    );
    expect(await run(next, 'december.csv')).toMatchObject({ rowsIn: 5, rowsOut: 1 });
    const others = await importCsv('visits-by-city.csv', 'city,visits\nGhent,1\nBonn,2\nUlm,3\n');
    await expect(
      follow(
        made.client.releases.run({
          datasetId: others,
          recipe: { ...recipe, steps: [] },
          grantId: made.engine.grants.add(made.path('cities.csv'), 'write').grantId,
        }),
      ),
    ).rejects.toThrow(/No row is left/);
  });
});
