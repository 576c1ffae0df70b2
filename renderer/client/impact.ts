import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ImpactAssessed } from '#shared/contract/impact.ts';
import { engine } from './connection.ts';
import { keys } from './query-client.ts';

/** The impact assessment of an activity as register and data stand now: asked anew whenever it is shown. */
export const useImpact = (activity: string): UseQueryResult<ImpactAssessed> =>
  useQuery({
    queryKey: [...keys.records, 'impact', activity],
    queryFn: () => engine.impact.template({ activity }),
    refetchOnMount: 'always',
  });
