import { Failure } from '#shared/contract/failure.ts';
import { isLinkable, isUndecided } from '#shared/domain/could-be-known.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import { usualK } from '#shared/domain/recipe-target.ts';
import type { RiskCheck } from '#shared/domain/risk-check.ts';
import { knowledgeSets } from '#shared/knowledge-sets/index.ts';
import type { KnowledgeSet } from '#shared/knowledge-sets/knowledge-set.ts';
import { suggestRoles, type SuggestedRole } from '#shared/roles/suggest-roles.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { riskText } from '#shared/text/engine/risk.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { checkTable, type Population } from './check/check-table.ts';
import type { KnownColumn } from './check/find-by-knowledge.ts';
import type { PopulationTable } from './check/population-classes.ts';
import { inStepBasis } from './person/counted-person.ts';
import { countsPeople, personColumn } from './person/person-column.ts';
import { personInStep } from './person/person-in-step.ts';

export interface FileRiskInput {
  source: { duck: Duck; relation: string; columns: readonly SourceColumn[]; fileName: string };
  findings: readonly Finding[];
  /** Undefined: all columns classified linkable. */
  qi: readonly string[] | undefined;
  sensitive: readonly string[];
  /** A column's name, or `none` for rows; undefined: found. */
  person: string | undefined;
  k: number | undefined;
  /** A chance of being found above which a row is at risk; undefined: 1/k. */
  threshold?: number | undefined;
  /** Undefined: nobody said. */
  population?: AskedPopulation | undefined;
  /** Ids of knowledge sets; undefined: all. */
  knowledge?: readonly string[] | undefined;
  onProgress?: ((share: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** How many people the file was drawn from, or a table of them. */
export type AskedPopulation =
  | { people: number }
  | { table: Omit<PopulationTable, 'person' | 'people'> & { rows: number } };

interface Person {
  name: string;
  sql: string;
  why: string;
}

const noPerson = 'none';

/**
 * Who is counted: the column that was named, else the one a release would count by, else one that repeats in step with
 * the quasi-identifiers.
 */
async function findPerson(input: FileRiskInput, qi: readonly MeasuredColumn[]): Promise<Person | null> {
  const { source, findings, person } = input;
  const columnCalled = (name: string): SourceColumn | undefined =>
    source.columns.find((column) => column.name === name);
  const idOf = ({ physical }: SourceColumn): string => `nullif(${quoteIdentifier(physical)}, '')`;
  if (person !== undefined) {
    const column = columnCalled(person);
    if (column === undefined && person === noPerson) return null;
    if (column === undefined) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(source.fileName, person));
    return { name: column.name, sql: idOf(column), why: riskText.person.named };
  }
  const typed = columnCalled(personColumn(findings) ?? '');
  if (typed !== undefined) {
    const [ids] = await source.duck.query<{ rows: number; filled: number; distinct: number }>(
      `SELECT count(*) AS rows, count(${idOf(typed)}) AS filled, count(DISTINCT ${idOf(typed)}) AS "distinct" FROM ` +
        `${source.relation}`,
    );
    const type = findings.find(({ name }) => name === typed.name)?.type ?? '';
    if (ids !== undefined && countsPeople(ids))
      return {
        name: typed.name,
        sql: idOf(typed),
        why: riskText.person.type(semanticTypeById(type)?.label ?? type, ids.distinct),
      };
  }
  // A column of no known meaning is in the quasi-identifiers unless they were named; it may be the person's number
  // itself.
  const basis = input.qi === undefined ? inStepBasis(findings, source.columns) : qi;
  const found = await personInStep(source.duck, source.relation, basis, source.columns);
  return (
    found && {
      name: found.column.name,
      sql: idOf(found.column),
      why: riskText.person.inStep(found.people, found.agreeing, found.groups),
    }
  );
}

/** Columns by name, each once. @throws Failure COLUMN_UNKNOWN */
function columnsNamed({ source }: FileRiskInput, names: readonly string[]): MeasuredColumn[] {
  return [...new Set(names)].map((name) => {
    const column = source.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(source.fileName, name));
    return { name, sql: quoteIdentifier(column.physical) };
  });
}

/** Columns that point at nobody by themselves, with what is known of them. */
function readableColumns({ source, findings }: FileRiskInput, roles: readonly SuggestedRole[]): KnownColumn[] {
  const identifying = new Set(roles.filter(({ role }) => role === 'identifying').map(({ column }) => column));
  return source.columns
    .filter(({ name }) => !identifying.has(name))
    .map(({ name, physical }) => ({
      name,
      sql: quoteIdentifier(physical),
      findings: findings.filter((finding) => finding.name === name),
    }));
}

/** The sets of these ids; undefined: all. @throws Failure WRONG_USAGE */
function setsNamed(ids: readonly string[] | undefined): readonly KnowledgeSet[] {
  for (const id of ids ?? [])
    if (!knowledgeSets.some((set) => set.id === id))
      throw new Failure(
        'WRONG_USAGE',
        riskText.noSuchSet(
          id,
          knowledgeSets.map((set) => set.id),
        ),
      );
  return ids === undefined ? knowledgeSets : knowledgeSets.filter(({ id }) => ids.includes(id));
}

/** A table of the population counts the same people as the file, where it has their column; else each row is one. */
async function populationOf(asked: AskedPopulation | undefined, person: Person | null): Promise<Population | null> {
  if (asked === undefined || 'people' in asked) return asked ?? null;
  const { table } = asked;
  const column = table.columns.find(({ name }) => name === person?.name);
  if (column === undefined) return { table: { ...table, people: table.rows } };
  const sql = `nullif(${quoteIdentifier(column.physical)}, '')`;
  const [found] = await table.duck.query<{ people: number }>(
    `SELECT count(DISTINCT ${sql}) AS people FROM ${table.relation}`,
  );
  return { table: { ...table, person: sql, people: found?.people ?? 0 } };
}

/** The rows that were not suppressed before, and how many were. */
async function unsuppressed(
  { source }: FileRiskInput,
  qi: readonly MeasuredColumn[],
): Promise<{ relation: string; gone: number }> {
  if (qi.length === 0) return { relation: source.relation, gone: 0 };
  const isSuppressed = qi.map(({ sql }) => `trim(${sql}) = '*'`).join(' AND ');
  const [found] = await source.duck.query<{ n: number }>(
    `SELECT count(*) FILTER (${isSuppressed}) AS n FROM ${source.relation}`,
  );
  const gone = found?.n ?? 0;
  return {
    gone,
    relation: gone === 0 ? source.relation : `(SELECT * FROM ${source.relation} WHERE (${isSuppressed}) IS NOT TRUE)`,
  };
}

/**
 * The check of a file that is in no workspace, counted like a release counts: people where a person has several rows, and
 * no class of rows whose quasi-identifiers were all suppressed. Names every column it used, and why.
 * @throws Failure COLUMN_UNKNOWN, WRONG_USAGE, JOB_CANCELLED
 */
export async function riskOfFile(input: FileRiskInput): Promise<RiskCheck> {
  const { source, findings } = input;
  if (input.qi !== undefined && input.qi.length === 0) throw new Failure('WRONG_USAGE', riskText.noneNamed);
  const sets = setsNamed(input.knowledge);
  const asked = [input.qi ?? [], input.sensitive];
  const notes = asked.flatMap((names) =>
    [...new Set(names.filter((each, at) => names.indexOf(each) !== at))].map((name) => riskText.twice(name)),
  );
  const qi = columnsNamed(input, input.qi ?? findings.filter(isLinkable).map(({ name }) => name));
  const roles = suggestRoles(findings);
  const protect = roles.filter(({ role }) => role === 'to-protect').map(({ column }) => column);
  const suggested = input.sensitive.length === 0;
  const guarded = columnsNamed(input, suggested ? protect : input.sensitive);
  const person = await findPerson(input, qi);
  const { relation, gone } = await unsuppressed(input, qi);
  if (gone > 0) notes.push(riskText.suppressed(gone));
  const k = input.k ?? usualK;
  const check = await checkTable({
    duck: source.duck,
    relation,
    counted: qi,
    guarded,
    readable: readableColumns(input, roles),
    person: person?.sql,
    k,
    threshold: input.threshold ?? 1 / k,
    population: await populationOf(input.population, person),
    sets,
    signal: input.signal,
    onProgress: input.onProgress,
  });
  const open = new Set(findings.filter(isUndecided).map(({ name }) => name));
  const why = (name: string): string =>
    input.qi !== undefined ? riskText.named : open.has(name) ? riskText.undecided : riskText.linkable;
  const whyGuarded = suggested ? riskText.suggested : riskText.sensitive;
  return {
    ...check,
    rows: check.rows + gone,
    suppressedRows: gone,
    columns: [
      ...qi.map(({ name }) => ({ name, use: 'quasi-identifier' as const, why: why(name) })),
      ...guarded.map(({ name }) => ({ name, use: 'sensitive' as const, why: whyGuarded })),
      ...(person === null ? [] : [{ name: person.name, use: 'person' as const, why: person.why }]),
    ],
    notes,
    warnings: [...(person === null ? [] : [riskText.countsPeople(person.name, person.why)]), ...check.warnings],
  };
}
