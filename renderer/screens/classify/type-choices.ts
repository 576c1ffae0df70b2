import { semanticTypeById, semanticTypes } from '#shared/semantic-types/index.ts';
import type { ClassificationPolicy, ColumnClass } from '#shared/domain/column-class.ts';
import { shownClass, type ShownClass, shownClasses } from '#shared/domain/shown-class.ts';
import { classText, typeWords } from '#shared/text/window/classes.ts';

export interface TypeGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** One choice per name: a list of options refuses a name twice. */
const types = [...new Map(semanticTypes.map((type) => [type.id, type])).values()];

/** The class a type has by itself, as the window shows it; null for a type this version does not know. */
export function classOfType(id: string): ShownClass | null {
  const type = semanticTypeById(id);
  return type ? shownClass({ class: type.class, flags: type.flags }) : null;
}

/**
 * Every type, grouped by the class it has by itself; types of `first` stand on top. `also`: a type that must be offered
 * even if unknown here.
 */
export function typeChoices(first: ShownClass | null, also: string): TypeGroup[] {
  const order = first === null ? shownClasses : [first, ...shownClasses.filter((shown) => shown !== first)];
  const groups = order.map((shown) => ({
    group: classText[shown].word,
    items: types
      .filter((type) => shownClass(type) === shown)
      .map((type) => ({ value: type.id, label: typeWords(type.id) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
  }));
  return semanticTypeById(also)
    ? groups
    : [{ group: classText.non.word, items: [{ value: also, label: typeWords(also) }] }, ...groups];
}

/** The class to record: an online identifier is what the policy says it is. */
export const recordedClass = (shown: ShownClass, policy: ClassificationPolicy): ColumnClass =>
  shown === 'online' ? (policy === 'gdpr-strict' ? 'linked' : 'non_pii') : shown === 'non' ? 'non_pii' : shown;
