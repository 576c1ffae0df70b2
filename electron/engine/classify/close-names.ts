import { closePhrase } from '#shared/header-language/closeness/close-index.ts';
import { knownPhrases } from '#shared/header-language/closeness/known-phrases.ts';
import type { Evidence } from '#shared/domain/finding.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { checkValues } from './check-values.ts';
import { nameHolds } from './name-holds.ts';
import { best, support, type ColumnState } from './hypothesis.ts';

/**
 * How near a phrase must be, and how much nearer than one on the other side of personal and non-PII. Found by leaving
 * out the phrases of one language after the other and asking for them (docs/decisions/0049).
 */
const least = { closeness: 0.35, ahead: 0.1 };
/** What nearness weighs: less than the shape of the values (`fallback.ts`), so that it asks and never decides. */
const weight = { start: 0.18, byCloseness: 0.14 };
/** Share of the values (0…1) that must be what the name would say, where a check knows them. */
const leastPassing = 0.2;
/** Share of the numbers (0…1) that may lie outside the type's bounds. */
const mayLieOutside = 0.05;

/** Nothing but the nearness of its name speaks for the type: its values must be able to be it. */
function couldBe(
  { facts }: ColumnState,
  type: NonNullable<ReturnType<typeof semanticTypeById>>,
  tools: ValueTools,
): boolean {
  if (!type.accepts.some((kind) => facts.kinds.has(kind))) return false;
  const { number } = facts;
  if (type.range && number) {
    const [low, high] = type.range;
    const outside = number.sorted.filter((value) => value < low || value > high).length;
    if (outside > mayLieOutside * number.sorted.length) return false;
  }
  return !type.valueCheck || !type.columnRule?.vetoBelow || checkValues(type, facts, tools).share >= leastPassing;
}

/**
 * A name in which no phrase is found may mean what the phrase means that it is most like: a compound, an ending or a
 * shortening that nobody listed, a word that a known language shares with an unknown one. It is shown as what the
 * column may be as well, and makes the finding less sure; it does not make the class.
 */
export function addCloseName(column: ColumnState, tools: ValueTools): void {
  const { facts, hypotheses } = column;
  const { header } = facts;
  if (header.mute || header.vague || header.question || facts.kinds.has('empty')) return;
  if ([...hypotheses.values()].some((hypothesis) => hypothesis.header > 0)) return;
  const near = closePhrase(knownPhrases(), header.tokens);
  if (!near || near.closeness < least.closeness || near.closeness - near.rival < least.ahead) return;
  // A phrase that is in the name was ruled out by another word of it.
  if (nameHolds(header.text, near.phrase)) return;
  const type = semanticTypeById(near.type);
  if (!type || !couldBe(column, type, tools)) return;
  column.near = { personal: type.class !== 'non_pii', closeness: near.closeness };
  const evidence: Evidence = { kind: 'header', detail: evidenceText.nameCloseTo(near.phrase) };
  // What leads says so, too: a person who looks at the finding sees what else its name may mean.
  best(column)?.evidence.push(evidence);
  support(column, type.id, weight.start + weight.byCloseness * near.closeness, evidence);
}
