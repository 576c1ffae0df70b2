import type { UseOfColumns } from '#shared/domain/declared-use.ts';
import { because } from '#shared/domain/reason.ts';
import { g2Text } from '#shared/text/guardrails/g2-purpose-limitation.ts';
import { block, guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';
import { names, visibleOutputs } from './output-view.ts';

const bound: UseOfColumns = { state: 'bound', unbound: [] };
const other: UseOfColumns = {
  state: 'other',
  columns: ['purchase_amount'],
  boundTo: ['Deliver orders'],
  onConsent: false,
  test: 'none',
};
const allowed: UseOfColumns = {
  state: 'allowed',
  columns: ['purchase_amount'],
  by: 'compatible',
  ref: 'CT-001',
  informed: true,
};

/**
 * Purpose limitation: what leaves was declared to be for this purpose, or something allows the further one. It refuses
 * releases of every kind: making data anonymous is a use of them, too (decision 0028).
 */
export const g2 = guardrail({
  id: 'G2',
  ...g2Text,
  source: 'GDPR Art. 5(1)(b), 6(4), 13(3), 14(4)',
  needs: [],
  blocks: {
    'other-purpose': 'approver',
    incompatible: 'other-ways',
    'came-in-on-consent': 'other-ways',
    'bound-and-no-purpose': 'not-known',
    'record-unreadable': 'not-known',
  },
  judge(view) {
    const { purpose, release, declared } = view;
    const { use, unreadable } = declared;
    if (unreadable.length > 0)
      return block(names(visibleOutputs(view)), because('record-unreadable', { refs: [...unreadable] }));
    if (use.state === 'other') {
      const { columns, boundTo, onConsent, test } = use;
      if (purpose === null) return block(columns, because('bound-and-no-purpose', { boundTo }));
      const said = { purpose: purpose.title, boundTo };
      if (onConsent) return block(columns, because('came-in-on-consent', said));
      return block(columns, because(test === 'incompatible' ? 'incompatible' : 'other-purpose', said));
    }
    if (purpose === null) return notStated(because('no-purpose'));
    if (release === 'targeting' && !purpose.targeting)
      return warn([], because('other-use', { purpose: purpose.title }));
    const said = { purpose: purpose.title };
    if (use.state === 'not-declared') return notStated(because('not-declared', said));
    if (use.state === 'allowed')
      return use.informed
        ? pass(because('further-purpose-allowed', { ...said, ref: use.ref }))
        : warn(use.columns, because('inform-before', { ...said, ref: use.ref }));
    return use.unbound.length > 0
      ? warn(use.unbound, because('unbound-columns', said))
      : pass(because('bound-to-purpose', said));
  },
  examples: [
    {
      name: 'what the dataset was declared for',
      input: exampleInput([], { declared: { use: bound } }),
      verdict: 'pass',
      code: 'bound-to-purpose',
    },
    {
      name: 'what the dataset was declared for, beside a record that cannot be read',
      input: exampleInput([exampleColumn('city', 'kept')], { declared: { use: bound, unreadable: ['BD-001'] } }),
      verdict: 'block',
      code: 'record-unreadable',
    },
    {
      name: 'a dataset nobody declared',
      input: exampleInput([]),
      verdict: 'warn',
      state: 'not-stated',
      code: 'not-declared',
    },
    {
      name: 'targeting for another purpose',
      input: exampleInput([], { release: 'targeting', purpose: { targeting: false } }),
      verdict: 'warn',
      code: 'other-use',
    },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn', code: 'no-purpose' },
    {
      name: 'no purpose, of a dataset that is bound',
      input: exampleInput([], { purpose: null, declared: { use: other } }),
      verdict: 'block',
      code: 'bound-and-no-purpose',
    },
    {
      name: 'another purpose that nobody tested',
      input: exampleInput([], { declared: { use: other } }),
      verdict: 'block',
      code: 'other-purpose',
    },
    {
      name: 'another purpose of data that came in on consent',
      input: exampleInput([], { release: 'targeting', declared: { use: { ...other, onConsent: true } } }),
      verdict: 'block',
      code: 'came-in-on-consent',
    },
    {
      name: 'another purpose that was found incompatible',
      input: exampleInput([], { declared: { use: { ...other, test: 'incompatible' } } }),
      verdict: 'block',
      code: 'incompatible',
    },
    {
      name: 'another purpose that a test allows, people told',
      input: exampleInput([], { declared: { use: allowed } }),
      verdict: 'pass',
      code: 'further-purpose-allowed',
    },
    {
      name: 'another purpose that a test allows, people not told',
      input: exampleInput([], { declared: { use: { ...allowed, informed: false } } }),
      verdict: 'warn',
      code: 'inform-before',
    },
    {
      name: 'a column that nobody bound',
      input: exampleInput([exampleColumn('city', 'kept')], { declared: { use: { ...bound, unbound: ['city'] } } }),
      verdict: 'warn',
      code: 'unbound-columns',
    },
  ],
});
