import { because } from '#shared/domain/reason.ts';
import { notTold, told } from '#shared/facts/fact.ts';
import { e8Text } from '#shared/text/guardrails/e8-time-to-keep.ts';
import { doesNotApply, guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';
import { isOnlineIdentifier, names, visibleOutputs } from './output-view.ts';

/** Time to keep the data: online identifiers past their limit. */
export const e8 = guardrail({
  id: 'E8',
  ...e8Text,
  source: 'Ethics rule 8, whose days are policy rows (identifier-lifetime); GDPR Art. 5(1)(e)',
  needs: ['past-limit', 'advertising-ids'],
  blocks: {},
  judge(view) {
    const ids = view.facts['advertising-ids'];
    if (ids.state === 'told' && ids.value.past + ids.value.undated > 0) {
      const { past, undated, days } = ids.value;
      return pass(because('cut', { past, undated, days }));
    }
    const dated = view.facts['past-limit'];
    if (dated.state !== 'told') {
      // How old an identifier is that has no date beside it, nobody knows.
      const undated = visibleOutputs(view).filter(({ findings }) => findings.some(isOnlineIdentifier));
      return view.release === 'anonymised' || undated.length === 0
        ? doesNotApply(because('none-dated'))
        : { ...notStated(because('undated')), columns: names(undated) };
    }
    const past = dated.value
      .filter(({ rows, undated }) => rows + undated > 0)
      .map(({ column, rows, undated, days }) => ({ column, rows, undated, days }));
    if (past.length === 0) return pass(because('none-past-limit'));
    const columns = past.map(({ column }) => column);
    return view.asItStands
      ? warn(columns, because('past-limit', { past }))
      : { ...pass(because('emptied', { past })), columns };
  },
  examples: [
    {
      name: 'a cookie without a date',
      input: exampleInput([exampleColumn('cookie_id', 'kept', { flags: ['online_identifier'] })], {
        release: 'pseudonymised',
        facts: { 'past-limit': notTold },
      }),
      verdict: 'warn',
      state: 'not-stated',
      code: 'undated',
    },
    {
      name: 'none with a date',
      input: exampleInput([], { release: 'pseudonymised', facts: { 'past-limit': notTold } }),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'none-dated',
    },
    {
      name: 'none past its limit',
      input: exampleInput([], {
        release: 'pseudonymised',
        facts: {
          'past-limit': told([{ type: 'cookie_id', column: 'cookie', days: 90, rows: 0, undated: 0, left: 4 }]),
        },
      }),
      verdict: 'pass',
      code: 'none-past-limit',
    },
    {
      name: 'old advertising ids that were left out of a customer list',
      input: exampleInput([], {
        release: 'targeting',
        facts: { 'advertising-ids': told({ limited: 2, past: 40, undated: 1, days: 180 }) },
      }),
      verdict: 'pass',
      code: 'cut',
    },
    {
      name: 'old cookies in a file as it is',
      input: exampleInput([], {
        release: 'pseudonymised',
        facts: {
          'past-limit': told([{ type: 'cookie_id', column: 'cookie', days: 90, rows: 31, undated: 2, left: 4 }]),
        },
        asItStands: true,
      }),
      verdict: 'warn',
      code: 'past-limit',
    },
    {
      name: 'old cookies, which a release empties',
      input: exampleInput([], {
        release: 'pseudonymised',
        facts: {
          'past-limit': told([{ type: 'cookie_id', column: 'cookie', days: 90, rows: 31, undated: 0, left: 4 }]),
        },
      }),
      verdict: 'pass',
      code: 'emptied',
    },
  ],
});
