import type { Finding } from '#shared/domain/finding.ts';
import type { JoinKeyKind } from '#shared/domain/joined-view.ts';
import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/** Types by which a dataset names people, the surest first: what is proposed as a key. */
const naming: readonly SemanticTypeId[] = [
  'customer_id',
  'user_id',
  'person_id',
  'patient_id',
  'employee_id',
  'respondent_id',
  'national_id',
  'national_health_id',
  'medical_record_number',
  'tax_id',
  'passport_number',
  'drivers_license',
  'email_address',
  'phone_number',
  'username',
  'iban',
  'hashed_value',
  'cookie_id',
  'advertising_id',
  'device_id',
];

/** Types that say nothing of what a column is: it may name people all the same. */
const untold: readonly SemanticTypeId[] = [
  'unknown',
  'empty',
  'free_text',
  'person_attribute',
  'record_id',
  'row_index',
  'foreign_key',
];

/** What a column's values are by its type; null where nothing tells. */
export function keyKindOfType(type: string): JoinKeyKind | null {
  if (type === 'email_address') return 'email';
  if (type === 'phone_number') return 'phone';
  return untold.some((one) => one === type) ? null : 'id';
}

/** Whether the values of a type tell people apart. */
export const namesPeople = (type: string): boolean => naming.some((one) => one === type);

/** Whether they do, or may: of some columns nothing tells what they are. */
export const mayNamePeople = (type: string): boolean => namesPeople(type) || untold.some((one) => one === type);

export interface KeyPair {
  left: string;
  right: string;
  kind: JoinKeyKind;
  type: SemanticTypeId;
}

/** Pairs of columns by which both datasets name people in the same way, the surest first. */
export function suggestKeys(left: readonly Finding[], right: readonly Finding[]): KeyPair[] {
  return naming.flatMap((type) =>
    left
      .filter((one) => one.type === type)
      .flatMap((one) =>
        right
          .filter((other) => other.type === type)
          // Of several the one that is called the same.
          .toSorted((a, b) => Number(b.name === one.name) - Number(a.name === one.name))
          .map((other) => ({ left: one.name, right: other.name, kind: keyKindOfType(type) ?? 'id', type })),
      ),
  );
}

/**
 * What both columns' values are taken for; null where they are of two kinds, which no person has in common. A column of
 * which nothing is known goes by the other.
 */
export function commonKind(left: string, right: string): JoinKeyKind | null {
  const [one, other] = [keyKindOfType(left), keyKindOfType(right)];
  if (one === null || other === null) return one ?? other ?? 'id';
  return one === other ? one : null;
}
