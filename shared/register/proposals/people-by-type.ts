import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import type { ObservedDataset } from '../observed/observed.ts';
import type { DataSubjectCategory } from '../vocabulary/people-and-data.ts';

/** Types of columns that only tables about certain people have. */
const typesByPeople: readonly (readonly [DataSubjectCategory, readonly SemanticTypeId[]])[] = [
  [
    'customers',
    ['customer_id', 'order_date', 'total_spent', 'purchase_count', 'lifetime_value', 'loyalty_segment', 'churn_label'],
  ],
  ['prospects', ['lead_status', 'lead_score', 'lead_source']],
  ['subscribers', ['subscription_status', 'email_engagement', 'email_client']],
  ['visitors', ['cookie_id', 'session_id', 'visitor_type', 'page_view_count', 'session_count', 'bounce_rate']],
  ['employees', ['employee_id', 'hire_date', 'performance_rating', 'attendance', 'hr_date', 'hr_metric']],
  ['patients', ['patient_id', 'medical_record_number', 'clinical_note']],
  ['students', ['academic_performance']],
];

/** Whose data a dataset holds, by what its judged columns are. */
export function peopleIn({ columns }: ObservedDataset): DataSubjectCategory[] {
  const judged = columns.filter(({ notJudged }) => notJudged === null);
  const found = typesByPeople
    .filter(([, types]) => judged.some(({ type }) => types.includes(type)))
    .map(([people]) => people);
  return judged.some(({ flags }) => flags.includes('minor_age')) ? [...found, 'minors'] : found;
}
