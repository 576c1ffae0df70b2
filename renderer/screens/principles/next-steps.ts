import type { PrincipleCheckShown, PrinciplesShown } from '#shared/contract/principles.ts';

/** What to do next about a principle; `as`: the one above that waits for the same. */
export type NextStep = { check: PrincipleCheckShown } | { as: string };

const order = ['blocked', 'needs-you', 'not-stated'] as const;

/**
 * The next step of each principle, the gravest first; the same words are told once: a row below goes on to what else it
 * waits for, or says by whose row it is told.
 */
export function nextSteps({ controls, cells }: PrinciplesShown): ReadonlyMap<string, NextStep> {
  const toldBy = new Map<string, string>();
  const steps = new Map<string, NextStep>();
  for (const { id } of controls) {
    const checks = cells.filter(({ control }) => control === id).flatMap((cell) => cell.checks);
    const open = order.flatMap((state) => checks.filter((check) => check.state === state && check.fix !== ''));
    const [gravest] = open;
    if (gravest === undefined) continue;
    const own = open.find(({ fix }) => !toldBy.has(fix));
    if (own !== undefined) toldBy.set(own.fix, id);
    steps.set(id, own === undefined ? { as: toldBy.get(gravest.fix)! } : { check: own });
  }
  return steps;
}
