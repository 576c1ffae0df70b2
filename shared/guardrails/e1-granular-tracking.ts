import { because } from '#shared/domain/reason.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { e1Text } from '#shared/text/guardrails/e1-granular-tracking.ts';
import { hasFlag, names, visibleOutputs, type SeenOutput } from './output-view.ts';
import { block, doesNotApply, guardrail, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** No granular tracking: no exact coordinates, ages or times of day. */
const granularTypes = new Set<string>([
  'latitude',
  'longitude',
  'geo_coordinates',
  'date_of_birth',
  'age',
  'ip_address',
] satisfies SemanticTypeId[]);

/** As it was in the source: a band, a prefix or a coarser date is no longer granular. */
const granular = (output: SeenOutput): boolean =>
  output.treatment === 'kept' &&
  output.findings.some(
    (finding) => granularTypes.has(finding.type) || hasFlag(finding, ['precise_location', 'exact_age', 'timestamp']),
  );

export const e1 = guardrail({
  id: 'E1',
  ...e1Text,
  source: 'Ethics rule 1; GDPR Art. 5(1)(c), 25(2)',
  needs: [],
  blocks: { 'exact-in-targeting': 'approver' },
  judge(view) {
    const outputs = visibleOutputs(view);
    if (outputs.length === 0) return doesNotApply(because('no-columns'));
    const columns = names(outputs.filter(granular));
    if (columns.length === 0) return pass(because('nothing-exact'));
    return view.release === 'targeting'
      ? block(columns, because('exact-in-targeting'))
      : warn(columns, because('exact-in-output'));
  },
  examples: [
    {
      name: 'an age band',
      input: exampleInput([exampleColumn('age', 'generalised', { class: 'linkable', flags: ['exact_age'] })], {
        release: 'targeting',
      }),
      verdict: 'pass',
      code: 'nothing-exact',
    },
    {
      name: 'an exact age in targeting',
      input: exampleInput([exampleColumn('age', 'kept', { class: 'linkable', flags: ['exact_age'] })], {
        release: 'targeting',
      }),
      verdict: 'block',
      code: 'exact-in-targeting',
    },
    {
      name: 'exact times in an anonymised release',
      input: exampleInput([exampleColumn('timestamp', 'kept', { flags: ['timestamp'] })]),
      verdict: 'warn',
      code: 'exact-in-output',
    },
    {
      name: 'nothing that can be read',
      input: exampleInput([exampleColumn('age', 'redacted', { flags: ['exact_age'] })]),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'no-columns',
    },
  ],
});
