import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelById } from '#shared/channels/index.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { openAndClassify } from './open-example.ts';

let root = '';
let count = 0;
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-parquet-'))));
afterAll(async () => rm(root, { recursive: true, force: true }));
const place = (name: string) => join(root, `${(count += 1)}-${name}`);
const write = async (name: string, text: string) => {
  const path = place(name);
  await writeFile(path, text);
  return path;
};
const open = (path: string, options?: Parameters<typeof openAndClassify>[2]) =>
  openAndClassify(path, join(root, 'work'), options);
/** The records of a JSON text as Parquet. @param types DuckDB's type of every field */
const asParquet = async (json: string, types: Record<string, string>) => {
  const [from, to] = [await write('rows.json', json), place('rows.parquet')];
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `COPY (SELECT * FROM read_json('${from}', columns = {${Object.entries(types)
      .map(([name, type]) => `'${name}': '${type.replaceAll("'", "''")}'`)
      .join(', ')}})) TO '${to}' (FORMAT parquet)`,
  );
  connection.closeSync();
  return to;
};
/** Rows as objects by column name, so that the order of columns does not count. */
const records = ({ source, cells }: Awaited<ReturnType<typeof open>>) =>
  cells.map((row) => Object.fromEntries(source.columns.map(({ name }, at) => [name, row[at] ?? null])));
const classes = ({ classification }: Awaited<ReturnType<typeof open>>) =>
  Object.fromEntries(classification.columns.map(({ name, type, class: of }) => [name, [type, of]]));

const pairs =
  'STRUCT("key" VARCHAR, "value" STRUCT(string_value VARCHAR, int_value BIGINT, float_value FLOAT, double_value ' +
  'DOUBLE))[]';
const events = {
  event_date: 'VARCHAR',
  event_timestamp: 'BIGINT',
  event_name: 'VARCHAR',
  event_params: pairs,
  user_pseudo_id: 'VARCHAR',
  privacy_info: 'STRUCT(analytics_storage VARCHAR, ads_storage VARCHAR)',
  user_properties: pairs,
  device: 'STRUCT(category VARCHAR, "language" VARCHAR)',
  geo: 'STRUCT(continent VARCHAR, country VARCHAR, city VARCHAR)',
  traffic_source: 'STRUCT("name" VARCHAR, medium VARCHAR, "source" VARCHAR)',
  stream_id: 'VARCHAR',
  platform: 'VARCHAR',
};
const example = channelById('ga4-bigquery')!.example.text;

describe('Google Analytics 4’s events as Parquet', () => {
  it('are the same table as its events as JSON Lines: rows, columns, cells, types and classes', async () => {
    const json = await open(await write('events.jsonl', example));
    const parquet = await open(await asParquet(example, events));
    expect(records(parquet)).toEqual(records(json));
    expect(classes(parquet)).toEqual(classes(json));
    expect(parquet.classification).toMatchObject({
      rows: 6,
      channel: 'website-analytics',
      source: { preset: 'ga4-bigquery' },
    });
    expect(parquet.source.options).toEqual({ format: 'parquet', layout: 'ga4-bigquery' });
    expect(parquet.source.detections.map(({ option, value }) => [option, value])).toEqual([
      ['format', 'parquet'],
      ['types', 'text'],
      ['layout', 'Google Analytics 4, events from BigQuery (JSON Lines, Parquet)'],
      ['keyValueLists', 'event_params, user_properties'],
    ]);
    const again = await open(await asParquet(example, events), parquet.source.options);
    expect(records(again)).toEqual(records(parquet));
  });

  it('give each parameter its one value, of whichever kind, and lose none of several', async () => {
    const params = [
      [
        { key: 'a', value: { string_value: 'x' } },
        { key: 'b', value: { int_value: 9007199254740993n } },
        { key: 'c', value: { float_value: 0.25 } },
        { key: 'it\'s "d"', value: { double_value: 45 } },
      ],
      [
        { key: 'a', value: { int_value: 7 } },
        { key: 'e', value: { string_value: null } },
        { key: 'b', value: { string_value: 'y', int_value: 2 } },
      ],
      [
        { key: 'a', value: { string_value: 'first' } },
        { key: 'a', value: { string_value: 'last' } },
        { key: 'c', value: null },
      ],
      null,
    ];
    // JSON.stringify knows no bigint, and as a number its last digit is gone.
    const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
    const json = (list: unknown): string => JSON.stringify(list, plain).replace('9007199254740992', '9007199254740993');
    const text = params
      .map(
        (list, at) =>
          `{"event_timestamp":${at},"user_pseudo_id":"u${at}","event_name":"n","event_params":${json(list)}}`,
      )
      .join('\n');
    const table = await open(
      await asParquet(text, {
        event_timestamp: 'BIGINT',
        user_pseudo_id: 'VARCHAR',
        event_name: 'VARCHAR',
        event_params: pairs,
      }),
    );
    expect(table.source.columns.slice(3).map(({ name }) => name)).toEqual([
      'event_params.a',
      'event_params.b',
      'event_params.c',
      'event_params.it\'s "d"',
      'event_params.e',
    ]);
    expect(table.cells.map((row) => row.slice(3))).toEqual([
      ['x', '9007199254740993', '0.25', '45.0', null],
      ['7', '{"string_value":"y","int_value":2,"float_value":null,"double_value":null}', null, null, null],
      ['last', null, null, null, null],
      [null, null, null, null, null],
    ]);
  });

  it('are read through the shells that a warehouse puts around lists', async () => {
    const item = events.event_params.slice(0, -2);
    const shelled = example
      .trimEnd()
      .split('\n')
      .map((line) => {
        const record = JSON.parse(line) as Record<string, unknown>;
        return JSON.stringify({
          ...record,
          event_params: { list: (record['event_params'] as unknown[]).map((element) => ({ element })) },
        });
      })
      .join('\n');
    const table = await open(
      await asParquet(shelled, { ...events, event_params: `STRUCT(list STRUCT(element ${item})[])` }),
    );
    expect(records(table)).toEqual(records(await open(await write('events.jsonl', example))));
  });

  it('stay as they lie when a person wants them so', async () => {
    const { source, cells, classification } = await open(await asParquet(example, events), { layout: 'none' });
    expect(source.columns.map(({ name }) => name)).toEqual(Object.keys(events));
    expect(cells[0]?.[8]).toBe('{"continent":"Europe","country":"Germany","city":"Hamburg"}');
    expect(source.options).toEqual({ format: 'parquet', layout: 'none' });
    expect(classification.source).toBeNull();
  });
});

describe('Matomo’s visits as Parquet', () => {
  const visits =
    '[{"idSite":1,"idVisit":7,"visitIp":"192.0.2.0","visitorId":"3fa9c1d27b60e845",' +
    '"actionDetails":[{"type":"action","url":"https://www.example.com/"},{"type":"search",' +
    '"url":"https://www.example.com/s"}]},{"idSite":1,"idVisit":8,"visitIp":"198.51.100.0",' +
    '"visitorId":"a1b07c33d94e52f6","actionDetails":[]}]';
  const types = {
    idSite: 'INTEGER',
    idVisit: 'INTEGER',
    visitIp: 'VARCHAR',
    visitorId: 'VARCHAR',
    actionDetails: 'STRUCT("type" VARCHAR, url VARCHAR)[]',
  };

  it('offer the actions as a table of their own, the same one as in JSON', async () => {
    const [parquet, json] = [await asParquet(visits, types), await write('visits.json', visits)];
    expect((await sniffSource(parquet, { directory: join(root, 'work') })).tables).toEqual(['rows', 'actionDetails']);
    const [own, theirs] = [
      await open(parquet, { table: 'actionDetails' }),
      await open(json, { table: 'actionDetails' }),
    ];
    expect(own.source.rows).toBe(2);
    expect(records(own)).toEqual(records(theirs));
    expect(classes(own)).toEqual(classes(theirs));
    const whole = await open(parquet);
    expect(records(whole)).toEqual(records(await open(json)));
    expect(own.source.options).toEqual({ format: 'parquet', layout: 'matomo-visits', table: 'actionDetails' });
  });

  it('have no other table', async () => {
    await expect(open(await asParquet(visits, types), { table: 'visits' })).rejects.toMatchObject({
      code: 'WRONG_USAGE',
      message: 'There is no table of that name: choose “rows” or “actionDetails”.',
    });
  });
});
