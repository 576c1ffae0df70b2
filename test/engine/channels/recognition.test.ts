import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel } from '#shared/channels/channel.ts';
import { channelById, channels } from '#shared/channels/index.ts';
import { matchChannel } from '#shared/channels/match-channel.ts';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import { exampleBytes, openAndClassify } from './open-example.ts';

let root = '';
let count = 0;
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-channels-'))));
afterAll(async () => rm(root, { recursive: true, force: true }));
const write = async (content: string | Buffer, name = 'table.csv') => {
  const path = join(root, `${(count += 1)}-${name}`);
  await writeFile(path, content);
  return path;
};
const preset = (id: string): Channel => channelById(id)!;
const open = (path: string, options?: Parameters<typeof openAndClassify>[2]) =>
  openAndClassify(path, join(root, 'work'), options);
const failure = async (work: Promise<unknown>): Promise<{ code: string; message: string }> => {
  try {
    await work;
  } catch (error) {
    return { code: (error as { code: string }).code, message: (error as Error).message };
  }
  throw new Error('the file opened');
};

describe('one export, one system', () => {
  it('no preset claims the columns of another’s example', async () => {
    for (const channel of channels) {
      const path = await write(exampleBytes(channel.example), channel.example.fileName);
      const sniffed = await sniffSource(path, { directory: join(root, 'work') });
      const names = sniffed.columns.map(({ header }) => header ?? '');
      const others = channels
        .filter((other) => other !== channel && matchChannel([other], { names }) !== null)
        .map(({ id }) => id);
      // A pixel's hits are lines of a web server's log; what the pixel adds outweighs.
      expect(others, channel.id).toEqual(channel.id === 'pixel-hits' ? ['web-server-log'] : []);
    }
  });

  it('column names in another order, spelling and language are still found', async () => {
    const { classification } = await open(
      await write(
        '\ufeffAusgegebener Betrag (EUR);Kampagnenname;Impressionen\n168,92;Herbst;12210\n33,28;Winter;2004\n',
      ),
    );
    expect(classification.source?.preset).toBe('meta-ads');
    expect(classification.columns.map(({ type }) => type)).toEqual(['ad_spend', 'campaign_name', 'ad_impressions']);
    expect(classification.columns[0]?.evidence.map(({ detail }) => detail)).toContain('Meta’s ad report calls it so.');
  });

  it('values that contradict a name are believed', async () => {
    const text = preset('shopify-orders').example.text.replaceAll(
      /[\w.]+@example\.(org|net|com)/g,
      'shown in the shop',
    );
    const { classification } = await open(await write(text));
    expect(classification.source?.preset).toBe('shopify-orders');
    expect(
      classification.columns.find(({ name }) => name === 'Email')?.evidence.map(({ detail }) => detail),
    ).not.toContain('Shopify’s order export calls it so.');
  });
});

describe('reading', () => {
  it('says which layout was found, why, and what it means for the rows', async () => {
    const { source } = await open(await write(preset('google-ads').example.text));
    const said = Object.fromEntries(source.detections.map(({ option, value, reason }) => [option, { value, reason }]));
    expect(said['layout']).toEqual({
      value: 'Google Ads, report (CSV)',
      reason: 'The columns “impr.”, “currency code” occur together only there.',
    });
    expect(said['totals']?.value).toBe('leave-out');
    expect(said['nullWords']?.value).toBe('--');
    expect(source.options).toMatchObject({ layout: 'google-ads', skipLines: 2, delimiter: ',', totals: 'leave-out' });
    expect(source.rejects.listed.map(({ line, kind }) => [line, kind])).toEqual([
      [9, 'TOTAL'],
      [10, 'TOTAL'],
      [11, 'TOTAL'],
    ]);
  });

  it('what was settled reads the same again', async () => {
    for (const channel of channels) {
      const path = await write(exampleBytes(channel.example), channel.example.fileName);
      const first = await open(path);
      const again = await open(path, first.source.options);
      expect(again.cells, channel.id).toEqual(first.cells);
      expect(again.source.options, channel.id).toEqual(first.source.options);
    }
  });

  it('a person may keep the totals, or want a plain table', async () => {
    const path = await write(preset('google-ads').example.text);
    const kept = await open(path, { totals: 'keep' });
    expect({ rows: kept.source.rows, rejected: kept.source.rejects.total }).toEqual({ rows: 8, rejected: 0 });
    const plain = await open(path, { layout: 'none' });
    expect(plain.source.rows).toBe(8);
    expect(plain.cells[3]).toContain(' --');
    expect(plain.classification.channel).toBeNull();
    expect(plain.source.detections.find(({ option }) => option === 'layout')).toEqual({
      option: 'layout',
      value: 'none',
      reason: 'Chosen by a person.',
    });
  });

  it('a layout that the file does not have is refused with what to do', async () => {
    const path = await write('a,b\n1,2\n');
    expect(await failure(open(path, { layout: 'surveymonkey' }))).toEqual({
      code: 'WRONG_USAGE',
      message:
        'The file is not laid out like “SurveyMonkey, individual answers (CSV)”: choose another layout, or “none” ' +
        'for a plain table.',
    });
    expect((await failure(open(path, { layout: 'no-such' }))).code).toBe('WRONG_USAGE');
  });

  it('two rows of names become one; with one row nothing is lost', async () => {
    const { text } = preset('surveymonkey').example;
    const two = await open(await write(text));
    expect(two.source.columns.slice(8).map(({ name }) => name)).toEqual([
      'How satisfied are you with our service?',
      'Which of these do you own? - Bicycle',
      'Which of these do you own? - Car',
      'What could we do better?',
    ]);
    const one = await open(
      await write(
        text
          .split('\n')
          .filter((_line, at) => at !== 1)
          .join('\n'),
      ),
    );
    expect({ rows: one.source.rows, name: one.source.columns[10]?.name }).toEqual({ rows: 5, name: 'unnamed_11' });
    const asRow = await open(await write(text), { headerRows: 1 });
    expect(asRow.source.rows).toBe(6);
  });

  it('an apostrophe before a number is taken away, words for "missing" are empty', async () => {
    const shop = await open(await write(preset('shopify-orders').example.text));
    const zip = shop.source.columns.findIndex(({ name }) => name === 'Shipping Zip');
    expect(shop.cells.map((row) => row[zip])).toEqual(['04101', null, '02108', '60601', '98101', '94105', '33139']);
    const ads = await open(await write(preset('google-ads').example.text));
    expect(ads.cells[3]?.at(-1)).toBeNull();
  });

  it('lists of key and value become columns; a list of actions can be opened as a table', async () => {
    const events = await open(await write(preset('ga4-bigquery').example.text, 'events.jsonl'));
    const at = events.source.columns.findIndex(({ name }) => name === 'event_params.search_term');
    expect(events.cells.map((row) => row[at])).toEqual([null, 'wool socks', null, null, null, null]);
    const visits = JSON.stringify([
      {
        idSite: 1,
        idVisit: 7,
        visitIp: '192.0.2.0',
        visitorId: '3fa9c1d27b60e845',
        actionDetails: [
          { type: 'action', url: 'https://www.example.com/' },
          { type: 'search', url: 'https://www.example.com/s', siteSearchKeyword: 'socks' },
        ],
      },
      { idSite: 1, idVisit: 8, visitIp: '198.51.100.0', visitorId: 'a1b07c33d94e52f6', actionDetails: [] },
    ]);
    const path = await write(visits, 'visits.json');
    const sniffed = await sniffSource(path, { directory: join(root, 'work') });
    expect(sniffed.tables).toEqual(['array', 'actionDetails']);
    const actions = await open(path, { table: 'actionDetails' });
    expect(actions.source.columns.map(({ name }) => name)).toEqual([
      'idSite',
      'idVisit',
      'visitIp',
      'visitorId',
      'type',
      'url',
      'siteSearchKeyword',
    ]);
    expect(actions.cells).toEqual([
      ['1', '7', '192.0.2.0', '3fa9c1d27b60e845', 'action', 'https://www.example.com/', null],
      ['1', '7', '192.0.2.0', '3fa9c1d27b60e845', 'search', 'https://www.example.com/s', 'socks'],
    ]);
  });

  it('an event table in Parquet is known by its columns', async () => {
    const directory = await mkdtemp(join(root, 'duck-'));
    const duck = await openDuck({ directory, threads: 1 });
    const path = join(directory, 'events.parquet');
    try {
      await duck.run(
        `COPY (SELECT '20260911' AS event_date, 1789113605123456 + i AS event_timestamp, 'page_view' AS ` +
          `event_name, (1183920174 + i) || '.1788900001' AS user_pseudo_id, {'city': 'Hamburg'} AS geo FROM range(4) ` +
          `t(i)) TO '${path}' (FORMAT parquet)`,
      );
    } finally {
      duck.close();
    }
    const { classification, source } = await open(path);
    expect({ preset: classification.source?.preset, rows: source.rows }).toEqual({ preset: 'ga4-bigquery', rows: 4 });
    expect(classification.columns.find(({ name }) => name === 'geo.city')).toMatchObject({
      type: 'city',
      class: 'linkable',
    });
  });
});

describe('damaged and hostile exports', () => {
  it('only totals: refused in one sentence that says so', async () => {
    const lines = preset('google-ads').example.text.split('\n');
    const found = await failure(open(await write([...lines.slice(0, 3), ...lines.slice(8)].join('\n'), 'totals.csv')));
    expect(found.code).toBe('FILE_EMPTY');
    expect(found.message).toMatch(/holds only rows that sum up others/);
  });

  it('every example that was cut off is read as far as it goes, or refused with a sentence', async () => {
    for (const channel of channels) {
      const whole = exampleBytes(channel.example);
      const path = await write(whole.subarray(0, Math.floor(whole.length * 0.6) & ~1), channel.example.fileName);
      const outcome = await open(path).then(
        ({ source }) => source.rows,
        (error: unknown) => error as { code: string; message: string },
      );
      if (typeof outcome === 'number')
        expect(outcome, channel.id).toBeLessThan(channel.example.rows + (channel.example.totals ?? 0));
      else
        expect([outcome.code, outcome.message], channel.id).toEqual([
          expect.stringMatching(/^FILE_(DAMAGED|EMPTY)$/),
          expect.stringMatching(/[.]$/),
        ]);
    }
  });

  it('a header without rows is refused, and names of a prototype are only names', async () => {
    expect((await failure(open(await write('Respondent ID,Collector ID,Start Date\n,,\n')))).code).toBe('FILE_EMPTY');
    const { classification } = await open(
      await write('Name,Financial Status,Lineitem name,constructor,__proto__\n#1,paid,Socks,x,y\n#2,paid,Bag,x,z\n'),
    );
    expect(classification.columns.map(({ name }) => name)).toEqual([
      'Name',
      'Financial Status',
      'Lineitem name',
      'constructor',
      '__proto__',
    ]);
    const polluted = await open(
      await write(
        '{"event_timestamp":"1","user_pseudo_id":"a","event_name":"x","event_params":[{"key":"__proto__",' +
          '"value":{"string_value":"p"}},{"key":"term","value":7}]}\n{"event_timestamp":"2","user_pseudo_id":"b",' +
          '"event_name":"y","event_params":"broken"}\n',
        'odd.jsonl',
      ),
    );
    expect(polluted.cells).toHaveLength(2);
    expect(({} as Record<string, unknown>)['string_value']).toBeUndefined();
  });
});
