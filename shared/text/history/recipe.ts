import type { recipeEntries } from '#shared/journal/entry-kinds/recipe.ts';
import { counted, listed } from '../numbers.ts';
import type { Sentences } from './told.ts';

type Changes = NonNullable<Parameters<(typeof recipeSentences)['recipe.saved']>[0]['said']['changed']>;

/** "2 steps added, 1 changed"; null where only other parts of the recipe changed. */
function changes({ added, removed, edited, otherwise }: Changes): string {
  const parts: [number, string][] = [
    [added, 'added'],
    [removed, 'removed'],
    [edited, 'changed'],
  ];
  const told = parts.flatMap(([many, how], at) =>
    many === 0
      ? []
      : [at === parts.findIndex(([some]) => some > 0) ? `${counted(many, 'step')} ${how}` : `${many} ${how}`],
  );
  return listed([...told, ...(otherwise ? ['its target or roles changed'] : [])]);
}

const cut = (cutOff: boolean | undefined): string => (cutOff === true ? ' (cut off; entered at the next opening)' : '');

export const recipeSentences: Sentences<keyof typeof recipeEntries> = {
  'recipe.saved': ({ who, said: { datasetId, steps, changed, cutOff, satBy }, name }) => {
    const of = datasetId === null ? '' : ` of ${name(datasetId)}`;
    const now = counted(steps, 'step');
    if (changed === undefined) return `${who} saved the recipe${of}: ${now}.`;
    const { added, removed, edited } = changed;
    // All that it has is new: there was no recipe before.
    if (added === steps && steps > 0 && removed + edited === 0)
      return `${satBy ?? who} made the recipe${of}: ${now}${cut(cutOff)}.`;
    const what = changes(changed);
    return `${satBy ?? who} worked on the recipe${of}: ${what === '' ? '' : `${what}; `}${now} now` + `${cut(cutOff)}.`;
  },
};
