import { bankAccountNumber } from './bank-account-number.ts';
import { bankRoutingCode } from './bank-account-number.ts';
import { cardSecurityCode } from './card-details.ts';
import { cardExpiry } from './card-details.ts';
import { creditCardNumber } from './credit-card-number.ts';
import { dateOfBirth } from './date-of-birth.ts';
import { driversLicense } from './drivers-license.ts';
import { emailAddress } from './email-address.ts';
import { fullAddress } from './full-address.ts';
import { fullName } from './full-name.ts';
import { nationalHealthId } from './health-identifiers.ts';
import { medicalRecordNumber } from './health-identifiers.ts';
import { iban } from './iban.ts';
import { linkedFamily } from './linked-family.ts';
import { nationalIdentifier } from './national-id.ts';
import { passportNumber } from './passport-number.ts';
import { passwordHash } from './password-hash.ts';
import { password } from './password.ts';
import { personPhoto } from './person-photo.ts';
import { personProfileUrl } from './person-profile-url.ts';
import { phoneNumber } from './phone-number.ts';
import { socialHandle } from './social-handle.ts';
import { streetAddress } from './street-address.ts';
import { taxId } from './tax-id.ts';
import { businessTaxId } from './tax-id.ts';
import { username } from './username.ts';
import { vehicleVin } from './vehicle-ids.ts';
import { vehiclePlate } from './vehicle-ids.ts';

/** Every linked type (taxonomy 6a); a file in this folder that is missing here fails the registry test. */
export const linkedTypes = [
  bankAccountNumber,
  bankRoutingCode,
  cardSecurityCode,
  cardExpiry,
  creditCardNumber,
  dateOfBirth,
  driversLicense,
  emailAddress,
  fullAddress,
  fullName,
  nationalHealthId,
  medicalRecordNumber,
  iban,
  nationalIdentifier,
  passportNumber,
  passwordHash,
  password,
  personPhoto,
  personProfileUrl,
  phoneNumber,
  socialHandle,
  streetAddress,
  taxId,
  businessTaxId,
  username,
  vehicleVin,
  vehiclePlate,
  ...linkedFamily,
] as const;
