import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { numberedQuestion } from '#shared/header-language/header.ts';
import { headerFlags } from '../header-flags.ts';
import { best, support, type ColumnState, type Hypothesis } from '../hypothesis.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import type { TableContext } from './entity.ts';
import { isScaleStep } from './scale-words.ts';

const judging = new RegExp(
  String.raw`\b(rude|should|think|feel|comfortable|acceptable|agree|opinion|satisf|likely|believe|` +
    'important|prefer|would|impact|concern|trust|recommend|favou?r|how much do you|denkst|' +
    'meinung|zufrieden|fanden|finden sie|eindruck|vertrau|glaub|wahrscheinlich|vorwissen|wichtig|' +
    'how (?:clear|easy|useful|credible|confident|interest)|trouvez|confiance|pensez|opinion|' +
    'satisfait|cree|piensa|satisfech|pensi|soddisf|acha|confianza|confianca|fiducia|denkt|vindt|' +
    'vertrouw|belangrijk|tevreden|considera|consideri|consideras|considerez|califica|calificar|recomend|raccomand|' +
    'avalia|ritien|giudica|bewert|beurteil|vurder|bedöm|tycker|synes|oordeel|beoordel|uważa|ocenia|názor|myslíte|' +
    'hodnotí|düşünüyor|değerlendir|pendapat|menurut anda)',
  'i',
);
const scale = new RegExp(
  '^(?:(?:not (?:at all|so|too|very)|very|extremely|somewhat|slightly|strongly|completely|' +
    String.raw`quite|fairly|a lot|a little|only a little|too)\b.*|(?:strongly |somewhat )?` +
    '(?:agree|disagree)|neutral|neither.*|(?:very |somewhat )?(?:un)?(?:likely|satisfied|important)|' +
    'always|often|usually|sometimes|rarely|never|once .*|about half the time|most of the time|' +
    `not selected|no answer|no opinion|don'?t know|not applicable.*|prefer not to (?:say|answer)|` +
    `sehr gut|gut|befriedigend|trifft (?:voll |eher )?(?:nicht )?zu|tout à fait d'accord|` +
    `plutôt d'accord|pas d'accord|muy de acuerdo|de acuerdo|en desacuerdo|d'accordo|concordo.*|` +
    'siempre|nunca|(?:a|algunas) veces|casi (?:nunca|siempre)|a menudo|toujours|parfois|rarement|jamais|souvent|' +
    'immer|oft|' +
    'manchmal|selten|nie|sempre|spesso|a volte|mai|raramente|as vezes|às vezes|quase nunca|' +
    'altijd|vaak|soms|zelden|nooit|' +
    'alltid|ofta|ibland|sällan|aldrig|zawsze|często|czasami|rzadko|nigdy|vždy|často|někdy|zřídka|nikdy|' +
    'her zaman|bazen|' +
    'discordo.*|eens|oneens|weekly or more|less than weekly|response)$',
  'i',
);

/** What a question may not hide: answers about these are personal however the question is put. */
const special = new Set<string>([
  'religion',
  'health',
  'political',
  'sexual_orientation',
  'race_ethnicity',
  'trade_union',
  'criminal',
  'genetic',
  'biometric',
]);

/** Share of the different answers that are steps of an answer scale. */
const scaleShare = (column: ColumnState): number =>
  column.facts.values.filter((value) => scale.test(value) || isScaleStep(value)).length /
  Math.max(1, column.facts.values.length);

/**
 * A long header may ask for a fact instead of an opinion: a sum of money over amounts, somebody's number over numbers
 * of their own.
 */
function factAsked(hypothesis: Hypothesis, { facts }: ColumnState): boolean {
  const type = semanticTypeById(hypothesis.type);
  if (hypothesis.header < 0.1 || type?.class !== 'linkable' || type.category !== 'personal') return false;
  if (hypothesis.header >= namedInQuestion && !hypothesis.lone && !freeAnswer(facts)) return true;
  if (type.flags.includes('financial')) return facts.number !== null && facts.number.median >= leastAmount;
  return type.id.endsWith('_id') && facts.uniqueness > 0.9 && facts.meanLength >= 4 && !facts.kinds.has('long_text');
}
/** A header from which the question asks for just that. */
const namedInQuestion = 0.7;
const freeAnswer = ({ kinds }: ColumnState['facts']): boolean => kinds.has('long_text') || kinds.has('boolean');
/** Units of the body in a name; whatever the language, it asks how tall or heavy somebody is, or what was measured. */
const units: readonly (readonly [words: ReadonlySet<string>, SemanticTypeId, low: number, high: number])[] = [
  [
    new Set(wordList('cm cms centimeter centimeters centimetres centimetros centimetri centimetre')),
    'height',
    100,
    215,
  ],
  [new Set(wordList('kg kgs kilo kilos kilogram kilograms kilogramos kilogramme kilogrammes')), 'weight', 25, 180],
  [new Set(wordList('mmhg bpm')), 'vital_sign', 30, 250],
];

/** What is measured of a person by the unit in the name, where most values lie where those of people do. */
function measuredIn({ facts: { header, number } }: ColumnState): SemanticTypeId | undefined {
  if (!number) return undefined;
  const at = (share: number): number => number.sorted[Math.floor(share * (number.sorted.length - 1))] ?? 0;
  return units.find(
    ([words, , low, high]) => header.tokens.some((token) => words.has(token)) && at(0.1) >= low && at(0.9) <= high,
  )?.[1];
}

/** Beyond the steps of an answer scale: more of something, or less, than anybody rates with. */
const beyondScale = ({ number, distinct }: ColumnState['facts']): boolean =>
  number !== null && distinct >= 10 && (number.max > 10 || number.min < 0);

/** Under this it is more likely a step of an answer scale than money. */
const leastAmount = 100;

/** Nothing that its whole name says leads. */
const silentOrLone = (column: ColumnState): boolean => {
  const first = best(column);
  return first === undefined || first.header === 0 || first.lone === true;
};

/** Questions and numbered items hold answers unless header or values say something more particular. */
export function surveyRules(columns: readonly ColumnState[], table: TableContext): void {
  for (const column of columns) {
    const { header, kinds, values } = column.facts;
    if (kinds.has('empty') || kinds.has('date')) continue;
    const numbered = numberedQuestion.test(header.text);
    const answers = scaleShare(column);
    if (kinds.has('long_text') && !header.question) continue;
    const led = best(column);
    const scaled =
      answers >= 0.8 && values.length >= 3 && led?.lone === true && !semanticTypeById(led.type)?.flags.length;
    if (scaled)
      support(column, 'survey_answer', led.score + 0.05, {
        kind: 'vocabulary',
        detail: evidenceText.table.scaleNotFact,
      });
    if (answers >= 0.5 && values.length >= 3 && values.length <= 25)
      support(column, 'opinion', 0.55, { kind: 'vocabulary', detail: evidenceText.table.stepsOfScale });
    const sensitive =
      header.question && !judging.test(header.text)
        ? [...column.hypotheses.values()].find(
            (hypothesis) =>
              hypothesis.header >= 0.15 &&
              !hypothesis.vetoed &&
              (semanticTypeById(hypothesis.type)?.flags ?? []).some((flag) => special.has(flag)),
          )
        : undefined;
    const topic =
      header.question && !sensitive && !judging.test(header.text)
        ? headerFlags(header.tokens)
            .map(({ type }) => semanticTypeById(type)?.id)
            // `a song for the party`: a check knows its values, and these are none.
            .find((type) => type !== undefined && column.hypotheses.get(type)?.vetoed !== true)
        : undefined;
    // Of the two there is one at most.
    const protectedType = topic ?? sensitive?.type;
    if (protectedType)
      support(column, protectedType, Math.max(0.75, (best(column)?.score ?? 0) + 0.3), {
        kind: 'header',
        detail: evidenceText.table.protectedQuestion,
      });
    const asked =
      header.question && !sensitive && !judging.test(header.text)
        ? [...column.hypotheses.values()]
            .filter((hypothesis) => !hypothesis.vetoed && factAsked(hypothesis, column))
            .sort((left, right) => right.header - left.header)[0]
        : undefined;
    if (asked)
      support(column, asked.type, Math.max(0.75, (best(column)?.score ?? 0) + 0.3), {
        kind: 'header',
        detail: evidenceText.table.factAsked,
      });
    const unit = table.entity === 'person' && silentOrLone(column) ? measuredIn(column) : undefined;
    if (unit)
      support(column, unit, Math.max(0.75, (best(column)?.score ?? 0) + 0.3), {
        kind: 'header',
        detail: evidenceText.table.factAsked,
      });
    else if (header.question && table.entity === 'person' && !judging.test(header.text) && beyondScale(column.facts))
      support(column, 'person_attribute', 0.55, { kind: 'header', detail: evidenceText.table.factAsked });
    if (header.question)
      support(column, judging.test(header.text) ? 'opinion' : 'survey_answer', 0.5, {
        kind: 'header',
        detail: evidenceText.table.question,
      });
    else if (numbered && table.questions >= 5)
      support(column, answers > 0 ? 'opinion' : 'survey_answer', 0.45, {
        kind: 'table',
        detail: evidenceText.table.numberedQuestion,
      });
    else if (header.mute && table.questions >= 5) {
      // A blank header beside a question continues it ("other, please specify").
      const before = columns[column.facts.at - 1];
      const led = before && best(before);
      if (before?.facts.header.question && led)
        support(column, led.type, 0.5, { kind: 'neighbour', detail: evidenceText.table.continuesQuestion });
    }
  }
}
