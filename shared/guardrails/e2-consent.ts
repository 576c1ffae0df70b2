import { restsOnConsent } from '#shared/domain/purpose.ts';
import { told } from '#shared/facts/fact.ts';
import { guardrailsText } from '#shared/text/guardrails.ts';
import { doesNotApply, guardrail, notStated, pass } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.e2;

/** Check consent regularly: where consent is the basis, the data must show it. */
export const e2 = guardrail({
  id: 'E2',
  title: text.title,
  source: 'Ethics rule 2; GDPR Art. 6(1)(a), 7(1), 7(3)',
  needs: ['consent'],
  judge(input) {
    if (input.purpose === null || !restsOnConsent(input.purpose)) return doesNotApply(text.passOtherBasis);
    if (input.release === 'anonymised') return doesNotApply(text.passAnonymous);
    const consent = input.findings
      .filter((finding) => finding.flags.includes('consent'))
      .map((finding) => finding.name);
    const read = input.facts.consent;
    if (input.release === 'targeting' && read.state === 'told')
      return pass(text.passLeftOut(read.value.columns), text.leftOut(read.value.leftOut));
    if (consent.length === 0) return notStated(text.noColumn);
    return { verdict: 'warn', columns: consent, ...text.unchecked, evidence: text.unchecked.evidence(consent.length) };
  },
  examples: [
    { name: 'another basis', input: exampleInput([], { release: 'pseudonymised' }), verdict: 'pass' },
    {
      name: 'consent without a column for it',
      input: exampleInput([], {
        release: 'targeting',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
      }),
      verdict: 'warn',
    },
    {
      name: 'consent read and obeyed',
      input: exampleInput([exampleColumn('consent_status', 'kept', { flags: ['consent'] })], {
        release: 'targeting',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
        facts: { consent: told({ columns: ['consent_status'], leftOut: 12 }) },
      }),
      verdict: 'pass',
    },
    {
      name: 'an unchecked consent column',
      input: exampleInput([exampleColumn('consent_status', 'kept', { flags: ['consent'] })], {
        release: 'targeting',
        purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] },
      }),
      verdict: 'warn',
    },
  ],
});
