import type { FactValues } from '#shared/facts/index.ts';
import { lookAtValues } from '../written-values/look-at-values.ts';
import type { FactProvider } from './fact-provider.ts';

/** Looks at every value that would be written, but those that only become hashes then. */
export const writtenValuesProvider: FactProvider<FactValues['written-values']> = {
  ask: () => ({
    state: 'asked',
    way: 'looks',
    columns: [],
    look: ({ rows: { duck, relation, looked, signal }, values, outputs, deferred }) =>
      lookAtValues(
        duck,
        relation,
        outputs
          .filter(({ physical }) => !deferred.has(physical))
          .map(({ name, physical }) => ({ name, sql: physical })),
        { signal, values, known: looked },
      ),
  }),
};
