import { notAsked, notTold } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { barredFlags } from '#shared/policy/index.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { FactProvider } from './fact-provider.ts';
import { findProxies } from './proxies/find-proxies.ts';

/** Rows that are learned from at most, taken by a hash of their number. */
const mostRows = 8_000;

/**
 * Looks whether what leaves in a targeting release tells a column of the source that nobody may be targeted by. Where
 * the source has no such column there is nothing to hold against.
 */
export const proxiesProvider: FactProvider<FactValues['proxies']> = {
  ask({ release, columns, outputs, segment = [], policy }) {
    if (release !== 'targeting') return notAsked;
    const barred = barredFlags(policy);
    const sought = columns.filter(({ finding }) => finding.flags.some((flag) => barred.includes(flag)));
    if (sought.length === 0) return notTold;
    const [warns, blocks] = [
      policy.value('proxy-strength', 'warns') / 100,
      policy.value('proxy-strength', 'blocks') / 100,
    ];
    const own = new Set(sought.map(({ finding }) => finding.name));
    return {
      state: 'asked',
      way: 'looks',
      columns: [...sought, ...segment].map(({ sql }) => ({ sql: `nullif(trim(${sql}), '')` })),
      goesBy: ['warns', 'blocks'].flatMap((subject) => policy.ruling('proxy-strength', subject) ?? []),
      async look({ rows, outputs: written, deferred }, names) {
        // What comes from such a column is for the guardrails to refuse in any case.
        const leaving = written.filter(
          ({ physical, treatment }, at) =>
            treatment !== 'redacted' &&
            !deferred.has(physical) &&
            !(outputs[at]?.sources ?? []).some((source) => own.has(source)),
        );
        const soughtNames = names.slice(0, sought.length);
        const look = async (from: string, columns: readonly { name: string; sql: string }[]) => {
          const texts = await interruptible(rows.duck, rows.signal, () =>
            rows.duck.texts(
              `SELECT ${[...columns.map(({ sql }) => sql), ...soughtNames].join(', ')} FROM ${from} ORDER BY hash(rid), ` +
                `rid LIMIT ${mostRows}`,
            ),
          );
          return findProxies(
            columns.map(({ name }, at) => ({ name, texts: texts[at] ?? [] })),
            sought.map(({ finding }, at) => ({
              name: finding.name,
              flags: finding.flags.filter((flag) => barred.includes(flag)),
              texts: texts[columns.length + at] ?? [],
            })),
            { warns, signal: rows.signal },
          );
        };
        const output = await look(
          rows.relation,
          leaving.map(({ name, physical }) => ({ name, sql: `nullif(CAST(${physical} AS VARCHAR), '')` })),
        );
        if (segment.length === 0) return { warns, blocks, ...output };
        // Within a segment what it was chosen by is one value: whether that tells something shows in all rows.
        const chosen = await look(
          `(SELECT rowid AS rid, * FROM ${rows.table})`,
          segment.map(({ column }, at) => ({ name: column, sql: names[sought.length + at] ?? 'NULL' })),
        );
        return { warns, blocks, ...output, found: [...output.found, ...chosen.found] };
      },
    };
  },
};
