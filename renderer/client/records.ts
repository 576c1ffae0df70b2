import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RecordDetail, RecordSummary } from '#shared/contract/records.ts';
import type { Difference } from '#shared/register/diff.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { engine } from './connection.ts';
import { keys, refresh } from './query-client.ts';

/** Every record of the register of processing. Imports and releases write drafts, too: asked anew whenever it is shown. */
export const useRecords = (): UseQueryResult<RecordSummary[]> =>
  useQuery({
    queryKey: [...keys.records, 'list'],
    queryFn: () => engine.records.list({}),
    refetchOnMount: 'always',
  });

/** One record, at the version that is named or the one that people go by. */
export const useRecord = (kind: RecordKind, id: string, version?: number): UseQueryResult<RecordDetail> =>
  useQuery({
    queryKey: [...keys.records, 'one', kind, id, version ?? null],
    queryFn: () => engine.records.get({ kind, id, ...(version === undefined ? {} : { version }) }),
    refetchOnMount: 'always',
  });

/** What changed from one version to another. */
export const useRecordDiff = (
  kind: RecordKind,
  id: string,
  from: number | null,
  to: number | 'draft',
): UseQueryResult<Difference[]> =>
  useQuery({
    queryKey: [...keys.records, 'diff', kind, id, from, to],
    queryFn: () => engine.records.diff({ kind, id, from, to }),
    refetchOnMount: 'always',
  });

/** Others who work here now and may say their word on a version, by what is asked of them. */
export function useOthers(operator: string, may: 'review' | 'approve'): string[] {
  const { data } = useQuery({
    queryKey: [...keys.records, 'operators'],
    queryFn: () => engine.operators.list({}),
    refetchOnMount: 'always',
  });
  return (data ?? []).flatMap(({ name, role, left }) =>
    left === null && name !== operator && (role === 'approver' || (may === 'review' && role === 'reviewer'))
      ? [name]
      : [],
  );
}

/** Everything that a change of a record makes out of date. */
export const refreshRecords = (): Promise<void> => refresh(keys.records, keys.register, keys.verification);
