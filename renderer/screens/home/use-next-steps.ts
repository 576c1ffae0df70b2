import { useClassification, useDataset, useRecipe, useReleases } from '#renderer/client/queries.ts';
import { openDoubts } from '#renderer/client/review.ts';
import { openDataset } from '#renderer/workspace/open-dataset.ts';
import { goTo } from '#renderer/state/ui-state.ts';
import type { ScreenId } from '#shared/domain/screens.ts';
import { homeText } from '#shared/text/window/home.ts';

export interface NextStep {
  id: ScreenId;
  title: string;
  why: string;
  state: 'done' | 'next' | 'later';
  go(): void;
}

/** The job in order, for the dataset in hand: the first thing not done is what to do next. */
export function useNextSteps(): NextStep[] {
  const text = homeText.steps;
  const dataset = useDataset();
  const classification = useClassification(dataset?.id ?? null).data;
  const open = classification && openDoubts(classification);
  const recipe = useRecipe(dataset?.id ?? null).data;
  const released = useReleases().data?.some((release) => release.datasetId === dataset?.id) ?? false;
  const all: (Omit<NextStep, 'state'> & { done: boolean })[] = [
    { id: 'datasets', ...text.open, done: dataset !== null, go: () => void openDataset() },
    {
      id: 'classify',
      title: text.classify.title,
      why: text.classify.why(open ?? 0),
      done: open === 0,
      go: () => goTo('classify'),
    },
    { id: 'recipe', ...text.recipe, done: Boolean(recipe), go: () => goTo('recipe') },
    { id: 'release', ...text.release, done: released, go: () => goTo('release') },
    { id: 'register', ...text.register, done: false, go: () => goTo('register') },
  ];
  const next = all.findIndex(({ done }) => !done);
  return all.map(({ done, ...step }, at) => ({
    ...step,
    why: step.id === 'classify' && open === undefined ? '' : step.why,
    state: done ? 'done' : at === next ? 'next' : 'later',
  }));
}
