import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { RelatedProposal } from '#shared/contract/related.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { namesPeople, suggestKeys } from '#shared/join/key-columns.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { openDuck, type Duck } from '#engine/analysis/open-duck.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { sealedRows } from '#engine/workspace/sealed-names.ts';
import { areEditions } from '../datasets/since-last-import.ts';

/** So many other datasets are looked at, and so many columns of the dataset tried as keys. */
const [mostOthers, mostKeys] = [40, 12];

/** A dataset in the data engine that counts. */
interface Counted {
  summary: DatasetSummary;
  findings: readonly Finding[];
  /** FROM-clause expression of its rows. */
  relation: string;
}

/** Headers that differ in nothing but case and signs are the same. */
const folded = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Text of a key, as a release reads it: without blanks around it, and nothing where it names nobody. */
const keySql = ({ summary: { columns } }: Counted, name: string): string => {
  const { physical } = columns.find((column) => column.name === name)!;
  const value = `trim(${quoteIdentifier(physical)})`;
  return `CASE WHEN ${value} NOT IN ('', '*') THEN ${value} END`;
};

/** Pairs of columns that may say whose a row is: those that name people in the same way, then those called the same. */
function pairsOf(people: Counted, other: Counted): { of: string; column: string }[] {
  const byType = suggestKeys(people.findings, other.findings).map(({ left, right }) => ({ of: left, column: right }));
  const there = new Map(other.summary.columns.map(({ name }) => [folded(name), name]));
  const byName = people.summary.columns.flatMap(({ name }) => {
    const column = there.get(folded(name));
    return column === undefined || folded(name) === '' ? [] : [{ of: name, column }];
  });
  const all = [...byType, ...byName];
  return all.filter((one, at) => all.findIndex((same) => same.of === one.of && same.column === one.column) === at);
}

/** Those of the columns that tell the rows of a dataset apart, with how many people they name. */
async function uniqueKeys(duck: Duck, people: Counted, columns: readonly string[]) {
  const counts = columns.flatMap((name, at) => {
    const key = keySql(people, name);
    return [`count(${key}) AS n${at}`, `count(DISTINCT ${key}) AS d${at}`];
  });
  if (counts.length === 0) return [];
  const [row] = await duck.query<Record<string, number>>(
    `SELECT count(*) AS rows, ${counts.join(', ')} FROM ${people.relation}`,
  );
  return columns.flatMap((column, at) => {
    const [rows, filled, distinct] = [row!.rows!, row![`n${at}`]!, row![`d${at}`]!];
    return filled > 0 && filled === distinct ? [{ column, people: distinct, withoutKey: rows - filled }] : [];
  });
}

async function countPair(duck: Duck, people: Counted, other: Counted, { of, column }: { of: string; column: string }) {
  const [found] = await duck.query<{ people: number; rows: number | null; most: number | null }>(
    `SELECT count(*) AS people, sum(n)::BIGINT AS rows, max(n) AS most FROM (SELECT ${keySql(other, column)} AS key, ` +
      `count(*) AS n FROM ${other.relation} GROUP BY key) WHERE key IN (SELECT ${keySql(people, of)} FROM ${people.relation})`,
  );
  return { of, column, people: found!.people, rows: found!.rows ?? 0, mostRows: found!.most ?? 0 };
}

/** Whether another dataset can be a table of the same people beside this one: no copy, edition or view of it. */
function isBeside(one: DatasetSummary, other: DatasetSummary): boolean {
  const isView = [one, other].some(({ join }, at) =>
    [join?.left.datasetId, join?.right.datasetId].includes((at === 0 ? other : one).id),
  );
  const names = ({ columns }: DatasetSummary): string[] => columns.map(({ name }) => name);
  return !isView && other.sha256 !== one.sha256 && !areEditions(names(one), names(other));
}

async function proposedOf(duck: Duck, people: Counted, others: readonly Counted[]): Promise<RelatedProposal> {
  const pairs = others.map((other) => ({ other, tried: pairsOf(people, other) }));
  const named = [
    ...people.findings.filter(({ type }) => namesPeople(type)).map(({ name }) => name),
    ...pairs.flatMap(({ tried }) => tried.map(({ of }) => of)),
  ];
  const keys = await uniqueKeys(duck, people, [...new Set(named)].slice(0, mostKeys));
  const unique = new Set(keys.map(({ column }) => column));
  const found: RelatedProposal['others'] = [];
  for (const { other, tried } of pairs) {
    const counted: RelatedProposal['others'][number]['keys'] = [];
    for (const pair of tried.filter(({ of }) => unique.has(of))) {
      const one = await countPair(duck, people, other, pair);
      if (one.people > 0) counted.push(one);
    }
    if (counted.length === 0) continue;
    const { id, name, rows } = other.summary;
    found.push({ datasetId: id, name, rows, keys: counted.toSorted((a, b) => b.people - a.people) });
  }
  const reach = (column: string): number =>
    found.reduce((sum, { keys: own }) => sum + (own.find(({ of }) => of === column)?.people ?? 0), 0);
  return {
    keys: keys.toSorted((a, b) => reach(b.column) - reach(a.column)),
    others: found.toSorted((a, b) => b.keys[0]!.people - a.keys[0]!.people),
  };
}

/**
 * Which datasets of the open workspace name the same people as this one, by which columns, and how many of them. Nothing
 * but counts leaves the datasets.
 * @throws Failure DATASET_UNKNOWN
 */
export async function proposeRelated(state: EngineSession, datasetId: string): Promise<RelatedProposal> {
  const workspace = state.requireWorkspace();
  const { policy } = workspace.summary();
  const { summary: own } = await state.arrivedRecord(datasetId);
  const beside = workspace.catalog.datasets.list().filter((other) => other.id !== datasetId && isBeside(own, other));
  if (beside.length === 0) return { keys: [], others: [] };
  const taken = [own, ...beside.slice(0, mostOthers)];
  const duck = await openDuck({
    directory: workspace.workDirectory,
    columns: taken.reduce((sum, { columns }) => sum + columns.length, 0),
  });
  try {
    const counted: Counted[] = [];
    for (const [at, { id }] of taken.entries()) {
      const { summary, classification, decisions } = await state.arrivedRecord(id);
      await duck.run(`ATTACH ${quoteText(await workspace.unseal(sealedRows(id)))} AS related_${at} (READ_ONLY)`);
      const byColumn = new Map(decisions.map((decision) => [decision.column, decision]));
      const findings = classification.columns.map((found) =>
        effectiveFinding(found, byColumn.get(found.name) ?? null, policy),
      );
      counted.push({ summary, findings, relation: `related_${at}.main.data` });
    }
    const [people, ...others] = counted;
    return await proposedOf(duck, people!, others);
  } finally {
    duck.close();
  }
}
