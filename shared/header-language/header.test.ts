import { expect, test } from 'vitest';
import { buildHeaderIndex, matchHeader } from './header-index.ts';
import { headerTokens, parseHeader } from './header.ts';
import { semanticTypes } from '#shared/semantic-types/index.ts';

const index = buildHeaderIndex(semanticTypes);
const first = (header: string) => matchHeader(index, parseHeader(header))[0]?.type;

test('headers are taken apart at capitals, digits, signs and apostrophes, and folded', () => {
  expect(headerTokens('CustomerFirstName')).toEqual(['customer', 'first', 'name']);
  expect(headerTokens('property_annualrevenue')).toEqual(['property', 'annualrevenue']);
  expect(headerTokens("Niveau d'études")).toEqual(['niveau', 'd', 'etudes']);
  expect(headerTokens('Straße2')).toEqual(['strasse', '2']);
  expect(headerTokens("Mother's Maiden")).toEqual(['mothers', 'maiden']);
});

test.each(['', '  ', 'c1', 'V12', 'unnamed_3', 'Q12_3', 'col 7', '42', 'Unnamed: 0'])('%s says nothing', (header) => {
  expect(matchHeader(index, parseHeader(header))).toEqual([]);
});

test('words count whole, never as parts of other words', () => {
  expect(first('acid_level')).not.toBe('card_security_code');
  expect(first('scenario')).not.toBe('credit_card_number');
  expect(first('republic')).not.toBe('drivers_license');
  expect(first('percentage')).not.toBe('age');
  expect(first('mileage')).not.toBe('age');
});

test('a word that rules a type out does so wherever it stands', () => {
  expect(first('email_verified')).not.toBe('email_address');
  expect(first('mac address')).toBe('mac_address');
  expect(first('account_age_days')).not.toBe('age');
  expect(first('screenheight')).not.toBe('height');
  expect(first('order status')).not.toBe('state_region');
});

test('glued, abbreviated and plural names are understood', () => {
  expect(
    ['Kundenvorname', 'fname', 'KontoNr', 'custid', 'LinkedIn', 'enfermedades', 'emailaddress', 'DateofHire'].map(
      first,
    ),
  ).toEqual([
    'first_name',
    'first_name',
    'bank_account_number',
    'customer_id',
    'person_profile_url',
    'diagnosis',
    'email_address',
    'hire_date',
  ]);
});

test('a question points at what it asks for, not at every word it holds', () => {
  expect(first('What is your gender?')).toBe('gender');
  expect(
    matchHeader(index, parseHeader('In general, is it rude to knowingly bring unruly children on a plane?')).every(
      ({ score }) => score < 0.5,
    ),
  ).toBe(true);
});

test('people leave small words out, shorten words and number their questions', () => {
  expect(
    [
      'Date_Naiss',
      'dt naissance',
      'Kto-Nr.',
      'num_passeport',
      'N° Sécu',
      'Numéro SS',
      'fecha ingreso',
      'Q1_age',
      'StIdNr',
      'NumberofChildren',
    ].map(first),
  ).toEqual([
    'date_of_birth',
    'date_of_birth',
    'bank_account_number',
    'passport_number',
    'national_id',
    'national_id',
    'hire_date',
    'age',
    'tax_id',
    'number_of_children',
  ]);
});

test('abbreviations of two letters count alone or with a unit, not among other words', () => {
  expect(first('su')).toBe('lab_value');
  expect(matchHeader(index, parseHeader('¿Cuál es su nivel de estudios?')).map(({ type }) => type)).not.toContain(
    'lab_value',
  );
  expect(first('hb_g_dl')).toBe('lab_value');
  expect(matchHeader(index, parseHeader('hb_claimant')).map(({ type }) => type)).not.toContain('lab_value');
});

test('words for the form of the values are vague, others are not', () => {
  expect(['date', 'key', 'Wert', 'field_1'].map((header) => parseHeader(header).vague)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['birth date', 'name', ''].map((header) => parseHeader(header).vague)).toEqual([false, false, false]);
});

test('words without vowels, cut short, glued or with umlauts spelt out are read', () => {
  expect(
    ['MRTL_STS', 'PSTL_CD', 'NUM_DPNDNTS', 'MARSTAT', 'EMPSTAT', 'GROESSE_CM', 'BMIBL', 'SMOKEFRQ'].map(first),
  ).toEqual([
    'marital_status',
    'postal_code',
    'number_of_children',
    'marital_status',
    'employment_status',
    'height',
    'bmi',
    'smoking_status',
  ]);
});

test('names cut off, or short of a consonant more, are read where only one word fits', () => {
  expect(['Mitgl.-Nr.', 'NB_ENF', 'PSPT_NO'].map(first)).toEqual([
    'customer_id',
    'number_of_children',
    'passport_number',
  ]);
  expect(first('Votes')).not.toBe('voting_history');
  expect(first('domains_applied')).toBe('domain_name');
});

test('whole words are not cut into pieces', () => {
  expect(['candidate', 'estate', 'disposition', 'inventory'].map(first)).not.toContain('date_of_birth');
  expect(first('disposition')).toBe('ticket_status');
  expect(first('vrstkn')).toBeUndefined();
});

test('a phrase is not ruled out by a word of its own, nor by where a system files it; a word alone and a head noun are', () => {
  expect(first('PercentSalaryHike')).toBe('salary_income');
  expect(first('yearly_currency_overview_total_base_pay')).toBe('salary_income');
  expect(first('pay_currency')).not.toBe('salary_income');
  expect(first('income_group')).not.toBe('salary_income');
  expect(first('votes')).not.toBe('voting_history');
});

test('sales channels are no sales, reviews no views, an earlier post no sentence, a filing word no belonging', () => {
  expect(first('Sales Channel')).toBe('contact_channel');
  expect(first('reviews_per_week')).not.toBe('impressions');
  expect(first('months_of_prior_employment')).not.toBe('criminal_record');
  expect(first('property_attribution')).toBeUndefined();
  expect(first('ServiceLevel')).not.toBe('department');
  expect(first('card_id')).not.toBe('national_id');
  expect(first('Age of the patient')).toBe('age');
  expect(first('charge_id')).not.toBe('criminal_record');
  expect(first('parking_charges')).not.toBe('health_expense');
});

test.each([
  ['settimane_gestazione', 'pregnancy'],
  ['Semanas de gestación', 'pregnancy'],
  ['tipo_parto', 'medical_service'],
  ['Apgar', 'vital_sign'],
  ['Geburtsgewicht', 'body_measurement'],
  ['Vorerkrankungen', 'diagnosis'],
  ['patologie_croniche', 'diagnosis'],
  ['Comorbidités', 'diagnosis'],
  ['ISEE', 'salary_income'],
  ['quotient_familial', 'salary_income'],
  ['fecha_renuncia', 'termination_date'],
  ['last_day_of_work', 'termination_date'],
  ['beschäftigt seit', 'hire_date'],
  ['tempo_de_casa', 'years_experience'],
  ['jaren in dienst', 'years_experience'],
  ['id_colaborador', 'employee_id'],
  ['requester_id', 'user_id'],
  ['ClaveCliente', 'customer_id'],
  ['Gesprächsdauer', 'call_duration'],
  ['ClienteID', 'customer_id'],
  ['empleado_codigo', 'employee_id'],
  ['Droit_image', 'consent_status'],
  ['lavage des mains', 'health_behavior'],
  ['activos', 'property_ownership'],
  ['billing_address_zip', 'postal_code'],
  ['shipping_address_company', 'company_name'],
  ['shipping_address', 'street_address'],
  ['tipo de solicitação', 'ticket_type'],
])('%s is %s', (header, type) => expect(first(header)).toBe(type));

test.each([
  ['pl', ['Imię', 'nazwisko', 'Data urodzenia', 'PŁEĆ', 'stan_cywilny', 'Kod pocztowy', 'wyznanie']],
  ['sv', ['Förnamn', 'EFTERNAMN', 'fodelsedatum', 'Kön', 'civilstånd', 'Postnr', 'trossamfund']],
  ['da', ['Fornavn', 'efternavn', 'Fødselsdato', 'køn', 'civilstand', 'postnr', 'religion']],
  ['no', ['fornavn', 'Etternavn', 'foedselsdato', 'Kjønn', 'Sivilstand', 'Postnummer', 'livssyn']],
  ['fi', ['Etunimi', 'sukunimi', 'Syntymäaika', 'sukupuoli', 'Siviilisääty', 'postinumero', 'Uskontokunta']],
  ['cs', ['Křestní jméno', 'příjmení', 'datum_narozeni', 'Pohlaví', 'rodinný stav', 'PSČ', 'Náboženství']],
  ['tr', ['Ad', 'SOYADI', 'Doğum Tarihi', 'cinsiyet', 'Medeni Durum', 'posta kodu', 'Mezhep']],
  ['el', ['Όνομα', 'ΕΠΩΝΥΜΟ', 'Ημερομηνία γέννησης', 'φύλο', 'Οικογενειακή κατάσταση', 'ΤΚ', 'θρησκεία']],
  ['ja', ['名', '姓', '生年月日', '患者性別', '婚姻状況', '郵便番号', '宗教']],
])('%s: names, birth, gender, marriage, post and belief are understood', (_code, headers) => {
  expect(headers.map(first)).toEqual([
    'first_name',
    'last_name',
    'date_of_birth',
    'gender',
    'marital_status',
    'postal_code',
    'religion',
  ]);
});
