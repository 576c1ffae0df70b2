import type { CountedGroup } from '#shared/fairness/audit-groups.ts';
import type { ScoreBin } from '#shared/fairness/calibrate.ts';
import type { YesRule } from '#shared/fairness/yes-rule.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { AuditColumns } from './asked-audit.ts';
import { isYes, numberOf, textOf } from './cell-sql.ts';
import type { DecimalMarks } from './decimal-marks.ts';

export interface CountInput {
  source: { duck: Duck; relation: string };
  columns: AuditColumns;
  chosen: YesRule;
  positive: YesRule | null;
  marks: DecimalMarks;
}

/** People with the same values of every group column, the same outcome and the same label. */
export interface CountedCell {
  values: (string | null)[];
  chosen: boolean | null;
  positive: boolean | null;
  people: number;
}

/** People of one cell with scores in one step of the scale, whose label is known. */
export interface CountedBin extends ScoreBin {
  values: (string | null)[];
}

const key = (at: number): string => quoteIdentifier(`g${at + 1}`);

/** One row per row of the source: groups g1…, outcome s, label l, score x. */
function rowsSql({ source, columns, chosen, positive, marks }: CountInput): string {
  const { outcome, label, score, groups } = columns;
  const parts = [
    ...groups.map((column, at) => `${textOf(column)} AS ${key(at)}`),
    `${isYes(outcome, chosen, marks.outcome)} AS s`,
    `${label === null || positive === null ? 'NULL' : isYes(label, positive, marks.label)} AS l`,
    `${score === null ? 'NULL::DOUBLE' : numberOf(score, marks.score)} AS x`,
  ];
  return `(SELECT ${parts.join(', ')} FROM ${source.relation})`;
}

const valuesOf = (row: Record<string, unknown>, columns: AuditColumns): (string | null)[] =>
  columns.groups.map((_, at) => (row[`g${at + 1}`] ?? null) as string | null);

/** Counts every cell in one pass over the source. @returns in the order of their people, largest first */
export async function countCells(input: CountInput): Promise<CountedCell[]> {
  const keys = input.columns.groups.map((_, at) => key(at));
  const rows = await input.source.duck.query<{ s: boolean | null; l: boolean | null; people: number }>(
    `SELECT ${[...keys, 's', 'l'].join(', ')}, count(*) AS people FROM ${rowsSql(input)} GROUP BY ALL ` +
      `ORDER BY people DESC, ${keys.join(', ')}`,
  );
  return rows.map((row) => ({
    values: valuesOf(row, input.columns),
    chosen: row.s,
    positive: row.l,
    people: row.people,
  }));
}

/** Steps of a scale: a share of 0…1 has ten, few values are their own, others are tenths of the people. */
const steps = 10;
const fewValues = 20;

/**
 * Counts scores by cell and step of the scale.
 * @returns `isShare`: every score lies in 0…1. `missing`: rows with outcome and label but without a score
 */
export async function countScores(
  input: CountInput,
): Promise<{ bins: CountedBin[]; isShare: boolean; missing: number; people: number }> {
  const { duck } = input.source;
  const rows = `(SELECT * FROM ${rowsSql(input)} WHERE s IS NOT NULL AND l IS NOT NULL)`;
  const [all] = await duck.query<{
    low: number;
    high: number;
    values: number;
    missing: number;
    n: number;
  }>(
    `SELECT min(x) AS low, max(x) AS high, count(DISTINCT x) AS "values", count(*) FILTER (x IS NULL) AS missing, ` +
      `count(x) AS n FROM ${rows}`,
  );
  if (all === undefined || all.n === 0) return { bins: [], isShare: false, missing: all?.missing ?? 0, people: 0 };
  const isShare = all.low >= 0 && all.high <= 1;
  const tenths = Array.from({ length: steps - 1 }, (_, at) => (at + 1) / steps).join(', ');
  const cuts = await duck.query<{ cut: number }>(
    `SELECT DISTINCT unnest(quantile_disc(x, [${tenths}])) AS cut FROM ${rows} ORDER BY cut`,
  );
  const scale = scaleOf({ ...all, cuts: cuts.map(({ cut }) => cut) }, isShare);
  const keys = input.columns.groups.map((_, at) => key(at));
  const counted = await duck.query<{ step: number; people: number; hits: number; total: number }>(
    `SELECT ${keys.join(', ')}, ${scale.sql} AS step, count(*) AS people, count(*) FILTER (l) AS hits, sum(x) AS total ` +
      `FROM ${rows} WHERE x IS NOT NULL GROUP BY ALL ORDER BY step`,
  );
  const bins = counted.map((row) => ({
    values: valuesOf(row, input.columns),
    ...scale.edges(row.step),
    people: row.people,
    hits: row.hits,
    scoreSum: row.total,
  }));
  return { bins, isShare, missing: all.missing, people: all.n };
}

interface Scale {
  /** Number of the step that the score x lies in. */
  sql: string;
  edges(step: number): { from: number; to: number };
}

function scaleOf(all: { low: number; high: number; values: number; cuts: number[] }, isShare: boolean): Scale {
  if (isShare)
    return {
      sql: `least(floor(x * ${steps}), ${steps - 1})`,
      edges: (step) => ({ from: step / steps, to: (step + 1) / steps }),
    };
  if (all.values <= fewValues) return { sql: 'x', edges: (step) => ({ from: step, to: step }) };
  const { cuts } = all;
  return {
    sql: `(${cuts.map((cut) => `CAST(x > ${cut} AS INTEGER)`).join(' + ')})`,
    edges: (step) => ({ from: step === 0 ? all.low : cuts[step - 1]!, to: cuts[step] ?? all.high }),
  };
}

const idOf = (values: readonly (string | null)[]): string => JSON.stringify(values);

/** Adds the cells up to the groups of some of the columns, by their index. @returns largest first */
export function groupsOf(
  cells: readonly CountedCell[],
  bins: readonly CountedBin[],
  at: readonly number[],
): CountedGroup[] {
  const groups = new Map<string, CountedGroup>();
  const pick = (values: readonly (string | null)[]): (string | null)[] => at.map((index) => values[index] ?? null);
  for (const { values, chosen, positive, people } of cells) {
    if (chosen === null) continue;
    const id = idOf(pick(values));
    const group = groups.get(id) ?? {
      values: pick(values),
      people: 0,
      chosen: 0,
      truePositives: 0,
      falsePositives: 0,
      falseNegatives: 0,
      trueNegatives: 0,
    };
    groups.set(id, group);
    group.people += people;
    if (chosen) group.chosen += people;
    if (positive === null) continue;
    if (chosen) group[positive ? 'truePositives' : 'falsePositives'] += people;
    else group[positive ? 'falseNegatives' : 'trueNegatives'] += people;
  }
  for (const bin of bins) addBin(groups.get(idOf(pick(bin.values))), bin);
  return [...groups.values()].sort((one, other) => other.people - one.people);
}

function addBin(group: CountedGroup | undefined, { from, to, people, hits, scoreSum }: CountedBin): void {
  if (group === undefined) return;
  group.bins ??= [];
  const same = group.bins.find((bin) => bin.to === to);
  if (same === undefined) group.bins.push({ from, to, people, hits, scoreSum });
  else {
    same.people += people;
    same.hits += hits;
    same.scoreSum += scoreSum;
  }
}
