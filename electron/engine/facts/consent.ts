import { Failure } from '#shared/contract/failure.ts';
import { notAsked, notTold } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { consentColumns } from './consent-sql.ts';
import type { FactProvider } from './fact-provider.ts';

/**
 * Values that cannot be read are taken for no consent; where they are more than a few, the column is not what it seems.
 */
const mostUnread = 0.05;

/** Leaves out rows whose consent does not hold by any of the columns that say so, where a targeting release rests on it. */
export const consentProvider: FactProvider<FactValues['consent']> = {
  ask({ release, onConsent, columns, referenceDate }) {
    if (release !== 'targeting' || !onConsent) return notAsked;
    const found = consentColumns(columns, referenceDate);
    if (found.length === 0) return notTold;
    return {
      state: 'asked',
      way: 'leaves-out',
      columns: found.map(({ sql }) => ({ sql })),
      mayLeave: found.map(({ sql }) => `(${sql}) = 1`),
      async leaveOut(kept, names) {
        const { table, gone } = kept;
        const rows = await kept.count(table);
        for (const [at, { column }] of found.entries()) {
          const unread = await kept.count(`${table} WHERE ${names[at]} = 2`);
          if (unread > mostUnread * rows)
            throw new Failure('TARGET_MISSED', releaseText.consentUnread(column, unread, rows));
        }
        const before = await kept.count(gone);
        await kept.run(
          `INSERT INTO ${gone} SELECT rowid FROM ${table} WHERE ` +
            `(${names.map((name) => `${name} IS DISTINCT FROM 1`).join(' OR ')}) AND rowid NOT IN (SELECT rid ` +
            `FROM ${gone})`,
        );
        const leftOut = (await kept.count(gone)) - before;
        if (leftOut > 0) kept.leaveOut();
        return {
          value: { columns: found.map(({ column }) => column), leftOut },
          excluded: leftOut > 0 ? [{ why: releaseText.leftOut.noConsent, rows: leftOut }] : [],
        };
      },
    };
  },
};
