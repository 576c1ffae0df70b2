import { notAsked, notTold } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { FactProvider } from './fact-provider.ts';
import { triesPerSecond, tryValues } from './reversal/try-values.ts';
import { rangeOf, sizeOfAll } from './reversal/value-range.ts';
import { writtenAs } from './reversal/written-as.ts';

/** Different values that the range is learned from, and of these those that are looked for in it. */
const learned = 3_000;
const sought = 100;

/**
 * Measures how hashes without a key can be undone: learns how the values of a column look, and tries such values on this
 * machine, as whoever gets the file could.
 */
export const reversalProvider: FactProvider<FactValues['reversal']> = {
  ask({ release, columns, outputs }) {
    if (release === 'anonymised') return notAsked;
    const texts = new Map(columns.map(({ finding, sql }) => [finding.name, sql]));
    const hashed = outputs.flatMap(({ treatment, sources }, at) => {
      const sql = treatment === 'hashed-unkeyed' && sources.length === 1 ? texts.get(sources[0]!) : undefined;
      return sql === undefined ? [] : [{ at, sql }];
    });
    if (hashed.length === 0) return notTold;
    return {
      state: 'asked',
      way: 'looks',
      columns: hashed.map(({ sql }) => ({ sql })),
      async look({ rows, outputs: written }, names) {
        const found: FactValues['reversal'] = [];
        for (const [index, { at }] of hashed.entries()) {
          const { name, physical } = written[at]!;
          const [plain = [], digests = []] = await interruptible(rows.duck, rows.signal, () =>
            rows.duck.texts(
              `SELECT any_value(${names[index]}) AS v, ${physical} AS d FROM ${rows.relation} ` +
                `WHERE ${physical} IS NOT NULL GROUP BY d ORDER BY hash(d), d LIMIT ${learned}`,
            ),
          );
          const values = writtenAs(plain.map((text, row) => ({ text: text ?? '', digest: digests[row] ?? '' })));
          const range = rangeOf(values.map(({ text }) => text));
          const sample = values.slice(0, sought);
          found.push({
            column: name,
            values: range === null ? null : sizeOfAll(range),
            perSecond: triesPerSecond(),
            sample: sample.length,
            ...(range === null
              ? { tried: 0, undone: 0 }
              : await tryValues(range, new Set(sample.map(({ digest }) => digest)), rows.signal)),
          });
        }
        return found;
      },
    };
  },
};
