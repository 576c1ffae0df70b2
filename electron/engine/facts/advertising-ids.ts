import { notAsked } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { FactContext, FactProvider } from './fact-provider.ts';
import { datesOf } from './past-limit.ts';

/** The source column of the advertising ids that a customer list is matched by. */
function matchedIds({ release, segment = [], columns, outputs }: FactContext) {
  if (release !== 'targeting' || segment.length === 0) return undefined;
  const hashed = outputs.filter(({ treatment }) => treatment === 'hashed-unkeyed').flatMap(({ sources }) => sources);
  return columns.find(({ finding }) => finding.type === 'advertising_id' && hashed.includes(finding.name));
}

const reasons = ['limited', 'past', 'undated'] as const;

/**
 * Leaves out of a customer list whoever would be matched by an advertising id that may not be used: nothing but zeros,
 * past its days by the latest date it was seen on, or of no date where others have one.
 */
export const advertisingIdsProvider: FactProvider<FactValues['advertising-ids']> = {
  ask(context) {
    const ids = matchedIds(context);
    if (ids === undefined) return notAsked;
    const { policy, referenceDate, columns } = context;
    const days = policy.value('identifier-lifetime', 'advertising_id');
    const readings = datesOf(ids.finding, columns);
    const seen = readings.length === 1 ? readings[0]! : `greatest(${readings.join(', ')})`;
    const limit = `DATE ${quoteText(referenceDate)} - INTERVAL ${days} DAY`;
    const state =
      `CASE WHEN nullif(trim(${ids.sql}), '') IS NULL THEN NULL ` +
      `WHEN regexp_full_match(${ids.sql}, '[-{}\\s]*(0[-{}\\s]*)+') THEN 'limited' ` +
      (readings.length === 0 ? '' : `WHEN ${seen} IS NULL THEN 'undated' WHEN ${seen} < ${limit} THEN 'past' `) +
      'END';
    return {
      state: 'asked',
      way: 'leaves-out',
      columns: [{ sql: state }],
      goesBy: [policy.ruling('identifier-lifetime', 'advertising_id')].filter((ruling) => ruling !== null),
      mayLeave: [`(${state}) IS NULL`],
      async leaveOut(kept, [column]) {
        const found = { limited: 0, past: 0, undated: 0 };
        for (const reason of reasons)
          found[reason] = await kept.count(`${kept.relation} WHERE ${column} = '${reason}'`);
        const excluded = reasons
          .map((reason) => ({ why: releaseText.leftOut.advertisingId[reason](days), rows: found[reason] }))
          .filter(({ rows }) => rows > 0);
        if (excluded.length > 0) {
          await kept.run(`INSERT INTO ${kept.gone} SELECT rid FROM ${kept.relation} WHERE ${column} IS NOT NULL`);
          kept.leaveOut();
        }
        return { value: { ...found, days }, excluded };
      },
    };
  },
};
