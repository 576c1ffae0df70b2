import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

const shape = <const Id extends string>(id: Id, label: string): SemanticType<Id> => ({
  id,
  label,
  class: 'non_pii',
  category: 'technical',
  flags: [],
  accepts: ['empty', 'boolean', 'integer', 'decimal', 'date', 'category', 'code', 'text', 'long_text'],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: [],
  source: 'taxonomy 6g',
});

/** Types that a column's shape alone decides: no header leads to them. */
export const shapeFamily = [
  shape('empty', 'Empty'),
  shape('constant', 'One value throughout'),
  { ...shape('unknown', 'Not recognised'), freeText: 'possible' },
] as const;
