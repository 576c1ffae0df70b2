import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Comparison } from '#shared/register/compare/difference.ts';
import { engine } from './connection.ts';
import { keys } from './query-client.ts';

/** What the data show against what the register says. Imports, decisions, releases and records change it: asked anew whenever shown. */
export const useDifferences = (): UseQueryResult<Comparison> =>
  useQuery({
    queryKey: keys.differences,
    queryFn: () => engine.records.differences({}),
    refetchOnMount: 'always',
  });
