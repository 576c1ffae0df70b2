// Logs that name their own columns, pixel hits on several paths, and texts of keys and values that are no table.
import { expect, test } from 'vitest';
import { intakeBench } from './open-table.ts';

const bench = intakeBench();

test('a log in the W3C extended format has the columns it names, whether blanks or tabs part them', async () => {
  const head = ['#Version: 1.0', '#Fields: date time c-ip cs-method cs(User-Agent) sc-status'];
  const values = [
    ['2026-09-11', '06:00:05', '203.0.113.18', 'GET', 'Mozilla/5.0+(X11)', '200'],
    ['2026-09-11', '06:00:06', '203.0.113.19', 'GET', '-', '404'],
  ];
  for (const between of [' ', '\t']) {
    const text = [...head, ...values.map((row) => row.join(between)), ''].join('\r\n');
    const table = await bench.read(text, {}, 'u_ex.log');
    expect(table.names).toEqual(['date', 'time', 'c-ip', 'cs-method', 'cs(User-Agent)', 'sc-status']);
    expect(table.cells).toEqual(values.map((row) => row.map((cell) => (cell === '-' ? null : cell))));
    expect([table.options.format, table.rejects.total]).toEqual(['log', 0]);
  }
});

test('names given again further down hold from there on, and a line that does not fit them is set aside', async () => {
  const text = [
    '#Fields: date c-ip sc-status',
    '2026-09-11 203.0.113.18 200',
    '2026-09-11 203.0.113.18 200 77',
    '#Fields: date sc-status c-ip cs-username',
    '2026-09-12 500 203.0.113.20 "EX\\ann lee"',
    '',
  ].join('\n');
  const table = await bench.read(text, {}, 'a.log');
  expect(table.names).toEqual(['date', 'c-ip', 'sc-status', 'cs-username']);
  expect(table.cells).toEqual([
    ['2026-09-11', '203.0.113.18', '200', null],
    ['2026-09-12', '203.0.113.20', '500', 'EX\\ann lee'],
  ]);
  expect(table.rejects).toMatchObject({ total: 1, listed: [{ line: 3 }] });
});

test('hits of a tracking pixel are spread over their parameters, whatever path they ask for', async () => {
  const hits = Array.from(
    { length: 12 },
    (_, n) =>
      `203.0.113.${n} - - [10/Oct/2025:13:00:36 +0200] "GET /${['matomo.php', 'piwik.php', 'js/p'][n % 3]!}` +
      `?idsite=1&rec=1&_id=8f3a${n} HTTP/1.1" 200 43 "-" "Mozilla/5.0"`,
  );
  expect((await bench.read(hits.join('\n'), {}, 'p.log')).names).toEqual(expect.arrayContaining(['idsite', '_id']));
});

test('logs of load balancers have the fields that their user guides give', async () => {
  const classic =
    '2026-05-13T23:39:43.945958Z my-elb 192.0.2.131:2817 203.0.113.10:80 0.000073 0.001048 0.000057 200 200 0 29 ' +
    '"GET http://www.example.com:80/a?b=c HTTP/1.1" "curl/7.38.0" - -';
  const scanner = classic.replace('"GET http://www.example.com:80/a?b=c HTTP/1.1"', '"- - - "');
  const table = await bench.read(
    `${classic}\n${scanner}\nno such line\n${classic}\n${classic}\n${classic}\n${classic}\n`,
    {},
    'elb.log',
  );
  const cell = (row: number, name: string) => table.cells[row]![table.names.indexOf(name)];
  expect([table.options.format, table.options.layout, table.rows]).toEqual(['log', 'load-balancer-log', 6]);
  expect(
    ['client_ip', 'client_port', 'method', 'url', 'user_agent', 'ssl_cipher'].map((name) => cell(0, name)),
  ).toEqual(['192.0.2.131', '2817', 'GET', 'http://www.example.com:80/a?b=c', 'curl/7.38.0', null]);
  expect(cell(1, 'url')).toBe('- - - ');
  expect(table.rejects.listed).toMatchObject([{ line: 3, kind: 'OTHER FORMAT' }]);

  const tls =
    'tls 2.0 2026-04-01T08:51:42 net/my-nlb/c6e77e28 g3d4b5e8bb8464cd 198.51.100.72:51341 192.0.2.231:443 5 2 98 246 - ' +
    'arn:aws:acm:eu-central-1:000000000000:certificate/2a108f19 - ECDHE-RSA-AES128-SHA tlsv12 - www.example.com - - - 2026-04-01T08:51:20';
  const network = await bench.read(`${tls}\n${tls}\n`, {}, 'nlb.log');
  expect(network.names.slice(0, 8)).toEqual([
    'type',
    'version',
    'time',
    'elb',
    'listener',
    'client_ip',
    'client_port',
    'destination',
  ]);
  expect([network.cells[0]![5], network.cells[0]![network.names.indexOf('domain_name')]]).toEqual([
    '198.51.100.72',
    'www.example.com',
  ]);
});

test.each([
  ['a.ics', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nATTENDEE;CN=Ann:mailto:a@example.org\r\n', /calendar/],
  ['a.ldif', 'version: 1\n\ndn: cn=Ann Lee,dc=example,dc=org\ncn: Ann Lee\nmail: a@example.org\n', /directory/],
  ['a.csv', 'Received: from mx.example.org by b\nFrom: a@example.org\nSubject: Hello\n\nDear Bo,\n', /e-mail/],
  ['a.mbox', 'From a@example.org Sat Jan  3 01:05:34 2026\nSubject: Hello\n\nDear Bo,\n', /e-mail/],
])('%s is refused by name, without a value of it', async (name, text, called) => {
  const failure = await bench.failure(await bench.file(text, name));
  expect(failure).toMatchObject({ code: 'FORMAT_UNKNOWN', message: expect.stringMatching(called) });
  expect(failure.message).not.toMatch(/Ann|example\.org/);
});

test('a table whose first column is called “from” or “received” is a table', async () => {
  const table = await bench.read('received;from;to\n2026-01-01;a;b\n2026-01-02;c;d\n', {}, 'a.csv');
  expect(table.names).toEqual(['received', 'from', 'to']);
});
