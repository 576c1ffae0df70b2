import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Evidence } from '#shared/domain/finding.ts';
import { semanticTypeById, semanticTypes, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import { matchHeader } from '#shared/header-language/header-index.ts';
import { knownHeaders } from '#shared/header-language/known-headers.ts';
import type { CheckStrength, SemanticType, ValueKind, ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { nameHolds } from './name-holds.ts';
import { checkValues, type CheckedShare } from './check-values.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { ColumnState, Hypothesis } from './hypothesis.ts';

/** What passing values weigh, by how much a pass proves. */
const valueWeight: Record<CheckStrength, number> = { checksum: 1.25, structure: 1.1, vocabulary: 0.95, shape: 0.45 };
/** What is left of a header's word when the values contradict it. */
const veto = { kind: 0.12, range: 0.2, values: 0.2, masked: 0.7, weakAlone: 0.6, weakUnchecked: 0.8 };
/** Values support but cannot decide alone. */
const notAlone = 0.35;
const weakOfDigest = 0.6;

const figures = ['integer', 'decimal', 'date'] as const satisfies readonly ValueKind[];

function fitsKinds(type: SemanticType<SemanticTypeId>, facts: ColumnFacts): boolean {
  if (facts.kinds.has('empty')) return true;
  // Zeros and ones are numbers to a count, but no key.
  if (facts.kinds.has('boolean'))
    return (
      type.accepts.includes('boolean') ||
      (facts.kinds.has('integer') && type.accepts.includes('integer') && !type.accepts.includes('code'))
    );
  // A handful of figures is a category to a choice, but nobody's own words.
  if (type.freeText === 'always' && figures.some((kind) => facts.kinds.has(kind))) return false;
  return type.accepts.some((kind) => facts.kinds.has(kind));
}

/**
 * At most one in twenty values may lie outside the type's bounds, under a name that says nothing else one in seven:
 * keyed in by hand; columns that are no numbers pass.
 */
function fitsRange(type: SemanticType<SemanticTypeId>, facts: ColumnFacts, plainName = false): boolean {
  if (!type.range || !facts.number) return true;
  const [low, high] = type.range;
  const { sorted } = facts.number;
  const outside = sorted.filter((value) => value < low || value > high).length;
  return outside <= (plainName ? 0.15 : 0.05) * sorted.length;
}

/**
 * Letters or digits that stand for a choice: nobody's name, address or number is that short and comes back that often.
 */
const shortCodes = (type: SemanticType<SemanticTypeId>, facts: ColumnFacts): boolean =>
  type.class === 'linked' &&
  facts.distinct <= 12 &&
  facts.rows >= 5 * facts.distinct &&
  facts.values.every((value) => value.length <= 2);

/** A number of persons is not counted from one to a few. */
const fewForKey = (type: SemanticType<SemanticTypeId>, facts: ColumnFacts): boolean =>
  personKeys.has(type.id) &&
  !facts.header.tokens.some((token) => token === 'id' || token === 'key') &&
  facts.number?.whole === true &&
  facts.number.max <= 10 &&
  facts.rows >= 50 &&
  facts.uniqueness < 0.2;
const personKeys = typeSet('customer_id', 'user_id', 'employee_id', 'patient_id', 'respondent_id', 'person_id');

/** Values with a part struck out: `***-1234`. */
const masked = (facts: ColumnFacts): boolean =>
  facts.values.slice(0, 100).filter((value) => /[*#•]{2,}|[xX]{3,}/.test(value)).length >=
  0.5 * Math.min(100, facts.values.length);

function valueEvidence(type: SemanticType<SemanticTypeId>, checked: CheckedShare): Evidence {
  const kind =
    type.columnRule?.strength === 'checksum'
      ? 'checksum'
      : type.columnRule?.strength === 'vocabulary'
        ? 'vocabulary'
        : 'values';
  return {
    kind,
    detail: evidenceText.valuesPass[type.columnRule?.strength ?? 'shape'](checked.passed, checked.of, type),
  };
}

function judge(
  type: SemanticType<SemanticTypeId>,
  facts: ColumnFacts,
  header: { score: number; phrase: string; weak: boolean } | undefined,
  tools: ValueTools,
): Hypothesis | null {
  const rule = type.columnRule;
  const kindsFit = fitsKinds(type, facts);
  const checked =
    rule && kindsFit && (header || rule.alone || rule.strength !== 'shape')
      ? checkValues(type, facts, tools)
      : { passed: 0, of: 0, share: 0, rowShare: 0 };
  const evidence: Evidence[] = [];
  let score = 0;
  let vetoed = false;
  let unproven = false;
  if (header) {
    score = header.score;
    evidence.push({
      kind: 'header',
      detail: nameHolds(facts.header.text, header.phrase)
        ? evidenceText.nameContains(header.phrase)
        : evidenceText.nameMeans(header.phrase),
    });
    if (facts.hashed && type.accepts.some((kind) => kind === 'text' || kind === 'code')) {
      // Nothing but the name can say what a digest is of, so a weak word counts in full.
      score = Math.max(score, weakOfDigest);
      evidence.push({ kind: 'shape', detail: evidenceText.digests });
    } else if (!kindsFit || shortCodes(type, facts) || fewForKey(type, facts)) {
      score *= veto.kind;
      vetoed = true;
      evidence.push({
        kind: 'veto',
        detail: kindsFit ? evidenceText.fewShortCodes : evidenceText.kindsDoNotFit([...facts.kinds]),
      });
    } else if (type.range && !fitsRange(type, facts, !header.weak && header.score >= 1)) {
      score *= veto.range;
      vetoed = true;
      evidence.push({ kind: 'veto', detail: evidenceText.outOfRange(...type.range) });
    } else if (rule?.vetoBelow && checked.of >= 2 && checked.share < rule.vetoBelow && !facts.hashed) {
      score *= masked(facts) ? veto.masked : veto.values;
      vetoed = true;
      evidence.push({ kind: 'veto', detail: evidenceText.fewAreWhatNameSays(checked.passed, checked.of) });
    }
  }
  const mostRows = checked.rowShare >= 0.9 && checked.share >= 0.3;
  const enough =
    rule &&
    (checked.share >= rule.minShare || mostRows) &&
    facts.values.length >= (header ? 1 : (rule.minDistinct ?? 3)) &&
    fitsRange(type, facts);
  if (rule && enough) {
    const weight = valueWeight[rule.strength] * Math.max(checked.share, mostRows ? checked.rowShare : 0);
    score += header ? 0.6 * weight : rule.alone ? weight : weight * notAlone;
    evidence.push(valueEvidence(type, checked));
  } else if (header?.weak && !facts.hashed) score *= rule ? veto.weakAlone : veto.weakUnchecked;
  if (rule?.strength === 'checksum' && header && !header.weak && !vetoed && !enough && checked.of > 0) {
    unproven = true;
    evidence.push({ kind: 'checksum', detail: evidenceText.fewPassChecksum(checked.passed, checked.of) });
  }
  // A share too small to decide is kept for the table pass.
  return score > 0.02 || checked.share >= 0.1
    ? { type: type.id, score, header: header?.score ?? 0, share: checked.share, vetoed, unproven, evidence }
    : null;
}

/** All hypotheses about one column, from its header and its values alone. */
export function scoreColumn(facts: ColumnFacts, tools: ValueTools): ColumnState {
  const headers = new Map(matchHeader(knownHeaders(), facts.header).map((match) => [match.type, match]));
  const hypotheses = new Map<SemanticTypeId, Hypothesis>();
  for (const type of semanticTypes) {
    const header = headers.get(type.id);
    if (!header && !type.valueCheck) continue;
    const found = judge(type, facts, header, tools);
    if (found) hypotheses.set(type.id, found);
  }
  yieldToName(facts, hypotheses);
  return { facts, hypotheses };
}

/**
 * `Invoice ID` over `750-12-3456`: nothing checks that these are social security numbers, and the name says what they
 * are.
 */
function yieldToName(facts: ColumnFacts, hypotheses: ReadonlyMap<string, Hypothesis>): void {
  if (
    ![...hypotheses.values()].some(
      (hypothesis) =>
        hypothesis.header >= clearName && !hypothesis.vetoed && semanticTypeById(hypothesis.type)?.class === 'non_pii',
    )
  )
    return;
  for (const hypothesis of hypotheses.values()) {
    const yields = semanticTypeById(hypothesis.type)?.columnRule?.yields;
    if (yields && hypothesis.header === 0 && facts.values.every(yields)) hypothesis.score *= veto.values;
  }
}
const clearName = 0.8;
