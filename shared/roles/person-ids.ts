import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/** Ids that stand for one person, the surest first. */
export const personIds: readonly SemanticTypeId[] = [
  'customer_id',
  'user_id',
  'person_id',
  'patient_id',
  'employee_id',
  'respondent_id',
];
