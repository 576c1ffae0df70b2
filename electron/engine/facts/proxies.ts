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
  ask({ release, columns, outputs, policy }) {
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
      columns: sought.map(({ sql }) => ({ sql: `nullif(trim(${sql}), '')` })),
      goesBy: ['warns', 'blocks'].flatMap((subject) => policy.ruling('proxy-strength', subject) ?? []),
      async look({ rows: { duck, relation, signal }, outputs: written, deferred }, names) {
        // What comes from such a column is for the guardrails to refuse in any case.
        const leaving = written.filter(
          ({ physical, treatment }, at) =>
            treatment !== 'redacted' &&
            !deferred.has(physical) &&
            !(outputs[at]?.sources ?? []).some((source) => own.has(source)),
        );
        const texts = await interruptible(duck, signal, () =>
          duck.texts(
            `SELECT ${[...leaving.map(({ physical }) => `nullif(CAST(${physical} AS VARCHAR), '')`), ...names].join(', ')} ` +
              `FROM ${relation} ORDER BY hash(rid), rid LIMIT ${mostRows}`,
          ),
        );
        return {
          warns,
          blocks,
          ...(await findProxies(
            leaving.map(({ name }, at) => ({ name, texts: texts[at] ?? [] })),
            sought.map(({ finding }, at) => ({
              name: finding.name,
              flags: finding.flags.filter((flag) => barred.includes(flag)),
              texts: texts[leaving.length + at] ?? [],
            })),
            { warns, signal },
          )),
        };
      },
    };
  },
};
