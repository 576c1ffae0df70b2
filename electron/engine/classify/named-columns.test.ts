import { expect, test } from 'vitest';
import { classifyCells as classify } from '#test/support/classify-cells.ts';

const firstNames = ['Anna', 'Carlos', 'Sophie', 'Thomas', 'Giulia', 'Robert', 'Maria', 'Peter', 'Laura', 'David'];
const persons = {
  first_name: (row: number) => firstNames[row % 10] ?? '',
  email: (row: number) => `person${row}@example.org`,
  gender: (row: number) => (row % 2 ? 'male' : 'female'),
  date_of_birth: (row: number) => `${1950 + (row % 50)}-0${(row % 9) + 1}-1${row % 10}`,
};

test('a number with most of it struck out is still the number its name says', async () => {
  const found = await classify({
    ...persons,
    phone: (row) => `***-***-${1000 + row * 13}`,
    social_security_number: (row) => `XXX-XX-${1000 + row * 17}`,
  });
  expect(found['phone']).toMatchObject({ type: 'phone_number', class: 'linked' });
  expect(found['social_security_number']).toMatchObject({ type: 'national_id', class: 'linked' });
});

test('words under the same names are not taken for numbers struck out', async () => {
  const found = await classify({ ...persons, phone: (row) => ['home', 'mobile', 'none', 'office'][row % 4] ?? '' });
  expect(found['phone']?.class).not.toBe('linked');
});

test('codes and measures under a name of a few capitals describe the person they stand beside', async () => {
  const found = await classify({
    ...persons,
    KZQ: (row) => `${(row % 4) + 1}`,
    WVX: (row) => `${((row * 7919) % 1000) / 10}`,
  });
  expect(found['KZQ']).toMatchObject({ type: 'person_attribute', class: 'linkable', needsReview: true });
  expect(found['WVX']).toMatchObject({ type: 'person_attribute', class: 'linkable', needsReview: true });
});

test('a host with a first name receives guests, a host with an address is a computer', async () => {
  const found = await classify({ listing: (row) => `L-${row}`, host_name: (row) => firstNames[row % 10] ?? '' });
  expect(found['host_name']).toMatchObject({ type: 'first_name', class: 'linkable' });
  const servers = await classify({ request: (row) => `R-${row}`, host_name: (row) => `web-${row % 9}.example.org` });
  expect(servers['host_name']).toMatchObject({ type: 'host_name', class: 'non_pii' });
});

test('what an employee has signed is a contract of employment, what a customer has signed is not', async () => {
  const contract = (row: number) => ['open', 'fixed', 'agency'][row % 3] ?? '';
  const staff = await classify({
    ...persons,
    hire_date: (row) => `2020-0${(row % 9) + 1}-01`,
    salary: (row) => `${30_000 + row * 311}`,
    'Tipo di contratto': contract,
  });
  expect(staff['Tipo di contratto']).toMatchObject({ type: 'employment_type', class: 'linkable' });
  const customers = await classify({
    ...persons,
    total_spent: (row) => `${row * 3}.50`,
    'Tipo di contratto': contract,
  });
  expect(customers['Tipo di contratto']).toMatchObject({ type: 'contract_type', class: 'non_pii' });
});

test('a name that ends in "id" over a code for every row is the number of that thing', async () => {
  const found = await classify({
    ...persons,
    Allergy_ID: (row) => `AL${10_000 + row * 31}`,
    Allergy: (row) => ['pollen', 'nuts', 'none'][row % 3] ?? '',
  });
  expect(found['Allergy_ID']).toMatchObject({ type: 'record_id', class: 'non_pii' });
  expect(found['Allergy']).toMatchObject({ type: 'diagnosis', class: 'linkable' });
});

test('dates that begin with a nought are no phone numbers, and passengers as airlines write them are persons', async () => {
  const found = await classify({
    ...persons,
    LeaseStart: (row) => `0${(row % 9) + 1}/1${row % 10}/202${row % 5}`,
    PAX_NM: (row) =>
      `${['SMITH', 'OKAFOR', 'ROSSI', 'MEYER'][row % 4]}/${(firstNames[row % 10] ?? '').toUpperCase()} MRS`,
  });
  expect(found['LeaseStart']?.class).toBe('non_pii');
  expect(found['PAX_NM']).toMatchObject({ type: 'full_name', class: 'linked' });
});

test('a figure nobody can name is asked about in a table of codes', async () => {
  const alone = await classify({
    QXV010: (row) => `${(row % 4) + 1}`,
    WKD212: (row) => `${((row * 7919) % 1000) / 10}`,
    ZRT004: (row) => `${(row * 31) % 97}`,
  });
  expect(alone['WKD212']).toMatchObject({ needsReview: true });
});

test('a sentence that asks for a sum or a number is no question of opinion', async () => {
  const found = await classify({
    'Yearly gross salary before any deductions in EUR': (row) => `${30_000 + row * 613}`,
    'Geben Sie bitte Ihre Matrikelnummer an (nur für die Anrechnung)': (row) =>
      `${2_100_000 + ((row * 7919) % 90_000)}`,
    'Wie glaubwürdig fanden Sie den Text zur Gesundheit insgesamt?': (row) => `${(row % 7) + 1}`,
  });
  expect(Object.values(found).map(({ type }) => type)).toEqual(['salary_income', 'person_id', 'opinion']);
});

test('dates of employees belong to their working life, except when a system wrote them', async () => {
  const found = await classify({
    ...persons,
    employee_id: (row) => `E${1000 + row}`,
    hire_date: (row) => `20${10 + (row % 9)}-03-1${row % 9}`,
    inicio_turno: (row) => `20${12 + (row % 8)}-05-1${row % 9}`,
    updated_on: (row) => `2025-05-1${row % 9}`,
  });
  expect(found['inicio_turno']).toMatchObject({ class: 'linkable' });
  expect(found['updated_on']).toMatchObject({ class: 'non_pii' });
});

test('postal code and place in one cell are a city; a title beside name and address is a job', async () => {
  const found = await classify({
    ...persons,
    Plaats: (row) =>
      `${9100 + (row % 6) * 10} ` +
      `${['Lindeveld', 'Oostdam', 'Waterhoek', 'Zandberg', 'Kerkoord', 'Molenwijk'][row % 6] ?? ''}`,
    Title: (row) => ['Head of Data', 'Buyer', 'Clerk', 'Director, Insights'][row % 4] ?? '',
  });
  expect(found['Plaats']).toMatchObject({ type: 'city', class: 'linkable' });
  expect(found['Title']).toMatchObject({ type: 'job_title', class: 'linkable' });
});

test('a few days that nobody can read leave a column of dates one; notes among them do not', async () => {
  const day = (row: number): string => `20${10 + (row % 9)}-0${(row % 9) + 1}-${10 + (row % 19)}`;
  const some = (among: number, other: typeof day) => (row: number) => (row % among === 0 ? other(row) : day(row));
  const found = await classify({
    cookie_expiry: some(4, (row) => `${['unknown', '2021-13-45', 'n. d.', '??.??.2020'][row % 4]} ${row}`),
    user_since: some(5, (row) => `0000-00-${row}`),
    visited: some(3, (row) => `rang on ${day(row)}, asked for Anna Meier`),
  });
  expect(found['cookie_expiry']?.type).toMatch(/date/);
  expect(found['cookie_expiry']?.flags).not.toContain('online_identifier');
  expect(found['user_since']?.type).toMatch(/date/);
  expect(found['visited']?.type).not.toMatch(/date/);
});

test('national phone numbers are known without a name, keys filled up with noughts are not taken for them', async () => {
  const found = await classify({
    c1: (row) => `04${70_000_000 + ((row * 17_919_331) % 29_999_999)}`,
    c2: (row) => `00${10_000_000 + ((row * 17_919_331) % 29_999_999)}`,
  });
  expect(found['c1']).toMatchObject({ type: 'phone_number', class: 'linked' });
  expect(found['c2']?.type).not.toBe('phone_number');
});

test('a column that holds e-mail addresses in a third of its values is not overlooked', async () => {
  const found = await classify({ contact_ref: (row) => (row % 3 === 0 ? `someone${row}@example.org` : `desk ${row}`) });
  expect(found['contact_ref']).toMatchObject({ type: 'email_address', class: 'linked' });
});

test('the id of a thing may stand in front, and a few employees are still numbered', async () => {
  const found = await classify({
    ...persons,
    ID_Parto: (row) => `${700 + row}`,
    parto: (row) => ['spontaneo', 'cesareo'][row % 2] ?? '',
    IdEmpleado: (row) => `${(row % 7) + 1}`,
  });
  expect(found['ID_Parto']).toMatchObject({ type: 'record_id', class: 'non_pii' });
  expect(found['parto']).toMatchObject({ class: 'linkable', flags: ['health'] });
  expect(found['IdEmpleado']).toMatchObject({ type: 'employee_id', class: 'linkable' });
});

test('a form without check digits yields to a name that clearly says something else, and is taken seriously without one', async () => {
  const code = (row: number) => `${200 + row}-${10 + row}-${1000 + row * 7}`;
  const named = await classify({
    'Invoice ID': code,
    'Unit price': (row) => `${row}.25`,
    Quantity: (row) => `${(row % 9) + 1}`,
    'gross income': (row) => `${row * 2}.75`,
  });
  expect(named['Invoice ID']).toMatchObject({ type: 'order_id', class: 'non_pii' });
  expect(named['gross income']).toMatchObject({ type: 'purchase_amount', class: 'non_pii' });
  expect((await classify({ c1: code }))['c1']).toMatchObject({ type: 'national_id', class: 'linked' });
});

test('a plain name bears some wrongly keyed values, and numbers that lost their decimal point stay what the name says', async () => {
  const found = await classify({
    ...persons,
    Idade: (row) => (row % 10 === 3 ? '255' : `${20 + (row % 50)}`),
    HEALTHCARE_EXPENSES: (row) => `1${row}.217.455.${100 + row}`,
  });
  expect(found['Idade']).toMatchObject({ type: 'age', class: 'linkable' });
  expect(found['HEALTHCARE_EXPENSES']).toMatchObject({ type: 'health_expense', class: 'linkable' });
});

test('login names under a bare id are the key of the person', async () => {
  const found = await classify({
    ID: (row) =>
      `u${['smith', 'okafor', 'rossi', 'meyer'][row % 4] ?? ''}` +
      `${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'v'][row >> 2] ?? ''}` +
      '',
    ...persons,
  });
  expect(found['ID']?.class).not.toBe('non_pii');
});

test('a handful of figures is nobody’s own words, whatever the name can mean', async () => {
  const found = await classify({
    ...persons,
    Beitrag: (row) => ['12,50', '24,50', '36,50'][row % 3] ?? '',
    Comments: (row) => `${(row * 7) % 5}`,
  });
  for (const name of ['Beitrag', 'Comments'])
    expect(['numeric_metric', 'person_attribute', 'social_engagement_count']).toContain(found[name]?.type);
  expect(
    (await classify({ ...persons, Beitrag: (row) => `Der Verein ${row} hat mir gut gefallen, danke` })).Beitrag?.type,
  ).toBe('social_post_text');
});
