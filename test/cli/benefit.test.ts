import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
const text = Array.from({ length: 20 }, (_, at) => `Bonn,${at % 5}0.50`).join('\n');

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  writeFileSync(desk.path('customers.csv'), `city,total_spent\n${text}\n`);
  expect((await desk.custos(['import', 'customers.csv', ...inWorkspace])).status).toBe(0);
});
afterAll(() => desk.remove());

/** What the guardrail says of the benefit to customers. */
async function benefitOf(): Promise<string> {
  const { stdout } = await desk.custos(['guard', 'customers.csv', '--purpose', 'P1', ...inWorkspace, '--json']);
  const { findings } = JSON.parse(stdout) as { findings: { id: string; state: string }[] };
  return findings.find(({ id }) => id === 'E9')!.state;
}

it('a benefit that the program suggests is nobody’s word, until somebody states one', async () => {
  expect(await benefitOf()).toBe('not-stated');
  const bound = await desk.custos(['purposes', 'bind', 'customers.csv', '--purpose', 'P1', ...inWorkspace]);
  expect(bound.status, bound.stderr).toBe(0);
  expect(await benefitOf()).toBe('not-stated');
  writeFileSync(desk.path('benefit.json'), JSON.stringify({ benefit: 'A free coffee after ten visits.' }));
  const words = 'register set purpose PU-001 --from benefit.json --reason stated'.split(' ');
  const stated = await desk.custos([...words, ...inWorkspace]);
  expect(stated.status, stated.stderr).toBe(0);
  expect(await benefitOf()).toBe('passed');
});
