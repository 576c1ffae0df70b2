import { pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** Check consent regularly: where consent is the basis, the data must show it. */
export const e2: Guardrail = {
  id: 'E2',
  title: 'Check consent regularly',
  source: 'Ethics rule 2; GDPR Art. 6(1)(a), 7(1), 7(3)',
  judge(input) {
    if (input.purpose === null || !input.purpose.lawfulBases.some((basis) => basis.basis === 'consent')) return pass('Consent is not the basis of this purpose.');
    if (input.release === 'anonymised') return pass('The output is meant to be anonymous: consent covers the step that makes it so.');
    const consent = input.findings.filter((finding) => finding.flags.includes('consent')).map((finding) => finding.name);
    if (consent.length === 0)
      return { verdict: 'warn', columns: [], message: 'The purpose rests on consent, but no column of the source says who gave it.', evidence: 'No column is recognised as consent.', fix: 'Join the consent record first, and leave out everybody without a valid consent.' };
    return { verdict: 'warn', columns: consent, message: 'The purpose rests on consent. Whether each person’s consent still holds for it was not checked.', evidence: `${consent.length} consent columns are in the source.`, fix: 'Leave out rows whose consent is missing, withdrawn or out of date before the release.' };
  },
  examples: [
    { name: 'another basis', input: exampleInput([], { release: 'pseudonymised' }), verdict: 'pass' },
    { name: 'consent without a column for it', input: exampleInput([], { release: 'targeting', purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] } }), verdict: 'warn' },
    { name: 'an unchecked consent column', input: exampleInput([exampleColumn('consent_status', 'kept', { flags: ['consent'] })], { release: 'targeting', purpose: { lawfulBases: [{ basis: 'consent', why: 'Newsletter.' }] } }), verdict: 'warn' },
  ],
};
