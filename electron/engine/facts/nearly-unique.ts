import { notAsked } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import type { FactProvider } from './fact-provider.ts';

/** Fewer rows than this differ by chance. */
const enoughRows = 50;
/** Share of the rows from which on values are said to differ in nearly every one. */
const nearlyAll = 0.9;

/** Counts the different values of what an anonymised release protects; in any other release k counts what matters. */
export const nearlyUniqueProvider: FactProvider<FactValues['nearly-unique']> = {
  ask: ({ release }) =>
    release !== 'anonymised'
      ? notAsked
      : {
          state: 'asked',
          way: 'counts',
          columns: [],
          count({ outputs, counted, rowsOut }) {
            const others = outputs.filter(
              ({ physical, treatment }) => !counted.has(physical) && !/^(redacted|hashed-)/.test(treatment),
            );
            const enough = rowsOut < enoughRows ? [] : others;
            return {
              // Counted, not estimated: an estimate is off by a tenth, as much as is asked about.
              aggregates: enough.map(({ physical }) => `count(DISTINCT ${physical})`),
              value: (numbers) =>
                enough.filter((_, at) => (numbers[at] ?? 0) >= nearlyAll * rowsOut).map(({ name }) => name),
            };
          },
        },
};
