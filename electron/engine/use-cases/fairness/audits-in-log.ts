import type { AuditInLog } from '#shared/domain/declared-use.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import { fairnessEntries } from '#shared/journal/entry-kinds/fairness.ts';
import { columnsSha256 } from '#engine/fairness/audit-entry.ts';
import { listEntries } from '#engine/journal/read-journal.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** An audit in the log with when and by whom it was made. */
export interface EnteredAudit extends AuditInLog {
  at: string;
  by: string;
}

type Payload = EntryPayload<'fairness.audited'>;

const sumOf = (payload: Payload, of: (grouping: Payload['groupings'][number]) => number): number =>
  payload.groupings.reduce((sum, grouping) => sum + of(grouping), 0);

const openIn = ({ verdicts }: Payload['groupings'][number]): number =>
  verdicts
    .filter(({ measure }) => measure === 'selectionRate')
    .reduce((sum, { inconclusive, tooSmall, notStated }) => sum + inconclusive + tooSmall + notStated, 0);

type Table = Pick<TableInHand, 'datasetId' | 'sha256' | 'columns' | 'rows'>;

/** The same dataset, or the same table of a file with the same content. */
const readsTheSame = (payload: Payload, { datasetId, sha256, columns, rows }: Table): boolean =>
  (datasetId !== null && payload.datasetId === datasetId) ||
  (payload.sourceSha256 === sha256 && payload.columnsSha256 === columnsSha256(columns) && payload.rows === rows);

/**
 * Every audit that the log has, oldest first, with whether it read the data of this table. Entries that cannot be read
 * count as none.
 */
export function auditsInLog({ directory }: Pick<Workspace, 'directory'>, table: Table): EnteredAudit[] {
  const { entries } = listEntries(directory, { kind: 'fairness.audited', limit: Number.MAX_SAFE_INTEGER });
  return entries.toReversed().flatMap(({ seq, ts, actor, payload: stored }) => {
    const { success, data } = fairnessEntries['fairness.audited'].safeParse(stored);
    if (!success) return [];
    const { outcome, score, groups } = data;
    return [
      {
        entry: seq,
        at: ts,
        by: actor,
        outcome: outcome.column,
        score,
        groups,
        disparities: sumOf(data, ({ verdicts }) => verdicts.reduce((sum, { disparity }) => sum + disparity, 0)),
        open: sumOf(data, (grouping) => (grouping.columns.length === 1 ? openIn(grouping) : 0)),
        openCrossed: sumOf(data, (grouping) => (grouping.columns.length > 1 ? openIn(grouping) : 0)),
        ofTheseData: readsTheSame(data, table),
      },
    ];
  });
}
