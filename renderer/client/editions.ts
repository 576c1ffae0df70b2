import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { EditionCheck } from '#shared/domain/edition.ts';
import { editionWindowText as text } from '#shared/text/window/editions.ts';
import { engine } from './connection.ts';
import { keys, refresh } from './query-client.ts';
import { runJob } from './use-job.ts';

interface Edition {
  /** The edition before; null: there is none. */
  earlier: { datasetId: string; name: string } | null;
  /** Null: it was not held against that one yet. */
  check: EditionCheck | null;
}

/** What is new in a dataset since the edition before it. */
export const useEdition = (datasetId: string): UseQueryResult<Edition> =>
  useQuery({
    queryKey: keys.edition(datasetId),
    queryFn: () => engine.editions.get({ datasetId }),
    // A decision, a recipe or a deletion elsewhere may change which is the edition before.
    refetchOnMount: 'always',
  });

/** Runs the guardrails on a dataset that is a later edition of another; on any other nothing is done. */
export async function checkEdition({ id, name }: Pick<DatasetSummary, 'id' | 'name'>): Promise<void> {
  const { earlier } = await engine.editions.get({ datasetId: id });
  if (earlier === null) return;
  await runJob(text.job(name), () => engine.editions.check({ datasetId: id }));
  await refresh(keys.edition(id), keys.register, keys.verification);
}
