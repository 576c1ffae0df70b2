import { noConsentCounts } from '#shared/domain/consent.ts';
import { because } from '#shared/domain/reason.ts';
import { restsOnConsent } from '#shared/domain/purpose.ts';
import { told } from '#shared/facts/fact.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { e2Text } from '#shared/text/guardrails/e2-consent.ts';
import { block, doesNotApply, guardrail, notStated, pass, warn } from './guardrail.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** By the consent ledger: it knows where each person stands, or nobody of this file. */
function judgeByLedger({ by, columns, leftOut, why }: FactValues['consent'], asItStands: boolean) {
  if (by === 'ledger-not-linked') return block([], because('ledger-knows-nobody'));
  const { valid: _valid, ...reasons } = why;
  const values = { by: columns, rows: leftOut, ...reasons };
  return asItStands && leftOut > 0
    ? block(columns, because('ledger-inside', values))
    : pass(because('ledger-left-out', values));
}

const none = noConsentCounts();

/** Check consent regularly: where consent is the basis, the data must show it. */
export const e2 = guardrail({
  id: 'E2',
  ...e2Text,
  source: 'Ethics rule 2; GDPR Art. 6(1)(a), 7(1), 7(3), 21(3)',
  needs: ['consent', 'suppressed'],
  blocks: {
    'without-consent-inside': 'left-out',
    'ledger-inside': 'left-out',
    'ledger-knows-nobody': 'not-known',
    'objectors-inside': 'left-out',
  },
  judge({ purpose, release, findings, facts, declared, asItStands }) {
    const listed = facts.suppressed;
    if (asItStands && listed.state === 'told' && listed.value.leftOut > 0)
      return block(
        listed.value.columns,
        because('objectors-inside', { by: listed.value.columns, rows: listed.value.leftOut }),
      );
    if (purpose === null) return notStated(because('no-purpose'));
    if (!restsOnConsent(purpose) && declared.basis?.basis !== 'consent') return doesNotApply(because('other-basis'));
    if (release === 'anonymised') return doesNotApply(because('covers-anonymising'));
    const read = facts.consent;
    if (read.state === 'told' && read.value.by !== 'columns') return judgeByLedger(read.value, asItStands);
    if (release === 'targeting' && read.state === 'told') {
      const values = { by: read.value.columns, rows: read.value.leftOut };
      return asItStands && values.rows > 0
        ? block(values.by, because('without-consent-inside', values))
        : pass(because('without-consent-left-out', values));
    }
    const columns = findings.filter(({ flags }) => flags.includes('consent')).map(({ name }) => name);
    return columns.length === 0
      ? notStated(because('no-consent-column'))
      : warn(columns, because('consent-not-checked'));
  },
  examples: [
    {
      name: 'people who objected in the file as it is',
      input: exampleInput([], {
        release: 'pseudonymised',
        facts: { suppressed: told({ columns: ['email'], leftOut: 2 }) },
        asItStands: true,
      }),
      verdict: 'block',
      code: 'objectors-inside',
    },
    { name: 'no purpose', input: exampleInput([], { purpose: null }), verdict: 'warn', code: 'no-purpose' },
    {
      name: 'another basis',
      input: exampleInput([], { release: 'pseudonymised' }),
      verdict: 'pass',
      code: 'other-basis',
    },
    {
      name: 'consent to what becomes anonymous',
      input: exampleInput([], { purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] } }),
      verdict: 'pass',
      state: 'does-not-apply',
      code: 'covers-anonymising',
    },
    {
      name: 'consent without a column for it',
      input: exampleInput([], {
        release: 'targeting',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
      }),
      verdict: 'warn',
      code: 'no-consent-column',
    },
    {
      name: 'consent by the register of processing alone',
      input: exampleInput([], {
        release: 'targeting',
        declared: {
          basis: {
            ref: 'PU-001',
            basis: 'consent',
            justified: true,
            specialCondition: false,
            criminalAuthority: false,
            weighing: 'not-needed',
            notice: false,
          },
        },
      }),
      verdict: 'warn',
      code: 'no-consent-column',
    },
    {
      name: 'consent read and obeyed',
      input: exampleInput([exampleColumn('consent_status', 'kept', { flags: ['consent'] })], {
        release: 'targeting',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
        facts: {
          consent: told({ by: 'columns', columns: ['consent_status'], leftOut: 12, why: { ...none, refused: 12 } }),
        },
      }),
      verdict: 'pass',
      code: 'without-consent-left-out',
    },
    {
      name: 'people without consent in the file as it is',
      input: exampleInput([exampleColumn('consent_status', 'kept', { flags: ['consent'] })], {
        release: 'targeting',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
        facts: {
          consent: told({ by: 'columns', columns: ['consent_status'], leftOut: 12, why: { ...none, refused: 12 } }),
        },
        asItStands: true,
      }),
      verdict: 'block',
      code: 'without-consent-inside',
    },
    {
      name: 'the ledger read and obeyed, of pseudonymised rows',
      input: exampleInput([exampleColumn('customer_id', 'hashed-keyed')], {
        release: 'pseudonymised',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
        facts: {
          consent: told({
            by: 'ledger',
            columns: ['customer_id'],
            leftOut: 12,
            why: { ...none, withdrawn: 3, expired: 4, unknown: 5 },
          }),
        },
      }),
      verdict: 'pass',
      code: 'ledger-left-out',
    },
    {
      name: 'people in the file as it is whose consent the ledger does not have',
      input: exampleInput([exampleColumn('customer_id', 'kept')], {
        release: 'targeting',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
        facts: {
          consent: told({ by: 'ledger', columns: ['customer_id'], leftOut: 2, why: { ...none, pending: 2 } }),
        },
        asItStands: true,
      }),
      verdict: 'block',
      code: 'ledger-inside',
    },
    {
      name: 'a ledger that knows nobody of the file',
      input: exampleInput([exampleColumn('activity_flag', 'kept')], {
        release: 'targeting',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
        facts: {
          consent: told({ by: 'ledger-not-linked', columns: [], leftOut: 9, why: { ...none, unknown: 9 } }),
        },
      }),
      verdict: 'block',
      code: 'ledger-knows-nobody',
    },
    {
      name: 'an unchecked consent column',
      input: exampleInput([exampleColumn('consent_status', 'kept', { flags: ['consent'] })], {
        release: 'targeting',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
      }),
      verdict: 'warn',
      code: 'consent-not-checked',
    },
  ],
});
