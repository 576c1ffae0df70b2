import type { Finding } from '#shared/domain/finding.ts';

/** Types that name one person, the surest first. A name or an address is none: two people share them. */
const personTypes = [
  'customer_id', 'user_id', 'person_id', 'patient_id', 'employee_id', 'respondent_id', 'national_id', 'national_health_id', 'medical_record_number',
  'passport_number', 'drivers_license', 'tax_id', 'email_address', 'username', 'phone_number', 'iban', 'credit_card_number', 'cookie_id', 'advertising_id', 'device_id', 'hashed_value',
];

/** The source column that tells people apart, where the classification knows one; whether it repeats is for the data to say. */
export function personColumn(findings: readonly Finding[]): string | null {
  const candidates = findings.filter((finding) => personTypes.includes(finding.type));
  candidates.sort((a, b) => personTypes.indexOf(a.type) - personTypes.indexOf(b.type));
  return candidates[0]?.name ?? null;
}
