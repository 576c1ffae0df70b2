import { ageGroup } from './age-group.ts';
import { age } from './age.ts';
import { birthYear } from './birth-parts.ts';
import { birthMonth } from './birth-parts.ts';
import { birthDay } from './birth-parts.ts';
import { generation } from './birth-parts.ts';
import { zodiacSign } from './birth-parts.ts';
import { cardLastDigits } from './card-last-digits.ts';
import { city } from './city.ts';
import { companyName } from './company-name.ts';
import { contactFamily } from './contact-family.ts';
import { latitude } from './coordinates.ts';
import { longitude } from './coordinates.ts';
import { geoCoordinates } from './coordinates.ts';
import { country } from './country.ts';
import { diagnosis } from './diagnosis.ts';
import { educationFamily } from './education-family.ts';
import { educationLevel } from './education-level.ts';
import { employmentStatus } from './employment-status.ts';
import { familyRelationship } from './family-relationship.ts';
import { financeFamily } from './finance-family.ts';
import { firstName } from './first-name.ts';
import { gender } from './gender.ts';
import { healthFamily } from './health-family.ts';
import { householdFamily } from './household-family.ts';
import { incomeBracket } from './income-bracket.ts';
import { jobTitle } from './job-title.ts';
import { language } from './language.ts';
import { lastName } from './last-name.ts';
import { maritalStatus } from './marital-status.ts';
import { medicalCode } from './medical-code.ts';
import { medication } from './medication.ts';
import { namePrefix } from './name-parts.ts';
import { nameSuffix } from './name-parts.ts';
import { middleName } from './name-parts.ts';
import { maidenName } from './name-parts.ts';
import { nationality } from './nationality.ts';
import { citizenship } from './nationality.ts';
import { countryOfBirth } from './nationality.ts';
import { numberOfChildren } from './number-of-children.ts';
import { personAttribute } from './person-attribute.ts';
import { personKeyFamily } from './person-key-family.ts';
import { placeFamily } from './place-family.ts';
import { placeOfBirth } from './place-of-birth.ts';
import { politicalAffiliation } from './political-affiliation.ts';
import { postalCode } from './postal-code.ts';
import { raceEthnicity } from './race-ethnicity.ts';
import { religion } from './religion.ts';
import { sexualOrientation } from './sexual-orientation.ts';
import { specialFamily } from './special-family.ts';
import { stateRegion } from './state-region.ts';
import { vitalSign } from './vital-sign.ts';
import { workFamily } from './work-family.ts';

/** Every linkable type (taxonomy 6b); a file in this folder that is missing here fails the registry test. */
export const linkableTypes = [
  ageGroup,
  age,
  birthYear,
  birthMonth,
  birthDay,
  generation,
  zodiacSign,
  cardLastDigits,
  city,
  companyName,
  latitude,
  longitude,
  geoCoordinates,
  country,
  diagnosis,
  educationLevel,
  employmentStatus,
  familyRelationship,
  firstName,
  gender,
  incomeBracket,
  jobTitle,
  language,
  lastName,
  maritalStatus,
  medicalCode,
  medication,
  namePrefix,
  nameSuffix,
  middleName,
  maidenName,
  nationality,
  citizenship,
  countryOfBirth,
  numberOfChildren,
  personAttribute,
  placeOfBirth,
  politicalAffiliation,
  postalCode,
  raceEthnicity,
  religion,
  sexualOrientation,
  stateRegion,
  vitalSign,
  ...contactFamily,
  ...educationFamily,
  ...financeFamily,
  ...healthFamily,
  ...householdFamily,
  ...personKeyFamily,
  ...placeFamily,
  ...specialFamily,
  ...workFamily,
] as const;
