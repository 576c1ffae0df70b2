import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

const write = (name: string, lines: readonly string[]): void => writeFileSync(desk.path(name), `${lines.join('\n')}\n`);
const read = (name: string): string[][] =>
  readFileSync(desk.path(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(';'));

async function made(options: string[], file = 'people.csv'): Promise<AnonymisedFile> {
  const ran = await desk.custos(['anonymise', file, ...options, '--json']);
  expect(ran.status, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout) as AnonymisedFile;
}
async function refused(options: string[], status: number, file = 'people.csv'): Promise<string> {
  const ran = await desk.custos(['anonymise', file, ...options]);
  expect(ran.stdout).toBe('');
  expect(ran.status, ran.stderr).toBe(status);
  return ran.stderr;
}

const jobs = ['nurse', 'doctor', 'clerk', 'lawyer'];
const cities = ['Bonn', 'Köln', 'Ulm', 'Jena'];
/** 120 people; nobody but the last, who is a king, is alone in job. */
const people = Array.from({ length: 120 }, (_, at) => {
  const job = at === 119 ? 'king' : jobs[(at * 7) % 4]!;
  return `P-${1000 + at};${job};${cities[(at * at) % 4]!};${['flu', 'cold', 'none'][at % 3]!}`;
});

beforeAll(() => {
  write('people.csv', ['id;job;city;illness', ...people]);
  mkdirSync(desk.path('h'));
  write('h/x_hierarchy_job.csv', [
    'nurse;care;*',
    'doctor;care;*',
    'clerk;office;*',
    'lawyer;office;*',
    'king;court;*',
    'queen;court;*',
  ]);
  write('h/x_hierarchy_city.csv', ['Bonn;West;*', 'Köln;West;*', 'Ulm;South;*', 'Jena;East;*']);
});

/** Rows by what `key` says of each. */
function grouped(rows: readonly string[][], key: (row: readonly string[]) => string): string[][][] {
  const found = new Map<string, string[][]>();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return [...found.values()];
}

/** Classes of the written file by job and city, suppressed rows left out. */
const classes = (rows: readonly string[][]): string[][][] =>
  grouped(
    rows.filter(([, job, city]) => job !== '*' || city !== '*'),
    ([, job, city]) => `${job}|${city}`,
  );

describe('custos anonymise', () => {
  it('writes what it says: the levels, k, the loss and the suppressed rows are those of the file', async () => {
    const options = ['--qi', 'job,city', '--k', '4', '--hierarchies', 'h', '-o', 'out.csv'];
    const said = await made(options);
    const [head, ...rows] = read('out.csv');
    expect(head).toEqual(['id', 'job', 'city', 'illness']);
    expect(rows).toHaveLength(120);
    const found = classes(rows).map((members) => members.length);
    expect(Math.min(...found)).toBe(said.k);
    expect(said.k).toBeGreaterThanOrEqual(4);
    expect(said.suppressedRows).toBe(rows.filter(([, job, city]) => job === '*' && city === '*').length);
    expect(said).toMatchObject({ optimal: true, rows: 120, metric: 'loss', classes: found.length });
    expect(said.levels).toEqual({ job: { level: 0, of: 2 }, city: { level: 0, of: 2 } });
    // One of 120 people loses both cells; all other cells stay as they are.
    expect(said.suppressedRows).toBe(1);
    expect(said.loss).toBeCloseTo(1 / 120, 12);
    expect(said.averageClassSize).toBeCloseTo(119 / found.length, 12);
    expect(said.discernibility).toBe(found.reduce((sum, many) => sum + many ** 2, 0) + 120);
    // Where no column is above its values, nothing follows from how low the levels are.
    expect(said.downcoding).toEqual(['job', 'city'].map((column) => ({ column, minimal: false, shrunk: 0, told: 0 })));
    expect(Object.keys(said.timings)).toEqual(['load', 'search', 'write']);
    // Every other cell is as it was, and the rows are not where they were.
    const of = (lines: readonly string[][]): string[] => lines.map(([id, , , illness]) => `${id};${illness}`);
    const before = people.map((line) => line.split(';'));
    expect(of(rows).toSorted()).toEqual(of(before).toSorted());
    expect(of(rows)).not.toEqual(of(before));
    const bytes = readFileSync(desk.path('out.csv'));
    expect(await refused(options, 3)).toContain('out.csv');
    await made([...options, '--force']);
    expect(readFileSync(desk.path('out.csv')).equals(bytes)).toBe(true);
  });

  it('suppresses nobody where nobody may be, builds hierarchies, and keeps the order where it is told to', async () => {
    const said = await made(['--qi', 'job,city', '--suppression', '0', '--keep-order', '-o', 'kept.csv']);
    expect(said.suppressedRows).toBe(0);
    expect(said.notes.filter((note) => note.includes('no hierarchy file'))).toHaveLength(2);
    const [, ...rows] = read('kept.csv');
    expect(rows.map(([id]) => id)).toEqual(people.map((line) => line.split(';')[0]));
    expect(Math.min(...grouped(rows, ([, job, city]) => `${job}|${city}`).map((all) => all.length))).toBe(said.k);
  });

  it('keeps a protected column varied in every class, and goes no further than it may', async () => {
    const models = ['--l', '3', '--sensitive', 'illness', '--model', 'entropy-l-diversity:l=2.5'];
    const levels = ['--hierarchies', 'h', '--max-level', 'city=1', '--min-level', 'job=1'];
    const said = await made([
      '--qi',
      'job,city',
      '--k',
      '3',
      ...models,
      ...levels,
      '--suppression',
      '0.2',
      '-o',
      'l.csv',
    ]);
    const [, ...rows] = read('l.csv');
    expect(said.levels.job!.level).toBeGreaterThanOrEqual(1);
    expect(said.levels.city!.level).toBeLessThanOrEqual(1);
    for (const members of classes(rows)) {
      const illnesses = grouped(members, ([, , , illness]) => illness!).map((all) => all.length);
      expect(illnesses).toHaveLength(3);
      const entropy = -illnesses.reduce((sum, n) => sum + (n / members.length) * Math.log(n / members.length), 0);
      expect(Math.exp(entropy)).toBeGreaterThanOrEqual(2.5);
    }
    expect(said.measured.map(({ model, met }) => [model, met])).toEqual([
      ['k-anonymity', true],
      ['distinct-l-diversity', true],
      ['entropy-l-diversity', true],
    ]);
  });

  it('gives rows labels of their own, leaves none out, and keeps every class to what is asked', async () => {
    const asked = ['--qi', 'job,city', '--k', '7', '--l', '3', '--sensitive', 'illness', '--suppression', '0.1'];
    const said = await made([...asked, '--local', '--hierarchies', 'h', '--keep-order', '-o', 'local.csv']);
    const [, ...rows] = read('local.csv');
    const before = people.map((line) => line.split(';'));
    expect(rows.map(([id, , , illness]) => [id, illness])).toEqual(before.map(([id, , , illness]) => [id, illness]));
    const found = grouped(rows, ([, job, city]) => `${job}|${city}`);
    expect(Math.min(...found.map((members) => members.length))).toBe(said.k);
    expect(said.k).toBeGreaterThanOrEqual(7);
    for (const members of found) expect(new Set(members.map(([, , , illness]) => illness)).size).toBe(3);
    // Every label stands above what was there; what it costs is counted from the hierarchies' lines.
    const lines = ['job', 'city'].map((name) => read(`h/x_hierarchy_${name}.csv`));
    let loss = 0;
    for (const [row, cells] of rows.entries())
      for (const [at, own] of lines.entries()) {
        const label = cells[at + 1]!;
        expect(own.find(([value]) => value === before[row]![at + 1])).toContain(label);
        loss += (own.filter((line) => line.includes(label)).length - 1) / (own.length - 1);
      }
    expect(said.loss).toBeCloseTo(loss / 240, 9);
    expect(said).toMatchObject({ local: 'quick', suppressedRows: 0, optimal: false, classes: found.length });
    expect(said.levels.job).toMatchObject({ of: 2 });
    expect(said.model).toContain('local recoding');
    expect(said.notes.join()).toContain('does not use --suppression');
    expect(said.refinement!.map(({ column }) => column)).toEqual(['job', 'city', 'illness']);
  });

  it('tells labels apart that read the same on two levels', async () => {
    mkdirSync(desk.path('same'));
    write('same/x_hierarchy_job.csv', ['nurse;care;*', 'doctor;care;*', 'king;king;*', 'queen;king;*']);
    write('same/x_hierarchy_city.csv', ['Bonn;*', 'Ulm;*']);
    const five = (job: string, city: string): string[] => Array.from({ length: 5 }, () => `${job};${city}`);
    const royal = ['king;Ulm', 'king;Ulm', 'king;Ulm', 'queen;Ulm', 'queen;Ulm'];
    const rows = [...five('nurse', 'Bonn'), ...five('nurse', 'Ulm'), ...five('king', 'Bonn'), ...royal];
    write('court.csv', ['job;city', ...rows]);
    const asked = ['--qi', 'job,city', '--local', '--effort', 'long', '--hierarchies', 'same', '-o', 'court-out.csv'];
    const said = await made(asked, 'court.csv');
    const [, ...written] = read('court-out.csv');
    expect(written.map((cells) => cells.join(';')).toSorted()).toEqual(
      rows.map((row) => row.replace('queen', 'king')).toSorted(),
    );
    // Five of 40 cells stand for two of four jobs.
    expect(said.loss).toBeCloseTo(5 / 3 / 40, 12);
    expect(said.levels).toEqual({ job: { level: 1, of: 2, mean: 1 / 4 }, city: { level: 0, of: 1, mean: 0 } });
  });

  it('counts people where one of them has half of all rows', async () => {
    const rows = people.map((line, at) => (at % 2 === 0 ? `P-1;${line.split(';').slice(1).join(';')}` : line));
    write('visits.csv', ['id;job;city;illness', ...rows]);
    const options = ['--qi', 'job,city', '--k', '5', '--hierarchies', 'h', '--person', 'id', '-o', 'visits-out.csv'];
    const said = await made(options, 'visits.csv');
    const [, ...written] = read('visits-out.csv');
    const counts = classes(written).map((members) => new Set(members.map(([id]) => id)).size);
    expect(Math.min(...counts)).toBe(said.k);
    expect(said.k).toBeGreaterThanOrEqual(5);
  });

  it('refuses what cannot be asked, and says when no levels reach the target', async () => {
    expect(await refused(['--qi', 'job,job', '-o', 'no.csv'], 2)).toContain('is named twice');
    const capped = ['--qi', 'job', '--k', '40', '--max-level', 'job=0', '--hierarchies', 'h', '-o', 'no.csv'];
    expect(await refused(capped, 1)).toContain('No choice of levels reaches');
    expect(existsSync(desk.path('no.csv'))).toBe(false);
  });

  it('refuses a hierarchy that lacks values of the data, and never writes over it or the source', async () => {
    mkdirSync(desk.path('short'));
    write('short/a_hierarchy_job.csv', ['nurse;care;*', 'clerk;office;*']);
    const options = ['--qi', 'job', '--hierarchies', 'short'];
    expect(await refused([...options, '-o', 'no.csv'], 3)).toContain(
      'a_hierarchy_job.csv lacks 3 values of “job”, in 60 rows.',
    );
    const before = readFileSync(desk.path('people.csv'));
    await refused([...options, '-o', 'people.csv', '--force'], 2);
    await refused([...options, '-o', 'short/a_hierarchy_job.csv', '--force'], 2);
    expect(readFileSync(desk.path('people.csv')).equals(before)).toBe(true);
  });
});

/** 30,162 people of the 1994 census, with a folder `hierarchies` beside them; too large to be kept here. */
const adult = [process.env.CUSTOS_ADULT, resolve(import.meta.dirname, '../../../shared/data/adult/adult.csv')].find(
  (file) => file !== undefined && existsSync(resolve(file, '../hierarchies')),
);

const census = 'sex,age,race,marital-status,education,native-country,workclass,occupation,salary-class';

describe('the census beside ARX', () => {
  it('has the same optimum at 2 % and 5 % of its rows', async (context) => {
    if (adult === undefined) return context.skip('adult.csv and its hierarchies are not on this machine');
    for (const [suppression, levels, suppressed, loss] of [
      ['0.02', [0, 3, 0, 2, 2, 1, 1, 2, 0], 506, 0.357482],
      ['0.05', [0, 3, 0, 0, 2, 1, 1, 2, 0], 1346, 0.269635],
    ] as const) {
      const options = ['--qi', census, '--suppression', suppression, '--hierarchies', resolve(adult, '../hierarchies')];
      const said = await made([...options, '-o', `adult-${suppression}.csv`], adult);
      expect(Object.values(said.levels).map(({ level }) => level)).toEqual(levels);
      expect(said.suppressedRows).toBe(suppressed);
      expect(said.loss).toBeCloseTo(loss, 6);
      expect(said.optimal).toBe(true);
    }
  });

  it('loses far less row by row', async (context) => {
    if (adult === undefined) return context.skip('adult.csv and its hierarchies are not on this machine');
    const options = ['--qi', census, '--local', '--hierarchies', resolve(adult, '../hierarchies')];
    const said = await made([...options, '-o', 'adult-local.csv'], adult);
    expect(said.loss).toBeLessThanOrEqual(0.058);
    const [, ...rows] = read('adult-local.csv');
    const found = grouped(rows, (cells) => cells.join(';')).map((members) => members.length);
    expect(rows).toHaveLength(30_162);
    expect(Math.min(...found)).toBe(said.k);
    expect(said).toMatchObject({ k: 5, suppressedRows: 0, classes: found.length });
  });
});
