import {
  amount,
  city,
  cookie,
  days,
  email,
  firstName,
  fullName,
  iban,
  ip,
  lastName,
  numbered,
  oneOf,
  phone,
  postalCode,
  sentence,
  sha256,
  uuid,
  whole,
} from '../invented.ts';
import { activity, purpose, said } from '../records.ts';
import type { SuiteCase } from '../suite-case.ts';

/** Families of data and identifiers that a register forgot, beside columns that only look like it. */
export const kindsOfData: readonly SuiteCase[] = [
  {
    title: 'Shop customers: e-mail and consent forgotten',
    table: {
      customer_id: numbered('C-'),
      first_name: firstName,
      last_name: lastName,
      email,
      city,
      country: oneOf('DE', 'FR', 'NL', 'US'),
      total_spent: amount(5, 900),
      marketing_consent: oneOf('yes', 'no'),
    },
    records: [activity({ items: [['identity'], ['location'], ['transaction']] }), purpose()],
    planted: [
      ['identifier-undeclared', 'email'],
      ['category-undeclared', 'consent'],
    ],
    lookAlikes: [
      { rule: 'transfer-undeclared', about: '*', because: 'a column of countries is no transfer' },
      { rule: 'identifier-undeclared', about: 'customer_id', because: 'identity is declared for all columns' },
    ],
  },
  {
    title: 'Newsletter: phone numbers beside declared e-mails',
    table: {
      email,
      phone,
      subscription_status: oneOf('subscribed', 'unsubscribed'),
      language: oneOf('de', 'en', 'fr'),
    },
    records: [activity({ items: [['contact', ['email']], ['engagement']] }), purpose()],
    planted: [
      ['identifier-undeclared', 'phone'],
      ['category-undeclared', 'demographic'],
    ],
    lookAlikes: [{ rule: 'identifier-undeclared', about: 'email', because: 'the register names the column' }],
  },
  {
    title: 'Web analytics: cookies, addresses and devices',
    table: {
      client_id_cookie: cookie,
      ip_address: ip,
      page_url: (row) => `https://shop.example/item/${row % 17}`,
      browser: oneOf('Firefox', 'Chrome', 'Safari', 'Edge'),
      utm_source: oneOf('newsletter', 'search', 'social'),
      file_sha256: sha256,
    },
    records: [activity({ items: [['transaction']] }), purpose()],
    planted: [
      ['identifier-undeclared', 'client_id_cookie'],
      ['identifier-undeclared', 'ip_address'],
      ['category-undeclared', 'device'],
      ['category-undeclared', 'usage'],
    ],
    lookAlikes: [
      { rule: 'identifier-undeclared', about: 'file_sha256', because: 'a hash of a file stands for no person' },
      { rule: 'category-undeclared', about: 'utm_source', because: 'where a link stood says nothing of a person' },
    ],
  },
  {
    title: 'App events: advertising ids',
    table: {
      advertising_id: uuid,
      event_name: oneOf('app_open', 'purchase', 'login', 'search'),
      operating_system: oneOf('iOS 18', 'Android 15', 'Android 14'),
      app_version: oneOf('4.1.0', '4.2.1', '5.0.0'),
    },
    records: [activity({ items: [['device'], ['usage']] }), purpose()],
    planted: [['identifier-undeclared', 'advertising_id']],
    lookAlikes: [
      { rule: 'category-undeclared', about: 'app_version', because: 'a version is no data about a person' },
      { rule: 'category-undeclared', about: 'device', because: 'devices are declared' },
    ],
  },
  {
    title: 'Orders: what people bought',
    table: {
      order_id: numbered('O-', 700_000),
      customer_id: numbered('C-'),
      order_date: days('2026-06-01', '2026-11-20'),
      product_name: oneOf('Lamp Ida', 'Chair Olle', 'Desk Runa', 'Shelf Tove'),
      price: amount(9, 400),
      currency: oneOf('EUR', 'CHF'),
    },
    records: [activity({ items: [['identity']] }), purpose()],
    planted: [['category-undeclared', 'transaction']],
    lookAlikes: [
      { rule: 'identifier-undeclared', about: 'order_id', because: 'an order number stands for an order' },
      { rule: 'category-undeclared', about: 'currency', because: 'a currency says nothing of a person' },
    ],
  },
  {
    title: 'Support tickets: words of people',
    table: {
      ticket_id: numbered('T-'),
      requester_email: email,
      priority: oneOf('low', 'normal', 'high', 'urgent'),
      ticket_description: sentence,
      wait_time_minutes: whole(1, 240),
    },
    records: [activity({ items: [['identity']] }), purpose()],
    planted: [
      ['identifier-undeclared', 'requester_email'],
      ['category-undeclared', 'service-contact'],
      ['category-undeclared', 'free-text'],
    ],
    lookAlikes: [{ rule: 'identifier-undeclared', about: 'ticket_id', because: 'a ticket number stands for a case' }],
  },
  {
    title: 'Staff: pay, post and account',
    table: {
      employee_id: numbered('E-'),
      job_title: oneOf('Engineer', 'Clerk', 'Accountant', 'Buyer', 'Analyst'),
      hire_date: days('2012-01-01', '2026-05-01'),
      salary: whole(24_000, 96_000),
      iban,
      department: oneOf('Sales', 'Union Street Store', 'Logistics'),
    },
    records: [activity({ items: [['identity']] }), purpose()],
    planted: [
      ['identifier-undeclared', 'employee_id'],
      ['identifier-undeclared', 'iban'],
      ['category-undeclared', 'employment'],
      ['category-undeclared', 'financial'],
    ],
    lookAlikes: [
      { rule: 'special-undeclared', about: 'trade_union', because: 'a store in Union Street is no trade union' },
    ],
  },
  {
    title: 'Households: who lives there',
    table: {
      customer_id: numbered('C-'),
      marital_status: oneOf('single', 'married', 'divorced', 'widowed'),
      number_of_children: whole(0, 4),
      gender: oneOf('female', 'male', 'non-binary'),
      postal_code: postalCode,
    },
    records: [activity({ items: [['identity'], ['contact', ['postal_code']]] }), purpose()],
    planted: [
      ['category-undeclared', 'household'],
      ['category-undeclared', 'demographic'],
    ],
    lookAlikes: [
      { rule: 'category-undeclared', about: 'location', because: 'a person declared the postal code as contact' },
    ],
  },
  {
    title: 'Contest: pictures and handles',
    table: {
      full_name: fullName,
      photo_url: (row) => `https://img.example/p/${row}.jpg`,
      twitter_handle: (row) => `@${firstName(row).toLowerCase()}_${row}`,
      vote_count: whole(0, 500),
    },
    records: [activity({ items: [['identity']] }), purpose()],
    planted: [
      ['category-undeclared', 'image-voice'],
      ['identifier-undeclared', 'twitter_handle'],
    ],
    lookAlikes: [{ rule: 'special-undeclared', about: 'political', because: 'votes for a picture are no politics' }],
  },
  {
    title: 'Survey: opinions',
    table: {
      respondent_id: numbered('R-'),
      satisfaction_score: whole(1, 5),
      nps: whole(0, 10, 6),
      comment: sentence,
      survey_weight: amount(0, 3),
    },
    records: [activity({ items: [['identity']] }), purpose()],
    planted: [
      ['category-undeclared', 'opinion'],
      ['category-undeclared', 'free-text'],
    ],
    lookAlikes: [
      { rule: 'category-undeclared', about: 'survey_weight', because: 'a weight is reckoned, nobody’s answer' },
    ],
  },
  {
    title: 'Accounts: credentials',
    table: {
      username: (row) => `${lastName(row).toLowerCase()}${row}`,
      password_hash: sha256,
      last_login: days('2026-01-01', '2026-11-28'),
    },
    records: [activity({ items: [['identity'], ['usage']] }), purpose()],
    planted: [['category-undeclared', 'credentials']],
    lookAlikes: [{ rule: 'identifier-undeclared', about: 'username', because: 'identity is declared' }],
  },
  {
    title: 'Travellers: papers',
    table: {
      booking_reference: numbered('B-'),
      passport_number: (row) => `C${String(10_000_000 + row * 7919)}`,
      full_name: fullName,
      travel_class: oneOf('economy', 'premium', 'business'),
    },
    records: [activity({ items: [['identity'], ['transaction']] }), purpose()],
    planted: [['identifier-undeclared', 'passport_number']],
    lookAlikes: [{ rule: 'identifier-undeclared', about: 'booking_reference', because: 'it stands for a booking' }],
  },
  {
    title: 'Riders: where they are',
    table: {
      user_id: numbered('U-'),
      latitude: (row) => (52.3 + ((row * 37) % 400) / 1000).toFixed(6),
      longitude: (row) => (13.1 + ((row * 53) % 600) / 1000).toFixed(6),
    },
    records: [activity({ items: [['identity']] }), purpose()],
    planted: [['category-undeclared', 'location']],
  },
  {
    title: 'Club: who is a minor',
    table: {
      member_id: numbered('M-'),
      date_of_birth: days('1961-01-01', '2014-03-01'),
      sport: oneOf('tennis', 'rowing'),
    },
    records: [activity({ items: [['identity'], ['demographic'], ['preference']] }), purpose()],
    planted: [['minors-undeclared', 'date_of_birth']],
  },
  {
    title: 'Club: minors declared among the people',
    table: { member_id: numbered('M-'), date_of_birth: days('1961-01-01', '2014-03-01') },
    records: [
      activity({ items: [['identity'], ['demographic']], more: { includesMinors: said('yes' as const) } }),
      purpose(),
    ],
    planted: [],
    lookAlikes: [{ rule: 'minors-undeclared', about: '*', because: 'the register says that minors are among them' }],
  },
  {
    title: 'Adults only',
    table: { customer_id: numbered('C-'), date_of_birth: days('1951-01-01', '1999-03-01') },
    records: [activity({ items: [['identity'], ['demographic']] }), purpose()],
    planted: [],
    lookAlikes: [{ rule: 'minors-undeclared', about: '*', because: 'the youngest is 27' }],
  },
  {
    title: 'Keyed pseudonyms that a person declared and decided',
    table: { pseudonym: sha256, age_group: oneOf('18–24', '25–34', '35–49', '50+'), total_spent: amount(1, 90) },
    decisions: { pseudonym: { type: 'hashed_value', class: 'linked' } },
    records: [activity({ items: [['demographic'], ['transaction']] }), purpose()],
    planted: [['identifier-undeclared', 'pseudonym']],
  },
  {
    title: 'Column of an activity that shares its dataset with another',
    table: { customer_id: numbered('C-'), email, lead_status: oneOf('new', 'qualified', 'lost') },
    records: [
      activity({ items: [['identity']] }),
      activity({ items: [['contact'], ['engagement']] }, 'pa2'),
      purpose(),
    ],
    planted: [],
    lookAlikes: [
      { rule: 'identifier-undeclared', about: 'email', because: 'the other activity declares contact data' },
      { rule: 'category-undeclared', about: 'engagement', because: 'the other activity declares it' },
    ],
  },
];
