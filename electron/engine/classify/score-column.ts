import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Evidence } from '#shared/domain/finding.ts';
import { semanticTypeById, semanticTypes, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import { matchHeader, type HeaderMatch } from '#shared/header-language/header-index.ts';
import { fold } from '#shared/domain/fold.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';
import { askedFor } from '#shared/header-language/asked-for.ts';
import { parseHeader } from '#shared/header-language/header.ts';
import { knownHeaders } from '#shared/header-language/known-headers.ts';
import type { CheckStrength, SemanticType, ValueKind, ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { namesNumbering, namesVersion } from './numbering.ts';
import { wordsInName } from './name-holds.ts';
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
 * Letters or digits that stand for a choice, beside what spreadsheets write for an error (`#N/A`): nobody's name, address
 * or number is that short and comes back that often.
 */
const shortCodes = (type: SemanticType<SemanticTypeId>, facts: ColumnFacts): boolean =>
  type.class === 'linked' &&
  facts.distinct <= 12 &&
  facts.rows >= 5 * facts.distinct &&
  facts.values.every(
    (value) =>
      value.length <= 2 ||
      value.startsWith('#') ||
      // `gate` is a street in Norway, and C30 is none.
      (type.id === 'street_address' && value.length <= 4 && !/\s/.test(value)),
  );

/** `tipo_calle`, `phone type`: of which kind it is, in a few words that come back, and not the thing itself. */
const kindOf = (type: SemanticType<SemanticTypeId>, facts: ColumnFacts, header: HeaderMatch): boolean =>
  type.class === 'linked' &&
  header.lone === true &&
  facts.distinct <= fewKinds &&
  facts.rows >= 3 * facts.distinct &&
  facts.header.tokens.some((token) => kindWords.has(token));
const fewKinds = 30;
const kindWords = new Set(
  wordList(`
    type types kind category tipo tipos categoria typ typen kategorie categorie soort typu rodzaj kategoria druh
    kategori tyyppi tur turu tipus kategoriat jenis τυποσ ειδοσ тип вид категория категорія 種別 種類 区分 类型 类别 유형 구분
  `).map(fold),
);

/** A number of persons is not counted from one to a few. */
const fewForKey = (type: SemanticType<SemanticTypeId>, facts: ColumnFacts): boolean =>
  personKeys.has(type.id) &&
  !facts.header.tokens.some((token) => token === 'id' || token === 'key') &&
  facts.number?.whole === true &&
  facts.number.max <= 10 &&
  facts.rows >= 50 &&
  facts.uniqueness < 0.2;
const personKeys = typeSet('customer_id', 'user_id', 'employee_id', 'patient_id', 'respondent_id', 'person_id');

/** What counts the rows has another number in each; a rank may come back, a number that long is no rank. */
const long = 6;
const repeatsIndex = (
  type: SemanticType<SemanticTypeId>,
  { rows, nulls, uniqueness, meanLength }: ColumnFacts,
): boolean => type.id === 'row_index' && rows - nulls >= 20 && uniqueness < 0.5 && meanLength >= long;

/** Values that are spans: `26-100`, `500+`. Nobody is numbered by them. */
const span =
  /^(?:[<>]=?|more than |less than |over |under )?\s?\d[\d.,]*\s?(?:[-–+]|to|bis|à|a)\s?(?:\d[\d.,]*|more)?$/i;

/** Key of a person over spans; or a short form of something measured (`BU`, `su`) over words and no figure. */
function isNoSuch(type: SemanticType<SemanticTypeId>, facts: ColumnFacts, header: HeaderMatch): boolean {
  const { values } = facts;
  // `HC_time` over `more than 3 years`: a few words that repeat are no moments.
  if (header.lone && type.flags.includes('timestamp') && facts.kinds.has('category') && !facts.date && !facts.number)
    return true;
  if (personKeys.has(type.id)) {
    const spans = values.filter((value) => span.test(value) && !facts.date).length;
    return values.length >= 2 && facts.distinct <= 20 && spans >= 0.6 * values.length;
  }
  const short = header.phrase.length <= 3 && type.accepts.includes('decimal');
  return short && facts.kinds.has('text') && !values.some((value) => /\d/.test(value)) && !values.every(finding);
}
/** How a laboratory says what it found where it gives no figure. */
const finding = (value: string): boolean =>
  /^(?:pos|neg|positi\p{L}+|negati\p{L}+|normal\p{L}*|abnormal\p{L}*|high|low|present|not ?present|trace|reactive|non-?reactive)\.?$/iu.test(
    value,
  );

/** Scripts of which no word list is kept: that none of their words is known proves nothing. */
const unlisted = longPattern('u')`
  \p{Script=Devanagari}|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Thai}|\p{Script=Bengali}|\p{Script=Tamil}|
  \p{Script=Telugu}|\p{Script=Gujarati}|\p{Script=Gurmukhi}|\p{Script=Kannada}|\p{Script=Malayalam}|\p{Script=Sinhala}|
  \p{Script=Georgian}|\p{Script=Armenian}|\p{Script=Ethiopic}|\p{Script=Khmer}|\p{Script=Lao}|\p{Script=Myanmar}
`;
const inUnknownScript = ({ values }: ColumnFacts): boolean => {
  const some = values.slice(0, 100);
  return some.filter((value) => unlisted.test(value)).length > 0.5 * some.length;
};

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

/** What a header gives a type, and what the values take from it. */
interface Claim {
  score: number;
  vetoed: boolean;
  soft: boolean;
  evidence: Evidence[];
}

/** The header's claim of a type against kind, range and check of the values. */
function claimOf(
  type: SemanticType<SemanticTypeId>,
  facts: ColumnFacts,
  header: HeaderMatch,
  kindsFit: boolean,
  checked: CheckedShare,
): Claim {
  const written = wordsInName(facts.header.text, header.phrase);
  const evidence: Evidence[] = [
    {
      kind: 'header',
      detail: written === null ? evidenceText.nameMeans(header.phrase) : evidenceText.nameContains(written),
    },
  ];
  const refused = (factor: number, detail: string, soft = false): Claim => ({
    score: header.score * factor,
    vetoed: true,
    soft,
    evidence: [...evidence, { kind: 'veto', detail }],
  });
  const { columnRule: rule } = type;
  if (facts.hashed && type.accepts.some((kind) => kind === 'text' || kind === 'code'))
    // Nothing but the name can say what a digest is of, so a weak word counts in full.
    return {
      score: Math.max(header.score, weakOfDigest),
      vetoed: false,
      soft: false,
      evidence: [...evidence, { kind: 'shape', detail: evidenceText.digests }],
    };
  if (!kindsFit || isNoSuch(type, facts, header))
    return refused(veto.kind, evidenceText.kindsDoNotFit([...facts.kinds]));
  if (shortCodes(type, facts) || kindOf(type, facts, header) || fewForKey(type, facts) || repeatsIndex(type, facts))
    return refused(veto.kind, evidenceText.fewShortCodes);
  if (type.range && !fitsRange(type, facts, !header.weak && header.score >= 1))
    return refused(veto.range, evidenceText.outOfRange(...type.range));
  const knows = rule?.strength !== 'vocabulary' || !inUnknownScript(facts);
  if (rule?.vetoBelow && knows && checked.of >= 2 && checked.share < rule.vetoBelow && !facts.hashed) {
    const soft = !header.lone && !facts.date && !facts.kinds.has('boolean');
    const factor = masked(facts) ? veto.masked : veto.values;
    return refused(factor, evidenceText.fewAreWhatNameSays(checked.passed, checked.of), soft);
  }
  return { score: header.score, vetoed: false, soft: false, evidence };
}

function judge(
  type: SemanticType<SemanticTypeId>,
  facts: ColumnFacts,
  header: HeaderMatch | undefined,
  tools: ValueTools,
): Hypothesis | null {
  const rule = type.columnRule;
  const kindsFit = fitsKinds(type, facts);
  const checked =
    rule && kindsFit && (header || rule.alone || rule.strength !== 'shape')
      ? checkValues(type, facts, tools)
      : { passed: 0, of: 0, share: 0, rowShare: 0 };
  const claim = header && claimOf(type, facts, header, kindsFit, checked);
  const evidence = claim?.evidence ?? [];
  const vetoed = claim?.vetoed ?? false;
  let score = claim?.score ?? 0;
  let unproven = false;
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
  if (score <= 0.02 && checked.share < 0.1) return null;
  return {
    type: type.id,
    score,
    header: header?.score ?? 0,
    ...(header && { phrase: header.phrase }),
    // A digest is what the name says where it says that it is one.
    share: facts.hashed && type.id === 'password_hash' && header ? 1 : checked.share,
    vetoed,
    soft: claim?.soft ?? false,
    lone: header?.lone === true && !enough,
    unproven,
    evidence,
  };
}

/** What is left of a name in the question that asks for it. */
const inQuestion = 0.9;

/** What the header points at; a question that asks for a fact points at what it asks for. */
function matchesOf({ header }: ColumnFacts): Map<SemanticTypeId, HeaderMatch> {
  const found = new Map(matchHeader(knownHeaders(), header).map((match) => [match.type, match]));
  if (!header.question) return found;
  for (const name of askedFor(header.text)) {
    const asked = parseHeader(name);
    if (asked.question || asked.vague) continue;
    for (const match of matchHeader(knownHeaders(), asked)) {
      const score = match.score * inQuestion;
      if (score > (found.get(match.type)?.score ?? 0)) found.set(match.type, { ...match, score });
    }
  }
  return found;
}

/** All hypotheses about one column, from its header and its values alone. */
export function scoreColumn(facts: ColumnFacts, tools: ValueTools): ColumnState {
  const headers = matchesOf(facts);
  const hypotheses = new Map<SemanticTypeId, Hypothesis>();
  for (const type of semanticTypes) {
    const header = headers.get(type.id);
    if (!header && !type.valueCheck) continue;
    const found = judge(type, facts, header, tools);
    if (found) hypotheses.set(type.id, found);
  }
  yieldToName(facts, hypotheses);
  yieldToNumbering(facts, hypotheses);
  fewAddresses(facts, hypotheses);
  valuesDecide(hypotheses);
  return { facts, hypotheses };
}

/**
 * One word of two senses: where a check knows the values of the one and passes none of them, the other sense is meant.
 * A `département` is part of France or of a company.
 */
function valuesDecide(hypotheses: ReadonlyMap<string, Hypothesis>): void {
  const named = [...hypotheses.values()].filter(({ header, vetoed }) => header >= clearName && !vetoed);
  for (const hypothesis of named) {
    const rule = semanticTypeById(hypothesis.type)?.columnRule;
    const knows = rule?.strength === 'vocabulary' || rule?.strength === 'structure';
    const rival = named.some(
      (other) =>
        other !== hypothesis && other.phrase === hypothesis.phrase && !semanticTypeById(other.type)?.valueCheck,
    );
    const another =
      knowsAll.has(hypothesis.type) &&
      named.some((other) => other !== hypothesis && other.phrase === hypothesis.phrase);
    if (knows && (rival || another) && hypothesis.share === 0) hypothesis.score *= veto.masked;
  }
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

/** All countries are known, not all of their parts: a `kraj` that is none is a region. */
const knowsAll = typeSet('country');

/**
 * `08 Nordbezirk`, `4 A North`: a number and words are no house where a few of them stand in all rows and no name speaks of
 * addresses. Nobody's household has that many rows.
 */
function fewAddresses(facts: ColumnFacts, hypotheses: Map<SemanticTypeId, Hypothesis>): void {
  const { distinct, rows, nulls, values } = facts;
  const found = hypotheses.get('street_address');
  if (!found || found.header !== 0) return;
  if ((distinct <= fewPlaces && rows - nulls >= household * distinct) || areMeasured(values)) found.score *= veto.kind;
}
/** `45 Tahun`, `Point (98.2 93.5)`: figures with one and the same word are an amount in a unit, or a point. */
function areMeasured(values: readonly string[]): boolean {
  const words = new Map<string, number>();
  for (const value of values) {
    const word = value
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .toLowerCase();
    if (/^\p{L}+$/u.test(word)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return values.length >= leastAmounts && Math.max(0, ...words.values()) >= oneUnit * values.length;
}
const oneUnit = 0.6;
const leastAmounts = 10;
const fewPlaces = 60;
const household = 15;

/** Types that versions and running numbers look like. */
const lookAlikes: readonly SemanticTypeId[] = ['ip_address', 'phone_number', 'national_id', 'date_event'];
const dotted = /^v?\d+(?:\.\d+){1,4}(?:[-+.]?\w+)?$/i;

/** `firmware_build` over `80.101.3.4`, `release_sequence` over `202-555-0199`: the whole word outweighs the look. */
function yieldToNumbering(facts: ColumnFacts, hypotheses: Map<SemanticTypeId, Hypothesis>): void {
  if (!namesNumbering(facts.header)) return;
  for (const type of lookAlikes) {
    const found = hypotheses.get(type);
    if (found && found.header === 0) found.score *= veto.kind;
  }
  const known = hypotheses.get('app_version');
  if (!namesVersion(facts.header) || (known && known.header > 0)) return;
  const versions = facts.values.filter((value) => dotted.test(value)).length;
  if (versions < 0.8 * facts.values.length || versions === 0) return;
  const evidence: Evidence = { kind: 'header', detail: evidenceText.namesVersion };
  const share = versions / facts.values.length;
  hypotheses.set('app_version', {
    type: 'app_version',
    score: 0.8,
    header: 0.8,
    share,
    vetoed: false,
    evidence: [evidence],
  });
}
