import { because } from '#shared/domain/reason.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { told } from '#shared/facts/fact.ts';
import type { FactAnswers, FactValues } from '#shared/facts/index.ts';
import { e1Text } from '#shared/text/guardrails/e1-granular-tracking.ts';
import { hasFlag, holdsValues, names, visibleOutputs, type SeenOutput } from './output-view.ts';
import { block, doesNotApply, guardrail, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** No granular tracking: no exact coordinates, ages or times of day. */
const granularTypes = new Set<string>(['date_of_birth', 'age', 'ip_address'] satisfies SemanticTypeId[]);

/**
 * As it was in the source: a band, a prefix or a coarser date is no longer granular.
 * @param exact outputs whose values were measured to be exact; null: nobody looked, so a moment is taken for one
 */
const granular = (output: SeenOutput, exact: readonly string[] | null): boolean =>
  holdsValues(output) &&
  (exact?.includes(output.name) === true ||
    output.findings.some(
      (finding) =>
        granularTypes.has(finding.type) ||
        hasFlag(finding, ['precise_location', 'exact_age']) ||
        (exact === null && hasFlag(finding, ['timestamp'])),
    ));

/** From so many rows a person on they are single acts, and not one visit of each. */
const rowsEach = 2;

/** What is told act by act; null where it is not, or nobody looked. */
const actByAct = (answer: FactAnswers['event-rows']): FactValues['event-rows'] | null =>
  answer.state === 'told' && answer.value.people > 0 && answer.value.rows >= rowsEach * answer.value.people
    ? answer.value
    : null;

export const e1 = guardrail({
  id: 'E1',
  ...e1Text,
  source: 'Ethics rule 1; GDPR Art. 5(1)(c), 25(2)',
  needs: ['exact-values', 'event-rows'],
  blocks: { 'exact-in-targeting': 'approver', 'events-in-targeting': 'approver' },
  judge(view) {
    const outputs = visibleOutputs(view);
    if (outputs.length === 0) return doesNotApply(because('no-columns'));
    const looked = view.facts['exact-values'];
    const exact = looked.state === 'told' ? looked.value : null;
    const columns = names(outputs.filter((output) => granular(output, exact)));
    const events = actByAct(view.facts['event-rows']);
    if (columns.length === 0 && events !== null) {
      const { rows, people } = events;
      return view.release === 'targeting'
        ? block(events.columns, because('events-in-targeting', { rows, people }))
        : warn(events.columns, because('events-in-output', { rows, people }));
    }
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
      name: 'days in targeting',
      input: exampleInput([exampleColumn('order_date', 'kept', { flags: ['timestamp'] })], {
        release: 'targeting',
        facts: { 'exact-values': told([]) },
      }),
      verdict: 'pass',
      code: 'nothing-exact',
    },
    {
      name: 'whole page addresses in targeting',
      input: exampleInput([exampleColumn('page_url', 'kept')], {
        release: 'targeting',
        facts: { 'exact-values': told(['page_url']) },
      }),
      verdict: 'block',
      code: 'exact-in-targeting',
    },
    ...(['targeting', 'pseudonymised'] as const).map((release) => ({
      name: `clicks of people, ${release}`,
      input: exampleInput([exampleColumn('event_name', 'kept')], {
        release,
        facts: {
          'exact-values': told([]),
          'event-rows': told({ columns: ['event_name'], rows: 900, people: 60 }),
        },
      }),
      verdict: release === 'targeting' ? ('block' as const) : ('warn' as const),
      code: release === 'targeting' ? ('events-in-targeting' as const) : ('events-in-output' as const),
    })),
    {
      name: 'one visit of each person',
      input: exampleInput([exampleColumn('event_name', 'kept')], {
        release: 'targeting',
        facts: {
          'exact-values': told([]),
          'event-rows': told({ columns: ['event_name'], rows: 60, people: 58 }),
        },
      }),
      verdict: 'pass',
      code: 'nothing-exact',
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
