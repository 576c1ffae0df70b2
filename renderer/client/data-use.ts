import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { NecessityMatrix } from '#shared/register/minimisation/necessity-matrix.ts';
import type { UsesOfDataset } from '#shared/register/uses-of-dataset.ts';
import { engine } from './connection.ts';
import { useDatasets } from './queries.ts';
import { keys, refresh } from './query-client.ts';

/** What each dataset is declared to be for, the newest first; records change it from other places. */
export function useDataUses(): UseQueryResult<UsesOfDataset[]> {
  // A dataset that has arrived meanwhile is one of them.
  const { dataUpdatedAt } = useDatasets();
  return useQuery({
    queryKey: [...keys.dataUse, 'uses', dataUpdatedAt],
    queryFn: () => engine.lawfulness.uses({}),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** Which purpose needs which column of a dataset. */
export const useNecessity = (datasetId: string): UseQueryResult<NecessityMatrix> =>
  useQuery({
    queryKey: [...keys.dataUse, 'matrix', datasetId],
    queryFn: () => engine.lawfulness.matrix({ datasetId }),
    refetchOnMount: 'always',
  });

/** Everything that a change of what a dataset is for makes out of date; what stands beside it is asked anew meanwhile. */
export async function refreshDataUse(datasetId: string): Promise<void> {
  void refresh(keys.register, keys.verification, keys.differences, keys.principles, keys.assessment(datasetId));
  await refresh(keys.dataUse, keys.records);
}
