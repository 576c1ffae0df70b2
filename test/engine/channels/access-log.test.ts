import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelById } from '#shared/channels/index.ts';
import { looksLikeLog, parseLogLine } from '#engine/intake/log/parse-log-line.ts';
import { openAndClassify } from './open-example.ts';

let root = '';
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'custos-log-'))));
afterAll(async () => rm(root, { recursive: true, force: true }));
const open = async (text: string, options?: Parameters<typeof openAndClassify>[2]) => {
  const path = join(root, 'access.log');
  await writeFile(path, text);
  return openAndClassify(path, join(root, 'work'), options);
};
const combined = channelById('web-server-log')!.example.text;
const pixel = channelById('pixel-hits')!.example.text;

describe('a line of an access log', () => {
  it.each([
    [
      'common format',
      '192.0.2.1 - - [29/Nov/2026:06:58:55 +0000] "GET /a?b=1 HTTP/1.0" 200 12',
      {
        ip: '192.0.2.1',
        time: '2026-11-29 06:58:55+00:00',
        path: '/a',
        query: 'b=1',
        bytes: '12',
        referrer: null,
        userAgent: null,
      },
    ],
    [
      'a virtual host before the address',
      'www.example.com:443 192.0.2.1 - anna [29/Nov/2026:06:58:55 -0430] "GET / HTTP/2.0" 304 - "-" "-"',
      {
        virtualHost: 'www.example.com:443',
        ip: '192.0.2.1',
        remoteUser: 'anna',
        time: '2026-11-29 06:58:55-04:30',
        bytes: null,
      },
    ],
    [
      'a user of two words',
      '192.0.2.1 - anna berg [29/Nov/2026:06:58:55 +0000] "GET / HTTP/1.1" 200 1',
      { virtualHost: null, ip: '192.0.2.1', remoteUser: 'anna berg' },
    ],
    [
      'escaped quotes and a response time',
      '2001:db8::1 - - [29/Nov/2026:06:58:55 +0000] "GET /\\"x\\" HTTP/1.1" 200 1 "-" "a \\"b\\" c" 0.013',
      { path: '/\\"x\\"', userAgent: 'a \\"b\\" c', rest: '0.013' },
    ],
    [
      'bytes that are no request',
      '192.0.2.1 - - [29/Nov/2026:06:58:55 +0000] "\\x16\\x03\\x01" 400 150 "-" "-"',
      { method: null, path: '\\x16\\x03\\x01', status: '400' },
    ],
    [
      'an empty request',
      '192.0.2.1 - - [29/Nov/2026:06:58:55 +0000] "-" 408 0 "-" "-"',
      { method: null, path: null, status: '408' },
    ],
  ])('%s', (_what, line, expected) => expect(parseLogLine(line)).toMatchObject(expected));

  it.each([
    '',
    'a,b,c',
    '192.0.2.1 - - [29/Xyz/2026:06:58:55 +0000] "GET / HTTP/1.1" 200 1',
    '#Fields: date time',
    `${'a '.repeat(20_000)}[`,
  ])('is not taken for one: %#', (line) => expect(parseLogLine(line)).toBeNull());

  it('other text is no log', () => {
    expect(looksLikeLog('id,name\n1,Anna\n')).toBe(false);
    expect(looksLikeLog(combined)).toBe(true);
  });
});

describe('an access log', () => {
  it('has the columns that its lines hold, people and devices among them', async () => {
    const { source, classification, cells } = await open(combined);
    expect(source.options).toEqual({ format: 'log', encoding: 'utf-8', layout: 'web-server-log' });
    expect(source.columns.map(({ name }) => name)).toEqual([
      'ip',
      'remote_user',
      'time',
      'method',
      'path',
      'query',
      'protocol',
      'status',
      'bytes',
      'referrer',
      'user_agent',
    ]);
    expect(cells[1]?.slice(0, 6)).toEqual([
      '203.0.113.18',
      null,
      '2026-09-11 08:00:50+02:00',
      'GET',
      '/search',
      'q=rain+jacket',
    ]);
    expect(classification.columns.find(({ name }) => name === 'remote_user')?.class).toBe('linked');
    expect(classification.columns.find(({ name }) => name === 'ip')?.flags).toContain('online_identifier');
  });

  it('one bad line does not stop it: it is listed with its number and never quoted', async () => {
    const lines = combined.trimEnd().split('\n');
    const { source } = await open(
      [lines[0], 'secret words', '# a comment', '', ...lines.slice(1), `${lines[0]} 0.2 "extra"`].join('\r\n'),
    );
    expect(source.rows).toBe(7);
    expect(source.columns.at(-1)?.name).toBe('rest');
    expect(source.rejects.listed.map(({ line, kind }) => [line, kind])).toEqual([[2, 'NO REQUEST']]);
    expect(source.warnings.join(' ')).toContain('1 comment line that');
    expect(JSON.stringify(source.rejects.listed)).not.toContain('secret');
  });

  it('a field that turns up late is not dropped in silence', async () => {
    const many = Math.ceil(1_100_000 / combined.length);
    const { source } = await open(`${combined.repeat(many)}www.example.com ${combined.split('\n')[0]}\n`);
    expect(source.rows).toBe(6 * many);
    expect(source.rejects.listed).toEqual([
      {
        line: 6 * many + 1,
        column: null,
        kind: 'OTHER FORMAT',
        detail: 'The line has a field that the first lines of the log do not have.',
      },
    ]);
  });

  it('the parameters of a tracking pixel are columns, and leave none of themselves behind', async () => {
    const { source, classification, cells } = await open(pixel);
    expect(classification).toMatchObject({ channel: 'tracking-pixels', source: { preset: 'pixel-hits' } });
    const at = (name: string) => source.columns.findIndex((column) => column.name === name);
    expect(cells.map((row) => row[at('url')])).toContain('https://www.example.com/coats');
    expect(cells.map((row) => row[at('query')])).toEqual(cells.map(() => null));
    const asLog = await open(pixel, { layout: 'web-server-log' });
    expect(asLog.source.columns.map(({ name }) => name)).not.toContain('url');
    expect(asLog.classification.source?.preset).toBe('web-server-log');
  });
});
