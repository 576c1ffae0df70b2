import { because } from '#shared/domain/reason.ts';
import { g3Text } from '#shared/text/guardrails/g3-data-minimisation.ts';
import { names, visibleOutputs } from './output-view.ts';
import { doesNotApply, guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/**
 * Data minimisation: every output column is one that somebody says the purpose needs: for this column, or in a purpose
 * of their own. What the program's purposes list is a suggestion.
 */
export const g3 = guardrail({
  id: 'G3',
  ...g3Text,
  source: 'GDPR Art. 5(1)(c), 25(2)',
  needs: [],
  blocks: {},
  judge(view) {
    if (view.purpose === null) return notStated(because('no-purpose'));
    const needed = new Set(view.purpose.dataNeeded.flatMap((need) => need.types));
    const known = visibleOutputs(view).filter((output) => output.findings.length > 0);
    if (known.length === 0) return doesNotApply(because('no-columns'));
    const { needed: decided, notNeeded } = view.declared.need;
    const refused = names(known.filter((output) => output.sources.some((source) => notNeeded.includes(source))));
    if (refused.length > 0) return warn(refused, because('decided-not-needed', { purpose: view.purpose.title }));
    const spare = names(
      known.filter((output) =>
        output.findings.every(
          ({ name, type, category }) => !decided.includes(name) && !needed.has(type) && !needed.has(category),
        ),
      ),
    );
    if (spare.length > 0) return warn(spare, because('not-needed', { purpose: view.purpose.title }));
    const suggested = names(
      known.filter(({ findings }) => view.purpose?.preset && !findings.every(({ name }) => decided.includes(name))),
    );
    if (suggested.length > 0)
      return notStated(because('needed-by-preset', { purpose: view.purpose.title, suggested: [...suggested] }));
    return pass(because('all-needed', { needed: known.length }));
  },
  examples: [
    {
      name: 'a column that somebody’s own purpose needs',
      input: exampleInput([exampleColumn('purchase_amount', 'kept')], { purpose: { preset: false } }),
      verdict: 'pass',
      code: 'all-needed',
    },
    {
      name: 'needed by its category',
      input: exampleInput([exampleColumn('gender', 'kept', { category: 'personal', class: 'linkable' })], {
        purpose: { preset: false },
      }),
      verdict: 'pass',
      code: 'all-needed',
    },
    {
      name: 'a column that only the program says is needed',
      input: exampleInput([exampleColumn('purchase_amount', 'kept')]),
      verdict: 'warn',
      state: 'not-stated',
      code: 'needed-by-preset',
    },
    {
      name: 'a column nobody asked for',
      input: exampleInput([exampleColumn('user_agent', 'generalised', { category: 'technical' })]),
      verdict: 'warn',
      code: 'not-needed',
    },
    {
      name: 'a column that a person says is needed',
      input: exampleInput([exampleColumn('user_agent', 'generalised', { category: 'technical' })], {
        declared: { need: { needed: ['user_agent'], notNeeded: [] } },
      }),
      verdict: 'pass',
      code: 'all-needed',
    },
    {
      name: 'a column of a needed kind that a person says is not needed',
      input: exampleInput([exampleColumn('city', 'generalised')], {
        declared: { need: { needed: [], notNeeded: ['city'] } },
      }),
      verdict: 'warn',
      code: 'decided-not-needed',
    },
    {
      name: 'nothing that can be read',
      input: exampleInput([exampleColumn('user_agent', 'redacted')]),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'no-columns',
    },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn', code: 'no-purpose' },
  ],
});
