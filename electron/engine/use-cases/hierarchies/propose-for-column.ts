import type { HierarchyProposals } from '#shared/contract/hierarchies.ts';
import { Failure } from '#shared/contract/failure.ts';
import { hierarchiesText as text } from '#shared/text/engine/hierarchies.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { proposeHierarchies, type NeighbourLabels } from '#engine/anonymise/hierarchies/propose-hierarchies.ts';
import type { ShapeSource } from '#engine/profile/column-shape.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { measuring } from '../datasets/dataset-shapes.ts';

/** Most values that a step of a recipe takes. */
const most = 100_000;

/** So large a share of a value's rows has to say the same, for a neighbouring column to be believed. */
const agreeing = 0.9;

/** A neighbouring column's label with the rows that say it. */
type Said = Map<string, Map<string, number>>;

const peopleIn = ({ person }: ShapeSource): string =>
  person ? `count(DISTINCT ${quoteIdentifier(person.physical)})` : 'count(*)';

/**
 * The values of a column and hierarchies for them. Of a masked column, only values that many people share are named, and
 * the log says who asked before they are.
 * @throws Failure COLUMN_UNKNOWN; WRONG_USAGE where the column has more values than a hierarchy takes
 */
export async function proposeForColumn(
  state: EngineSession,
  input: { datasetId: string; column: string },
  signal: AbortSignal | undefined,
): Promise<HierarchyProposals> {
  const session = await state.dataset(input.datasetId);
  const column = session.column(input.column);
  const hidden = session.hiddenColumns().has(column.name);
  if (hidden)
    state.requireWorkspace().register.append({
      kind: 'value.counted',
      subjectRef: input.datasetId,
      payload: { datasetId: input.datasetId, column: input.column },
    });
  return measuring(state, session, signal, async (source) => {
    const named = await countValues(source, column.physical, hidden ? source.least : 1);
    if (named.total > most) throw new Failure('WRONG_USAGE', text.tooManyValues(column.name, named.total, most));
    const others = named.total - named.values.length;
    const neighbours = await askNeighbours(source, session, column.name, hidden);
    return {
      least: source.least,
      hidden,
      values: named.values,
      counts: source.person === null ? 'rows' : 'people',
      several: named.several,
      others:
        others === 0
          ? null
          : named.otherPeople < source.least
            ? { values: null, rows: null }
            : { values: others, rows: named.otherRows },
      proposals: proposeHierarchies(column.name, named.values, neighbours),
    };
  });
}

/** The values that at least so many people have, and how many values, people and rows are left. */
async function countValues(source: ShapeSource, physical: string, least: number) {
  const { duck, relation, person } = source;
  const name = quoteIdentifier(physical);
  const filled = `${relation} WHERE trim(${name}) <> ''`;
  const counted = `SELECT ${name} AS v, count(*) AS n, ${peopleIn(source)} AS p FROM ${filled} GROUP BY v`;
  const [size] = await duck.query<{ total: number; rows: number; people: number; told: number; all: number }>(
    `SELECT count(*) AS total, coalesce(sum(p), 0) AS told, (SELECT ${peopleIn(source)} FROM ${filled}) AS "all", ` +
      `coalesce(sum(n) FILTER (p < ${least}), 0) AS rows, ` +
      `coalesce(sum(p) FILTER (p < ${least}), 0) AS people FROM (${counted})`,
  );
  const found = await duck.query<{ v: string; n: number; p: number }>(
    `SELECT v, n, p FROM (${counted}) WHERE p >= ${least} ORDER BY n DESC, v LIMIT ${most}`,
  );
  return {
    total: Number(size!.total),
    otherRows: Number(size!.rows),
    otherPeople: Number(size!.people),
    several: person !== null && Number(size!.told) > Number(size!.all),
    values: found.map(({ v, n, p }) => ({ value: v, rows: Number(n), ...(person !== null && { people: Number(p) }) })),
  };
}

/** Types of columns that a place lies in, from fine to coarse. */
const wider = ['state_region', 'country'];

/** What the regions and countries in the same rows say of a place; null where there are none, or it is no place. */
async function askNeighbours(
  source: ShapeSource,
  session: DatasetSession,
  column: string,
  hidden: boolean,
): Promise<NeighbourLabels | null> {
  const findings = session.effectiveFindings();
  const type = findings.find(({ name }) => name === column)?.type ?? '';
  const from = ['city', ...wider].indexOf(type);
  if (from < 0) return null;
  const columns = wider.slice(from).flatMap((one) => findings.find((finding) => finding.type === one)?.name ?? []);
  if (columns.length === 0) return null;
  const chain = [column, ...columns];
  const steps: Map<string, string>[] = [];
  for (let at = 1; at < chain.length; at += 1)
    steps.push(await usualLabels(source, session, [chain[at - 1]!, chain[at]!], hidden ? source.least : 1));
  const labelsOf = (value: string): string[] | null => {
    const labels: string[] = [];
    for (const step of steps) {
      const label = step.get(labels.at(-1) ?? value);
      if (label === undefined) return null;
      labels.push(label);
    }
    return labels;
  };
  return { columns, labelsOf };
}

/** The label that nearly all rows of a value say, by value. */
async function usualLabels(
  source: ShapeSource,
  session: DatasetSession,
  pair: readonly [string, string],
  least: number,
): Promise<Map<string, string>> {
  const [value, label] = pair.map((name) => quoteIdentifier(session.column(name).physical));
  const rows = await source.duck.query<{ v: string; l: string | null; n: number; p: number }>(
    `SELECT ${value} AS v, nullif(trim(${label}), '') AS l, count(*) AS n, ${peopleIn(source)} AS p ` +
      `FROM ${source.relation} WHERE trim(${value}) <> '' GROUP BY v, l`,
  );
  const all = new Map<string, number>();
  const said: Said = new Map();
  for (const { v, l, n, p } of rows) {
    all.set(v, (all.get(v) ?? 0) + Number(n));
    if (l !== null && Number(p) >= least) said.set(v, (said.get(v) ?? new Map<string, number>()).set(l, Number(n)));
  }
  const usual = new Map<string, string>();
  for (const [v, labels] of said) for (const [l, n] of labels) if (n >= agreeing * all.get(v)!) usual.set(v, l);
  return usual;
}
