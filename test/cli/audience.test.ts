import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AudienceResult } from '#shared/contract/audiences.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

/** Of 600 people 500 are gold; every tenth is a child, and so on by the last digit. */
const people = Array.from({ length: 600 }, (_, at) => ({
  customer_id: `C${100_000 + at}`,
  email: at % 10 === 3 ? 'no address' : `Person.${at}+shop@GMail.com`,
  date_of_birth: at % 10 === 0 ? '2015-05-05' : at % 10 === 1 ? '' : '1980-05-05',
  religion: at % 3 === 0 ? 'catholic' : 'none',
  consent_status: at % 10 === 2 ? 'withdrawn' : 'granted',
  loyalty_segment: at < 500 ? 'gold' : 'silver',
}));
const csv = [Object.keys(people[0]!).join(','), ...people.map((person) => Object.values(person).join(','))].join('\n');
const hashOf = (at: number): string => createHash('sha256').update(`person${at}@gmail.com`).digest('hex');

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos', 'Acme');
  writeFileSync(desk.path('people.csv'), `${csv}\n`);
});
afterAll(() => desk.remove());

const audience = (output: string, ...options: string[]) =>
  desk.custos([
    'audience',
    'people.csv',
    '-o',
    output,
    '--workspace',
    'Acme.custos',
    '--today',
    '2026-11-29',
    ...options,
  ]);

describe('custos audience', () => {
  it('writes a segment as the platform takes it, of those only who may be in it, and counts the others', async () => {
    const ran = await audience('gold.csv', '--platform', 'google', '--where', 'loyalty_segment=Gold', '--json');
    expect(ran.status, ran.stderr).toBe(0);
    const told = JSON.parse(ran.stdout) as AudienceResult;
    const expected = people.flatMap((person, at) =>
      at % 10 > 3 && person.loyalty_segment === 'gold' ? [hashOf(at)] : [],
    );
    const [head, ...lines] = readFileSync(desk.path('gold.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe('Email');
    expect(lines.toSorted()).toEqual(expected.toSorted());
    expect(told.excluded.map(({ rows }) => rows)).toEqual([100, 50, 50, 50, 50]);
    expect(told.excluded.map(({ why }) => why)).toEqual([
      'not in the segment',
      'under 18',
      'age not known',
      expect.stringMatching(/withdrawn|taken back/),
      'nothing to match by',
    ]);
    expect(told).toMatchObject({
      recipient: 'Google',
      rowsOut: 300,
      audience: { platform: 'google', smallest: { people: 100 }, profile: { version: 1 } },
    });
    const shown = await desk.custos(['register', 'list', '--workspace', 'Acme.custos', '--json']);
    expect(shown.stdout).toContain('"recipient": "Google"');
    expect(shown.stdout).not.toContain('gmail');
  });

  it('is verified like any release, and says in a line who was removed', async () => {
    const meta = await audience('meta.csv', '--platform', 'Meta', '--where', 'loyalty_segment=gold');
    expect(meta.status, meta.stderr).toBe(0);
    expect(meta.stderr).toMatch(
      /300 of 600 rows written; removed: 100 not in the segment, 50 under 18, 50 age not known, 50 .*, 50 nothing to match by\./,
    );
    const checked = await desk.custos(['certificate', 'meta.csv', '--workspace', 'Acme.custos']);
    expect(checked.status, checked.stderr).toBe(0);
  });

  it('leaves the columns of a template there that it does not fill, and says what is not confirmed', async () => {
    const ran = await audience('linkedin.csv', '--platform', 'linkedin', '--where', 'loyalty_segment=gold');
    expect(ran.status, ran.stderr).toBe(0);
    expect(ran.stderr).toMatch(/layout of LinkedIn is known at second hand/);
    const [head, ...lines] = readFileSync(desk.path('linkedin.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe('email,firstname,lastname,jobtitle,employeecompany,country,googleaid');
    expect(lines).toHaveLength(300);
    expect(lines.every((line) => /^[0-9a-f]{64},{6}$/.test(line))).toBe(true);
  });

  it('refuses an audience that is too small for the platform, and writes nothing', async () => {
    const ran = await audience('silver.csv', '--platform', 'google', '--where', 'loyalty_segment=silver');
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/The audience is of 60 people; Google uses none of fewer than 100/);
    expect(existsSync(desk.path('silver.csv'))).toBe(false);
  });

  it('lets nobody be chosen by a belief', async () => {
    const ran = await audience('faith.csv', '--platform', 'google', '--where', 'religion=catholic');
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/E4: The segment is chosen by data nobody may be targeted by: “religion”/);
    expect(existsSync(desk.path('faith.csv'))).toBe(false);
  });

  it.each([
    [
      'diabetes-segment.csv',
      'loyalty_segment=gold',
      /E5: A name says .*the file’s name “diabetes-segment\.csv” \(“diabetes”\)/,
    ],
    ['Muslimkunden.csv', 'loyalty_segment=gold', /E4: A name says .*\(“muslim”\)/],
    ['list.csv', 'loyalty_segment=LGBT', /E4: A name says .*what the segment wants of “loyalty_segment” \(“lgbt”\)/],
  ])('lets no name say what nobody may be targeted by: %s, %s', async (output, where, sentence) => {
    const ran = await audience(output, '--platform', 'google', '--where', where);
    expect(ran.status, ran.stderr).toBe(1);
    expect(ran.stderr).toMatch(sentence);
    expect(existsSync(desk.path(output))).toBe(false);
  });

  it('takes any of several values of a column, and counts a person who stands there twice once', async () => {
    const again = people
      .slice(0, 40)
      .map((person) => Object.values({ ...person, loyalty_segment: 'silver' }).join(','));
    // Three who agreed took it back in another row.
    const withdrawn = [54, 55, 56].map((at) =>
      Object.values({ ...people[at]!, consent_status: 'withdrawn' }).join(','),
    );
    writeFileSync(desk.path('twice.csv'), `${[csv, ...again, ...withdrawn].join('\n')}\n`);
    const either = ['--where', 'loyalty_segment=gold', '--where', 'loyalty_segment=silver'];
    const ran = await desk.custos(
      ['audience', 'twice.csv', '-o', 'both.csv', '--workspace', 'Acme.custos', '--today', '2026-11-29']
        .concat(['--platform', 'google', '--json'])
        .concat(either),
    );
    expect(ran.status, ran.stderr).toBe(0);
    const told = JSON.parse(ran.stdout) as AudienceResult;
    expect(told.excluded).toContainEqual({ why: 'the same person again', rows: 24 });
    expect(told.excluded).toContainEqual({ why: 'another row of the same person may not leave', rows: 3 });
    expect(told.rowsOut).toBe(357);
    expect(told.audience.retention).toMatchObject({ days: 540 });
    const lines = readFileSync(desk.path('both.csv'), 'utf8').trimEnd().split('\n').slice(1);
    expect(new Set(lines).size).toBe(lines.length);
    const certificate = readFileSync(desk.path('both.csv.certificate.json'), 'utf8');
    expect(JSON.parse(certificate)).toMatchObject({
      audience: { platform: 'google', profile: { confirmed: true }, layout: { headers: ['Email'] } },
    });
  });

  it('matches by advertising ids where it is asked to, without those that may not be used', async () => {
    const id = (at: number): string => `5F3A2B18-9C4D-4E7F-B8E2-${String(at).padStart(12, '0')}`;
    const seen = (at: number): string => (at % 10 === 7 ? '2026-01-05' : at % 10 === 8 ? '' : '2026-10-05');
    const rows = Array.from({ length: 400 }, (_, at) =>
      [
        at % 10 === 9 ? '00000000-0000-0000-0000-000000000000' : at % 2 === 0 ? id(at) : id(at).toLowerCase(),
        seen(at),
        '1980-05-05',
        'granted',
        'gold',
      ].join(','),
    );
    const head = 'advertising_id,advertising_id_last_seen,date_of_birth,consent_status,loyalty_segment';
    writeFileSync(desk.path('ids.csv'), `${head}\n${rows.join('\n')}\n`);
    const run = (platform: string, ...more: string[]) =>
      desk.custos(
        ['audience', 'ids.csv', '-o', `${platform}.csv`, '--workspace', 'Acme.custos', '--today', '2026-11-29']
          .concat(['--platform', platform, '--where', 'loyalty_segment=gold'])
          .concat(more),
      );
    const ran = await run('x', '--match', 'maid', '--json');
    expect(ran.status, ran.stderr).toBe(0);
    const told = JSON.parse(ran.stdout) as AudienceResult;
    expect(told.excluded).toEqual([
      { why: 'tracking limited by its owner (id of zeros)', rows: 40 },
      { why: 'advertising id last seen more than 180 days ago', rows: 40 },
      { why: 'day the advertising id was last seen not known', rows: 40 },
    ]);
    const expected = rows.flatMap((_, at) =>
      at % 10 < 7 ? [createHash('sha256').update(id(at).toLowerCase()).digest('hex')] : [],
    );
    expect(readFileSync(desk.path('x.csv'), 'utf8').trimEnd().split('\n').toSorted()).toEqual(expected.toSorted());
    const google = await run('google', '--match', 'maid');
    expect(google.status).toBe(2);
    expect(google.stderr).toMatch(/Google takes mobile advertising ids in plain text only, and none leaves so/);
    expect(existsSync(desk.path('google.csv'))).toBe(false);
  });

  it('judges a file by its name wherever it is judged', async () => {
    const dropped = people.map(({ religion: _religion, ...person }) => Object.values(person).join(','));
    const head = Object.keys(people[0]!).filter((column) => column !== 'religion');
    writeFileSync(desk.path('wyborcy-lewicy.csv'), `${[head.join(','), ...dropped].join('\n')}\n`);
    const ran = await desk.custos(['guard', 'wyborcy-lewicy.csv', '--release', 'targeting', '--json']);
    const { findings } = JSON.parse(ran.stdout) as { findings: { id: string; verdict: string; message: string }[] };
    expect(findings.find(({ id }) => id === 'E4')).toMatchObject({
      verdict: 'block',
      message: expect.stringContaining('the dataset’s name “wyborcy-lewicy.csv” (“wyborcy lewicy”)') as string,
    });
  });

  it.each([
    ['consent', ['consent_status'], /No column of the source says who agreed to it, so that is unknown of everybody/],
    ['age', ['date_of_birth'], /No column of the source says how old people are/],
    ['either', ['consent_status', 'date_of_birth'], /says who agreed to it and how old people are/],
  ])('takes what is unknown of everybody for no yes: %s', async (name, without, sentence) => {
    const kept = Object.keys(people[0]!).filter((column) => !without.includes(column)) as (keyof (typeof people)[0])[];
    const rows = people.map((person) => kept.map((column) => person[column]).join(','));
    writeFileSync(desk.path(`no-${name}.csv`), `${[kept.join(','), ...rows].join('\n')}\n`);
    const ran = await desk.custos(
      [
        'audience',
        `no-${name}.csv`,
        '-o',
        `of-${name}.csv`,
        '--workspace',
        'Acme.custos',
        '--platform',
        'google',
      ].concat(['--where', 'loyalty_segment=gold']),
    );
    expect(ran.status, ran.stderr).toBe(1);
    expect(ran.stderr).toMatch(sentence);
    expect(existsSync(desk.path(`of-${name}.csv`))).toBe(false);
  });

  it('reads a name that only looks so as what it is', async () => {
    const ran = await audience('black-friday-2026.csv', '--platform', 'google', '--where', 'loyalty_segment=gold');
    expect(ran.status, ran.stderr).toBe(0);
    expect(existsSync(desk.path('black-friday-2026.csv'))).toBe(true);
  });

  it.each([
    [
      'another platform',
      ['--platform', 'Friendster', '--where', 'loyalty_segment=gold'],
      2,
      /no platform called “Friendster”/,
    ],
    ['no criterion', ['--platform', 'meta', '--where', 'gold'], 2, /“gold” is no criterion/],
    ['a column that is not there', ['--platform', 'meta', '--where', 'tier=gold'], 3, /has no column “tier”/],
    ['a person', ['--platform', 'meta', '--where', 'email=a@example.com'], 2, /names people one by one/],
    [
      'a purpose without consent',
      ['--platform', 'meta', '--where', 'loyalty_segment=gold', '--purpose', 'P1'],
      2,
      /does not rest on consent/,
    ],
  ])('refuses %s in one sentence', async (_name, options, status, sentence) => {
    const ran = await audience('never.csv', ...options);
    expect(ran.status, ran.stderr).toBe(status);
    expect(ran.stderr).toMatch(sentence);
    expect(existsSync(desk.path('never.csv'))).toBe(false);
  });
});
