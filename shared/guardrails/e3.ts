import { isDirectIdentifier, isFreeText, isOnlineIdentifier, listed, names, visibleOutputs } from './output-view.ts';
import { reversalRisk } from './reversal-risk.ts';
import { pass, type Guardrail } from './guard-input.ts';
import { exampleColumn, exampleInput } from './example-input.ts';

/** Store hash values, not plain text: direct identifiers leave only as keyed hashes, as platform hashes for matching, or not at all. */
export const e3: Guardrail = {
  id: 'E3',
  title: 'Hashes instead of plain text',
  source: 'Ethics rule 3; GDPR Art. 4(5), 32(1)(a), recitals 26 and 30',
  judge(input) {
    const outputs = visibleOutputs(input);
    const direct = outputs.filter((output) => output.findings.some(isDirectIdentifier));
    const hashed = outputs.filter((output) => output.treatment === 'hashed-keyed' || output.treatment === 'hashed-unkeyed');
    if (input.release === 'anonymised') {
      const left = names([...direct.filter((output) => output.treatment === 'kept'), ...hashed]);
      if (left.length > 0)
        return { verdict: 'block', columns: left, message: `An anonymised release may hold no identifier, online identifier or free text, hashed or not: ${listed(left)}.`, evidence: `${hashed.length} output columns are hashes, ${left.length - hashed.length} are as they were.`, fix: 'Drop or redact these columns, or make it a pseudonymised release.' };
      return pass('No identifier is left in the output.');
    }
    const plain = names(direct.filter((output) => output.treatment === 'kept' && output.findings.some((finding) => finding.class === 'linked')));
    if (plain.length > 0)
      return { verdict: 'block', columns: plain, message: `Identifiers would leave in plain text: ${listed(plain)}.`, evidence: `${plain.length} linked columns are as they were.`, fix: 'Use a keyed hash; for matching on a platform its own hash; or drop them.' };
    const online = names(direct.filter((output) => output.treatment === 'kept' && output.findings.some((finding) => isOnlineIdentifier(finding) || isFreeText(finding))));
    if (online.length > 0)
      return { verdict: 'warn', columns: online, message: `Online identifiers or free text are in plain text: ${listed(online)}. GDPR recital 30 counts them as means to find a person.`, evidence: `${online.length} output columns are as they were.`, fix: 'Use a keyed hash, truncate, or drop them.' };
    const unkeyed = outputs.filter((output) => output.treatment === 'hashed-unkeyed');
    if (unkeyed.length > 0) {
      const risks = [...new Set(unkeyed.flatMap((output) => output.findings.map((finding) => reversalRisk(finding.type))))];
      return { verdict: 'warn', columns: names(unkeyed), message: `Hashes without a key can be undone by trying values: ${listed(names(unkeyed))}. They are pseudonymised at best, and still personal data.`, evidence: risks.join(' '), fix: input.release === 'targeting' ? 'Give them to nobody but the platform, and delete the file once it is matched.' : 'Use a keyed hash.' };
    }
    return pass(hashed.length > 0 ? 'Identifiers are keyed hashes: pseudonymised, still personal data.' : 'No identifier is in the output.');
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
