import { useQueries } from '@tanstack/react-query';
import { engine } from '#renderer/client/connection.ts';
import { keys } from '#renderer/client/query-client.ts';
import type { RecordDetail } from '#shared/contract/records.ts';
import type { AnyBody } from '#shared/register/any-body.ts';
import { legalMinimum, type FoundRecord, type LegalMinimum } from '#shared/register/minimum.ts';
import type { RecordKind } from '#shared/register/record-kinds/index.ts';
import { referencesOf } from '#shared/register/references.ts';
import { isReadableVersion } from '#shared/register/register-snapshot.ts';

/** The one record that says who keeps the register. */
export const organisationId = 'organisation';

/** A record as the minimum goes by it: the version that holds or waits for review, else its draft. */
function foundIn(detail: RecordDetail | undefined): FoundRecord {
  const shown = detail?.version ?? detail?.draft ?? null;
  if (shown === null) return null;
  return isReadableVersion(shown) ? { body: shown.body, retired: shown.state === 'retired' } : { unreadable: true };
}

/** The legal minimum of an activity as it is being written, cell by cell; null until what it refers to is known. */
export function useMinimum(kind: RecordKind, id: string, body: AnyBody): LegalMinimum | null {
  const wanted =
    kind === 'activity'
      ? [
          { kind: 'organisation' as RecordKind, id: organisationId },
          ...referencesOf(kind, body).map(({ to, id: of }) => ({ kind: to, id: of })),
        ]
      : [];
  const unique = [...new Map(wanted.map((one) => [JSON.stringify([one.kind, one.id]), one])).entries()];
  const answers = useQueries({
    queries: unique.map(([, one]) => ({
      queryKey: [...keys.records, 'one', one.kind, one.id, null],
      queryFn: () => engine.records.get(one),
    })),
  });
  if (kind !== 'activity' || answers.some(({ isPending }) => isPending)) return null;
  const found = new Map(unique.map(([key], at) => [key, foundIn(answers[at]!.data)]));
  const find = (to: RecordKind, of: string): FoundRecord => found.get(JSON.stringify([to, of])) ?? null;
  return legalMinimum({ activity: { id, body }, organisation: find('organisation', organisationId), find });
}
