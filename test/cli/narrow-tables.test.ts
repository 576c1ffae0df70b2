import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Certificate } from '#shared/certificate/certificate.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeEach(() => (desk = makeDesk()));
afterEach(() => desk.remove());

const step = (op: string, settings: object) => ({ op, version: 1, settings, reason: 'x', enabled: true });

it('writes all tables of a recipe, each with its certificate', async () => {
  const rows = Array.from(
    { length: 24 },
    (_, at) => `p${at}@example.org,${at % 2 ? 'Bonn' : 'Ulm'},${at === 5 ? 'own' : 'free'}`,
  );
  writeFileSync(desk.path('people.csv'), `email,city,contract_type\n${rows.join('\n')}\n`);
  const recipe = {
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'p1-find-segments',
    release: 'pseudonymised',
    referenceDate: '2026-11-23',
    target: { k: 3, suppression: 0.1 },
    steps: [
      step('drop-columns', { columns: ['email'] }),
      step('narrow-tables', {
        tables: [
          ['towns', 'city'],
          ['plans', 'contract_type'],
        ],
        write: 'towns',
      }),
    ],
  };
  writeFileSync(desk.path('recipe.json'), JSON.stringify(recipe));
  const made = await desk.custos([
    'apply',
    'people.csv',
    '--recipe',
    'recipe.json',
    '-o',
    'out.csv',
    '--write',
    'all',
    '--json',
    '--report',
    'report.json',
  ]);
  expect(made.status, made.stderr).toBe(0);
  const results = JSON.parse(made.stdout) as ReleaseResult[];
  expect(results.map(({ rowsOut }) => rowsOut)).toEqual([23, 23]);
  expect(JSON.parse(readFileSync(desk.path('report.json'), 'utf8'))).toEqual(results);
  const lines = (name: string): string[] => readFileSync(desk.path(name), 'utf8').trimEnd().split('\n');
  expect(new Set(lines('out-towns.csv'))).toEqual(new Set(['city', 'Bonn', 'Ulm']));
  expect(new Set(lines('out-plans.csv'))).toEqual(new Set(['contract_type', 'free']));
  const column = { towns: 'city', plans: 'contract_type' };
  for (const [name, header] of Object.entries(column)) {
    const certificate = JSON.parse(readFileSync(desk.path(`out-${name}.csv.certificate.json`), 'utf8')) as Certificate;
    expect(certificate.output.columns.map((one) => one.name)).toEqual([header]);
    expect(certificate.rows).toMatchObject({ in: 24, out: 23 });
  }
});
