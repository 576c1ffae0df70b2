import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { AskedAgain } from '#shared/contract/lawfulness.ts';
import { csvField } from '#shared/domain/csv-text.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { lawfulnessText } from '#shared/text/engine/lawfulness.ts';
import { factColumns } from '#engine/facts/index.ts';
import { askSql } from '#engine/facts/people-to-ask.ts';
import { neutralisedSql } from '#engine/run-recipe/neutralise-formula.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { withDataset } from '#engine/tables/from-dataset.ts';
import { requireEnterable } from '../require-enterable.ts';
import { purposeIdMeant } from './purpose-meant.ts';

const csvCell = (text: string | null): string => (text === null ? '' : csvField(text));

/**
 * Writes the list of people of a dataset who may be asked for consent to a further purpose (R-PUR-02): a CSV with who
 * they are and how to reach them, and nothing else. The log has its counts and hash, never a value.
 * @throws Failure TARGET_MISSED where nothing tells how to reach people, or how old they are; TARGET_PROTECTED,
 *   TARGET_UNWRITABLE, DISK_FULL, ROLE_REFUSED, WORKSPACE_READ_ONLY
 */
export async function askAgain(
  state: EngineSession,
  input: { datasetId: string; purpose: string; grantId: string },
  signal: AbortSignal | undefined,
): Promise<AskedAgain> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'purpose.people-listed');
  const purposeId = purposeIdMeant(state, input.purpose);
  const path = state.grants.path(input.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const policy = state.policyOn(state.today());
  return withDataset(
    state,
    input.datasetId,
    async (table) => {
      const physical = new Map(table.columns.map((column) => [column.name, quoteIdentifier(column.physical)]));
      const sql = askSql(table.relation, factColumns(await table.findings(), physical), {
        referenceDate: state.today(),
        adult: policy.value('targeting-age', '*'),
        written: (cell) => neutralisedSql(cell),
      });
      if ('missing' in sql) throw new Failure('TARGET_MISSED', lawfulnessText.cannotAsk[sql.missing](table.fileName));
      const [counts] = await table.duck.query<{
        rows: number;
        no_contact: number;
        refused: number;
        under_age: number;
        age_unknown: number;
      }>(sql.counts);
      const columns = await table.duck.texts(sql.list);
      signal?.throwIfAborted();
      const people = columns[0]?.length ?? 0;
      const lines = Array.from({ length: people }, (_, at) =>
        columns.map((column) => csvCell(column[at] ?? null)).join(','),
      );
      const text = `${[sql.columns.map(csvCell).join(','), ...lines].join('\r\n')}\r\n`;
      const written = {
        fileName: basename(path),
        sha256: createHash('sha256').update(text).digest('hex'),
        people,
        rows: counts!.rows,
        noContact: counts!.no_contact,
        refused: counts!.refused,
        underAge: counts!.under_age,
        ageUnknown: counts!.age_unknown,
        columns: sql.columns,
      };
      const { seq } = await writeEntered(path, text, () =>
        workspace.register.append({
          kind: 'purpose.people-listed',
          subjectRef: input.datasetId,
          payload: { datasetId: input.datasetId, purposeId, ...written },
        }),
      );
      return { ...written, registerEntry: seq };
    },
    { interrupt: signal },
  );
}
