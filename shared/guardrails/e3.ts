import { guardrailsText } from '#shared/text/guardrails.ts';
import { isDirectIdentifier, isFreeText, isOnlineIdentifier, names, visibleOutputs } from './output-view.ts';
import { reversalRisk } from './reversal-risk.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

const text = guardrailsText.e3;

/** Store hash values, not plain text: direct identifiers leave only as keyed hashes, as platform hashes for matching, or not at all. */
export const e3: Guardrail = {
  id: 'E3',
  title: text.title,
  source: 'Ethics rule 3; GDPR Art. 4(5), 32(1)(a), recitals 26 and 30',
  judge(input) {
    const outputs = visibleOutputs(input);
    const direct = outputs.filter((output) => output.findings.some(isDirectIdentifier));
    const hashed = outputs.filter((output) => output.treatment === 'hashed-keyed' || output.treatment === 'hashed-unkeyed');
    if (input.release === 'anonymised') {
      const left = names([...direct.filter((output) => output.treatment === 'kept'), ...hashed]);
      if (left.length > 0)
        return { verdict: 'block', columns: left, message: text.anonymised.message(left), evidence: text.anonymised.evidence(hashed.length, left.length - hashed.length), fix: text.anonymised.fix };
      return pass(text.passAnonymised);
    }
    const plain = names(direct.filter((output) => output.treatment === 'kept' && output.findings.some((finding) => finding.class === 'linked')));
    if (plain.length > 0)
      return { verdict: 'block', columns: plain, message: text.plain.message(plain), evidence: text.plain.evidence(plain.length), fix: text.plain.fix };
    const online = names(direct.filter((output) => output.treatment === 'kept' && output.findings.some((finding) => isOnlineIdentifier(finding) || isFreeText(finding))));
    if (online.length > 0)
      return { verdict: 'warn', columns: online, message: text.online.message(online), evidence: text.online.evidence(online.length), fix: text.online.fix };
    const unkeyed = outputs.filter((output) => output.treatment === 'hashed-unkeyed');
    if (unkeyed.length > 0) {
      const risks = [...new Set(unkeyed.flatMap((output) => output.findings.map((finding) => reversalRisk(finding.type))))];
      return { verdict: 'warn', columns: names(unkeyed), message: text.unkeyed.message(names(unkeyed)), evidence: risks.join(' '), fix: input.release === 'targeting' ? text.unkeyed.fixTargeting : text.unkeyed.fixOtherwise };
    }
    return pass(hashed.length > 0 ? text.passHashed : text.passNone);
  },
  examples: [
    { name: 'a plain address', input: exampleInput([exampleColumn('email_address', 'kept', { class: 'linked' })], { release: 'pseudonymised' }), verdict: 'block' },
    { name: 'a keyed hash in a pseudonymised release', input: exampleInput([exampleColumn('email_address', 'hashed-keyed', { class: 'linked' })], { release: 'pseudonymised' }), verdict: 'pass' },
    { name: 'a keyed hash in an anonymised release', input: exampleInput([exampleColumn('email_address', 'hashed-keyed', { class: 'linked' })]), verdict: 'block' },
    { name: 'a cookie in an anonymised release', input: exampleInput([exampleColumn('cookie_id', 'kept', { flags: ['online_identifier'] })]), verdict: 'block' },
    { name: 'free text in an anonymised release', input: exampleInput([exampleColumn('review_text', 'kept')]), verdict: 'block' },
    { name: 'a platform hash for matching', input: exampleInput([exampleColumn('phone_number', 'hashed-unkeyed', { class: 'linked' })], { release: 'targeting' }), verdict: 'warn' },
    { name: 'a truncated address', input: exampleInput([exampleColumn('ip_address', 'generalised', { flags: ['online_identifier'] })]), verdict: 'pass' },
  ],
};
