import { semanticTypeById, type SemanticTypeId } from '#shared/semantic-types/index.ts';
import { typeSet } from '#shared/semantic-types/type-set.ts';
import { specialWords } from '#shared/semantic-types/special-words/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { nameHolds } from '../name-holds.ts';
import { best, leads, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';
import { namesOpinion } from './topics.ts';

/** What a name of that word is worth: more than a shape, less than a phrase that is the whole name. */
const worth = 0.7;
/** Columns about health from which a table is about it. */
export const aboutHealth = 2;
/** A name so clear is what it says, whatever word is in it. */
const clear = 0.9;

/** No state of a person is numbered that high: years, moments and sums are. */
const highestCode = 1000;

const ofNobody: readonly TableContext['entity'][] = ['thing', 'business', 'aggregate'];
const shapes = typeSet('date_event', 'timestamp', 'year', 'calendar_feature');
/** Types of facts of persons that a protected word in the name makes more particular. */
const general = typeSet('person_attribute', 'boolean_flag', 'unknown', 'numeric_metric', 'free_text', 'target_label');

/** How much, how often and how long ago: of what is said by the rest of the name. */
const measures = typeSet('recency', 'quantity', 'usage_time', 'interaction_count', 'session_count');

/** What a column is of which only a protected word in its name says something. */
function typeOf(column: ColumnState, type: string): SemanticTypeId | undefined {
  const health = semanticTypeById(type)?.flags.includes('health') === true;
  if (column.facts.date && !column.facts.number)
    return health ? 'medical_date' : type === 'criminal_record' ? 'crim_date' : undefined;
  if (health && column.facts.kinds.has('long_text')) return 'clinical_note';
  return semanticTypeById(type)?.id;
}

/** Whatever else the name could say: what stands there beside a person is what she or he has. */
function illnessesOfPersons(column: ColumnState): void {
  const ill = column.hypotheses.get('diagnosis');
  const first = best(column);
  if (!ill || !first || ill.share < mostly || column.facts.distinct < 3) return;
  if (semanticTypeById(first.type)?.category === 'personal' || column.facts.header.question) return;
  ill.score = first.score + 0.05;
}
const mostly = 0.5;

/**
 * A word for something the law protects makes a column of an unknown kind one about it: a symptom, a vote, an offence,
 * in whatever language and on whatever scale. Opinions about the topic, and tables of goods, places and businesses, stay.
 */
export function specialWordRules(columns: readonly ColumnState[], table: TableContext): void {
  if (ofNobody.includes(table.entity)) return;
  if (table.entity === 'person') for (const column of columns) illnessesOfPersons(column);
  const ofPatients = columns.some((column) => leads(column, 'patient_id'));
  for (const column of columns) {
    const { header, kinds } = column.facts;
    const first = best(column);
    const led = first && semanticTypeById(first.type);
    if (header.question || kinds.has('empty') || namesOpinion(column)) continue;
    if (
      led &&
      (led.category === 'personal' || led.category === 'attitudinal') &&
      !general.has(led.id) &&
      first.score >= 0.4
    )
      continue;
    if ((column.facts.number?.median ?? 0) > highestCode) continue;
    if (leads(column, 'page_url', 'event_name', 'record_id', 'row_index') && first?.header !== 0) continue;
    const found = specialWords(header.tokens).find(
      ({ weak, topic }) =>
        topic.type !== '' && (!weak || (topic.flag === 'health' && (table.healthColumns >= aboutHealth || ofPatients))),
    );
    // Time since, or a number of, something protected is about it: `Days_since_last_mens`.
    const counted =
      led !== undefined && measures.has(led.id) && found !== undefined && !first?.phrase?.includes(found.word);
    if (led && first.header >= clear && !general.has(led.id) && !counted) continue;
    const type = found && typeOf(column, found.topic.type);
    if (!type || shapes.has(type)) continue;
    const known = column.hypotheses.get(type);
    const evidence = {
      kind: 'header' as const,
      detail: nameHolds(header.text, found.word)
        ? evidenceText.nameContains(found.word)
        : evidenceText.nameMeans(found.word),
    };
    const score = Math.max(worth, (first?.score ?? 0) + 0.1);
    column.hypotheses.set(type, {
      type,
      share: 0,
      vetoed: false,
      ...known,
      score,
      header: Math.max(known?.header ?? 0, worth),
      lone: header.tokens.length > 1,
      phrase: found.word,
      evidence: [...(known?.evidence ?? []), evidence],
    });
  }
}
