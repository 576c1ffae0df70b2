// k-map by a table of the population: the written file beside that table, joined here by the hierarchies' lines.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

const jobs = ['nurse', 'doctor', 'clerk', 'lawyer', 'king'];
const cities = ['Bonn', 'Köln', 'Ulm', 'Jena'];
/** Numbers below `below` that go by nothing, the same for the same place. */
const spread = (at: number, by: number, below: number): number => ((Math.imul(at + 1, by) >>> 8) % 1009) % below;
/** 240 people, everybody; each tenth of them came into the file. */
const everybody = Array.from({ length: 240 }, (_, at) => [
  `P-${1000 + at}`,
  at % 60 === 30 ? 'king' : jobs[spread(at, 2654435761, 4)]!,
  cities[spread(at, 2246822519, 4)]!,
]);
const file = everybody.filter((_, at) => at % 10 === 0);
const lines = {
  job: ['nurse;care;*', 'doctor;care;*', 'clerk;office;*', 'lawyer;office;*', 'king;court;*'],
  city: ['Bonn;West;*', 'Köln;West;*', 'Ulm;South;*', 'Jena;East;*'],
};
/** Label of a value at a level; one that the hierarchy does not name has none. */
const label = (of: keyof typeof lines, value: string, level: number): string | undefined =>
  lines[of].map((line) => line.split(';')).find(([leaf]) => leaf === value)?.[level];

const write = (name: string, rows: readonly (readonly string[])[]): void =>
  writeFileSync(desk.path(name), `${rows.map((row) => row.join(';')).join('\n')}\n`);
const head = ['id', 'job', 'city'];
beforeAll(() => {
  write('people.csv', [head, ...file]);
  write('everybody.csv', [['city', 'born', 'job'], ...everybody.map(([, job, city]) => [city!, '1990', job!])]);
  mkdirSync(desk.path('h'));
  for (const [of, all] of Object.entries(lines))
    write(
      `h/x_hierarchy_${of}.csv`,
      all.map((line) => [line]),
    );
});

const asked = ['--qi', 'job,city', '--hierarchies', 'h'];

async function made(options: string[]): Promise<AnonymisedFile> {
  const ran = await desk.custos(['anonymise', 'people.csv', ...asked, ...options, '--json']);
  expect(ran.status, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout) as AnonymisedFile;
}
async function refused(options: string[], status: number): Promise<string> {
  const ran = await desk.custos(['anonymise', 'people.csv', ...options, '-o', 'no.csv']);
  expect([ran.status, ran.stdout], ran.stderr).toEqual([status, '']);
  expect(existsSync(desk.path('no.csv'))).toBe(false);
  return ran.stderr;
}

/** Of every class of a written file that is not suppressed, how many of these people have its labels. */
function peopleBeside(name: string, { levels }: AnonymisedFile, people: readonly (readonly string[])[]): number[] {
  const [, ...rows] = readFileSync(desk.path(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));
  const classes = new Set(rows.map(([, job, city]) => `${job}|${city}`).filter((one) => one !== '*|*'));
  const theirs = people.map(([id, job, city]) => [
    id,
    `${label('job', job!, levels.job!.level)}|${label('city', city!, levels.city!.level)}`,
  ]);
  return [...classes].map((one) => new Set(theirs.flatMap(([id, own]) => (own === one ? [id] : []))).size);
}

describe('custos anonymise with a table of the population', () => {
  it('has k people of it in every class that is written, and loses far less than k rows of the file would', async () => {
    const said = await made(['--model', 'k-map:5', '--population-file', 'everybody.csv', '-o', 'map.csv']);
    const people = peopleBeside('map.csv', said, everybody);
    expect(Math.min(...people)).toBeGreaterThanOrEqual(5);
    expect(said.population).toEqual({
      file: 'everybody.csv',
      sha256: createHash('sha256')
        .update(readFileSync(desk.path('everybody.csv')))
        .digest('hex'),
      people: 240,
      counted: 'rows',
      k: 5,
      least: Math.min(...people),
    });
    expect(said.measured).toContainEqual({ model: 'k-map', column: null, value: Math.min(...people), met: true });
    expect(said.model).toContain('k-map (k 5) by the table everybody.csv');
    expect(said).toMatchObject({ optimal: true, classes: people.length });
    expect(said.notes.join()).toContain('Add --k to ask both');
    const both = ['--k', '5', '--model', 'k-map:k=5', '--population-file', 'everybody.csv', '-o', 'both.csv'];
    const strict = await made(both);
    expect(strict.k).toBeGreaterThanOrEqual(5);
    expect(strict.loss).toBeGreaterThan(said.loss);
    // Asked for one person more than its smallest class has, it cannot take the same levels again.
    const more = await made([
      '--model',
      `k-map:${Math.min(...people) + 1}`,
      '--population-file',
      'everybody.csv',
      '-o',
      'more.csv',
    ]);
    expect(Math.min(...peopleBeside('more.csv', more, everybody))).toBeGreaterThan(Math.min(...people));
    expect(more.loss).toBeGreaterThan(said.loss);
  });

  it('counts people where the table has the column that tells them apart, and nobody it cannot place', async () => {
    // Everybody twice, some moved; ten astronauts, whom the hierarchy lacks; and rows that name nobody.
    const twice = everybody.flatMap(([id, job, city], at) => [
      [id!, job!, city!],
      [id!, job!, at % 4 === 0 ? cities[at % 3]! : city!],
    ]);
    const odd = [...Array.from({ length: 10 }, (_, at) => [`A-${at}`, 'astronaut', 'Bonn']), ['', 'king', 'Ulm']];
    write('visits.csv', [head, ...twice, ...odd]);
    const options = ['--person', 'id', '--model', 'k-map:6', '--population-file', 'visits.csv', '-o', 'weighed.csv'];
    const said = await made(options);
    const least = Math.min(...peopleBeside('weighed.csv', said, twice));
    expect(least).toBeGreaterThanOrEqual(6);
    expect(said.population).toMatchObject({ people: 250, counted: 'people', k: 6, least });
    expect(said.notes.join()).toContain('10 rows of visits.csv have a value that no hierarchy names');
  });

  it('builds a hierarchy of the values of both where there is no file for it', async () => {
    const zips = everybody.map((_, at) => (at % 40 === 0 ? '' : `0${1000 + spread(at, 2654435761, 9000)}`));
    write('zips.csv', [['zip', 'no'], ...zips.map((zip, at) => [zip, `${at}`])]);
    write('some-zips.csv', [['zip', 'no'], ...zips.flatMap((zip, at) => (at % 5 === 0 ? [[zip, `${at}`]] : []))]);
    const map = ['--qi', 'zip', '--model', 'k-map:6', '--population-file', 'zips.csv', '-o', 'prefixes.csv', '--json'];
    const ran = await desk.custos(['anonymise', 'some-zips.csv', ...map, '--suppression', '0']);
    expect(ran.status, ran.stderr).toBe(0);
    const said = JSON.parse(ran.stdout) as AnonymisedFile;
    const [, ...rows] = readFileSync(desk.path('prefixes.csv'), 'utf8').trimEnd().split('\n');
    const labels = [...new Set(rows.map((row) => row.split(';')[0]!))];
    const people = labels.map(
      (one) => zips.filter((zip) => new RegExp(`^${one.replaceAll('*', '.')}$`).test(zip)).length,
    );
    expect(Math.min(...people)).toBe(said.population!.least);
    expect(Math.min(...people)).toBeGreaterThanOrEqual(6);
    expect(labels).toContain('');
    expect(labels.length).toBeGreaterThan(2);
  });

  it('gives each row labels of its own, under which k people of the table stand', async () => {
    const map = ['--local', '--model', 'k-map:5', '--population-file'];
    const under = (of: keyof typeof lines, value: string, cell: string): boolean =>
      [0, 1, 2].some((level) => label(of, value, level) === cell);
    const peopleUnder = (name: string, people: readonly (readonly string[])[]): number[] => {
      const [, ...rows] = readFileSync(desk.path(name), 'utf8').trimEnd().split('\n');
      expect(rows).toHaveLength(file.length);
      return rows.map((row) => {
        const [own, ...cells] = row.split(';') as [string, string, string];
        const source = file.find(([id]) => id === own)!;
        expect(under('job', source[1]!, cells[0]) && under('city', source[2]!, cells[1])).toBe(true);
        const there = people.filter(([, job, city]) => under('job', job!, cells[0]) && under('city', city!, cells[1]));
        return new Set(there.map(([id]) => id).filter(Boolean)).size;
      });
    };
    const global = await made(['--model', 'k-map:5', '--population-file', 'everybody.csv', '-o', 'levels.csv']);
    const said = await made([...map, 'everybody.csv', '-o', 'local.csv']);
    const people = peopleUnder('local.csv', everybody);
    expect(Math.min(...people)).toBeGreaterThanOrEqual(5);
    expect(said.population).toMatchObject({ people: 240, k: 5, least: Math.min(...people) });
    expect(said).toMatchObject({ rows: file.length, suppressedRows: 0, local: 'quick' });
    expect(said.model).toContain('k-map (k 5) by the table everybody.csv');
    expect(said.loss).toBeLessThan(global.loss);
    // By people: each stands in the table twice, in two cities at times.
    const twice = everybody.flatMap(([id, job, city], at) => [
      [id!, job!, city!],
      [id!, job!, at % 4 === 0 ? cities[at % 3]! : city!],
    ]);
    write('twice.csv', [head, ...twice, ['', 'king', 'Ulm']]);
    const by = await made([...map, 'twice.csv', '--person', 'id', '-o', 'by.csv']);
    const least = Math.min(...peopleUnder('by.csv', twice));
    expect(by.population).toMatchObject({ people: 240, counted: 'people', least });
    expect(least).toBeGreaterThanOrEqual(5);
  });

  it('says where the file has more people than the table', async () => {
    const others = everybody.filter(([, job]) => job !== 'king').map(([id, , city]) => [id!, 'nurse', city!]);
    write('nurses.csv', [head, ...others]);
    const map = ['--model', 'k-map:1', '--population-file'];
    const said = await made([...map, 'nurses.csv', '--suppression', '1', '-o', 'some.csv']);
    expect(Math.min(...peopleBeside('some.csv', said, others))).toBe(said.population!.least);
    write('few.csv', [head, ...everybody.filter((_, at) => at % 60 !== 30 || at === 30)]);
    const jobsAlone = ['--min-level', 'city=2', '--max-level', 'job=0'];
    const short = await made([...map, 'few.csv', ...jobsAlone, '-o', 'short.csv']);
    expect(short.population!.least).toBe(1);
    expect(short.notes.join()).toContain('In 1 class the file has more people than few.csv');
  });

  it('refuses what cannot be counted', async () => {
    const map = ['--model', 'k-map:5', '--population-file'];
    write('no-city.csv', [['id', 'job'], ...everybody.map(([id, job]) => [id!, job!])]);
    expect(await refused([...asked, ...map, 'no-city.csv'], 3)).toContain('“city”');
    write('ten.csv', [head, ...everybody.slice(0, 10)]);
    expect(await refused([...asked, ...map, 'ten.csv'], 2)).toContain('smaller than the file, which holds 24');
    const many = ['--model', 'k-map:241', '--population-file', 'everybody.csv'];
    expect(await refused([...asked, ...many], 1)).toContain('Give k-map a k of at most 240');
    expect(await refused([...asked, ...map, 'everybody.csv', '--local', '--k', '5'], 2)).toContain('leave out --k');
    const varied = ['--sensitive', 'id', '--l', '2'];
    expect(await refused([...asked, ...map, 'everybody.csv', '--local', ...varied], 2)).toContain('leave out --local');
    expect(await refused([...asked, '--population-file', 'everybody.csv'], 2)).toContain('Add --model k-map:5');
    expect(await refused([...asked, '--model', 'k-map:5'], 2)).toContain('--population-file');
    const estimate = ['--model', 'k-map:k=5,sampled=0.1,alpha=0.05', '--population-file', 'everybody.csv'];
    expect(await refused([...asked, ...estimate], 2)).toContain('without sampled and alpha');
    for (const command of ['anonymise', 'risk']) {
      const out = command === 'risk' ? [] : ['--model', 'k-map:5', '-o', 'no.csv'];
      const ran = await desk.custos([command, '-', '--qi', 'job', '--population-file', '-', ...out]);
      expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('the file or the population, not both')]);
    }
    const kept = readFileSync(desk.path('everybody.csv'));
    await desk.custos(['anonymise', 'people.csv', ...asked, ...map, 'everybody.csv', '-o', 'everybody.csv', '--force']);
    expect(readFileSync(desk.path('everybody.csv')).equals(kept)).toBe(true);
  });
});
