import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { identifierForms, type IdentifierForm } from '#shared/domain/breach.ts';
import type { AffectedPart } from '../breach.ts';

/** How many, between two bounds that are both certain; the same twice: it was counted. */
export interface Between {
  least: number;
  most: number;
}

/** What the parts of a breach come to together. */
export interface Affected {
  rows: number;
  people: Between;
  /** By rows: a person with several rows is counted by each. Null: nothing tells an age. */
  minors: Between | null;
  /** Rows of unknown age, which are never counted as of age. */
  unknownAge: number;
  /** Special categories and criminal offences (Art. 9, 10) that some column holds. */
  special: ColumnFlag[];
  /** Types of the columns that are affected, each once, in the order of the tables. */
  kinds: string[];
  countries: { country: string; rows: number }[];
  /** The gravest form in which an identifier stands anywhere. */
  identifiers: IdentifierForm;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * What a number comes to over parts that may be about the same people. A release is about people of its dataset: where
 * the dataset is affected itself, it adds nobody. Of several datasets nobody knows how many people they share, so that
 * the most affected one is the least and their sum the most.
 */
function overSources(
  parts: readonly AffectedPart[],
  of: (part: AffectedPart) => { count: number; atMost: boolean },
): Between {
  const bySource = new Map<string, AffectedPart[]>();
  for (const part of parts) bySource.set(part.datasetId, [...(bySource.get(part.datasetId) ?? []), part]);
  const sources = [...bySource.values()].map((own): Between => {
    const dataset = own.find(({ kind }) => kind === 'dataset');
    if (dataset !== undefined) {
      const { count, atMost } = of(dataset);
      return { least: atMost ? 0 : count, most: count };
    }
    const counted = own.map(of);
    const known = counted.filter(({ atMost }) => !atMost).map(({ count }) => count);
    return { least: Math.max(0, ...known), most: sum(counted.map(({ count }) => count)) };
  });
  return { least: Math.max(0, ...sources.map(({ least }) => least)), most: sum(sources.map(({ most }) => most)) };
}

/** The parts of a breach put together, counting nobody twice for certain. */
export function affectedBy(parts: readonly AffectedPart[]): Affected {
  const aged = parts.filter(({ minors }) => minors !== null);
  const flags = new Set(parts.flatMap(({ columns }) => columns.flatMap((column) => column.flags)));
  const countries = new Map<string, number>();
  for (const part of parts)
    for (const { country, rows } of part.countries) countries.set(country, Math.max(rows, countries.get(country) ?? 0));
  const grave = Math.min(...parts.map(({ identifiers }) => identifierForms.indexOf(identifiers)));
  return {
    rows: sum(parts.map(({ rows }) => rows)),
    people: overSources(parts, ({ people }) => people),
    minors:
      aged.length === 0
        ? null
        : overSources(aged, ({ minors }) => ({ count: minors?.under ?? 0, atMost: minors?.atMost ?? true })),
    unknownAge: overSources(parts, ({ minors, rows }) => ({ count: minors?.unknown ?? rows, atMost: true })).most,
    special: specialFlags.filter((flag) => flags.has(flag)),
    kinds: [...new Set(parts.flatMap(({ columns }) => columns.map(({ type }) => type)))],
    countries: [...countries]
      .map(([country, rows]) => ({ country, rows }))
      .toSorted((one, other) => other.rows - one.rows || (one.country < other.country ? -1 : 1)),
    identifiers: identifierForms[grave] ?? 'not-known',
  };
}
