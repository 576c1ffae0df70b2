import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AudienceRehearsal, SegmentColumn } from '#shared/contract/audiences.ts';
import type { ValueCounts } from '#shared/contract/datasets.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import type { AudienceWish } from './audience-draft.ts';

/** Nothing tells when a decision, a consent or a rule made an answer out of date: it is asked anew with every visit. */
const always = { staleTime: 0, refetchOnMount: 'always' } as const;

export const useSegmentColumns = (datasetId: string): UseQueryResult<SegmentColumn[]> =>
  useQuery({
    queryKey: [...keys.audience(datasetId), 'columns'],
    queryFn: () => engine.audiences.columns({ datasetId }),
    ...always,
  });

/** How many people have each value. Each asking is an entry in the log, so a column is asked once. */
export const useValueCounts = (datasetId: string, column: string | null): UseQueryResult<ValueCounts> =>
  useQuery({
    queryKey: [...keys.audience(datasetId), 'values', column],
    queryFn: async () => {
      const counts = await engine.datasets.valueCounts({ datasetId, column: column! });
      void refresh(keys.register, keys.verification);
      return counts;
    },
    enabled: column !== null,
  });

/** Where the audience would stand, without writing it. */
export const useRehearsal = (datasetId: string, wish: AudienceWish | null): UseQueryResult<AudienceRehearsal> =>
  useQuery({
    queryKey: [...keys.audience(datasetId), 'rehearsal', wish],
    queryFn: ({ signal }) => engine.audiences.rehearse({ datasetId, ...wish! }, { signal }),
    enabled: wish !== null,
    ...always,
  });
