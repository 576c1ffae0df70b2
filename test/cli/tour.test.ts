import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

interface Tour {
  text: string;
  problems: string[];
  commands: number;
}

let desk: Desk;
beforeAll(() => (desk = makeDesk()));
afterAll(() => desk.remove());

it('every command of docs/tour.md ends as the tour says', async () => {
  const { runTour } = (await import(new URL('../../scripts/tour.mjs', import.meta.url).href)) as {
    runTour(folder: string, custos: (args: string[]) => Promise<{ output: string; status: number }>): Promise<Tour>;
  };
  const { problems, commands, text } = await runTour(desk.directory, async (args) => {
    const { status, stdout, stderr } = await desk.custos(args);
    return { output: stdout + stderr, status: status ?? 3 };
  });
  expect(problems).toEqual([]);
  expect(commands).toBeGreaterThan(10);
  // What the tour is about: an anonymised release, and a register that notices the edit in its second entry.
  expect(text).toContain('anonymised');
  expect(text).toContain('The register verifies');
  expect(text).toMatch(/does NOT verify[\s\S]*entry 2/);
}, 600_000);
