import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
});
afterAll(() => desk.remove());

const compare = (...more: string[]) => desk.custos(['register', 'compare', '--workspace', 'Acme.custos', ...more]);

it('is done where nothing differs, and says no where the register lacks what the data show', async () => {
  const empty = await compare();
  expect([empty.status, empty.stdout]).toEqual([0, '']);
  expect(empty.stderr).toContain('0 differences in 0 datasets about people');

  const rows = Array.from({ length: 30 }, (_, at) => `person${at}@example.org,${['Bonn', 'Lyon'][at % 2]}`);
  writeFileSync(desk.path('people.csv'), `email,city\n${rows.join('\n')}\n`);
  expect((await desk.custos(['import', 'people.csv', '--workspace', 'Acme.custos'])).status).toBe(0);
  const found = await compare();
  expect(found.status).toBe(1);
  expect(found.stdout).toMatch(
    /^✕ No activity names the dataset “people”.* \(PA-001, entry \d+, dataset-undeclared\)$/m,
  );
  expect(found.stdout).toContain('The draft has it from the log: read it and take it over.');
  // No value of the dataset is told.
  expect(found.stdout + found.stderr).not.toMatch(/person\d|Bonn/);

  const json = await compare('--json');
  expect(json.status).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({
    compared: 1,
    differences: [{ rule: 'dataset-undeclared', proposed: true, place: { kind: 'activity', field: 'datasets' } }],
  });
  expect((await desk.custos(['register', 'compare', '--help'])).stdout).toContain('$ custos register compare');
});

it('refuses a recipient that is no name', async () => {
  for (const name of ['', 'two\nlines', 'x'.repeat(201)]) {
    const args = ['apply', 'people.csv', '--recipe', 'r.json', '-o', 'out.csv', '--recipient', name];
    const refused = await desk.custos(args);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('--recipient')]);
  }
});
