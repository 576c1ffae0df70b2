import { because } from '#shared/domain/reason.ts';
import { g5Text } from '#shared/text/guardrails/g5-storage-limitation.ts';
import { guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleInput } from './example-input.ts';

/** What a worked case has the register say. */
const half = { ref: 'RT-001', duration: 'P6M', days: { least: 168, most: 186 } };

/**
 * Storage limitation: the purpose says how long its data is kept, and why; the register of processing says nothing else.
 */
export const g5 = guardrail({
  id: 'G5',
  ...g5Text,
  source: 'GDPR Art. 5(1)(e), recital 39',
  needs: [],
  blocks: {},
  judge({ purpose: stated, declared: { periods } }) {
    if (stated === null) return notStated(because('no-purpose'));
    const { title: purpose, retentionDays: days, retentionWhy, preset } = stated;
    if (days === null) return notStated(because('undecided', { purpose }));
    if (retentionWhy.trim() === '') return notStated(because('days-without-reason', { purpose, days }));
    const agrees = periods.some(({ days: { least, most } }) => least <= days && days <= most);
    const [first] = periods;
    if (first !== undefined && !agrees)
      return warn([], because('register-differs', { purpose, days, ref: first.ref, duration: first.duration }));
    if (preset && !agrees) return notStated(because('days-by-preset', { purpose, days }));
    return pass(because('decided', { purpose, days }));
  },
  examples: [
    {
      name: 'decided in a purpose of somebody’s own',
      input: exampleInput([], { purpose: { preset: false } }),
      verdict: 'pass',
      code: 'decided',
    },
    {
      name: 'suggested by the program alone',
      input: exampleInput([]),
      verdict: 'warn',
      state: 'not-stated',
      code: 'days-by-preset',
    },
    {
      name: 'decided as the register says',
      input: exampleInput([], { purpose: { retentionDays: 180 }, declared: { periods: [half] } }),
      verdict: 'pass',
      code: 'decided',
    },
    {
      name: 'otherwise than the register says',
      input: exampleInput([], { purpose: { retentionDays: 730 }, declared: { periods: [half] } }),
      verdict: 'warn',
      code: 'register-differs',
    },
    {
      name: 'not decided',
      input: exampleInput([], { purpose: { retentionDays: null } }),
      verdict: 'warn',
      code: 'undecided',
    },
    {
      name: 'without a reason',
      input: exampleInput([], { purpose: { retentionWhy: ' ' } }),
      verdict: 'warn',
      code: 'days-without-reason',
    },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn', code: 'no-purpose' },
  ],
});
