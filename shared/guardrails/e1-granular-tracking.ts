import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import { hasFlag, names, visibleOutputs, type SeenOutput } from './output-view.ts';
import { doesNotApply, guardrail, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.e1;

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
  title: text.title,
  source: 'Ethics rule 1; GDPR Art. 5(1)(c), 25(2)',
  needs: [],
  judge(input) {
    const outputs = visibleOutputs(input);
    if (outputs.length === 0) return doesNotApply(guardrailsText.noColumns);
    const columns = names(outputs.filter(granular));
    if (columns.length === 0) return pass(text.pass);
    const evidence = text.evidence(columns.length);
    if (input.release === 'targeting')
      return { verdict: 'block', columns, message: text.targeting(columns), evidence, fix: text.fix };
    return { verdict: 'warn', columns, message: text.otherwise(columns), evidence, fix: text.fix };
  },
  examples: [
    {
      name: 'an age band',
      input: exampleInput([exampleColumn('age', 'generalised', { class: 'linkable', flags: ['exact_age'] })], {
        release: 'targeting',
      }),
      verdict: 'pass',
    },
    {
      name: 'an exact age in targeting',
      input: exampleInput([exampleColumn('age', 'kept', { class: 'linkable', flags: ['exact_age'] })], {
        release: 'targeting',
      }),
      verdict: 'block',
    },
    {
      name: 'exact times in an anonymised release',
      input: exampleInput([exampleColumn('timestamp', 'kept', { flags: ['timestamp'] })]),
      verdict: 'warn',
    },
  ],
});
