import { typeSet } from '#shared/semantic-types/type-set.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';

/**
 * Types that say what a column is like, not what it is about: whether a purpose needs such a column, only a person can
 * tell.
 */
const unspecific = typeSet(
  'unknown',
  'boolean_flag',
  'numeric_metric',
  'target_label',
  'constant',
  'empty',
  'year',
  'calendar_feature',
  'date_event',
  'timestamp',
  'model_score',
  'survey_answer',
  'technical_attribute',
);

/**
 * Whether a purpose needs a column: by its type, by its category, or because nothing specific is known about it. A
 * purpose that lists no data rules none out.
 */
export function isNeeded(finding: Finding, purpose: Purpose): boolean {
  const wanted = new Set(purpose.dataNeeded.flatMap(({ types }) => types));
  return (
    wanted.size === 0 ||
    wanted.has(finding.type) ||
    wanted.has(finding.category) ||
    (unspecific.has(finding.type) && finding.class === 'non_pii')
  );
}

/** Why the purpose needs it, in the purpose's own words; null where it does not name the column's type. */
export const whyNeeded = (finding: Finding, purpose: Purpose): string | null =>
  purpose.dataNeeded.find(({ types }) => types.includes(finding.type) || types.includes(finding.category))?.why ?? null;
