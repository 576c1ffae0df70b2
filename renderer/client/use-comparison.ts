import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { ComparedRisk } from '#shared/contract/risk.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { serialiseRecipe } from '#shared/recipe/serialise-recipe.ts';
import { riskText as text } from '#shared/text/window/risk.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, queryClient } from '#renderer/client/query-client.ts';
import { runJob } from '#renderer/client/use-job.ts';

interface Measured {
  result: ComparedRisk;
  /** What it was measured of. */
  of: string;
  population: number | null;
}

export interface Comparison {
  /** Null before the first measuring. */
  measured: Measured | null;
  /** What it was measured of is no longer what there is. */
  stale: boolean;
  busy: boolean;
  /** Why the last measuring came to nothing; null where it did not. */
  failure: unknown;
  /** @param population people the dataset was drawn from; null: nobody said */
  measure(population: number | null): Promise<void>;
}

/** What the figures depend on: the recipe, and how columns are classified. */
const stamp = (recipe: Recipe | null, findings: readonly Finding[]): string =>
  JSON.stringify([
    recipe && serialiseRecipe(recipe),
    findings.map(({ name, type, class: kind, flags }) => [name, type, kind, flags]),
  ]);

/** The risk of a dataset before and after its recipe, measured when asked, and kept while the workspace is open. */
export function useComparison(
  dataset: DatasetSummary,
  recipe: Recipe | null,
  findings: readonly Finding[],
): Comparison {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { data } = useQuery<Measured>({
    queryKey: keys.risk(dataset.id),
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const of = stamp(recipe, findings);
  const measure = async (population: number | null): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const result = await runJob(text.job(dataset.name), () =>
        engine.risk.compare({ datasetId: dataset.id, recipe, ...(population === null ? {} : { population }) }),
      );
      if (result !== null) queryClient.setQueryData<Measured>(keys.risk(dataset.id), { result, of, population });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return { measured: data ?? null, stale: data !== undefined && data.of !== of, busy, failure, measure };
}
