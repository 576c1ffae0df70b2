import { Failure } from '#shared/contract/failure.ts';
import { offeredWay, type ComparedWay, type OfferedWay, type WayComparison } from '#shared/domain/compared-way.ts';
import type { NoiseWish } from '#shared/domain/noise-wish.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { waysText as text } from '#shared/text/ways.ts';
import { attackKinds, type AttackFindings, type AttackResult } from '#shared/domain/attack-results.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import type { TableInHand } from '#engine/tables/table-in-hand.ts';
import { assessTable } from '../recipes/assess-table.ts';
import { recommendForTable } from '../recipes/recommend-for-table.ts';

export interface WaysWish {
  /** Id, code or slug. */
  purpose: string;
  k: number;
  suppression: number;
  /** YYYY-MM-DD; default: today. */
  referenceDate?: string | undefined;
  /** Of the narrow way: so many tables over the same rows at most. */
  tables: number;
  ways?: readonly OfferedWay[] | undefined;
  /** Of counts and of a synthetic twin. */
  noise?: NoiseWish | undefined;
}

/**
 * Recommends a recipe for each way and measures it on the whole table: what is said of one is said by the same figures
 * as of its release. A way that there is no recipe for says why, and does not stop the others.
 * @throws Failure WRONG_USAGE, JOB_CANCELLED
 */
export async function compareWays(
  state: EngineSession,
  table: TableInHand,
  wish: WaysWish,
  job: JobContext,
): Promise<WayComparison> {
  const asked = wish.ways ?? offeredWay.options;
  const found: ComparedWay[] = [];
  for (const [at, way] of asked.entries()) {
    throwIfCancelled(job.signal);
    const part = jobPart(job, (100 * at) / asked.length, (100 * (at + 1)) / asked.length);
    const onShare = (share: number): void =>
      part.progress({ phase: text.names[way], done: Math.round(100 * share), total: 100, unit: 'percent' });
    onShare(0);
    found.push(await compareWay(state, table, { ...wish, way }, { signal: job.signal, onShare }));
  }
  const { k, suppression, purpose, tables } = wish;
  const sourceColumns = table.columns.length;
  return {
    file: table.fileName,
    purpose: state.purpose(purpose).id,
    k,
    suppression,
    tables,
    sourceColumns,
    ways: found,
  };
}

/** Proposing a recipe is so much of the work; the rest is measuring what it makes. */
const proposing = 0.7;
/** Columns of each of several tables. */
const columnsEach = 4;

const unmeasured = {
  label: null,
  statement: '',
  rowsIn: null,
  rowsOut: null,
  columns: null,
  detail: null,
  k: null,
  counted: [],
  uniqueAllColumns: null,
  relinkable: null,
  attacks: [],
};

async function compareWay(
  state: EngineSession,
  table: TableInHand,
  { way, noise, tables, ...wish }: WaysWish & { way: OfferedWay },
  { signal, onShare }: { signal: AbortSignal; onShare: (share: number) => void },
): Promise<ComparedWay> {
  const several = way === 'narrow' && tables > 1 ? { tables: { most: tables, size: columnsEach } } : {};
  const made = way === 'pseudonymised' ? { release: way } : ({ release: 'anonymised', way, ...several } as const);
  let recipe: ComparedWay['recipe'] = null;
  try {
    const asked = { ...wish, ...made, noise: noiseFor(way, noise) };
    recipe = await recommendForTable(state, table, asked, signal, (share) => onShare(share * proposing));
    const measured = await assessTable(state, table, recipe, signal, { attacked: true });
    const { rowsIn, rowsOut, counted, uniqueAllColumns, relinkable, label, statement } = measured;
    const kept = measured.detailLoss.map(({ loss }) => 1 - loss);
    const drawn = isDrawnBy(recipe);
    return {
      way,
      recipe,
      why: refusals(way, measured, drawn),
      label,
      statement,
      rowsIn,
      rowsOut,
      columns: measured.columns,
      detail: kept.length === 0 ? null : kept.reduce((sum, share) => sum + share, 0) / kept.length,
      k: drawn ? null : measured.k,
      counted,
      uniqueAllColumns,
      relinkable,
      attacks: worstOf(measured.attacks),
      ...(measured.blocking !== undefined && { blocking: measured.blocking }),
    };
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'JOB_CANCELLED' || error.code === 'WRONG_USAGE') throw error;
    return { way, recipe, why: [error.message], ...unmeasured };
  }
}

/** What of the noise asked for is about a way; a twin has no sums. */
function noiseFor(way: OfferedWay, noise: NoiseWish | undefined): NoiseWish | undefined {
  if (noise === undefined || way === 'counts') return noise;
  const { epsilon, delta } = noise;
  return way === 'synthetic' ? { ...(epsilon && { epsilon }), ...(delta !== undefined && { delta }) } : undefined;
}

/** Whether a recipe draws what it writes, so that nobody stands behind a row. */
const isDrawnBy = ({ steps }: Recipe): boolean =>
  steps.some(({ op, settings }) => op === 'synthesise' || (op === 'count-rows' && settings.epsilon !== 0));

/** Of each kind the attack that is judged and found most; one that is refused before any that is not. */
const worstOf = (attacks: AttackFindings | null): AttackResult[] =>
  attackKinds.flatMap((kind) => {
    const judged = (attacks?.results ?? []).filter(({ attack, verdict }) => attack === kind && verdict !== null);
    const refused = judged.filter(({ verdict }) => verdict === 'refused');
    const told = refused.length > 0 ? refused : judged;
    return told.toSorted((a, b) => (b.risk ?? 0) - (a.risk ?? 0)).slice(0, 1);
  });

/** What would keep a release from being written: a word that is not reached, or a guardrail. */
function refusals(way: OfferedWay, measured: Awaited<ReturnType<typeof assessTable>>, drawn: boolean): string[] {
  const blocks = measured.findings.filter(({ verdict }) => verdict === 'block').map(({ message }) => message);
  const reached: Record<OfferedWay, ComparedWay['label']> = {
    narrow: 'anonymised',
    counts: drawn ? 'synthetic' : 'anonymised',
    levels: 'anonymised',
    wide: 'k-anonymous',
    synthetic: 'synthetic',
    pseudonymised: 'pseudonymised',
  };
  const misses = measured.label === reached[way] || way === 'pseudonymised' ? [] : measured.missing;
  return [...blocks, ...misses];
}
