/**
 * Who the customer is: D1 and D2 of the sample, with the ties between them that real people show (age and work, city
 * and postal code).
 */
import { countries } from './places.mjs';
import { drivingLicence, nationalId, passport, testCard } from './identifiers.mjs';
import { addDays, ageOn } from './dates.mjs';

export const REFERENCE_DATE = '2026-11-01';

// Ages from 13, as the shop admits; the weights follow the customers of an online shop more than a census.
const AGES = [
  [[13, 15], 1],
  [[16, 17], 1.6],
  [[18, 24], 14],
  [[25, 34], 26],
  [[35, 44], 22],
  [[45, 54], 16],
  [[55, 64], 11],
  [[65, 74], 6.5],
  [[75, 88], 1.9],
];

const WORK = {
  young: [
    ['Student', 46, 9_000],
    ['Sales assistant', 16, 21_000],
    ['Apprentice', 14, 15_000],
    ['Waiter', 12, 19_000],
    ['Junior developer', 12, 34_000],
  ],
  adult: [
    ['Software engineer', 12, 62_000],
    ['Nurse', 10, 41_000],
    ['Teacher', 10, 44_000],
    ['Sales assistant', 9, 26_000],
    ['Accountant', 8, 50_000],
    ['Project manager', 8, 60_000],
    ['Electrician', 7, 40_000],
    ['Office clerk', 9, 33_000],
    ['Warehouse worker', 8, 28_000],
    ['Marketing manager', 6, 58_000],
    ['Physician', 3, 105_000],
    ['Lawyer', 3, 92_000],
    ['Unemployed', 4, 12_000],
    ['Airline pilot', 0.4, 120_000],
    ['Bell founder', 0.06, 31_000],
  ],
  old: [
    ['Retired', 88, 24_000],
    ['Consultant', 8, 58_000],
    ['Shop owner', 4, 42_000],
  ],
};

const GENDERS = [
  ['female', 51],
  ['male', 46.5],
  ['non-binary', 1.2],
  ['', 1.3],
];
const ascii = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[^A-Za-z0-9]+/g, '')
    .toLowerCase();

/** The five-to-ten-year band an online form would offer. */
export function ageGroup(age) {
  if (age < 18) return 'under 18';
  if (age < 25) return '18-24';
  if (age >= 75) return '75+';
  const low = 25 + Math.floor((age - 25) / 10) * 10;
  return `${low}-${low + 9}`;
}

function workOf(age, chance) {
  const list = age < 18 ? [['Pupil', 1, 0]] : age < 23 ? WORK.young : age > 66 ? WORK.old : WORK.adult;
  const [title, , pay] = chance.weighted(list.map((entry) => [entry, entry[1]]));
  const seniority = age < 23 || age > 66 ? 1 : 0.75 + Math.min(age - 22, 30) * 0.018;
  return { title, pay: pay === 0 ? 0 : Math.round(chance.skewed(pay * seniority, 0.22) / 100) * 100 };
}

/** Makes one person; `sequence` (1…) keeps customer numbers and logins unique. */
export function makePerson(sequence, chance, locals) {
  const country = chance.weighted(countries.map((entry) => [entry, entry.weight]));
  const local = locals.get(country.code);
  const place = chance.weighted(country.cities.map((entry) => [entry, entry.weight]));
  const gender = chance.weighted(GENDERS);
  const sex = gender === 'female' || gender === 'male' ? gender : chance.pick(['female', 'male']);
  const firstName = local.person.firstName(sex);
  const lastName = local.person.lastName(sex);
  const [low, high] = chance.weighted(AGES);
  // A day between "turned `low` today" and "turns `high` + 1 tomorrow".
  const born = addDays(REFERENCE_DATE, -chance.whole(Math.ceil(low * 365.25) + 1, Math.floor((high + 1) * 365.25) - 1));
  const age = ageOn(born, REFERENCE_DATE);
  const work = workOf(age, chance);
  const person = { firstName, lastName, born, gender: sex };
  const has = (share) => age >= 18 && chance.chance(share);
  const phonePattern = chance.pick(country.phone).replace('###', country.area?.[place.name] ?? '###');
  const name = `${ascii(firstName)}.${ascii(lastName)}`;
  const login = `${ascii(firstName).slice(0, 3)}${ascii(lastName).slice(0, 6)}${sequence}`;
  const email = `${name}${sequence % 7 === 0 ? '' : sequence % 97}@${chance.weighted([
    ['example.com', 60],
    ['example.org', 25],
    ['example.net', 15],
  ])}`;
  const phone = chance.chance(0.88) ? chance.pattern(phonePattern) : '';
  return {
    age,
    country,
    place,
    income: work.pay * country.currency,
    email,
    phone,
    firstName,
    cells: {
      customer_id: `CU${String(100_000 + ((sequence * 48_271) % 899_981)).padStart(6, '0')}`,
      full_name: `${firstName} ${lastName}`,
      email,
      phone,
      street_address: local.location.streetAddress(),
      city: place.name,
      region: place.region,
      postal_code: chance.pattern(place.postcode),
      country: country.name,
      date_of_birth: born,
      gender,
      age_group: ageGroup(age),
      ethnicity: country.ethnicities.length > 0 && chance.chance(0.6) ? chance.weighted(country.ethnicities) : '',
      job_title: work.title,
      annual_income: work.pay === 0 ? '' : Math.round((work.pay * country.currency) / 100) * 100,
      national_id: has(0.55) ? nationalId(country.code, person, chance.whole) : '',
      passport_number: has(0.3) ? passport(country.code, chance.whole) : '',
      drivers_licence: has(0.5) ? drivingLicence(country.code, person, chance.whole) : '',
      card_number: has(0.7) ? testCard(chance.whole) : '',
      login,
      password_hash: chance.hex(32),
    },
  };
}
