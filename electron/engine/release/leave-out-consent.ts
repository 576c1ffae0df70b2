import { Failure } from '#shared/contract/failure.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { RowFact } from '../facts/row-facts.ts';

/**
 * Values that cannot be read are taken for no consent; where they are more than a few, the column is not what it seems.
 */
const mostUnread = 0.05;

interface Asked {
  facts: readonly RowFact[];
  table: string;
  gone: string;
  count(relation: string): Promise<number>;
  run(sql: string): Promise<void>;
}

/**
 * Lists the rows whose consent does not hold as gone, by every column that says so; null where no column does or none
 * is asked.
 * @throws Failure TARGET_MISSED where the values of a column cannot be read
 */
export async function leaveOutConsent({
  facts,
  table,
  gone,
  count,
  run,
}: Asked): Promise<{ columns: string[]; leftOut: number } | null> {
  const asked = facts.flatMap((fact, index) =>
    fact.kind === 'consent' ? [{ column: fact.column, physical: `x${index + 1}` }] : [],
  );
  if (asked.length === 0) return null;
  const rows = await count(table);
  for (const { column, physical } of asked) {
    const unread = await count(`${table} WHERE ${physical} = 2`);
    if (unread > mostUnread * rows) throw new Failure('TARGET_MISSED', releaseText.consentUnread(column, unread, rows));
  }
  const before = await count(gone);
  await run(
    `INSERT INTO ${gone} SELECT rowid FROM ${table} WHERE ` +
      `(${asked.map(({ physical }) => `${physical} IS DISTINCT FROM 1`).join(' OR ')}) AND rowid NOT IN (SELECT rid ` +
      `FROM ${gone})`,
  );
  return { columns: asked.map(({ column }) => column), leftOut: (await count(gone)) - before };
}
