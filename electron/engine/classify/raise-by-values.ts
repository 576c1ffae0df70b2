import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import type { ColumnFacts } from './column-facts.ts';
import { namesVersion } from './numbering.ts';
import { identifierTypes, isOnline, type IdentifierKind } from '../values/identifiers/kinds.ts';
import { tallyIdentifiers, type IdentifierTally } from '../values/identifiers/tally.ts';

/**
 * Values of the whole relation that may hold an identifier, where only a sample of its rows was looked at: some of
 * them, and how many rows have such.
 */
export interface Suspects {
  rows: number;
  values: readonly string[];
}

type Verdict = 'class' | 'review' | 'nothing';

/** What a person is asked to look at is no more certain than this; and what the values alone have decided. */
const confidenceOf = { review: 0.6, raised: 0.9 };
/** Of values that prove themselves: so few are strays, which a person has to judge; so many make the column. */
const sure = { leastHits: 3, leastShare: 0.1, mostly: 0.5 };
/**
 * Of values that only pass a check or have a form: the share of the column from which that is no chance, for a review
 * and for the class.
 */
const unsure: Record<IdentifierKind, { leastHits: number; review: number; class: number }> = {
  email: { leastHits: 1, review: 0, class: 0 },
  phone: { leastHits: 4, review: 0.6, class: 2 },
  iban: { leastHits: 1, review: 0, class: 0 },
  card: { leastHits: 4, review: 0.5, class: 0.8 },
  nationalId: { leastHits: 5, review: 0.8, class: 0.95 },
  name: { leastHits: 4, review: 0.6, class: 0.8 },
  ip: { leastHits: 1, review: 0, class: 0 },
  mac: { leastHits: 1, review: 0, class: 0 },
};
/** Different values that a number without a form of its own needs before its check digits say anything. */
const enoughNumbers = 8;
const ssn = /^\d{3}-\d{2}-\d{4}$/;
/** These are held to be free text: what stands in them is flagged, and free text never leaves. */
const bare = /^\d+$/;

function judge(tally: IdentifierTally, facts: ColumnFacts): Verdict {
  const share = tally.hits / Math.max(1, tally.of);
  if (tally.sure > 0) {
    const many =
      (tally.sure >= sure.leastHits && tally.sure >= sure.leastShare * tally.of) ||
      tally.sure >= sure.mostly * tally.of;
    return many ? 'class' : 'review';
  }
  const bounds = unsure[tally.kind];
  if (tally.hits < bounds.leastHits || share < bounds.review) return 'nothing';
  // `Invoice ID` over `750-12-3456`, and numbers without any form: nothing but chance may have made them pass.
  const formless =
    tally.kind === 'nationalId' &&
    (facts.values.every((value) => ssn.test(value)) ||
      (facts.values.some((value) => bare.test(value)) && facts.values.length < enoughNumbers));
  return share >= bounds.class && !formless ? 'class' : 'review';
}

/** Its own type is proven by check digits or structure: a card number is no IMEI. */
const provenOtherwise = (finding: Finding, facts: ColumnFacts, tools: ValueTools): boolean => {
  const type = semanticTypeById(finding.type);
  const strength = type?.columnRule?.strength;
  if (!type?.valueCheck || (strength !== 'checksum' && strength !== 'structure' && strength !== 'vocabulary'))
    return false;
  const some = facts.values.slice(0, 200);
  return some.filter((value) => type.valueCheck!(value, tools)).length >= 0.7 * some.length;
};

function raised(finding: Finding, tally: IdentifierTally): Finding {
  const type = semanticTypeById(identifierTypes[tally.kind])!;
  const itself = tally.whole >= 0.5 * tally.hits;
  const becomes = itself && !isOnline(tally.kind);
  return {
    ...finding,
    class: isOnline(tally.kind) ? finding.class : 'linked',
    category: becomes || !isOnline(tally.kind) ? 'personal' : finding.category,
    type: becomes ? type.id : finding.type,
    runnerUp: becomes && finding.type !== type.id ? finding.type : finding.runnerUp,
    flags: [
      ...new Set([
        ...finding.flags,
        ...type.flags,
        ...(itself || isOnline(tally.kind) ? [] : ['free_text_pii' as const]),
      ]),
    ],
    confidence: Math.min(confidenceOf.raised, itself ? 1 : finding.confidence),
    needsReview: true,
  };
}

/**
 * Lets identifiers in the values raise what a name, a codebook or a preset made of the column; never lowers anything.
 * Many of them make the class, a handful among thousands ask for a person. Pure.
 */
export function raiseByValues(finding: Finding, facts: ColumnFacts, tools: ValueTools, suspects?: Suspects): Finding {
  if (finding.class === 'linked' || facts.kinds.has('empty') || facts.kinds.has('boolean')) return finding;
  const cells = new Set(facts.cells.filter((cell) => cell !== null));
  const tallies = tallyIdentifiers(cells, tools);
  const hidden = (suspects?.values ?? []).filter((value) => !cells.has(value));
  let result = finding;
  for (const tally of tallies) {
    if (isOnline(tally.kind) && (finding.flags.includes('online_identifier') || namesVersion(facts.header))) continue;
    if (tally.sure === 0 && provenOtherwise(finding, facts, tools)) continue;
    const verdict = judge(tally, facts);
    if (verdict === 'nothing') continue;
    if (verdict === 'class' && result.class !== 'linked') result = raised(result, tally);
    const evidence = {
      kind: 'values' as const,
      detail: evidenceText.valuesHold(tally.kind, tally.hits, tally.of, tally.whole === tally.hits),
    };
    result = {
      ...result,
      needsReview: true,
      confidence:
        verdict === 'review' && result.class !== 'linked'
          ? Math.min(result.confidence, confidenceOf.review)
          : result.confidence,
      evidence: [...result.evidence, evidence],
    };
  }
  const stray = tallyIdentifiers(hidden, tools).filter(
    (tally) => tally.sure > 0 && !isOnline(tally.kind) && !tallies.some(({ kind }) => kind === tally.kind),
  );
  // Of the rows that arouse suspicion only these values were looked at; each stands in at least one row.
  for (const { kind, sure: rows } of stray)
    result = {
      ...result,
      needsReview: true,
      confidence: Math.min(result.confidence, confidenceOf.review),
      evidence: [...result.evidence, { kind: 'values', detail: evidenceText.rowsHold(kind, rows) }],
    };
  return result;
}
