import type { SemanticTypeId } from '#shared/semantic-types/index.ts';

/**
 * Types whose values stand for one person, household or device: by name or number (`direct`), by a key that a table
 * gives people (`key`), or by what their device answers with (`online`).
 */
const identifierTypes = {
  direct: [
    'full_name',
    'username',
    'email_address',
    'phone_number',
    'fax_number',
    'full_address',
    'street_address',
    'person_profile_url',
    'social_handle',
    'person_photo',
    'national_id',
    'passport_number',
    'drivers_license',
    'tax_id',
    'vin',
    'vehicle_plate',
    'national_health_id',
    'medical_record_number',
    'bank_account_number',
    'iban',
    'credit_card_number',
    'case_number',
    'biometric_template',
    'genetic_data',
  ],
  key: ['customer_id', 'user_id', 'employee_id', 'patient_id', 'respondent_id', 'person_id'],
  online: [
    'cookie_id',
    'session_id',
    'advertising_id',
    'advertising_click_id',
    'ip_address',
    'mac_address',
    'device_id',
    'imei',
  ],
} as const satisfies Record<string, readonly SemanticTypeId[]>;

export type IdentifierKind = keyof typeof identifierTypes;

const identifierByType: ReadonlyMap<string, IdentifierKind> = new Map(
  (Object.keys(identifierTypes) as IdentifierKind[]).flatMap((kind) =>
    identifierTypes[kind].map((type) => [type, kind] as const),
  ),
);

/** What kind of identifier values of a type are; null where they stand for nobody by themselves. */
export const identifierKindOf = (type: SemanticTypeId): IdentifierKind | null => identifierByType.get(type) ?? null;
