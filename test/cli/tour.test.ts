import { expect, it } from 'vitest';
import { makeDesk } from '#test/support/run-custos.ts';

it('every command of docs/tour.md ends as the tour says', async () => {
  // Makes the command line where it is out of date, as a person's first call does.
  const desk = makeDesk();
  expect((await desk.custos(['--help'])).status).toBe(0);
  desk.remove();
  const { runTour } = (await import(new URL('../../scripts/tour.mjs', import.meta.url).href)) as {
    runTour: () => { text: string; problems: string[]; commands: number };
  };
  const { problems, commands, text } = runTour();
  expect(problems).toEqual([]);
  expect(commands).toBeGreaterThan(10);
  // What the tour is about: an anonymised release, and a register that notices the edit in its second entry.
  expect(text).toContain('anonymised');
  expect(text).toContain('The register verifies');
  expect(text).toMatch(/does NOT verify[\s\S]*entry 2/);
}, 600_000);
