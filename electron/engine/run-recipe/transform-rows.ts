import { randomUUID } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import { restsOnConsent, type Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { policyOn, type PolicyInForce } from '#shared/policy/index.ts';
import {
  columnsInTable,
  compileRecipe,
  type CompiledOutput,
  type CompiledRecipe,
} from '#shared/recipe/compile-recipe.ts';
import { undecidedColumns, type WhyUndecided } from '#shared/recipe/undecided-columns.ts';
import { deferKeyedHashes } from '#shared/plan/keyed-hashes.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { fillTable, type FilledTable } from './fill-table.ts';
import { neutralisedSql } from './neutralise-formula.ts';
import { countedPerson } from '../privacy/person/counted-person.ts';
import { countsPeople } from '../privacy/person/person-column.ts';
import type { FactId } from '#shared/facts/index.ts';
import { askFacts, factColumns, type RowFacts } from '../facts/index.ts';
import { dropSuppressed, lookUpSuppressed, type SuppressedLookup } from '../facts/suppressed-lookup.ts';
import { dropLookup, lookUpPeople, type LedgerInHand, type LedgerLookup } from '../facts/ledger-lookup.ts';
import type { ReleaseSource } from './recipe-source.ts';
import { underKeys } from './under-keys.ts';

export interface TransformInput {
  source: Pick<ReleaseSource, 'duck' | 'relation' | 'columns' | 'onList'>;
  recipe: Recipe;
  /** Says whether the release rests on consent; absent where that changes nothing. */
  purpose?: Purpose | null;
  /** The register of processing says that the purpose rests on consent. */
  onConsent?: boolean;
  /** The consent ledger, where it has events for the purpose. */
  ledger?: LedgerInHand | null;
  /** Facts that whoever judges the output asks for; rows are left out by those that decide it in any case. */
  facts?: readonly FactId[];
  findings: readonly Finding[];
  keys: ReleaseKeys | null;
  /** YYYY-MM-DD that ages and limits count from. */
  referenceDate: string;
  /** What the workspace sets in place of policy rows. */
  overrides: readonly PolicyOverride[];
  /** Neutralise spreadsheet formulas. */
  spreadsheet: boolean;
  /** Write empty text as nothing: the format knows no difference. */
  emptyIsNull: boolean;
  /** The suppression list counts as it was at that moment, ISO 8601; absent: as it is. */
  listedAt?: string;
  /** All columns stay, also those that nobody decided on: the file is judged as it is. */
  asItStands?: boolean;
  /** What was done to each column already, by another engine: the recipe has no steps, and every column is an output. */
  treatments?: ReadonlyMap<string, Pick<CompiledOutput, 'treatment' | 'valueType'>> | undefined;
  /** Only the first rows, for a preview. */
  limit?: number;
  /** The rows are written afterwards: texts that repeat themselves are numbers from the start (see `coded`). */
  codes?: boolean;
  signal?: AbortSignal | undefined;
  onShare?: ((share: number) => void) | undefined;
}

export interface TransformedRows {
  compiled: CompiledRecipe;
  /** Source columns that are not written because nobody decided on them. */
  leftOut: { column: string; why: WhyUndecided }[];
  /** A connection of its own: it alone sees the table and, while transforming, held the keys. */
  duck: Duck;
  /**
   * Temporary table with o1…on and b1…bm, the rowid being the source's row number from 0; what `hashes` lists is not
   * hashed yet.
   */
  table: string;
  rows: number;
  /** Columns of the table that hold the numbers of their texts (ENUM); `KeptRows` shows the texts. */
  coded: ReadonlySet<string>;
  failedCasts: { column: string; step: number; rows: number }[];
  /** SQL column of a salted fingerprint of the person id, where a person has several rows. */
  person: { sql: string; column: string } | null;
  facts: RowFacts;
  /** What they, and the guardrails, go by. */
  policy: PolicyInForce;
  /**
   * Columns of the table that are hashed under a key when they are written and not before; `distinct` counts their
   * values approximately.
   */
  hashes: { physical: string; keyName: string; distinct: number }[];
  close(): Promise<void>;
}

/** A name for the engine's own column that no header has. */
function freeName(base: string, columns: readonly SourceColumn[]): string {
  const taken = new Set(columns.map((column) => column.name));
  let name = `\u0001${base}`;
  while (taken.has(name)) name = `\u0001${name}`;
  return name;
}

/** The outputs with what was done to them elsewhere. */
const treated = (compiled: CompiledRecipe, { treatments }: TransformInput): CompiledRecipe =>
  treatments === undefined
    ? compiled
    : { ...compiled, outputs: compiled.outputs.map((output) => ({ ...output, ...treatments.get(output.name) })) };

/** The recipe compiled over the decided columns; `options` compile it again in the same way. */
function compileDecided(input: TransformInput) {
  const { source, recipe, findings, referenceDate, asItStands = false } = input;
  if (input.treatments !== undefined) {
    const options = { referenceDate };
    return { leftOut: [], options, compiled: treated(compileRecipe(recipe, source.columns, options), input) };
  }
  const leftOut = asItStands ? [] : undecidedColumns(recipe, source.columns, findings);
  const undecided = { referenceDate, leaveOut: leftOut.map(({ column }) => column) };
  const decided = compileRecipe(recipe, source.columns, undecided);
  if (decided.outputs.length > 0) return { leftOut, options: undecided, compiled: decided };
  // Where nothing at all is decided, as at the start of a recipe, all is shown and measured; a release of it is
  // refused.
  const options = { referenceDate };
  return { leftOut, options, compiled: compileRecipe(recipe, source.columns, options) };
}

/** A column of the engine's own beside the outputs. */
interface Extra {
  column: SourceColumn;
  sql: string;
}

/** What the facts compute of each row, and a salted fingerprint of the person where one is counted. */
function extrasOf(facts: RowFacts, personSql: string | undefined, columns: readonly SourceColumn[]): Extra[] {
  const extras = facts.columns.map(({ name, sql }) => ({
    column: { name: freeName(`fact ${name}`, columns), physical: name, header: null },
    sql,
  }));
  if (personSql !== undefined)
    extras.push({
      column: { name: freeName('person', columns), physical: 'x_person', header: null },
      sql: `CASE WHEN nullif(${personSql}, '') IS NOT NULL THEN hash(getvariable('person_salt'), ${personSql}) END`,
    });
  return extras;
}

/** FROM-clause expression of the source's rows with the extras beside them. */
function withExtras({ source, limit }: TransformInput, { columns }: RowFacts, extras: readonly Extra[]): string {
  const limited = limit === undefined ? source.relation : `(SELECT * FROM ${source.relation} LIMIT ${limit})`;
  if (extras.length === 0) return limited;
  const shared = new Map(columns.flatMap((column) => (column.shared ? [[column.shared.name, column.shared.sql]] : [])));
  const once =
    shared.size === 0
      ? limited
      : `(SELECT *, ${[...shared].map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM ${limited})`;
  const beside = extras.map((extra) => `${extra.sql} AS ${quoteIdentifier(extra.column.physical)}`);
  return `(SELECT *, ${beside.join(', ')} FROM ${once})`;
}

/** How each output is written, then each extra as it is, then what is only counted by, as it would be written. */
function selectOf(
  { spreadsheet, emptyIsNull }: TransformInput,
  { outputs, beside, ways }: CompiledRecipe,
  extras: readonly Extra[],
): { sql: string; name: string }[] {
  const own = outputs.length - extras.length;
  const width = own + beside.length;
  // A text format with a single column writes an empty text and nothing alike; so do tables that must have the same rows,
  // however many columns each has.
  const oneEmpty = emptyIsNull || (spreadsheet && own === 1) || ways.some(({ way }) => way.id === 'narrow-tables');
  return [...outputs, ...beside].map((output, index) => {
    const extra = extras[index - own];
    if (extra !== undefined) return { sql: output.physical, name: quoteIdentifier(extra.column.physical) };
    const isHash = output.treatment === 'hashed-keyed' || output.treatment === 'hashed-unkeyed';
    const value =
      spreadsheet && !isHash ? neutralisedSql(output.physical, emptyIsNull ? 'cells' : 'text', width) : output.physical;
    return { sql: oneEmpty ? `nullif(${value}, '')` : value, name: output.physical };
  });
}

/**
 * Columns whose texts may be numbers. What is only hashed when it is written stays text, and so do rows that a way of
 * anonymising makes anew.
 */
function codesOf(
  { codes = false }: TransformInput,
  compiled: CompiledRecipe,
  hashes: readonly { physical: string }[],
): string[] {
  if (!codes || compiled.ways.length > 0) return [];
  const hashed = new Set(hashes.map(({ physical }) => physical));
  return columnsInTable(compiled)
    .map(({ physical }) => physical)
    .filter((physical) => !hashed.has(physical));
}

/** Fills the table while keys and salt are there, and takes them away again whatever happens. */
async function fillUnderKeys(
  { keys, signal, onShare }: TransformInput,
  fill: Omit<Parameters<typeof fillTable>[0], 'signal' | 'onShare'>,
): Promise<FilledTable> {
  const { duck } = fill;
  await duck.run('SET VARIABLE person_salt = uuid()');
  try {
    return await underKeys(duck, fill.compiled.plan, keys, () => fillTable({ ...fill, signal, onShare }));
  } finally {
    await duck.run('RESET VARIABLE person_salt');
  }
}

/** What the recipe chooses rows by. @param physical SQL by the name of a source column */
const segmentOf = ({ segment }: CompiledRecipe, physical: ReadonlyMap<string, string>) =>
  segment.flatMap((part) => {
    const sql = physical.get(part.column);
    return sql === undefined ? [] : [{ ...part, sql }];
  });

/** What is known of the people of a source beside its rows. */
interface Lookups {
  ledger: LedgerLookup | 'not-linked' | undefined;
  suppressed: SuppressedLookup | undefined;
}

async function lookUp({ source, recipe, findings, ledger = null, listedAt, signal }: TransformInput): Promise<Lookups> {
  const { release } = recipe;
  const onList = release === 'anonymised' ? null : (source.onList?.(listedAt) ?? null);
  return {
    ledger: await lookUpPeople(source, { ledger, release, signal }),
    suppressed: await lookUpSuppressed(source, findings, { onList, signal }),
  };
}

/**
 * Runs a recipe over every row into a temporary table: outputs and what the recipe counts by, never the raw value of a
 * dropped column. Beside them lie a salted fingerprint of the person id and what the facts ask of a row, which no output contains.
 * @throws Failure RECIPE_INVALID, KEY_MISSING, JOB_CANCELLED, DISK_FULL
 */
export async function transformRows(input: TransformInput): Promise<TransformedRows> {
  const { source, recipe, findings } = input;
  const { leftOut, options, compiled } = compileDecided(input);
  if (compiled.needsKey && input.keys === null) throw new Failure('KEY_MISSING', releaseText.keyNeeded);
  const physical = new Map(source.columns.map((column) => [column.name, quoteIdentifier(column.physical)]));
  const counted = input.limit === undefined ? await countedPerson(source, findings) : null;
  const policy = policyOn(input.referenceDate, input.overrides);
  const lookups = await lookUp(input);
  const { ledger, suppressed } = lookups;
  const facts = askFacts(
    {
      release: recipe.release,
      onConsent:
        input.onConsent === true || ledger !== undefined || (input.purpose ? restsOnConsent(input.purpose) : false),
      ledger,
      suppressed,
      asItStands: input.asItStands,
      referenceDate: input.referenceDate,
      columns: factColumns(findings, physical),
      outputs: columnsInTable(compiled),
      segment: segmentOf(compiled, physical),
      policy,
    },
    input.facts ?? [],
  );
  const personSql = counted === null ? undefined : quoteIdentifier(counted.physical);
  const extras = extrasOf(facts, personSql, source.columns);
  const whole =
    extras.length === 0
      ? compiled
      : treated(compileRecipe(recipe, [...source.columns, ...extras.map((extra) => extra.column)], options), input);
  // Of the first rows the hashes themselves are wanted; of all rows only those that are written, and not while they are
  // counted and put in order.
  const { plan, hashed } =
    input.limit === undefined ? deferKeyedHashes(whole.plan) : { plan: whole.plan, hashed: new Map<string, string>() };
  const hashes = compiled.outputs.flatMap(({ name, physical: id }) =>
    hashed.has(name) ? [{ physical: id, keyName: hashed.get(name)! }] : [],
  );

  const duck = await source.duck.connect();
  const table = quoteIdentifier(`release_${randomUUID()}`);
  const close = (): Promise<void> => dropTables(duck, table, lookups);
  try {
    const { failed, coded } = await fillUnderKeys(input, {
      duck,
      table,
      compiled: { ...whole, plan },
      relation: withExtras(input, facts, extras),
      select: selectOf(input, whole, extras),
      codes: codesOf(input, compiled, hashes),
    });
    const totals = await interruptible(duck, input.signal, () =>
      countTotals(duck, table, hashes, personSql !== undefined),
    );
    return {
      compiled,
      leftOut,
      duck,
      table,
      rows: totals.n!,
      coded,
      failedCasts: compiled.castChecks
        .map(({ column, step }, index) => ({ column, step, rows: failed[index]! }))
        .filter((check) => check.rows > 0),
      person:
        counted !== null &&
        totals.people !== undefined &&
        countsPeople({ rows: totals.n!, filled: totals.seen!, distinct: totals.people })
          ? { sql: 'x_person', column: counted.name }
          : null,
      facts,
      policy,
      hashes: hashes.map((hash, index) => ({ ...hash, distinct: totals[`distinct${index}`]! })),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Ends the connection, the table and the list of rows that `measureOutput` keeps beside it. */
async function dropTables(duck: Duck, table: string, lookups: Lookups): Promise<void> {
  try {
    await dropLookup(duck, lookups.ledger);
    await dropSuppressed(duck, lookups.suppressed);
    await duck.run(`DROP TABLE IF EXISTS ${table}`);
    await duck.run(`DROP TABLE IF EXISTS ${table.slice(0, -1)}_gone"`);
  } finally {
    duck.close();
  }
}

/** Rows; where a person is counted, rows that name one and people; per hash its values, approximately. */
async function countTotals(
  duck: Duck,
  table: string,
  hashes: readonly { physical: string }[],
  countsPerson: boolean,
): Promise<Record<string, number>> {
  const counts = [
    'count(*) AS n',
    ...(countsPerson ? ['count(x_person) AS seen', 'count(DISTINCT x_person) AS people'] : []),
    ...hashes.map((hash, index) => `approx_count_distinct(${hash.physical}) AS distinct${index}`),
  ];
  const [totals] = await duck.query<Record<string, number>>(`SELECT ${counts.join(', ')} FROM ${table}`);
  return totals!;
}
