import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { OutputFormat } from '#shared/domain/output-formats.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { PolicyOverride } from '#shared/domain/policy-override.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { PrivacySpend } from '#shared/domain/privacy-spend.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { EarlierJoin } from '#shared/domain/release-figures.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { readParquet } from '#engine/analysis/readers.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { measureOutput, type MeasuredOutput } from './measure-output.ts';
import { formats } from './formats/index.ts';
import type { LedgerInHand } from '../facts/ledger-lookup.ts';
import { previewKeys } from '../run-recipe/preview-keys.ts';
import type { ReleaseSource } from '../run-recipe/recipe-source.ts';
import { isDrawn } from '../run-recipe/ways/apply-way.ts';
import { transformRows, type TransformedRows } from '../run-recipe/transform-rows.ts';

/** Another dataset that an earlier release was made from: one that this source was joined from, or that was joined from it. */
export interface KinSource {
  source: Pick<ReleaseSource, 'duck' | 'relation' | 'columns' | 'onList'>;
  findings: readonly Finding[];
  /** What a column of it is called here; null where there is none. */
  calledHere(name: string): string | null;
  /**
   * Writes which row here was made of, or into, which row there (`here`, `there`) to a Parquet file in the directory.
   * @returns its path
   */
  writePairs(directory: string): Promise<string>;
}

/** Another edition of the same people, or another file of them. */
export interface EditionSource {
  /** Null: it is not in the workspace. */
  source: Pick<ReleaseSource, 'duck' | 'relation' | 'columns' | 'onList'> | null;
  findings: readonly Finding[];
  /** Whether it has (nearly) the same columns, so that it is told of whoever is in it. */
  alike: boolean;
}

/** A release made before from the same source, or of the same people, as its certificate tells it. */
export interface EarlierRelease {
  releaseId: string;
  output: string;
  createdAt: string;
  /** Present: its rows are not those of this source, and it is held against it person by person. */
  edition?: EditionSource;
  /** Absent: it was made from this very source. */
  kin?: KinSource;
  /** Why it cannot be made again, where that is not for want of its certificate. */
  why?: string;
  /** Present: it is one of several related tables, of which no row reads like fewer than `k` people’s (decision 0051). */
  related?: { k: number; columns: readonly string[] };
  /** What it spent of the protection of noise, by the log, where its certificate is not at hand. */
  spent?: Pick<PrivacySpend, 'epsilon' | 'delta' | 'rho'>;
  /** How it was made; null where its certificate is not at hand any more. */
  made: {
    recipe: Recipe;
    /** Says whether it rested on consent, so who was left out of it; null where it is not known any more. */
    purpose: Purpose | null;
    referenceDate: string;
    format: OutputFormat;
    planHash: string;
    /** The values of the policy that it went by. */
    overrides: readonly PolicyOverride[];
    /** The consent ledger as it was then; absent, or null, where it did not go by one. */
    ledger?: () => LedgerInHand | null;
    /** What it spent of the protection of noise; absent where it has none. */
    spent?: PrivacySpend;
  } | null;
}

/** An earlier release made again: a Parquet file of the columns that it and the new one have with the same values. */
export interface ReadyEarlier {
  release: EarlierRelease;
  /** `here` is the column of the new release, `name` what people call it. Empty: they have none in common. */
  columns: { name: string; here: string }[];
  /** Holds the columns under the names `here`; null where there is none or it could not be made. */
  path: string | null;
  why: string;
}

export interface EarlierInput {
  source: Pick<ReleaseSource, 'duck' | 'relation' | 'columns' | 'onList'>;
  findings: readonly Finding[];
  /** Private directory that the source's data engine may write to. */
  directory: string;
  signal?: AbortSignal | undefined;
}

/** A hash is a pseudonym of its own: with one in a release the word is lost for another reason. */
const comparable = (output: Pick<CompiledOutput, 'treatment'>): boolean =>
  output.treatment !== 'hashed-keyed' && output.treatment !== 'hashed-unkeyed';

/** Values moved by chance come out otherwise when they are made again: what two releases have in common is not known. */
const isMoved = ({ treatment }: Pick<CompiledOutput, 'treatment'>): boolean => treatment === 'perturbed';

/** The rows of a release, by the numbers of the source's rows (`rid`), and how its outputs are called there. */
export interface RowsNow {
  rows: {
    duck: TransformedRows['duck'];
    compiled: { outputs: readonly Pick<CompiledOutput, 'name' | 'physical' | 'treatment'>[] };
  };
  measured: Pick<MeasuredOutput, 'kept' | 'way'>;
}

/**
 * Makes the earlier releases again from the source and their own recipes, so that neither their files nor their keys
 * are needed, and finds the columns in which every row that both hold has the same text.
 */
export async function remakeEarlier(
  now: RowsNow,
  earlier: readonly EarlierRelease[],
  input: EarlierInput,
): Promise<ReadyEarlier[]> {
  const ready: ReadyEarlier[] = [];
  for (const release of earlier) if (release.edition === undefined) ready.push(await remake(now, release, input));
  return ready;
}

/**
 * Whatever columns both have, each row of such a table reads like those of k people: none of it is the only one that a
 * row of another release agrees with.
 */
function besideRelated(
  now: RowsNow,
  release: EarlierRelease,
  { k, columns }: NonNullable<EarlierRelease['related']>,
): ReadyEarlier {
  if (k < 2) return { release, columns: [], path: null, why: releaseText.earlier.ofOne };
  const both = now.rows.compiled.outputs.filter(({ name }) => columns.includes(name));
  return { release, columns: both.map(({ name, physical }) => ({ name, here: physical })), path: null, why: '' };
}

async function remake(now: RowsNow, release: EarlierRelease, input: EarlierInput): Promise<ReadyEarlier> {
  const nothing = (why: string): ReadyEarlier => ({ release, columns: [], path: null, why });
  if (release.related !== undefined) return besideRelated(now, release, release.related);
  if (release.made === null) return nothing(release.why ?? releaseText.earlier.noCertificate);
  const { source, findings } = release.kin ?? input;
  // The rows of a twin are nobody's: none of them joins a person's row.
  if (release.made.spent !== undefined || isDrawn(now.measured.way)) return nothing('');
  const { recipe, purpose, referenceDate, format, overrides, ledger } = release.made;
  let then: TransformedRows;
  try {
    then = await transformRows({
      source,
      recipe,
      purpose,
      ledger: ledger?.() ?? null,
      listedAt: release.createdAt,
      findings,
      keys: previewKeys(),
      referenceDate,
      overrides,
      spreadsheet: formats[format].spreadsheet,
      emptyIsNull: formats[format].emptyIsNull,
      signal: input.signal,
    });
  } catch (error) {
    if (error instanceof Failure && error.code === 'RECIPE_INVALID') return nothing(releaseText.earlier.otherRecipe);
    throw error;
  }
  try {
    const before = await measureOutput(then, { recipe, findings, signal: input.signal });
    const nameHere = (name: string): string | null => (release.kin === undefined ? name : release.kin.calledHere(name));
    const old = new Map(
      then.compiled.outputs.filter(comparable).flatMap(({ name, physical }): [string, string][] => {
        const here = nameHere(name);
        return here === null ? [] : [[here, physical]];
      }),
    );
    const both = now.rows.compiled.outputs
      .filter(comparable)
      .flatMap(({ name, physical }) => (old.has(name) ? [{ name, here: physical, there: old.get(name)! }] : []));
    const moved = new Set(now.rows.compiled.outputs.filter(isMoved).map(({ name }) => name));
    const alike = ({ name }: CompiledOutput): boolean => moved.has(nameHere(name) ?? '');
    if (then.compiled.outputs.filter(isMoved).some(alike)) return nothing(releaseText.earlier.moved);
    if (both.length === 0) return { release, columns: [], path: null, why: '' };
    const whole = join(input.directory, `earlier-${randomUUID()}.parquet`);
    const names = both.map(({ here, there }) => `${there} AS "then_${here}"`);
    await interruptible(then.duck, input.signal, () =>
      then.duck.run(
        `COPY (SELECT rid AS then_rid, ${names.join(', ')} FROM ${before.kept}) TO ${quoteText(whole)} (FORMAT parquet)`,
      ),
    );
    const pairs = (await release.kin?.writePairs(input.directory)) ?? null;
    const columns = await agreeing(now, both, { path: whole, pairs }, input.signal);
    return { release, columns, path: columns.length === 0 ? null : whole, why: '' };
  } finally {
    await then.close();
  }
}

/**
 * Those of the columns whose texts are the same in every row that is in both releases: the same row of the source, or
 * rows of which one was made of the other.
 */
async function agreeing(
  { rows, measured }: RowsNow,
  both: readonly { name: string; here: string }[],
  { path, pairs }: { path: string; pairs: string | null },
  signal: AbortSignal | undefined,
): Promise<ReadyEarlier['columns']> {
  const joined =
    pairs === null
      ? `${readParquet(path)} e ON n.rid = e.then_rid`
      : `${readParquet(pairs)} p ON n.rid = p.here JOIN ${readParquet(path)} e ON e.then_rid = p.there`;
  const same = both.map(({ here }, index) => `bool_and(n.${here} IS NOT DISTINCT FROM e.then_${here}) AS s${index}`);
  const [answer] = await interruptible(rows.duck, signal, () =>
    rows.duck.query<Record<string, boolean | null>>(`SELECT ${same.join(', ')} FROM ${measured.kept} n JOIN ${joined}`),
  );
  return both.flatMap(({ name, here }, index) => (answer?.[`s${index}`] === true ? [{ name, here }] : []));
}

/** FROM-clause expression of the earlier release's columns under the new one's names. */
export const earlierRelation = ({ columns, path }: ReadyEarlier): string =>
  `(SELECT ${columns.map(({ here }) => `then_${here} AS ${here}`).join(', ')} FROM ${readParquet(path!)})`;

/** What is said of it: the share of the new release's rows that join, or that it was not measured. */
export const earlierJoinOf = ({ release, columns, why }: ReadyEarlier, joined: number, rows: number): EarlierJoin => ({
  releaseId: release.releaseId,
  output: release.output,
  createdAt: release.createdAt,
  columns: columns.map(({ name }) => name),
  joined: why === '' ? (rows === 0 ? 0 : joined / rows) : null,
  why,
});
