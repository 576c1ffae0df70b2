import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { isRecounted, recountRelation } from './recount-relation.ts';
import { classifyRelation } from './run-classifier.ts';

const directory = mkdtempSync(join(tmpdir(), 'custos-recount-'));
let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ directory });
});
afterAll(() => {
  duck.close();
  rmSync(directory, { recursive: true, force: true });
});

const names = ['visitor_id', 'city', 'job_title', 'event_name', 'event_time'];
const columns = names.map((name, at) => ({ name, physical: `c${at + 1}`, header: name }));
const rows = 204_000;
const city = "CASE WHEN i % 997 = 0 THEN 'Village ' || i ELSE ['Berlin', 'Hamburg', 'Köln'][i % 3 + 1] END";
const job = "['nurse', 'engineer', 'teacher', 'clerk'][i % 4 + 1]";
const event = "['page_view', 'purchase'][i % 2 + 1]";
const day = "(DATE '2024-03-01' + (i % 700)::INTEGER)::VARCHAR";

it('counts rows that are left as a classification of them would, and dates anew what began later by them', async () => {
  await duck.run(
    `CREATE TABLE all_rows AS SELECT 'v' || (i // 2) AS c1, ${city} AS c2, ${job} AS c3, ${event} AS c4, ${day} AS c5 ` +
      `FROM range(${rows}) t(i)`,
  );
  await duck.run("CREATE TABLE left_over AS SELECT * FROM all_rows WHERE c5 >= '2024-03-11'");
  const [{ n } = { n: 0 }] = await duck.query<{ n: number }>('SELECT count(*) AS n FROM left_over');
  expect(isRecounted(n, columns.length)).toBe(true);
  const options = { policy: 'customer-tracking', today: '2026-11-30', signal: new AbortController().signal } as const;
  const before = await classifyRelation(duck, 'all_rows', columns, { ...options, rows });
  const anew = await classifyRelation(duck, 'left_over', columns, { ...options, rows: n });
  const counted = await recountRelation(duck, 'left_over', columns, before, { ...options, rows: n });
  expect(counted.singlingOut.length).toBeGreaterThan(0);
  const { singlingOut, person } = anew;
  const inventory = before.inventory.map((item, at) => ({ ...item, since: anew.inventory[at]!.since }));
  expect(counted).toEqual({ ...before, rows: n, singlingOut, person, inventory });
  const since = (of: typeof before) => of.inventory.find(({ column }) => column === 'event_time')?.since;
  expect([since(before), since(counted)]).toEqual(['2024-03-01', '2024-03-11']);
});
