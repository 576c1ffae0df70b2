import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(() => {
  desk = makeDesk();
});
afterAll(() => desk.remove());

const profile = async (text: string, options: string[] = []) => {
  writeFileSync(desk.path('t.csv'), text);
  const { status, stdout, stderr } = await desk.custos(['profile', 't.csv', '--json', ...options]);
  const { columns, rows, warnings } = JSON.parse(stdout) as {
    columns: { name: string }[];
    rows: number;
    warnings: string[];
  };
  return { status, stderr, rows, names: columns.map(({ name }) => name), told: warnings.join(' ') };
};

it('a doubtful reading is told with the option that makes the other one, and the option makes it', async () => {
  const shifted = 'first_name,email,age\n1,Anna,a@example.org,34\n2,Ben,b@example.org,41\n3,Cara,c@example.org,29\n';
  const found = await profile(shifted);
  expect([found.names, found.told]).toEqual([
    ['unnamed_1', 'first_name', 'email', 'age'],
    expect.stringContaining('(--no-row-names)'),
  ]);
  expect((await profile(shifted, ['--no-row-names'])).names).toEqual(['first_name', 'email', 'age', 'unnamed_4']);
  const words = 'alpha,beta\nred,small\nblue,large\ngreen,oval\n';
  expect((await profile(words)).told).toContain('(--no-header)');
  expect((await profile(words, ['--no-header'])).rows).toBe(4);
});

it('lines before the table, rows of names and the quote are options', async () => {
  const text = 'x,y\na,b\n1,"2\n3,4\n';
  expect((await profile(text, ['--skip-lines', '1', '--header', '--quote', 'none'])).names).toEqual(['a', 'b']);
  expect((await profile('x,y\na,b\n1,2\n3,4\n', ['--header-rows', '2'])).names).toEqual(['x - a', 'y - b']);
  expect((await desk.custos(['profile', 't.csv', '--skip-lines', 'two'])).status).toBe(2);
});
