import type { Finding } from '#shared/domain/finding.ts';
import type { Risk } from '#shared/domain/risk.ts';
import { nothingAsked, type FactAnswers } from '#shared/facts/index.ts';
import type { GuardMeasure } from '#shared/guardrails/guard-input.ts';
import { quasiIdentifiers } from '#shared/guardrails/output-view.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { countedRoles } from '#shared/domain/recipe-roles.ts';
import { columnsInTable } from '#shared/recipe/compile-recipe.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import { operationsText } from '#shared/text/operations.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { classesSql, classKey, type MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import type { NoiseSecret } from '../run-recipe/plan-hash.ts';
import { applyWays, isDrawn, type WayMade, type WaysMade } from '../run-recipe/ways/apply-way.ts';
import type { CountedColumn } from '../run-recipe/ways/count-with-noise.ts';
import { KeptRows, type StoredRows } from '../facts/kept-rows.ts';
import type { KnownValues } from '../written-values/look-at-values.ts';
import { ValuesOnce } from '../written-values/values-once.ts';
import { emptyByFacts, findInKept, leaveOutByFacts, type Excluded } from '../facts/measure-facts.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';
import { codeTexts } from './code-texts.ts';
import { leaveOutUnmapped } from './leave-out-unmapped.ts';
import type { PopulationCounter } from './population-counter.ts';

/** A table of counts in place of rows. */
export interface CountsWritten {
  /** FROM-clause expression: the outputs and the columns beside them, under their physical names. */
  relation: string;
  /** The column of counts, then those of sums and means. */
  columns: CountedColumn[];
  /** Rows of it. */
  rows: number;
}

export interface MeasuredOutput {
  /** FROM-clause expression of the rows that would be written: o1…on and `rid`, the source's row number. */
  kept: string;
  /** The same rows as they lie in the table. */
  stored: StoredRows;
  /** What was found of their values, by their digest. */
  looked: KnownValues;
  /** The different values of the rows that may be written; of a twin they are not those that are written. */
  values: ValuesOnce;
  /** The rows that would not be written, likewise; null where all are. Of a twin no row of the source is. */
  leftOut: string | null;
  /** The rows that may leave before small classes are left out, likewise. */
  mayLeave: string;
  /** The outputs counted as quasi-identifiers. */
  qi: MeasuredColumn[];
  risk: Risk;
  measure: GuardMeasure;
  facts: FactAnswers;
  excluded: Excluded;
  /** What the recipe’s closing way made of the rows; null where it has none. */
  way: WayMade | null;
  /** What is written, where that is not `kept` itself: a row per combination, with how many people have it. */
  counted: CountsWritten | null;
  /** What the recipe’s ways did to the outputs. */
  losses: WaysMade['losses'];
  /** Who a written row is about, where a person may have several; null for rows that are drawn. */
  person: TransformedRows['person'];
}

interface MeasureInput {
  recipe: Recipe;
  findings: readonly Finding[];
  /** The file is judged as it is: rows that facts do not let leave are counted and stay. */
  asItStands?: boolean;
  /** The rows are written afterwards, and not only counted. */
  writes?: boolean;
  /** What ways draw from, so that the same rows give the same result; absent: from chance. */
  secret?: NoiseSecret | null;
  /** The people that every class needs of a population, where the target asks for them. */
  population?: PopulationCounter | null;
  signal?: AbortSignal | undefined;
}

/** Leaves out the rows of classes below the recipe's k. @returns how many */
async function suppressSmall({ compiled, person }: TransformedRows, kept: KeptRows): Promise<number> {
  if (compiled.suppression === null) return 0;
  const byName = new Map(compiled.outputs.map((output) => [output.name, output.physical]));
  const keys: MeasuredColumn[] = compiled.suppression.columns.map((name) => ({ name, sql: byName.get(name)! }));
  const match = keys.map((key, index) => `t.${key.sql} IS NOT DISTINCT FROM s.${classKey(index)}`).join(' AND ');
  // Numbers of texts fall into the same classes as the texts.
  const { relation } = kept.stored;
  const classes = classesSql(relation, keys, person?.sql);
  const small = `(SELECT * FROM (${classes}) WHERE f < ${compiled.suppression.k})`;
  const before = await kept.count(kept.gone);
  await kept.run(`INSERT INTO ${kept.gone} SELECT t.rid FROM ${relation} t SEMI JOIN ${small} s ON ${match}`);
  const suppressed = (await kept.count(kept.gone)) - before;
  if (suppressed > 0) kept.leaveOut();
  return suppressed;
}

/** Physical names of what a platform matches by, where the recipe chooses a segment for one. */
export const matchedBy = ({ compiled }: Pick<TransformedRows, 'compiled'>): string[] =>
  compiled.segment.length === 0
    ? []
    : compiled.outputs.filter(({ treatment }) => treatment === 'hashed-unkeyed').map(({ physical }) => physical);

/** Leaves out rows of an audience in which nothing is that a platform could match. @returns how many */
async function leaveOutUnmatched(rows: TransformedRows, kept: KeptRows): Promise<number> {
  const identifiers = matchedBy(rows);
  if (identifiers.length === 0) return 0;
  const nothing = `coalesce(${identifiers.join(', ')}) IS NULL`;
  const unmatched = await kept.count(`${kept.relation} WHERE ${nothing}`);
  if (unmatched === 0) return 0;
  await kept.run(`INSERT INTO ${kept.gone} SELECT rid FROM ${kept.relation} WHERE ${nothing}`);
  kept.leaveOut();
  return unmatched;
}

/**
 * Leaves out rows of an audience of people of whom another row of the segment may not leave: who took consent back, or is
 * under age, in one row is so in all that are matched by the same value.
 * @returns how many
 */
async function leaveOutAlike(rows: TransformedRows, kept: KeptRows): Promise<number> {
  const identifiers = matchedBy(rows);
  const inside = rows.facts.asked.find(({ id }) => id === 'segment')?.names[0];
  if (identifiers.length === 0 || inside === undefined || kept.leftOut === null) return 0;
  const before = await kept.count(kept.gone);
  for (const identifier of identifiers)
    await kept.run(
      `INSERT INTO ${kept.gone} SELECT a.rid FROM ${kept.relation} a SEMI JOIN (SELECT ${identifier} AS same FROM ` +
        `${kept.leftOut} WHERE ${inside}) b ON a.${identifier} = b.same`,
    );
  return (await kept.count(kept.gone)) - before;
}

/**
 * Leaves out further rows of people who are in an audience already: of those that are matched by the same value the
 * most complete one stays, and whoever has a further identifier of somebody in it is that person.
 * @returns how many
 */
async function leaveOutRepeated(rows: TransformedRows, kept: KeptRows): Promise<number> {
  const identifiers = matchedBy(rows);
  if (identifiers.length === 0) return 0;
  const before = await kept.count(kept.gone);
  const missing = identifiers.map((name) => `(${name} IS NULL)::INTEGER`).join(' + ');
  await kept.run(
    `INSERT INTO ${kept.gone} SELECT rid FROM (SELECT rid, row_number() OVER (PARTITION BY ` +
      `coalesce(${identifiers.join(', ')}) ORDER BY ${missing}, rid) AS place FROM ${kept.relation}) WHERE place > 1`,
  );
  kept.leaveOut();
  const [first, ...others] = identifiers;
  for (const other of others)
    await kept.run(
      `INSERT INTO ${kept.gone} SELECT a.rid FROM ${kept.relation} a SEMI JOIN (SELECT ${other} AS same FROM ` +
        `${kept.relation} WHERE ${first} IS NOT NULL) b ON a.${first} IS NULL AND a.${other} = b.same`,
    );
  return (await kept.count(kept.gone)) - before;
}

/** The outputs counted as quasi-identifiers. */
function countedOutputs(
  { outputs }: TransformedRows['compiled'],
  { recipe, findings }: MeasureInput,
): MeasuredColumn[] {
  const byName = new Map(outputs.map((output) => [output.name, output.physical]));
  return quasiIdentifiers({
    findings,
    outputs: outputs.map(({ name, sources, treatment }) => ({ name, sources, treatment })),
    release: recipe.release,
    ...countedRoles(recipe),
  }).map((name) => ({ name, sql: byName.get(name)! }));
}

/** What is written of a way that counts; null for the others. */
async function countsOf(
  way: WayMade | null,
  { rows, kept, written }: { rows: TransformedRows; kept: KeptRows; written: string },
): Promise<CountsWritten | null> {
  if (way?.id !== 'count-rows' && way?.id !== 'noisy-counts') return null;
  const { outputs } = rows.compiled;
  const people = { name: operationsText['count-rows'].people, physical: 'people', of: null };
  const taken = new Set(outputs.map(({ name }) => name));
  const columns = [people, ...(way.id === 'noisy-counts' ? way.further : [])].map((column): CountedColumn => {
    const name = freeNameOf(column.name, taken);
    taken.add(name);
    return { ...column, name };
  });
  const list = outputs.map((output) => output.physical).join(', ');
  const relation =
    way.id === 'noisy-counts'
      ? written
      : `(SELECT min(rid) AS rid, ${list}, count(*)::VARCHAR AS ${people.physical} FROM ${written} GROUP BY ${list})`;
  return { relation, columns, rows: await kept.count(relation) };
}

/** A header that no other column has. */
function freeNameOf(base: string, taken: ReadonlySet<string>): string {
  let name = base;
  while (taken.has(name)) name = `${name}_counted`;
  return name;
}

/**
 * Decides which of the transformed rows may be written, and measures those. Left out are, first, rows that a fact does
 * not let leave (minors, no valid consent); then rows of classes below the recipe's k, counted in people where a person
 * has several rows.
 */
export async function measureOutput(rows: TransformedRows, input: MeasureInput): Promise<MeasuredOutput> {
  const { compiled, duck } = rows;
  const { recipe, signal, asItStands = false } = input;
  const passed = await KeptRows.of(rows, signal);
  const { found: before, excluded } = await leaveOutByFacts(rows.facts, passed);
  const kept = asItStands ? await KeptRows.of(rows, signal) : passed;
  if (!asItStands) await emptyByFacts(rows.facts, kept, columnsInTable(compiled));
  const unmatched = asItStands ? 0 : await leaveOutUnmatched(rows, passed);
  if (unmatched > 0) excluded.push({ why: releaseText.leftOut.nothingToMatch, rows: unmatched });
  const alike = asItStands ? 0 : await leaveOutAlike(rows, passed);
  if (alike > 0) excluded.push({ why: releaseText.leftOut.otherRow, rows: alike });
  const repeated = asItStands ? 0 : await leaveOutRepeated(rows, passed);
  if (repeated > 0) excluded.push({ why: releaseText.leftOut.samePerson, rows: repeated });
  const goneBefore = await kept.count(kept.gone);
  const ways = await applyWays(rows, { rows: kept, k: kOf(recipe), secret: input.secret ?? null, signal });
  const { closing: way, losses, unsampled, few } = ways;
  if (unsampled > 0) excluded.push({ why: releaseText.leftOut.notSampled, rows: unsampled });
  if (way?.id === 'count-rows' && way.repeated > 0)
    excluded.push({ why: releaseText.leftOut.countedOnce, rows: way.repeated });
  const drawn = isDrawn(way) ? way : null;
  if (input.writes && way === null) await codeTexts(rows, kept);
  // Nobody stands behind a drawn row: there is nobody to count.
  const qi = drawn === null ? countedOutputs(compiled, input) : [];
  const small = await suppressSmall(rows, kept);
  const unmapped = input.population && compiled.suppression ? await leaveOutUnmapped(input.population, qi, kept) : 0;
  const suppressed = small + unmapped + few + (way?.id === 'count-rows' ? way.small : 0);
  const person = drawn === null && way?.id !== 'count-rows' ? rows.person : null;
  const written = drawn === null ? kept.relation : `(SELECT rowid AS rid, * FROM ${drawn.table})`;
  // Numbers of texts fall into the same classes as the texts.
  const measured = drawn === null ? kept.stored.relation : written;
  const risk = await measureRisk(duck, measured, { qi, person: person?.sql, signal });
  const values = new ValuesOnce({
    duck,
    relation: kept.relation,
    coded: { relation: kept.stored.relation, columns: kept.stored.coded },
    signal,
  });
  const found = await findInKept(rows.facts, {
    rows: kept,
    values,
    rowsOut: risk.rows,
    outputs: compiled.outputs,
    counted: new Set(qi.map(({ sql }) => sql)),
    deferred: new Set(rows.hashes.map(({ physical }) => physical)),
  });
  return {
    kept: written,
    stored: drawn === null ? kept.stored : { relation: written, coded: new Set(), line: null },
    looked: kept.looked,
    values,
    leftOut: drawn === null ? kept.leftOut : `(SELECT rowid AS rid, * FROM ${rows.table})`,
    mayLeave: kept.relationBut(goneBefore),
    way,
    counted: await countsOf(way, { rows, kept, written }),
    losses,
    person,
    qi,
    risk,
    facts: { ...nothingAsked, ...before, ...found },
    excluded,
    measure: {
      k: risk.k,
      targetK: kOf(recipe),
      ...(way?.id === 'noisy-counts' && { holdsNoRows: true as const }),
      ...(way?.id === 'synthesise' && { drawn: true as const }),
      rowsIn: rows.rows,
      rowsOut: risk.rows,
      suppressed,
      suppressionLimit: recipe.target.suppression,
      quasiIdentifiers: qi.map((column) => column.name),
      countsPeople: person !== null,
      conversions: compiled.castChecks.length,
      failedCasts: rows.failedCasts,
    },
  };
}
