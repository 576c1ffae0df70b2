import { Failure } from '#shared/contract/failure.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { segmentColumnParts, type SegmentColumn, type SegmentColumnPart } from '#shared/domain/segments.ts';
import { hasFlag } from '#shared/guardrails/output-view.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { suggestedColumns } from '#shared/segments/suggest-columns.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { segmentsText as text } from '#shared/text/segments.ts';
import { countsPeople, personColumn } from '#engine/privacy/person/person-column.ts';
import { cellText } from '#engine/segments/read-cells.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import type { AskedSegments } from './asked-segments.ts';

export interface ChosenColumn extends SegmentColumn {
  column: SourceColumn;
}

/** The columns that a segmentation reads, and what one row of them is. */
export interface SegmentColumns {
  columns: Record<SegmentColumnPart, ChosenColumn | null>;
  rowsAre: 'customers' | 'orders';
  /** The person column names somebody twice or more. */
  personRepeats: boolean;
  rowsOfNobody: number;
}

const refuse = (detail: string): never => {
  throw new Failure('WRONG_USAGE', detail);
};

/** Rows, rows that name somebody, and people. */
async function countPeople({ duck, relation }: TableInHand, { physical }: SourceColumn) {
  const person = cellText(quoteIdentifier(physical));
  const [ids] = await duck.query<{ rows: number; filled: number; distinct: number }>(
    `SELECT count(*) AS rows, count(x) AS filled, count(DISTINCT x) AS "distinct" FROM (SELECT ${person} AS x FROM ${relation})`,
  );
  return ids ?? { rows: 0, filled: 0, distinct: 0 };
}

/**
 * Which columns are read: those that were named, else by what the classification found.
 * @throws Failure COLUMN_UNKNOWN; WRONG_USAGE for one named twice, one of a special category, or where nothing tells
 */
export async function segmentColumns(table: TableInHand, asked: AskedSegments): Promise<SegmentColumns> {
  const findings = await table.findings();
  const called = (name: string): SourceColumn =>
    table.columns.find((column) => column.name === name) ??
    (() => {
      throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(table.fileName, name));
    })();
  const named = (part: SegmentColumnPart, suggested: string | null): ChosenColumn | null => {
    const said = asked[part];
    const name = said ?? suggested;
    if (name === null) return null;
    return { name, column: called(name), chosenBy: said === undefined ? 'classification' : 'person' };
  };
  const person = named('person', personColumn(findings));
  const ids = person === null ? null : await countPeople(table, person.column);
  // Where a person named the column it counts; one that was found and that most rows leave empty tells of nobody.
  const personRepeats = ids !== null && (asked.person === undefined ? countsPeople(ids) : ids.distinct < ids.filled);
  // A number of orders stands in a row about a customer; rows of orders have none.
  const rowsAre = personRepeats && asked.frequency === undefined && !hasCount(findings) ? 'orders' : 'customers';
  const suggested = suggestedColumns(findings, rowsAre);
  const columns = {
    person,
    recency: named('recency', asked.by === 'rfm' ? suggested.recency : null),
    frequency: rowsAre === 'orders' ? null : named('frequency', asked.by === 'rfm' ? suggested.frequency : null),
    monetary: named('monetary', suggested.monetary),
  };
  requireUse(table.fileName, findings, columns, { by: asked.by, rowsAre });
  return { columns, rowsAre, personRepeats, rowsOfNobody: ids === null ? 0 : ids.rows - ids.filled };
}

const hasCount = (findings: readonly Finding[]): boolean => suggestedColumns(findings, 'customers').frequency !== null;

function requireUse(
  file: string,
  findings: readonly Finding[],
  columns: SegmentColumns['columns'],
  { by, rowsAre }: { by: AskedSegments['by']; rowsAre: SegmentColumns['rowsAre'] },
): void {
  const { recency, frequency, monetary } = columns;
  if (by === 'rfm' && recency === null) refuse(text.noRecency(file));
  if (by === 'rfm' && frequency === null && monetary === null && rowsAre === 'customers') refuse(text.noBuying(file));
  if (by !== 'rfm' && monetary === null) refuse(text.noAmount(file));
  const names = segmentColumnParts.flatMap((part) => columns[part]?.name ?? []);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) refuse(text.sameColumn(twice));
  const special = findings.find((finding) => names.includes(finding.name) && hasFlag(finding, specialFlags));
  if (special !== undefined) refuse(text.special(special.name));
}
