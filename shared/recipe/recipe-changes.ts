import type { Recipe } from '#shared/domain/recipe-file.ts';

/** How a recipe differs from the one before, in counts; `otherwise`: its order, or something beside the steps. */
export interface RecipeChanges {
  added: number;
  removed: number;
  edited: number;
  otherwise: boolean;
}

interface Step {
  op: string;
  /** The whole step, one spelling per meaning. */
  text: string;
}

/**
 * What was done to a recipe between two moments, however often it was saved in between. A step that is gone and a new one
 * of the same operation count as one that was edited.
 * @param before null: there was none
 */
export function recipeChanges(before: Recipe | null, after: Recipe): RecipeChanges {
  const had = (before?.steps ?? []).map(stepOf);
  const has = after.steps.map(stepOf);
  const [stayed, fresh] = parted(has, tally(had.map(({ text }) => text)));
  const [kept, gone] = parted(had, tally(has.map(({ text }) => text)));
  const [, removed] = parted(gone, tally(fresh.map(({ op }) => op)), ({ op }) => op);
  const edited = gone.length - removed.length;
  return {
    added: fresh.length - edited,
    removed: removed.length,
    edited,
    otherwise:
      before !== null &&
      (stayed.some(({ text }, at) => text !== kept[at]?.text) ||
        spelled({ ...before, steps: [] }) !== spelled({ ...after, steps: [] })),
  };
}

const stepOf = (step: Recipe['steps'][number]): Step => ({ op: step.op, text: spelled(step) });

/** How often each text is there. */
function tally(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Steps that find a partner among the others, each partner once, and those that find none; both in order. */
function parted(
  steps: readonly Step[],
  others: Map<string, number>,
  by: (step: Step) => string = ({ text }) => text,
): [Step[], Step[]] {
  const found: Step[] = [];
  const alone: Step[] = [];
  for (const step of steps) {
    const left = others.get(by(step)) ?? 0;
    (left > 0 ? found : alone).push(step);
    if (left > 0) others.set(by(step), left - 1);
  }
  return [found, alone];
}

const spelled = (value: object): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
