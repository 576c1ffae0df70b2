import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import type { ColumnFacts } from './column-facts.ts';
import { support, type ColumnState } from './hypothesis.ts';

const hexOrUuid = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,64})$/i;

/** Names under which a long number is read as a moment: none at all, or one of time. */
const ofTime = new RegExp(
  '^(?:epoch|unix|timestamp|time|ts|zeit|zeitstempel|tiempo|temps|tempo|tijd|created|updated|at|posix|moment|' +
    'start|end|begin|beginn|ende|debut|fin|inicio|inizio|fine|fim)$',
);
const [from, to] = [Date.UTC(2000, 0) / 1000, Date.UTC(2040, 0) / 1000];
const mostYears = 25 * 365 * 86_400;

/**
 * Seconds or milliseconds since 1970, of this century and not further apart than a system is old. National phone numbers
 * of ten digits lie in that range, too: theirs are further apart.
 */
function isEpoch({ number, header, distinct, rows }: ColumnFacts): boolean {
  if (!number?.whole || distinct < 5 || rows < 5 || !(header.mute || header.tokens.some((token) => ofTime.test(token))))
    return false;
  const unit = number.min >= from * 1000 ? 1000 : 1;
  return number.min >= from * unit && number.max <= to * unit && number.max - number.min <= mostYears * unit;
}

/** The general type a column's shape stands for when nothing more particular is known. */
export function shapeType(facts: ColumnFacts): { type: SemanticTypeId; because: string } {
  if (facts.kinds.has('empty')) return { type: 'empty', because: evidenceText.shape.empty };
  if (facts.distinct === 1 && facts.nulls === 0 && facts.rows > 1)
    return { type: 'constant', because: evidenceText.shape.constant };
  if (facts.kinds.has('boolean')) return { type: 'boolean_flag', because: evidenceText.shape.yesAndNo };
  if (facts.kinds.has('date') && facts.date)
    return facts.date.hasTime
      ? { type: 'timestamp', because: evidenceText.shape.moments }
      : { type: 'date_event', because: evidenceText.shape.dates };
  if (facts.number) {
    const { min, max, whole } = facts.number;
    if (isEpoch(facts)) return { type: 'timestamp', because: evidenceText.shape.epochs };
    if (whole && facts.ascending && min <= 1 && facts.uniqueness === 1)
      return { type: 'row_index', because: evidenceText.shape.countRows };
    if (whole && min >= 1900 && max <= 2100 && facts.distinct > 1 && facts.uniqueness < 0.9)
      return { type: 'year', because: evidenceText.shape.years };
    const keyName =
      facts.header.mute ||
      facts.header.tokens.some((token) => /^(?:id|key|code|number|nummer|codice|ref|sk|pk)$/.test(token));
    if (whole && keyName && facts.uniqueness > 0.95 && facts.rows >= 20 && max >= facts.rows)
      return { type: 'record_id', because: evidenceText.shape.numberOfItsOwn };
    return { type: 'numeric_metric', because: evidenceText.shape.numbers };
  }
  if (facts.values.every((value) => /^[[{]/.test(value) && /[\]}]$/.test(value)))
    return { type: 'json_blob', because: evidenceText.shape.json };
  if (facts.values.every((value) => hexOrUuid.test(value)))
    return { type: 'record_id', because: evidenceText.shape.randomKeys };
  if (facts.kinds.has('code') && facts.uniqueness > 0.95 && facts.meanWords < 1.2 && facts.rows >= 5)
    return { type: 'record_id', because: evidenceText.shape.codeOfItsOwn };
  if (facts.kinds.has('long_text')) return { type: 'free_text', because: evidenceText.shape.sentences };
  return {
    type: 'unknown',
    because:
      facts.kinds.has('category') && facts.uniqueness < 1 ? evidenceText.shape.repeat : evidenceText.shape.unrecognised,
  };
}

/** What a general type weighs: less than any header, more than a weak word alone. */
const general = 0.35;
const certain = 5;

/** Gives every column its general type as a weak hypothesis, so that there is always one to fall back on. */
export function addFallback(column: ColumnState): void {
  const { type, because } = shapeType(column.facts);
  support(column, type, type === 'empty' ? certain : general, { kind: 'shape', detail: because });
}
