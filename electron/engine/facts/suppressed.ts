import { notAsked } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { suppressionText } from '#shared/text/engine/suppression.ts';
import type { FactProvider } from './fact-provider.ts';

/** Leaves out people on the suppression list, of every release whose rows stay personal. */
export const suppressedProvider: FactProvider<FactValues['suppressed']> = {
  ask({ release, suppressed }) {
    if (release === 'anonymised' || suppressed === undefined) return notAsked;
    return {
      state: 'asked',
      way: 'leaves-out',
      columns: [{ sql: suppressed.sql }],
      mayLeave: [`NOT ${suppressed.sql}`],
      async leaveOut(kept, [column]) {
        const before = await kept.count(kept.gone);
        await kept.run(
          `INSERT INTO ${kept.gone} SELECT t.rowid FROM ${kept.table} t WHERE t.${column} AND t.rowid NOT IN (SELECT ` +
            `rid FROM ${kept.gone})`,
        );
        const leftOut = (await kept.count(kept.gone)) - before;
        if (leftOut > 0) kept.leaveOut();
        const excluded = leftOut > 0 ? [{ why: suppressionText.leftOut, rows: leftOut }] : [];
        return { value: { columns: suppressed.columns, leftOut }, excluded };
      },
    };
  },
};
