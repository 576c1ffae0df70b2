import type { AffectedPart } from '#shared/cases/breach.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { IdentifierForm } from '#shared/domain/breach.ts';
import { identifierForms } from '#shared/domain/breach.ts';
import type { Certificate } from '#shared/certificate/certificate.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { ageSql } from '#engine/facts/minors.ts';
import { countedPerson } from '#engine/privacy/person/counted-person.ts';
import type { DatasetInHand } from '#engine/tables/from-dataset.ts';

/** Countries that are told one by one. */
const mostCountries = 50;

const filled = ({ physical }: SourceColumn): string => `nullif(trim(${quoteIdentifier(physical)}), '')`;

/** The column that tells people apart; null where fewer than half of the rows have a value there. */
async function people({ duck, relation, rows }: DatasetInHand, column: SourceColumn | null) {
  if (column === null) return { count: rows, by: null, atMost: true };
  const [row] = await duck.query<{ filled: number; people: number }>(
    `SELECT count(${filled(column)}) AS filled, count(DISTINCT ${filled(column)}) AS people FROM ${relation}`,
  );
  const [has, distinct] = [Number(row?.filled ?? 0), Number(row?.people ?? 0)];
  if (has * 2 < rows) return { count: rows, by: null, atMost: true };
  // Rows without a value may be of anybody.
  return { count: distinct + rows - has, by: column.name, atMost: has < rows };
}

/** People under age by the youngest age that a row says; by rows where no column tells people apart. */
async function minors(
  { duck, relation, columns }: DatasetInHand,
  findings: readonly Finding[],
  person: SourceColumn | null,
  { today, majority }: { today: string; majority: number },
): Promise<AffectedPart['minors']> {
  const physical = new Map(columns.map((column) => [column.name, quoteIdentifier(column.physical)]));
  const ages = findings.flatMap((finding) => {
    const sql = physical.get(finding.name);
    return sql === undefined ? [] : (ageSql(finding, sql, today, majority) ?? []);
  });
  if (ages.length === 0) return null;
  const counted = person === null ? 'count(*)' : `count(DISTINCT coalesce(${filled(person)}, 'row ' || rowid))`;
  const [row] = await duck.query<{ under: number; unknown: number }>(
    `SELECT ${counted} FILTER (age = 0) AS under, ${counted} FILTER (age IS NULL) AS unknown ` +
      `FROM (SELECT *, rowid, least(${ages.join(', ')}) AS age FROM ${relation})`,
  );
  return { under: Number(row?.under ?? 0), unknown: Number(row?.unknown ?? 0), atMost: false };
}

async function countries({ duck, relation, columns }: DatasetInHand, findings: readonly Finding[]) {
  const name = findings.find(({ type }) => type === 'country')?.name;
  const column = columns.find((one) => one.name === name);
  if (column === undefined) return [];
  const rows = await duck.query<{ country: string; rows: number }>(
    `SELECT left(${filled(column)}, 100) AS country, count(*) AS rows FROM ${relation} ` +
      `WHERE ${filled(column)} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostCountries}`,
  );
  return rows.map((row) => ({ country: row.country, rows: Number(row.rows) }));
}

const pointsAtPerson = ({ class: kind, flags, type }: Finding): boolean =>
  kind === 'linked' || flags.includes('online_identifier') || type.endsWith('_id');

/** A dataset of the workspace: counted in the data themselves, as they are today. */
export async function affectedDataset(
  table: DatasetInHand,
  name: string,
  reckoning: { today: string; majority: number },
): Promise<AffectedPart> {
  const findings = await table.findings();
  const person = await countedPerson(table, findings);
  return {
    kind: 'dataset',
    id: table.datasetId,
    name,
    datasetId: table.datasetId,
    rows: table.rows,
    columns: findings.map(({ name: column, type, flags }) => ({ name: column, type, flags })),
    identifiers: findings.some(pointsAtPerson) ? 'plain' : 'none',
    people: await people(table, person),
    minors: await minors(table, findings, person, reckoning),
    countries: await countries(table, findings),
  };
}

const formOfTreatment: Record<string, IdentifierForm> = {
  kept: 'plain',
  perturbed: 'plain',
  masked: 'plain',
  'hashed-unkeyed': 'unkeyed',
  'hashed-keyed': 'keyed',
};

/** The gravest form in which an identifier of the source stands in a released file. */
function identifiersOf(label: ReleaseLabel | null, certificate: Certificate | null, findings: readonly Finding[]) {
  if (label === 'anonymised') return 'anonymised';
  if (certificate === null) return 'not-known';
  const pointing = new Set(findings.filter(pointsAtPerson).map(({ name }) => name));
  const forms = certificate.output.columns
    .filter(({ sources }) => sources.some((source) => pointing.has(source)))
    .flatMap(({ treatment }) => formOfTreatment[treatment] ?? []);
  const gravest = Math.min(...forms.map((form) => identifierForms.indexOf(form)));
  return identifierForms[gravest] ?? 'none';
}

/** What a file of so many rows is about at most: no more people than its dataset has. */
function atMostOf(
  dataset: AffectedPart | undefined,
  rows: number,
): Pick<AffectedPart, 'people' | 'minors' | 'countries'> {
  const atMost = (most: number): number => Math.min(rows, most);
  return {
    people: { count: atMost(dataset?.people.count ?? rows), by: dataset?.people.by ?? null, atMost: true },
    minors:
      dataset === undefined || dataset.minors === null
        ? null
        : { under: atMost(dataset.minors.under), unknown: atMost(dataset.minors.unknown), atMost: true },
    countries: [],
  };
}

/** A file that was released by itself, as the log has it. */
export interface ReleasedByItself {
  releaseId: string;
  fileName: string;
  /** The dataset that its rows come from; where there is none any more, the SHA-256 of what it came from. */
  datasetId: string;
  label: ReleaseLabel | null;
  /** Null in entries from before rows were counted. */
  rows: number | null;
}

/**
 * A released file, by lineage: its columns with what their sources hold, its rows, and at most as many people as its
 * dataset has. The file itself is elsewhere and is not read.
 * @param dataset what its dataset comes to; null where that is gone
 */
export function affectedRelease(
  release: ReleasedByItself,
  certificate: Certificate | null,
  dataset: { part: AffectedPart; findings: readonly Finding[] } | null,
): AffectedPart {
  const findings = dataset?.findings ?? [];
  const bySource = new Map(findings.map((finding) => [finding.name, finding]));
  const part = dataset?.part;
  // What nobody counted may be all of it.
  const rows = release.rows ?? part?.rows ?? 0;
  return {
    kind: 'release',
    id: release.releaseId,
    name: release.fileName,
    datasetId: release.datasetId,
    rows,
    columns: (certificate?.output.columns ?? []).map(({ name, sources }) => {
      const from = sources.flatMap((source) => bySource.get(source) ?? []);
      return { name, type: from[0]?.type ?? 'unknown', flags: [...new Set(from.flatMap(({ flags }) => flags))] };
    }),
    identifiers: identifiersOf(release.label, certificate, findings),
    ...atMostOf(part, rows),
  };
}

/** One of several tables that were released together. */
export interface ReleasedTable {
  releaseId: string;
  label: 'anonymised' | 'k-anonymous';
  /** The dataset that its rows come from; where there is none any more, the SHA-256 of what it came from. */
  datasetId: string;
  fileName: string;
  rows: number;
  /** Null where its certificate is not the one that the log names. */
  columns: readonly string[] | null;
}

/**
 * A table that was released with others: columns keep their names, and its rows are joined to the others by keys that
 * were drawn for it and that nobody kept. Those count as a key does: whoever has all tables has one person's rows together.
 */
export function affectedTable(
  { releaseId, label, datasetId, fileName, rows, columns }: ReleasedTable,
  dataset: { part: AffectedPart; findings: readonly Finding[] } | null,
): AffectedPart {
  const known = new Map((dataset?.findings ?? []).map((finding) => [finding.name, finding]));
  return {
    kind: 'release',
    id: releaseId,
    name: fileName,
    datasetId,
    rows,
    columns: (columns ?? []).map((name) => ({
      name,
      type: known.get(name)?.type ?? 'unknown',
      flags: [...(known.get(name)?.flags ?? [])],
    })),
    identifiers: label === 'anonymised' ? 'anonymised' : columns === null ? 'not-known' : 'keyed',
    ...atMostOf(dataset?.part, rows),
  };
}
