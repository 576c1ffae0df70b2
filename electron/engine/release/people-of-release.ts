import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Finding } from '#shared/domain/finding.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { quoteIdentifier, quoteText } from '#shared/sql/quote.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { personColumns } from '#engine/privacy/person/person-column.ts';
import type { ReleaseSource } from '../run-recipe/recipe-source.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';
import type { MeasuredOutput } from './measure-output.ts';

/** A source of a release, with what its columns hold. */
export interface FollowedSource {
  source: Pick<ReleaseSource, 'relation' | 'columns'>;
  findings: readonly Finding[];
}

/** By what people are followed from one source to another. */
export interface Following {
  /** Columns of both that name a person in both, the surest first. */
  keys: readonly string[];
  /** Where there is no key: columns of both. Rows that are the same in all of them are taken for the same person's. */
  common: readonly string[];
  /** Known to nobody, the same for both: fingerprints lead from one to the other and nowhere else. */
  salt: string;
}

/** What there is in both sources to follow people by. */
export function followingOf(here: FollowedSource, there: FollowedSource, salt: string): Following {
  const names = new Set(there.source.columns.map(({ name }) => name));
  const told = new Set(personColumns(there.findings));
  return {
    keys: personColumns(here.findings).filter((name) => told.has(name) && names.has(name)),
    common: here.source.columns.flatMap(({ name }) => (names.has(name) ? [name] : [])).toSorted(),
    salt,
  };
}

/** SQL names of the fingerprints of people: one for each key; without one, of the whole row. */
export const idNames = ({ keys }: Following): string[] =>
  keys.length === 0 ? ['id0'] : keys.map((_, at) => `id${at}`);

/** A hash is another one under another key, and what chance moved is otherwise each time. */
const unsteady: readonly CompiledOutput['treatment'][] = ['hashed-keyed', 'hashed-unkeyed', 'perturbed'];

/** The outputs that read the same of the same values, whenever they are made. */
export const steadyOutputs = ({ compiled }: TransformedRows): CompiledOutput[] =>
  compiled.outputs.filter(({ treatment }) => !unsteady.includes(treatment));

/** A relation of the source's rows by number (`nr`) with fingerprints of whose they are. */
function fingerprints({ source }: FollowedSource, { keys, common, salt }: Following): string {
  const physical = new Map(source.columns.map(({ name, physical: id }) => [name, quoteIdentifier(id)]));
  const salted = quoteText(salt);
  const nr = 'row_number() OVER () - 1 AS nr';
  if (keys.length > 0) {
    const ids = keys.map((name, at) => {
      const value = `nullif(trim(${physical.get(name)!}), '')`;
      return `CASE WHEN ${value} IS NOT NULL THEN hash(${salted}, ${value}) END AS id${at}`;
    });
    return `(SELECT ${ids.join(', ')}, ${nr} FROM ${source.relation})`;
  }
  const whole = `hash(${[salted, ...common.map((name) => physical.get(name)!)].join(', ')})`;
  // Of rows that are the same the first there goes with the first here.
  const id = 'hash(whole, row_number() OVER (PARTITION BY whole ORDER BY nr)) AS id0';
  return `(SELECT ${id}, nr FROM (SELECT ${whole} AS whole, ${nr} FROM ${source.relation}))`;
}

/**
 * Writes the rows of a release, each with fingerprints of whose it is, to a Parquet file of the private directory: those
 * of `idNames`, then the steady outputs under their SQL names.
 * @returns its path
 */
export async function writePeople(
  { rows, measured }: { rows: TransformedRows; measured: Pick<MeasuredOutput, 'kept'> },
  of: FollowedSource,
  following: Following,
  { directory, signal }: { directory: string; signal?: AbortSignal | undefined },
): Promise<string> {
  const path = join(directory, `people-${randomUUID()}.parquet`);
  const columns = [
    ...idNames(following).map((name) => `p.${name}`),
    ...steadyOutputs(rows).map(({ physical }) => `k.${physical}`),
  ];
  await interruptible(rows.duck, signal, () =>
    rows.duck.run(
      `COPY (SELECT ${columns.join(', ')} FROM ${measured.kept} k JOIN ${fingerprints(of, following)} p ` +
        `ON p.nr = k.rid) TO ${quoteText(path)} (FORMAT parquet)`,
    ),
  );
  return path;
}
