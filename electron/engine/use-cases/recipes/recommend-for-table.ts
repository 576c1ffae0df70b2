import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import type { Recipe, ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { RecommendedWay } from '#shared/domain/recommended-way.ts';
import type { NoiseWish } from '#shared/domain/noise-wish.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { checkMeasures } from '#shared/recipe/measures.ts';
import { withSuppressed } from '#engine/facts/suppressed-lookup.ts';
import { withLookup } from '#engine/facts/ledger-lookup.ts';
import { recommendRecipe, type TablesWish } from '#engine/recommend/recommend-recipe.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { isOnConsent } from '../consent/is-on-consent.ts';
import { ledgerForTable } from '../consent/ledger-for-table.ts';
import { recipeAttacks } from './recipe-attacks.ts';

export interface RecommendWish {
  /** Id, code or slug. */
  purpose: string;
  release: ReleaseKind;
  way?: RecommendedWay | undefined;
  /** Of a narrow, anonymised release: several tables over the same rows. */
  tables?: TablesWish | undefined;
  /** Of counts and of a synthetic twin. */
  noise?: NoiseWish | undefined;
  k: number;
  suppression: number;
  /** YYYY-MM-DD; default: today. */
  referenceDate?: string | undefined;
}

/** How far the work is, 0…1: looking at the columns first, then attacking what is proposed. */
type OnShare = (share: number) => void;

/** Looking at the columns is so much of it. */
const looking = 0.5;

/**
 * Proposes a recipe for a purpose; one that is to be anonymised is put to the attacks of its release.
 * @throws Failure WRONG_USAGE, TARGET_MISSED, JOB_CANCELLED
 */
export async function recommendForTable(
  state: EngineSession,
  table: TableInHand,
  wish: RecommendWish,
  signal: AbortSignal | undefined,
  onShare?: OnShare,
): Promise<Recipe> {
  if (wish.referenceDate !== undefined && !z.iso.date().safeParse(wish.referenceDate).success)
    throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
  if (wish.tables !== undefined && ((wish.way ?? 'narrow') !== 'narrow' || wish.release !== 'anonymised'))
    throw new Failure('WRONG_USAGE', recommendText.tables.onlyNarrow);
  // Columns that such a release keeps for a person have no place beside rows that are nobody's.
  if (wish.way === 'synthetic' && wish.release !== 'anonymised')
    throw new Failure('WRONG_USAGE', recommendText.noise.twinOfNobody);
  refuseNoise(wish, table.columns);
  const purpose = state.purpose(wish.purpose);
  const findings = await table.findings();
  const profiles = await table.profiles();
  const referenceDate = wish.referenceDate ?? state.today();
  const onConsent = isOnConsent(state, purpose);
  const overrides = state.policyOverrides();
  const ledger = ledgerForTable(state, { ...table, findings }, { purpose, referenceDate });
  const attacks = recipeAttacks(
    { source: table, purpose, onConsent, ledger, findings, referenceDate, overrides },
    { signal, onTry: (share) => onShare?.(looking + (1 - looking) * share) },
  );
  const { release } = wish;
  return withSuppressed(table, { findings, release, signal }, (suppressed) =>
    withLookup(table, { ledger, release, signal }, (lookup) =>
      recommendRecipe({
        duck: table.duck,
        relation: table.relation,
        columns: table.columns,
        findings,
        profiles,
        purpose,
        release,
        way: wish.way,
        tables: wish.tables,
        noise: wish.noise,
        k: wish.k,
        suppression: wish.suppression,
        referenceDate,
        onConsent,
        ledger: lookup,
        suppressed,
        overrides,
        attacks,
        signal,
        onProgress: (done, total) => onShare?.((looking * done) / total),
      }),
    ),
  );
}

/** @throws Failure WRONG_USAGE where noise is asked of a way that has none, or measures cannot be summed up */
function refuseNoise({ noise, way = 'narrow', release }: RecommendWish, columns: readonly { name: string }[]): void {
  if (noise === undefined) return;
  if (release !== 'anonymised' || (way !== 'counts' && way !== 'synthetic'))
    throw new Failure('WRONG_USAGE', recommendText.noise.noNoise);
  if (way === 'synthetic' && noise.epsilon === 0) throw new Failure('WRONG_USAGE', recommendText.noise.twinWithout);
  const { measures = [], epsilon = 1 } = noise;
  if (measures.length > 0 && way !== 'counts') throw new Failure('WRONG_USAGE', recommendText.noise.onlyCounts);
  const [problem] = checkMeasures(measures, { columns: [], known: columns.map(({ name }) => name), epsilon });
  if (problem !== undefined) throw new Failure('WRONG_USAGE', problem.sentence);
}
