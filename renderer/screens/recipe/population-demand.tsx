import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { populationAsked, withMap } from '#shared/domain/recipe-target.ts';
import { keys } from '#renderer/client/query-client.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { choosePopulation } from './choose-population.ts';
import styles from './recipe.module.css';
import type { RecipeDraft } from './use-recipe-draft.ts';

const text = recipeText.population;

interface Chosen {
  fileName: string;
  rows: number;
  sha256: string;
}

/** k-map by a table of the population: how many of its people, and which table; nothing where none is asked for. */
export function PopulationDemand({ datasetId, draft }: { datasetId: string; draft: RecipeDraft }) {
  const { recipe, act, readOnly } = draft;
  const asked = populationAsked(recipe);
  // Answered by whoever chose it: a recipe holds no path.
  const { data: chosen = null } = useQuery<Chosen | null>({
    queryKey: keys.population(asked?.table ?? ''),
    queryFn: () => null,
    staleTime: Infinity,
    enabled: false,
  });
  if (asked === null) return null;
  const set = (to: typeof asked | null): void =>
    act({ kind: 'recipe-replaced', recipe: { ...recipe, target: withMap(recipe.target, to) } });
  return (
    <section className={styles.population} aria-label={text.title}>
      <NumberInput
        className={styles.numberField}
        label={text.k}
        title={text.kHelp}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        disabled={readOnly}
        value={asked.k}
        onChange={(k) => {
          if (typeof k === 'number' && k >= 1) set({ ...asked, k });
        }}
      />
      <p>{chosen === null ? text.notChosen(asked.table) : text.file(chosen)}</p>
      <Button disabled={readOnly} onClick={() => void choosePopulation(datasetId, draft)}>
        {text.choose}
      </Button>
      <Button variant="subtle" disabled={readOnly} onClick={() => set(null)}>
        {text.remove}
      </Button>
    </section>
  );
}
