// Next month's file: on import the guardrails run by themselves, and what is new since the last edition is told and kept.
import { writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { EditionCheck, EditionNews } from '#shared/domain/edition.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeEach(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
});
afterEach(() => desk.remove());

interface Written {
  rows?: number;
  minors?: number;
  withdrawn?: number;
  health?: boolean;
  recoded?: boolean;
}

/** Invented people; `minors` of them were born in 2014. */
function write(
  name: string,
  { rows = 300, minors = 4, withdrawn = 10, health = false, recoded = false }: Written,
): void {
  const people = Array.from({ length: rows }, (_, at) => {
    const gender = (at * 7) % 3 === 0 ? 'male' : 'female';
    return [
      `K-${1000 + at}`,
      ['Bonn', 'Lyon', 'Turin'][at % 3],
      recoded ? { male: '1', female: '2' }[gender] : gender,
      `${at < minors ? 2014 : 1950 + ((at * 13) % 50)}-0${1 + (at % 9)}-1${at % 9}`,
      String(10 + ((at * 37) % 400)),
      at >= rows - withdrawn ? 'withdrawn' : 'granted',
      ...(health ? [['diabetes', 'asthma', 'none'][at % 3]] : []),
    ].join(',');
  });
  const head = `customer_id,city,gender,date_of_birth,total_spent,consent_status${health ? ',diagnosis' : ''}`;
  writeFileSync(desk.path(name), `${[head, ...people].join('\n')}\n`);
}

type Imported = DatasetSummary & { sinceLast: EditionCheck | null; sinceLastFailed: string | null };
async function imported(name: string): Promise<Imported> {
  const ran = await desk.custos(['import', name, '--workspace', 'Acme.custos', '--json']);
  expect(ran.status, ran.stderr).toBe(0);
  const answer = JSON.parse(ran.stdout) as Imported;
  expect(answer.sinceLastFailed).toBeNull();
  return answer;
}
/** The next edition after a first one, and what of it is news. */
async function next(second: Written): Promise<EditionCheck> {
  write('october.csv', {});
  write('november.csv', second);
  expect((await imported('october.csv')).sinceLast).toBeNull();
  const { sinceLast } = await imported('november.csv');
  expect(sinceLast).not.toBeNull();
  return sinceLast!;
}
const about = ({ news }: EditionCheck, id: string): EditionNews[] => news.filter((one) => one.id === id);

function entries(): Record<string, unknown>[] {
  const database = new Sqlite(desk.path('Acme.custos/register.sqlite'), { readonly: true });
  const rows = database.prepare("SELECT payload FROM log WHERE kind = 'edition.checked' ORDER BY seq").all();
  database.close();
  return (rows as { payload: string }[]).map(({ payload }) => JSON.parse(payload) as Record<string, unknown>);
}

describe('custos import of a later edition', () => {
  it('says that nothing is new of the same file', async () => {
    const check = await next({});
    expect(check).toMatchObject({ nothingNew: true, news: [], rows: { before: 300, after: 300 } });
    const [entry] = entries();
    expect(entry).toMatchObject({ datasetId: check.datasetId, earlierId: check.earlier.datasetId, beforeEntry: null });
    // The values that it went by are kept, too.
    expect(entry!.policy).toContainEqual({ topic: 'targeting-age', subject: '*', value: 18 });
    // The next one goes by what the log has, and the guardrails need not look at the old rows again.
    write('december.csv', {});
    const again = await imported('december.csv');
    expect(again.sinceLast).toMatchObject({ nothingNew: true, earlier: { name: 'november' } });
    expect(entries()[1]).toMatchObject({ beforeEntry: check.registerEntry });
  });

  it('tells of a column of health that came in', async () => {
    const check = await next({ health: true });
    expect(check.columns.added).toEqual(['diagnosis']);
    expect(about(check, 'diagnosis')).toMatchObject([{ change: 'new', weight: 'warn' }]);
    expect(about(check, 'E5')).toMatchObject([{ change: 'new' }]);
    expect(JSON.stringify(entries())).not.toMatch(/asthma|diabetes|K-1/);
  });

  it('tells of ten times as many minors, though the release asks nobody’s age', async () => {
    const check = await next({ minors: 40 });
    const [minors] = about(check, 'E7');
    expect(minors).toMatchObject({ change: 'changed', weight: 'warn' });
    expect(minors!.detail).toMatch(/40 rows under 18.*Before: 4 rows under 18/);
  });

  it('tells of consent that was taken back since', async () => {
    const check = await next({ withdrawn: 90 });
    expect(about(check, 'E2')[0]!.detail).toMatch(/90.*Before: .*10/);
  });

  it('tells of a column that is coded otherwise', async () => {
    const check = await next({ recoded: true });
    expect(check.columns.newValues).toEqual([{ column: 'gender', values: 2, sensitive: false }]);
    expect(check.columns.moved.map(({ column }) => column)).toEqual(['gender']);
    expect(check.columns.retyped).toEqual([{ column: 'gender', from: 'text', to: 'integer' }]);
  });

  it('tells of fewer rows, in words on the command line, and leaves another file alone', async () => {
    write('october.csv', {});
    write('fewer.csv', { rows: 150, minors: 2, withdrawn: 5 });
    await imported('october.csv');
    const ran = await desk.custos(['import', 'fewer.csv', '--workspace', 'Acme.custos']);
    expect(ran.status, ran.stderr).toBe(0);
    expect(ran.stderr).toMatch(/150 rows, 300 before: 50 ?.% fewer/u);
    expect(ran.stderr).toMatch(/Kept as entry \d+ of the register/);
    writeFileSync(desk.path('other.csv'), 'product,price\nrain jacket,90\nbike light,20\n');
    expect((await imported('other.csv')).sinceLast).toBeNull();
    expect(entries()).toHaveLength(1);
  });
});
