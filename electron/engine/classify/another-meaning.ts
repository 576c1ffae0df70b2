import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import type { ColumnFacts } from './column-facts.ts';
import { headerFlags } from './header-flags.ts';
import { flagsOfValues } from '#shared/semantic-types/telling-values.ts';

/** Words of a header that mean something else as often: races of horses, parties for birthdays, joins of tables. */
const ambiguous: Partial<Record<ColumnFlag, readonly string[]>> = {
  race_ethnicity: ['race', 'races'],
  political: ['party', 'parties', 'partij'],
  trade_union: ['union', 'unions'],
  health: ['operation', 'operations', 'treatment', 'dose', 'procedure', 'intervention', 'operatie', 'behandlung'],
};
/** Words that a number of something, and no state of it, takes another sense from: the term of a loan. */
const ofNumbers: Partial<Record<ColumnFlag, readonly string[]>> = { consent: ['term', 'terms'] };
const flagsWithWords = [...Object.keys(ambiguous), ...Object.keys(ofNumbers)] as ColumnFlag[];
/** States are coded by single digits. */
const highestState = 9;

/** A fact that is kept in codes: those are no number of anything. */
const formsOfCodes = new Set('id code cd key concept kod codigo codice'.split(' '));

/** A word, and neither a code nor a yes or no, in which nothing could be read. */
const word = /\p{L}{3,}/u;
const answer = /^(?:yes|nein|non|oui|não|sim|nee|true|false|none|null|unknown|other|member)$/i;

/**
 * Takes back what an ambiguous word of the header alone raised where the values are words, of which none says so. The
 * type stays what the name says, for a person to decide.
 */
export function anotherMeaning(finding: Finding, facts: ColumnFacts, tools: ValueTools): Finding {
  const type = semanticTypeById(finding.type);
  const raised = flagsWithWords.filter((flag) => finding.flags.includes(flag));
  const { tokens } = facts.header;
  const coded = tokens.some((token) => formsOfCodes.has(token));
  const counts = facts.number !== null && facts.number.max > highestState && !coded;
  const withdrawn = raised.filter((flag) => {
    const words = ambiguous[flag] ?? (counts ? (ofNumbers[flag] ?? []) : []);
    if (!tokens.some((token) => words.includes(token))) return false;
    return !headerFlags(tokens.filter((token) => !words.includes(token))).some((other) => other.flag === flag);
  });
  if (withdrawn.length === 0 || facts.values.length < 2) return finding;
  const spoken = facts.values.filter((value) => word.test(value) && !answer.test(value));
  const passed = facts.values.filter((value) => type?.valueCheck?.(value, tools) === true).length;
  const says = flagsOfValues(facts.values).some(({ flag }) => withdrawn.includes(flag));
  // A figure beside such a word is how much of it there was: `TreatmentCost`.
  const figures = counts && withdrawn.every((flag) => ofNumbers[flag] !== undefined);
  if ((spoken.length < 0.6 * facts.values.length && !figures) || passed > 0.1 * facts.values.length || says)
    return finding;
  return {
    ...finding,
    flags: finding.flags.filter((flag) => !withdrawn.includes(flag)),
    needsReview: true,
    evidence: [
      ...finding.evidence,
      { kind: 'veto', detail: evidenceText.fewAreWhatNameSays(passed, facts.values.length) },
    ],
  };
}
