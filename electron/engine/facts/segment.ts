import { notAsked } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import { quoteText } from '#shared/sql/quote.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import type { FactProvider } from './fact-provider.ts';

/** As the step of the recipe compares, so that a query made of it chooses the same rows. */
const plain = (sql: string): string => `lower(${duckDialect.functions.trim([`nfc_normalize(${sql})`], [])})`;

/** Leaves out the rows that are not in the segment that the recipe chooses, whatever kind of release it is. */
export const segmentProvider: FactProvider<FactValues['segment']> = {
  ask({ segment }) {
    if (segment === undefined || segment.length === 0) return notAsked;
    const inside = segment.map(({ sql, value, or = [] }) => {
      const wanted = [value, ...or].map((one) => plain(quoteText(one)));
      return `coalesce(${plain(sql)} IN (${wanted.join(', ')}), false)`;
    });
    return {
      state: 'asked',
      way: 'leaves-out',
      columns: [{ sql: inside.join(' AND ') }],
      mayLeave: inside,
      async leaveOut(kept, [isInside]) {
        const leftOut = await kept.count(`${kept.table} WHERE NOT ${isInside}`);
        if (leftOut > 0) {
          await kept.run(`INSERT INTO ${kept.gone} SELECT rowid FROM ${kept.table} WHERE NOT ${isInside}`);
          kept.leaveOut();
        }
        return {
          value: { columns: [...new Set(segment.map(({ column }) => column))], leftOut },
          excluded: leftOut === 0 ? [] : [{ why: releaseText.leftOut.otherSegment, rows: leftOut }],
        };
      },
    };
  },
};
