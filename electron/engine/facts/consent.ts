import { Failure } from '#shared/contract/failure.ts';
import { noConsentCounts, type ConsentCounts, type ConsentStanding } from '#shared/domain/consent.ts';
import { notAsked, notTold } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { consentText } from '#shared/text/engine/consent.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { consentColumns, refusalColumns } from './consent-sql.ts';
import type { AskedFact, FactContext, FactProvider } from './fact-provider.ts';
import type { KeptRows } from './kept-rows.ts';
import { standingLetter, type LedgerLookup } from './ledger-lookup.ts';

type Value = FactValues['consent'];
type NotValid = Exclude<ConsentStanding, 'valid'>;

/**
 * Values that cannot be read are taken for no consent; where they are more than a few, the column is not what it seems.
 */
const mostUnread = 0.05;

/** The order in which a row's reason is told, where several hold: the gravest first. */
const reasons: readonly NotValid[] = ['withdrawn', 'refused', 'expired', 'pending', 'unknown'];

/**
 * Lists the rows as gone of which one of these conditions holds, a reason after the other.
 * @param conditions SQL over the table `t`
 * @returns how many went for which reason, and their sum
 */
async function leaveOutFor(
  kept: KeptRows,
  from: string,
  conditions: readonly (readonly [NotValid, string])[],
): Promise<{ why: ConsentCounts; leftOut: number }> {
  const why = noConsentCounts();
  let leftOut = 0;
  for (const [reason, condition] of conditions) {
    const before = await kept.count(kept.gone);
    await kept.run(
      `INSERT INTO ${kept.gone} SELECT t.rowid FROM ${from} WHERE (${condition}) AND t.rowid NOT IN (SELECT rid FROM ` +
        `${kept.gone})`,
    );
    why[reason] = (await kept.count(kept.gone)) - before;
    leftOut += why[reason];
  }
  if (leftOut > 0) kept.leaveOut();
  return { why, leftOut };
}

const excludedBy = (why: ConsentCounts): { why: string; rows: number }[] =>
  reasons.flatMap((reason) => (why[reason] > 0 ? [{ why: consentText.leftOut[reason], rows: why[reason] }] : []));

/** By the columns of the source alone: each of them has to say that consent holds. */
function byColumns({ columns, referenceDate, asItStands }: FactContext): AskedFact<Value> | typeof notTold {
  const found = consentColumns(columns, referenceDate);
  if (found.length === 0) return notTold;
  const standings = found.map(({ standing }) => standing);
  return {
    state: 'asked',
    way: 'leaves-out',
    columns: [...found.map(({ sql }) => ({ sql })), ...standings.map((sql) => ({ sql }))],
    mayLeave: found.map(({ sql }) => `(${sql}) = 1`),
    async leaveOut(kept, names) {
      const { table } = kept;
      const rows = await kept.count(table);
      for (const [at, { column }] of found.entries()) {
        const unread = await kept.count(`${table} WHERE ${names[at]} = 2`);
        if (asItStands !== true && unread > mostUnread * rows)
          throw new Failure('TARGET_MISSED', releaseText.consentUnread(column, unread, rows));
      }
      const says = names.slice(0, found.length);
      const reasonOf = names.slice(found.length);
      const conditions = reasons.map(
        (reason) =>
          [
            reason,
            reason === 'unknown'
              ? says.map((name) => `t.${name} IS DISTINCT FROM 1`).join(' OR ')
              : says.map((name, at) => `(t.${name} = 0 AND t.${reasonOf[at]} = '${reason}')`).join(' OR '),
          ] as const,
      );
      const { why, leftOut } = await leaveOutFor(kept, `${table} t`, conditions);
      return {
        value: { by: 'columns', columns: found.map(({ column }) => column), leftOut, why },
        excluded: excludedBy(why),
      };
    },
  };
}

/** By the ledger; whoever it does not know is unknown, and a row that says no itself leaves for that. */
function byLedger(lookup: LedgerLookup, { columns, referenceDate, policy }: FactContext): AskedFact<Value> {
  const refusals = refusalColumns(columns, referenceDate).map(({ sql }) => sql);
  const refused = refusals.length === 0 ? 'false' : refusals.map((sql) => `coalesce(${sql}, false)`).join(' OR ');
  const goesBy = [policy.ruling('consent-validity', '*'), policy.ruling('consent-validity', 'browser-signal')];
  const valid = `SELECT f FROM ${lookup.table} WHERE s = '${standingLetter('valid')}'`;
  return {
    state: 'asked',
    way: 'leaves-out',
    columns: [{ sql: lookup.fingerprint }, { sql: `(${refused})` }],
    goesBy: goesBy.filter((ruling) => ruling !== null),
    mayLeave: [`${lookup.fingerprint} IN (${valid})`, `NOT (${refused})`],
    async leaveOut(kept, [person, no]) {
      const from = `${kept.table} t LEFT JOIN ${lookup.table} l ON t.${person} = l.f`;
      const conditions = reasons.map((reason) => {
        const stands = `l.s = '${standingLetter(reason)}'`;
        if (reason === 'withdrawn') return [reason, `${stands} OR t.${no}`] as const;
        return [reason, reason === 'unknown' ? `l.s IS DISTINCT FROM '${standingLetter('valid')}'` : stands] as const;
      });
      const { why, leftOut } = await leaveOutFor(kept, from, conditions);
      return { value: { by: 'ledger', columns: [...lookup.columns], leftOut, why }, excluded: excludedBy(why) };
    },
  };
}

/** The ledger decides, and knows nobody here: nobody's consent is known. */
function byNobody(): AskedFact<Value> {
  return {
    state: 'asked',
    way: 'leaves-out',
    columns: [],
    mayLeave: ['false'],
    async leaveOut(kept) {
      const { why, leftOut } = await leaveOutFor(kept, `${kept.table} t`, [['unknown', 'true']]);
      return { value: { by: 'ledger-not-linked', columns: [], leftOut, why }, excluded: excludedBy(why) };
    },
  };
}

/**
 * Leaves out rows of people without a valid consent where a release rests on it: by the ledger, where it has events for
 * the purpose, of every release whose rows stay personal; else by the columns of the source, of targeting releases.
 */
export const consentProvider: FactProvider<Value> = {
  ask(context) {
    const { release, onConsent, ledger } = context;
    if (!onConsent || release === 'anonymised') return notAsked;
    if (ledger === 'not-linked') return byNobody();
    if (ledger !== undefined) return byLedger(ledger, context);
    return release === 'targeting' ? byColumns(context) : notAsked;
  },
};
