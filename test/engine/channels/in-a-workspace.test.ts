import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelById } from '#shared/channels/index.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';

let test: TestEngine;
beforeEach(() => void (test = makeEngine()));
afterEach(() => test.close());

const workspace = async () => test.client.workspaces.createTemporary({ name: 'Try' });
const bring = async (name: string, text: string, options?: Record<string, unknown>) => {
  writeFileSync(test.path(name), text);
  return follow(
    test.client.datasets.import({
      grantId: test.engine.grants.add(test.path(name), 'read').grantId,
      ...(options && { options }),
    }),
  );
};
const grant = (name: string, use: 'read' | 'write') => test.engine.grants.add(test.path(name), use).grantId;
const kinds = async () => (await test.client.register.list({})).entries.map(({ kind }) => kind);

describe('a codebook brought for a dataset', () => {
  it('tells on the next run what mute columns are, and goes with the dataset', async () => {
    await workspace();
    const rows = Array.from({ length: 40 }, (_, at) => `${1 + (at % 2)},${1 + (at % 5)},${['a', 'b'][at % 2]}`);
    const dataset = await bring('answers.csv', `v1,v2,v3\n${rows.join('\n')}\n`);
    const before = await test.client.classify.get({ datasetId: dataset.id });
    expect(before.columns.map(({ suggestion }) => suggestion.type)).not.toContain('gender');
    writeFileSync(
      test.path('codes.csv'),
      'name,label,codes\nv1,Respondent,"1=Male; 2=Female"\nv2,Marital status,"1=Married; 2=Widowed; 3=Divorced; ' +
        '4=Separated; 5=Never married"\nother,Something else,\n',
    );
    expect(
      await test.client.classify.importCodebook({ datasetId: dataset.id, grantId: grant('codes.csv', 'read') }),
    ).toMatchObject({ fileName: 'codes.csv', variables: 3, matched: 2 });
    const after = await follow(test.client.classify.run({ datasetId: dataset.id }));
    expect(after.columns.map(({ suggestion }) => suggestion.type).slice(0, 2)).toEqual(['gender', 'marital_status']);
    expect(
      after.columns[0]?.suggestion.evidence.filter(({ kind }) => kind === 'codebook').map(({ detail }) => detail),
    ).toContain('The codebook “codes.csv” decodes its values into known words for “gender”.');
    expect(await kinds()).toContain('codebook.imported');
  });

  it('for another dataset is refused', async () => {
    await workspace();
    const dataset = await bring('table.csv', 'a,b\n1,2\n3,4\n');
    writeFileSync(test.path('codes.csv'), 'name,label\nq1,Age\n');
    await expect(
      test.client.classify.importCodebook({ datasetId: dataset.id, grantId: grant('codes.csv', 'read') }),
    ).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      data: { detail: expect.stringContaining('describes none of the columns') },
    });
    expect(await kinds()).not.toContain('codebook.imported');
  });
});

describe('an export of a known system in a workspace', () => {
  it('states its channel, counts and lists its totals; what a person says of it stays', async () => {
    await workspace();
    const dataset = await bring('ads.csv', channelById('google-ads')!.example.text);
    expect(dataset).toMatchObject({ rows: 5, rejectedRows: 3, channel: 'social-media' });
    const rejects = await test.client.datasets.rejects({ datasetId: dataset.id, offset: 0, limit: 10 });
    expect(rejects.rows.map(({ kind }) => kind)).toEqual(['TOTAL', 'TOTAL', 'TOTAL']);
    await test.client.datasets.setProvenance({
      datasetId: dataset.id,
      channel: 'transactions',
      informedHow: 'Notice of May 2026',
    });
    expect((await follow(test.client.classify.run({ datasetId: dataset.id }))).channel).toBe('transactions');
    expect((await test.client.datasets.get({ datasetId: dataset.id })).channel).toBe('transactions');
    const plain = await bring('plain.csv', channelById('google-ads')!.example.text, { layout: 'none' });
    expect(plain).toMatchObject({ rows: 8, channel: null });
  });
});

describe('the tracking inventory', () => {
  const visits =
    'visitor_id,ip_address,page_url,purchase_amount,event_timestamp,city\n' +
    Array.from(
      { length: 30 },
      (_, at) =>
        `3fa9c1d27b60e8${10 + at},203.0.113.${at},https://www.example.com/p/${at}?q=x,${at}.5${at % 10},2025-0` +
        `${1 + (at % 9)}-1${at % 10}T10:20:3${at % 10}Z,${['Lyon', 'Hamburg', 'Turin'][at % 3]}`,
    ).join('\n') +
    '\n';

  it('says how finely, since when and for which purposes; it follows decisions', async () => {
    await workspace();
    const dataset = await bring('visits.csv', visits);
    const found = await test.client.classify.get({ datasetId: dataset.id });
    const item = (column: string) => found.inventory.find((line) => line.column === column);
    expect(item('ip_address')).toMatchObject({ granularity: 'full network address', since: '2025-01-10' });
    expect(item('page_url')).toMatchObject({ granularity: 'addresses with their query' });
    expect(item('purchase_amount')).toMatchObject({
      reveals: 'value',
      granularity: 'to the cent',
      purposes: expect.arrayContaining(['P1', 'P2', 'P3']),
    });
    expect(item('event_timestamp')).toMatchObject({ granularity: 'to the second' });
    expect(item('city')).toMatchObject({ reveals: 'whereabouts' });
    await test.client.classify.decide({
      datasetId: dataset.id,
      decisions: [
        { column: 'page_url', action: 'override', type: 'record_id' },
        { column: 'city', action: 'override', type: 'search_term' },
      ],
    });
    const decided = await test.client.classify.get({ datasetId: dataset.id });
    expect(decided.inventory.map(({ column }) => column)).not.toContain('page_url');
    expect(decided.inventory.find(({ column }) => column === 'city')).toMatchObject({
      type: 'search_term',
      reveals: 'interest',
    });
  });

  it('is exported as CSV and JSON without a cell value or a formula, and recorded', async () => {
    await workspace();
    const dataset = await bring('visits.csv', visits.replace('page_url', '"=HYPERLINK(""x"") page url"'));
    await test.client.datasets.setProvenance({
      datasetId: dataset.id,
      channel: 'website-analytics',
      informedHow: 'Banner, version 3',
    });
    const csv = await test.client.classify.exportInventory({
      datasetId: dataset.id,
      grantId: grant('inventory.csv', 'write'),
    });
    const text = readFileSync(test.path('inventory.csv'), 'utf8');
    expect(text.split('\r\n')[0]).toBe('column,type,tracks,reveals,granularity,since,channel,purposes,informedHow');
    expect(text).toContain(`"'=HYPERLINK(""x"") page url"`);
    expect(text).toContain('website-analytics');
    expect(text).not.toMatch(/203\.0\.113|example\.com|Hamburg/);
    await test.client.classify.exportInventory({ datasetId: dataset.id, grantId: grant('inventory.json', 'write') });
    const json = JSON.parse(readFileSync(test.path('inventory.json'), 'utf8')) as {
      informedHow: string;
      items: { column: string; channel: string }[];
    };
    expect(json.informedHow).toBe('Banner, version 3');
    expect(json.items).toHaveLength(csv.items);
    expect(json.items.every(({ channel }) => channel === 'website-analytics')).toBe(true);
    expect((await kinds()).filter((kind) => kind === 'inventory.exported')).toHaveLength(2);
    expect(
      readdirSync(test.directory)
        .filter((name) => name.startsWith('inventory'))
        .sort(),
    ).toEqual(['inventory.csv', 'inventory.json']);
    expect(existsSync(test.path('inventory.csv.tmp'))).toBe(false);
  });
});
