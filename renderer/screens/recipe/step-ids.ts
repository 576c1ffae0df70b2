export interface StepIds<Step> {
  steps: readonly Step[];
  ids: readonly string[];
  next: number;
}

/**
 * Ids that stay with a step while it is moved or edited, so that the list knows which row went where: a step keeps its
 * id by identity, an edited one by its place, where the place is not another step's.
 */
export function nextStepIds<Step extends { op: string }>(before: StepIds<Step>, steps: readonly Step[]): StepIds<Step> {
  const byStep = new Map(before.steps.map((step, at) => [step, before.ids[at]!]));
  const taken = new Set(steps.flatMap((step) => byStep.get(step) ?? []));
  const used = new Set<string>();
  let { next } = before;
  const ids = steps.map((step, at) => {
    const here = before.steps[at]?.op === step.op ? before.ids[at] : undefined;
    const known = byStep.get(step) ?? (here !== undefined && !taken.has(here) ? here : undefined);
    const id = known !== undefined && !used.has(known) ? known : `step-${(next += 1)}`;
    used.add(id);
    return id;
  });
  return { steps, ids, next };
}
