import { Failure } from '#shared/contract/failure.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Risk } from '#shared/domain/risk.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { riskText } from '#shared/text/engine/risk.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
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
  signal?: AbortSignal | undefined;
}

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

/**
 * The risk of a file that is in no workspace, counted like a release counts: people where a person has several rows,
 * and no class of rows whose quasi-identifiers were all suppressed. Names every column it used, and why.
 * @throws Failure COLUMN_UNKNOWN, WRONG_USAGE, JOB_CANCELLED
 */
export async function riskOfFile(input: FileRiskInput): Promise<Risk> {
  const { source, k } = input;
  if (input.qi !== undefined && input.qi.length === 0) throw new Failure('WRONG_USAGE', riskText.noneNamed);
  const notes: string[] = [];
  const named = (names: readonly string[]): MeasuredColumn[] => {
    for (const name of new Set(names.filter((each, at) => names.indexOf(each) !== at)))
      notes.push(riskText.twice(name));
    return [...new Set(names)].map((name) => {
      const column = source.columns.find((candidate) => candidate.name === name);
      if (column === undefined) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumnInFile(source.fileName, name));
      return { name, sql: quoteIdentifier(column.physical) };
    });
  };
  const qi = named(
    input.qi ?? input.findings.filter((finding) => finding.class === 'linkable').map(({ name }) => name),
  );
  const sensitive = named(input.sensitive);
  const person = await findPerson(input, qi);
  const isSuppressed = qi.map(({ sql }) => `trim(${sql}) = '*'`).join(' AND ');
  const [gone] =
    qi.length === 0
      ? []
      : await source.duck.query<{ n: number }>(`SELECT count(*) FILTER (${isSuppressed}) AS n FROM ${source.relation}`);
  const suppressedRows = gone?.n ?? 0;
  if (suppressedRows > 0) notes.push(riskText.suppressed(suppressedRows));
  const relation =
    suppressedRows === 0 ? source.relation : `(SELECT * FROM ${source.relation} WHERE (${isSuppressed}) IS NOT TRUE)`;
  const risk = await measureRisk(source.duck, relation, { qi, sensitive, person: person?.sql, signal: input.signal });
  const small = risk.histogram.filter(({ size }) => k !== undefined && size < k);
  const sum = (of: 'rows' | 'classes'): number => small.reduce((total, bin) => total + bin[of], 0);
  const why = input.qi === undefined ? riskText.linkable : riskText.named;
  return {
    ...risk,
    rows: risk.rows + suppressedRows,
    counts: person === null ? 'rows' : 'people',
    suppressedRows,
    ...(k === undefined
      ? {}
      : {
          below: {
            k,
            rows: sum('rows'),
            share: risk.rows === 0 ? 0 : sum('rows') / risk.rows,
            classes: sum('classes'),
          },
        }),
    columns: [
      ...qi.map(({ name }) => ({ name, use: 'quasi-identifier' as const, why })),
      ...sensitive.map(({ name }) => ({ name, use: 'sensitive' as const, why: riskText.sensitive })),
      ...(person === null ? [] : [{ name: person.name, use: 'person' as const, why: person.why }]),
    ],
    notes,
  };
}
