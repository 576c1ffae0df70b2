// Cells that name somebody, as an outsider who looks at each cell by itself finds them.
import { expect, it } from 'vitest';
import { openDuck } from '#engine/analysis/open-duck.ts';
import { searchRelation } from '#engine/use-cases/subjects/search-relation.ts';
import { soughtOf } from '#engine/use-cases/subjects/sought.ts';
import { seeded } from '#test/support/seeded.ts';
import { testPlace } from '../workspace/support.ts';

const values = ['ana.lopez@mail.example', 'José  Álvarez', '+34 612 345 678', 'K-77.(1)', 'İnci Öz'];
/** Spellings that name them, and some that only look so. */
const spellings = [
  'ana.lopez@mail.example',
  'Ana.Lopez@Mail.example',
  'call ana.lopez@mail.example, please',
  'anaXlopez@mail.example',
  'José Álvarez'.normalize('NFD'),
  'josé\u00a0álvarez',
  'by JOSÉ\t\u000bÁLVAREZ today',
  'Álvarez José',
  '0612345678',
  '+34-612-345-678',
  'tel. 612 345 678 (evenings)',
  '612 345 679',
  'k-77.(1)',
  'K-77x(1)',
  'inci öz',
  'İNCİ ÖZ',
  '',
  'nobody',
];

it('finds what cell by cell is found, whatever stands beside it, in columns long enough', async () => {
  const { root } = testPlace();
  const duck = await openDuck({ directory: root });
  try {
    const random = seeded(11);
    const rows = Array.from({ length: 400 }, () =>
      Array.from({ length: 3 }, () => spellings[Math.floor(random() * spellings.length)]!),
    );
    await duck.run('CREATE TEMP TABLE people (c1 VARCHAR, c2 VARCHAR, c3 VARCHAR)');
    const literals = rows.map((cells) => `(${cells.map((cell) => `'${cell}'`).join(', ')})`);
    await duck.run(`INSERT INTO people VALUES ${literals.join(', ')}`);
    const sought = values.map(soughtOf);
    const expected = ['c1', 'c2', 'c3'].flatMap((column, at) =>
      (['plain', 'text'] as const).flatMap((match) => {
        const found = rows.flatMap((cells, row) => {
          const held = sought.map((one) => one.heldBy(cells[at]!));
          const how = held.includes('plain') ? 'plain' : held.includes('text') ? 'text' : null;
          return how === match ? [row] : [];
        });
        return found.length === 0 ? [] : [{ column, match, rows: found }];
      }),
    );
    expect(expected.length).toBe(6);
    const columns = ['c1', 'c2', 'c3'].map((name, at) => ({
      name,
      physical: name,
      longest: Math.max(...rows.map((cells) => [...cells[at]!].length)),
    }));
    const { signal } = new AbortController();
    const relation = { duck, relation: 'people', columns, rowNumber: 'rowid' };
    const found = await searchRelation(relation, sought, new Map(), signal);
    const byPlace = (a: { column: string; match: string }, b: { column: string; match: string }): number =>
      `${a.column} ${a.match}`.localeCompare(`${b.column} ${b.match}`);
    expect(found.map(({ column, match, rows: own }) => ({ column, match, rows: own })).toSorted(byPlace)).toEqual(
      expected.toSorted(byPlace),
    );
    // A column too short for every value is not looked at; one of unknown length is.
    const short = columns.map((column) => ({ ...column, longest: 5 }));
    const plain = [soughtOf('ana.lopez@mail.example')];
    expect(await searchRelation({ ...relation, columns: short }, plain, new Map(), signal)).toEqual([]);
    const unknown = columns.map(({ name, physical }) => ({ name, physical }));
    expect(await searchRelation({ ...relation, columns: unknown }, plain, new Map(), signal)).not.toEqual([]);
  } finally {
    duck.close();
  }
});
