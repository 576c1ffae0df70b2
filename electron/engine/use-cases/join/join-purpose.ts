import { Failure } from '#shared/contract/failure.ts';
import type { JoinConsent, JoinSide } from '#shared/domain/joined-view.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { declaredForRelease } from '#shared/register/declared-for-release.ts';
import { joinsText as text } from '#shared/text/engine/joins.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { standingLetter, withLookup } from '#engine/facts/ledger-lookup.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { ledgerForTable } from '../consent/ledger-for-table.ts';
import { namedDataset } from '../lawfulness/named-dataset.ts';
import { useOfSources } from '../lawfulness/use-of-sources.ts';
import { registerSnapshot } from '../records/register-snapshot.ts';

/** Mission P6: what every joined view is for, and whose key its hashes are made under. */
export const joinPurposeId = 'p6-unified-view';

/** What the register says of the purpose of a join; null where nobody stated a basis. */
function statedBasis(state: EngineSession): string | null {
  const snapshot = registerSnapshot(state.requireWorkspace(), { now: state.now() });
  const asked = { dataset: null, purpose: joinPurposeId, columns: [] };
  return declaredForRelease(snapshot, asked, state.today()).basis?.basis ?? null;
}

/**
 * Refuses a join of data that were declared to be for something else: joining is a use of them (decision 0028).
 * @param columns of the dataset that reach the view
 * @throws Failure GUARDRAIL_BLOCKS
 */
export function requireUseAllowed(state: EngineSession, session: DatasetSession, columns: readonly string[]): void {
  const snapshot = registerSnapshot(state.requireWorkspace(), { now: state.now() });
  const { summary } = session.record;
  const { id, name } = summary;
  const asked = { purpose: joinPurposeId, columns };
  const { use: own } = declaredForRelease(snapshot, { ...asked, dataset: namedDataset(state, id) }, state.today());
  const use = own.state === 'other' ? own : useOfSources(state, snapshot, summary, asked);
  if (use?.state !== 'other') return;
  const { title } = state.purpose(joinPurposeId);
  throw new Failure('GUARDRAIL_BLOCKS', text.refused.otherPurpose(name, use.columns, use.boundTo, title));
}

/** The tables of a join as far as consent goes. */
interface ConsentTables {
  duck: Duck;
  sides: Record<JoinSide, { session: DatasetSession; relation: string; keys: string }>;
  signal: AbortSignal | undefined;
}

export interface ConsentOfJoin {
  told: JoinConsent | null;
  /** Name of a table of the people whose consent is not known to be valid; null where the view does not rest on it. */
  without: string | null;
  remarks: string[];
}

/** The worst that is known of somebody in either dataset: a withdrawal in one place counts in all. */
const worstFirst = ['withdrawn', 'refused', 'expired', 'pending', 'valid', 'unknown'] as const;

/**
 * Who may be in a view that rests on consent: by what the register states, and where it states nothing, because the
 * ledger has consent for it. Unknown is never a yes.
 * @throws Failure GUARDRAIL_BLOCKS where it rests on consent and none is known; JOB_CANCELLED
 */
export async function consentOfJoin(state: EngineSession, tables: ConsentTables): Promise<ConsentOfJoin> {
  const { duck, sides, signal } = tables;
  const purpose: Purpose = state.purpose(joinPurposeId);
  const basis = statedBasis(state);
  const remarks = basis === null ? [text.remarks.noBasis(purpose.title)] : [];
  const none: ConsentOfJoin = { told: null, without: null, remarks };
  if (basis !== null && basis !== 'consent') return none;
  const ledgerOf = ({ session }: ConsentTables['sides']['left']) => {
    const { id, columns } = session.record.summary;
    const table = { datasetId: id, columns, findings: session.effectiveFindings() };
    return ledgerForTable(state, table, { purpose, referenceDate: state.today() });
  };
  const ledgers = { left: ledgerOf(sides.left), right: ledgerOf(sides.right) };
  if (ledgers.left === null && ledgers.right === null) {
    if (basis === null) return none;
    throw new Failure('GUARDRAIL_BLOCKS', text.refused.noConsentKnown(purpose.title));
  }
  const run = (sql: string): Promise<void> => interruptible(duck, signal, () => duck.run(sql));
  await run('CREATE TEMP TABLE standing (person VARCHAR, s VARCHAR)');
  for (const side of ['left', 'right'] as const) {
    const { session, relation, keys } = sides[side];
    const { columns, name } = session.record.summary;
    await withLookup(
      { duck, relation, columns },
      { ledger: ledgers[side], release: 'pseudonymised', signal },
      async (lookup) => {
        if (typeof lookup !== 'object') {
          remarks.push(text.remarks.consentNotLinked(name));
          await run(`INSERT INTO standing SELECT DISTINCT person, '${standingLetter('unknown')}' FROM ${keys}`);
          return;
        }
        await run(
          `INSERT INTO standing SELECT DISTINCT k.person, coalesce(t.s, '${standingLetter('unknown')}') FROM (SELECT rowid ` +
            `AS rid, ${lookup.fingerprint} AS f FROM ${relation}) d JOIN ${keys} k ON k.rid = d.rid LEFT JOIN ` +
            `${lookup.table} t ON t.f = d.f`,
        );
      },
    );
  }
  const ranks = worstFirst.map((standing, at) => `WHEN '${standingLetter(standing)}' THEN ${at}`).join(' ');
  await run(
    `CREATE TEMP TABLE without_consent AS SELECT person, min(CASE s ${ranks} END) AS worst FROM standing GROUP BY person ` +
      `HAVING worst <> ${worstFirst.indexOf('valid')}`,
  );
  return { told: { leftOut: [], people: 0 }, without: 'without_consent', remarks };
}

/**
 * Counts those left out of a view among the people who would be in it otherwise.
 * @param inView SQL of the people who would be
 */
export async function countLeftOut(
  { duck, signal }: Pick<ConsentTables, 'duck' | 'signal'>,
  without: string,
  inView: string,
): Promise<JoinConsent & { people: number }> {
  const found = await interruptible(duck, signal, () =>
    duck.query<{ worst: number; people: number }>(
      `SELECT worst, count(*) AS people FROM ${without} WHERE person IN (${inView}) GROUP BY worst ORDER BY worst`,
    ),
  );
  const leftOut = found.map(({ worst, people }) => ({ standing: worstFirst[worst] ?? 'unknown', people }));
  return { leftOut, people: leftOut.reduce((sum, { people }) => sum + people, 0) };
}
