import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { follow, makeEngine, type TestEngine } from '#test/support/make-engine.ts';
import { readCsv } from '#test/support/read-csv.ts';

let made: TestEngine;
beforeAll(async () => {
  made = makeEngine();
  const { grantId } = made.engine.grants.add(made.path('Acme.custos'), 'workspace-create');
  await made.client.workspaces.create({
    grantId,
    operator: 'Ada',
    organisation: 'Acme',
    passphrase: 'correct horse battery',
  });
  writeTables();
});
afterAll(() => made.close());

const write = (name: string, lines: readonly string[]): void => writeFileSync(made.path(name), `${lines.join('\n')}\n`);
const bytes = (name: string): Buffer => readFileSync(made.path(name));
const sha256 = (name: string): string => createHash('sha256').update(bytes(name)).digest('hex');
const rowsOf = (name: string): string[][] => readCsv(bytes(name).toString('utf8'), ';').rows;

const towns = ['Berlin', 'Hamburg', 'Ulm'];
const goods = ['Bücher', 'Wein', 'Käse', 'Brot'];
/** A number below `below` by a rule without a pattern that the eye sees. */
const mixed = (at: number, below: number): number => ((at * 7919 + 13) ** 2 % 104_729) % below;

/** 90 people in 45 households, what they bought and where they looked. */
function writeTables(): void {
  write('kunden.csv', [
    'Kundennr;E-Mail;Geburtsjahr;Ort;Haushalt',
    ...Array.from({ length: 90 }, (_, at) => {
      const [year, town] = [1950 + mixed(at, 45), towns[mixed(at + 90, 3)]!];
      return `K${1000 + at};p${at}@example.org;${year};${town};H${at >> 1}`;
    }),
  ]);
  const bought = Array.from({ length: 90 }, (_, at) =>
    Array.from({ length: mixed(at + 500, 4) }, (_, row) => {
      const month = String(1 + mixed(at * 5 + row, 12)).padStart(2, '0');
      return `B${at}-${row};K${1000 + at};2026-${month}-11;${goods[mixed(at + row * 31, 4)]!}`;
    }),
  ).flat();
  // Somebody has half of all rows, and some rows are nobody's.
  const many = bought.map((_, at) => `M${at};K1007;2026-05-11;Wein`);
  const stray = ['X1;K9999;2026-01-11;Brot', 'X2;;2026-01-11;Brot'];
  write('kaeufe.csv', ['Bestellnummer;Kunde;Datum;Ware', ...bought, ...many, ...stray]);
  write('besuche.csv', [
    'Kundennr;Seite',
    ...Array.from({ length: 90 }, (_, at) => `K${1000 + at};${mixed(at, 3) === 0 ? 'Hilfe' : 'Start'}`),
  ]);
  // Nothing but the values says that these name people, and the last not even they.
  write('namen.csv', [
    'Kundennr;A;B;C;Ort',
    ...Array.from({ length: 90 }, (_, at) => {
      const [first, last] = [['Anna', 'Peter', 'Maria'][at % 3]!, ['Schmidt', 'Weber', 'Wagner', 'Becker'][at % 4]!];
      return `K${1000 + at};${first} ${last};ring me at p${at}@example.org;zq-${(at * 7919) % 1000}x;${towns[at % 3]!}`;
    }),
  ]);
  write('doppelt.csv', ['Kundennr;Ort', 'K1;Ulm', 'K1;Bonn', 'K2;Ulm']);
}

type Asked = Parameters<TestEngine['client']['files']['anonymiseTables']>[0];
/** A file of the folder, and the column that says whose its rows are. */
type Keyed = [file: string, key: string];

const people: Keyed = ['kunden.csv', 'Kundennr'];
const others: Keyed[] = [
  ['kaeufe.csv', 'Kunde'],
  ['besuche.csv', 'Kundennr'],
];

function released(folder: string, over: Partial<Asked> = {}, [first, ...rest]: Keyed[] = [people, ...others]) {
  const { grants } = made.engine;
  if (!existsSync(made.path(folder))) mkdirSync(made.path(folder));
  const source = (file: string): string => grants.add(made.path(file), 'read').grantId;
  const target = (file: string): string => grants.add(made.path(`${folder}/${file}`), 'write').grantId;
  return follow(
    made.client.files.anonymiseTables({
      grantId: source(first![0]),
      key: first![1],
      children: rest.map(([file, key]) => ({ grantId: source(file), key })),
      k: 4,
      attack: false,
      outputGrantIds: [first!, ...rest].map(([file]) => target(file)),
      certificateGrantId: target('tables.certificate.json'),
      ...over,
    }),
  );
}

/** What a reader who joins the three files has of each person, their own key left out: rows in no order. */
function joined(folder: string): Map<string, string> {
  const of = (file: string, key: string): string[] =>
    rowsOf(`${folder}/${file}`)
      .filter(([own]) => own === key)
      .map(([, ...said]) => said.join(';'))
      .toSorted();
  return new Map(
    rowsOf(`${folder}/kunden.csv`).map(([key = '', ...said]) => [
      key,
      JSON.stringify([said, of('kaeufe.csv', key), of('besuche.csv', key)]),
    ]),
  );
}

/** How many people read each thing. */
function behind(said: Iterable<string>): number[] {
  const many = new Map<string, number>();
  for (const one of said) many.set(one, (many.get(one) ?? 0) + 1);
  return [...many.values()];
}

const leftOut = ({ tables }: AnonymisedTables, at: number): number =>
  tables[at]!.leftOut.reduce((sum, { rows }) => sum + rows, 0);

describe('several related tables', () => {
  it.each(['levels', 'sets'] as const)('can be joined, with k people behind all that is joined (%s)', async (cells) => {
    const said = await released('out', { cells, force: true });
    const read = joined('out');
    const counts = behind(read.values());
    expect(read.size).toBe(90);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
    expect(said).toMatchObject({ k: Math.min(...counts), classes: counts.length, people: 90, counts: 'people' });
    // The keys are new, and say nothing; every row of the others is somebody's.
    const keys = [...read.keys()].map(Number).toSorted((a, b) => a - b);
    expect(keys).toEqual(Array.from({ length: 90 }, (_, at) => at + 1));
    for (const [file] of others) expect(rowsOf(`out/${file}`).every(([key]) => read.has(key!))).toBe(true);
    for (const file of readdirSync(made.path('out')))
      expect(bytes(`out/${file}`).toString('utf8')).not.toMatch(/K10\d\d|B\d+-\d|example\.org/);
  });

  it('tell of every row and column that is missing, and are hashed as they lie there', async () => {
    const said = await released('told');
    for (const [at, { rowsIn, rowsOut, output, sha256: told }] of said.tables.entries()) {
      expect(leftOut(said, at) + rowsOut).toBe(rowsIn);
      expect(rowsOf(`told/${basename(output)}`)).toHaveLength(rowsOut);
      expect(sha256(`told/${basename(output)}`)).toBe(told);
    }
    const [own, bought] = said.tables;
    expect(own!.dropped).toEqual([{ column: 'E-Mail', why: 'identifying' }]);
    expect(bought!.columns).toEqual(['Kunde', 'Datum', 'Ware']);
    expect(bought!.leftOut).toMatchObject([
      { why: 'no-key', rows: 1 },
      { why: 'orphan', rows: 1 },
      { why: 'above-bound' },
      { why: 'no-place' },
    ]);
    expect(said.notes.join(' ')).toContain('All guardrails were asked of each table');
  });

  it('get other keys each time, and the same groups', async () => {
    await released('again');
    const [one, other] = ['told', 'again'].map(joined);
    expect([...one!.values()].toSorted()).toEqual([...other!.values()].toSorted());
    expect([...one!]).not.toEqual([...other!]);
  });

  it('keep at most so many rows of a person, and households together', async () => {
    const said = await released('bound', { rowsPerPerson: 1, household: 'Haushalt' });
    expect(said).toMatchObject({ counts: 'households', targetK: 4 });
    // Two people a household, and four households.
    expect(said.k).toBeGreaterThanOrEqual(8);
    expect(Math.min(...behind(joined('bound').values()))).toBe(said.k);
    const rows = behind(rowsOf('bound/kaeufe.csv').map(([key]) => key!));
    expect(Math.max(0, ...rows)).toBeLessThanOrEqual(1);
  });

  it('lose columns whose values name people, whatever they are called', async () => {
    const said = await released('names', { cells: 'sets' }, [['namen.csv', 'Kundennr'], others[1]!]);
    const why = Object.fromEntries(said.tables[0]!.dropped.map((one) => [one.column, one.why]));
    expect(why).toMatchObject({ A: 'identifying', B: 'identifying' });
    expect(Object.keys(why).toSorted()).toEqual(['A', 'B', 'C']);
    expect(bytes('names/namen.csv').toString('utf8')).not.toMatch(/Schmidt|example|zq-/);
  });

  it('are attacked as they can be joined, and the certificate tells what was found', async () => {
    const { attacks } = await released('attacked', { attack: true }, [people, others[0]!]);
    expect(new Set(attacks!.map(({ attack }) => attack))).toEqual(
      new Set(['singling-out', 'linkability', 'inference']),
    );
    expect(attacks!.flatMap(({ column }) => column ?? [])).toContain('kaeufe.csv: rows');
    expect(attacks!.every(({ mainTargets, controlTargets }) => mainTargets > 0 && controlTargets > 0)).toBe(true);
    const certificate = JSON.parse(bytes('attacked/tables.certificate.json').toString('utf8')) as {
      attacks: { results: unknown[] };
      notes: string[];
    };
    expect(certificate.attacks.results).toHaveLength(attacks!.length);
    expect(certificate.notes.join(' ')).toContain('Not attacked: which rows they have together.');
  });

  it('are one release in the register, with the hash of each file', async () => {
    const said = await released('signed');
    const { entries } = await made.client.register.list({ kind: 'tables.released' });
    const entry = entries.find(({ seq }) => seq === said.registerEntry);
    expect(entry?.payload).toMatchObject({
      k: said.k,
      targetK: 4,
      people: 90,
      certificateSha256: sha256('signed/tables.certificate.json'),
      tables: [people, ...others].map(([file]) => ({
        fileName: file,
        sourceSha256: sha256(file),
        outputSha256: sha256(`signed/${file}`),
      })),
    });
  });

  it.each<[string, Partial<Asked>, Keyed[], string]>([
    ['a key that a table has not', {}, [people, ['kaeufe.csv', 'Kundennr']], 'no column “Kundennr”'],
    ['people with several rows', {}, [['doppelt.csv', 'Kundennr'], others[1]!], 'several rows of 1 person'],
    ['tables of nobody here', {}, [people, ['kaeufe.csv', 'Ware']], 'Name its key'],
    ['a k that is more than there are people', { k: 91 }, [people, others[0]!], 'at most 90'],
    [
      'a k that is more than there are households',
      { k: 46, household: 'Haushalt' },
      [people, others[0]!],
      '45 households',
    ],
    ['a household that is the key', { household: 'Kundennr' }, [people, others[0]!], 'no household'],
    ['a key as a column to keep', { qi: ['Kunde', 'Ort'] }, [people, others[0]!], 'Leave it out of --qi'],
    ['a column that no table has', { qi: ['Farbe'] }, [people, others[0]!], '“Farbe”'],
  ])('are refused with %s, and nothing is left behind', async (_what, over, files, sentence) => {
    await expect(released('none', over, files)).rejects.toThrow(sentence);
    expect(readdirSync(made.path('none'))).toEqual([]);
  });

  it('replace nothing unasked, and none of the files where one cannot be replaced', async () => {
    mkdirSync(made.path('kept/besuche.csv'), { recursive: true });
    write('kept/kunden.csv', ['kept']);
    for (const force of [false, true]) {
      await expect(released('kept', { force })).rejects.toThrow(force ? 'besuche.csv' : 'kunden.csv');
      expect(bytes('kept/kunden.csv').toString('utf8')).toBe('kept\n');
      expect(readdirSync(made.path('kept')).toSorted()).toEqual(['besuche.csv', 'kunden.csv']);
    }
  });
});
