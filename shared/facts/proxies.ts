import { z } from 'zod';
import { columnFlag } from '#shared/domain/column-class.ts';
import { fact } from './fact.ts';

const barredColumn = z.strictObject({ column: z.string(), flags: z.array(columnFlag) });

/**
 * Columns that leave in a targeting release and tell a column of its source that nobody may be targeted by: each alone,
 * two together, or all together, predicted for rows that were not learned from. `auc`: 0.5 (guessing) … 1, of the value
 * of the source's column that is told best; `low` is the lower limit of its interval, which allows for how much was
 * tried. Only what reaches `warns` is in it.
 */
export const proxies = fact({
  id: 'proxies',
  value: z.strictObject({
    warns: z.number(),
    blocks: z.number(),
    /** Source columns that were looked for in what leaves. */
    looked: z.array(barredColumn),
    /** Such columns with too few people to tell what tells them from chance. */
    tooFew: z.array(barredColumn),
    found: z.array(
      z.strictObject({
        of: z.string(),
        flags: z.array(columnFlag),
        by: z.array(z.string()),
        way: z.enum(['alone', 'two', 'all']),
        auc: z.number(),
        low: z.number(),
      }),
    ),
  }),
});
