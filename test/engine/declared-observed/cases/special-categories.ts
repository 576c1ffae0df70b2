import { amount, email, fullName, numbered, oneOf, sentence, sha256, whole } from '../invented.ts';
import { activity, list, purpose, said } from '../records.ts';
import type { SuiteCase } from '../suite-case.ts';

const withCondition = () => purpose({ art9Conditions: list(['explicit-consent'] as const) });

/** Special categories that a register forgot, beside words that only sound like them. */
export const specialCategories: readonly SuiteCase[] = [
  {
    title: 'Clinic: health forgotten, and no condition of Art. 9(2)',
    table: {
      customer_id: numbered('C-'),
      diagnosis: oneOf('asthma', 'migraine', 'type 2 diabetes', 'hypertension'),
      medication: oneOf('ibuprofen', 'metformin', 'salbutamol', 'amoxicillin'),
    },
    records: [activity({ items: [['identity']] }), purpose()],
    planted: [
      ['special-undeclared', 'health'],
      ['condition-missing', 'Find segments'],
    ],
  },
  {
    title: 'Clinic: health declared, its condition forgotten',
    table: { customer_id: numbered('C-'), diagnosis: oneOf('asthma', 'migraine', 'type 2 diabetes', 'hypertension') },
    records: [activity({ items: [['identity'], ['special', undefined, { special: 'health' }]] }), purpose()],
    planted: [['condition-missing', 'Find segments']],
    lookAlikes: [{ rule: 'special-undeclared', about: 'health', because: 'the register declares health' }],
  },
  {
    title: 'Clinic: all of it declared',
    table: { customer_id: numbered('C-'), diagnosis: oneOf('asthma', 'migraine', 'type 2 diabetes', 'hypertension') },
    records: [activity({ items: [['identity'], ['special', undefined, { special: 'health' }]] }), withCondition()],
    planted: [],
    lookAlikes: [
      { rule: 'special-undeclared', about: 'health', because: 'declared' },
      { rule: 'condition-missing', about: '*', because: 'the purpose has its condition' },
      { rule: 'category-undeclared', about: 'special', because: 'declared by its special kind' },
    ],
  },
  {
    title: 'Insurance policies that are called after health',
    table: {
      customer_id: numbered('C-'),
      product_name: oneOf('Health Plus', 'Dental Basic', 'Travel Care', 'Home Comfort'),
      price: amount(9, 90),
    },
    records: [activity({ items: [['identity'], ['transaction']] }), purpose()],
    planted: [],
    lookAlikes: [
      { rule: 'special-undeclared', about: 'health', because: 'the name of a product is no state of health' },
    ],
  },
  {
    title: 'Running races',
    table: {
      full_name: fullName,
      race: oneOf('10 km', 'half marathon', 'marathon', '5 km fun run'),
      bib_number: whole(1, 900),
      order_status: oneOf('paid', 'open', 'cancelled'),
    },
    records: [activity({ items: [['identity'], ['transaction']] }), purpose()],
    planted: [],
    lookAlikes: [{ rule: 'special-undeclared', about: 'race_ethnicity', because: 'a race is run here' }],
  },
  {
    title: 'Running races, of which a person said what they are',
    table: { full_name: fullName, race: oneOf('10 km', 'half marathon', 'marathon', '5 km fun run') },
    decisions: { race: { type: 'product_name', class: 'non_pii' } },
    records: [activity({ items: [['identity'], ['transaction']] }), purpose()],
    planted: [],
    lookAlikes: [{ rule: 'special-undeclared', about: 'race', because: 'a person has said so' }],
  },
  {
    title: 'Ethnic origin',
    table: {
      customer_id: numbered('C-'),
      ethnicity: oneOf('White', 'Black', 'Asian', 'Hispanic', 'Mixed'),
      product_variation: oneOf('black', 'white', 'red'),
    },
    records: [activity({ items: [['identity'], ['transaction']] }), withCondition()],
    planted: [['special-undeclared', 'race_ethnicity']],
    lookAlikes: [
      { rule: 'special-undeclared', about: 'product_variation', because: 'the colour of a shirt is no origin' },
    ],
  },
  {
    title: 'Parties that are celebrated',
    table: {
      email,
      party: oneOf('wedding', 'birthday', 'garden party', 'anniversary'),
      quantity: whole(2, 80),
    },
    records: [activity({ items: [['contact'], ['transaction']] }), purpose()],
    planted: [],
    lookAlikes: [{ rule: 'special-undeclared', about: 'political', because: 'nobody votes for a wedding' }],
  },
  {
    title: 'Political opinions',
    table: {
      respondent_id: numbered('R-'),
      political_party: oneOf('Labour', 'Conservative', 'Greens', 'Liberal Democrats'),
    },
    records: [activity({ items: [['identity']] }), withCondition()],
    planted: [['special-undeclared', 'political']],
  },
  {
    title: 'Belief',
    table: {
      customer_id: numbered('C-'),
      religion: oneOf('Catholic', 'Protestant', 'Muslim', 'Jewish', 'none'),
      city: oneOf('Christchurch', 'Santiago', 'St. Pölten'),
    },
    records: [activity({ items: [['identity'], ['location']] }), withCondition()],
    planted: [['special-undeclared', 'religion']],
    lookAlikes: [{ rule: 'special-undeclared', about: 'city', because: 'a place called after a saint is no belief' }],
  },
  {
    title: 'Trade union',
    table: {
      employee_id: numbered('E-'),
      trade_union_member: oneOf('yes', 'no'),
      department: oneOf('Sales', 'Logistics', 'Finance'),
    },
    records: [activity({ items: [['employment']] }), withCondition()],
    planted: [['special-undeclared', 'trade_union']],
  },
  {
    title: 'Orientation of people and of pages',
    table: {
      respondent_id: numbered('R-'),
      sexual_orientation: oneOf('heterosexual', 'gay', 'lesbian', 'bisexual'),
      page_orientation: oneOf('portrait', 'landscape'),
    },
    records: [activity({ items: [['identity'], ['device']] }), withCondition()],
    planted: [['special-undeclared', 'sexual_orientation']],
    lookAlikes: [
      { rule: 'special-undeclared', about: 'page_orientation', because: 'landscape is no orientation of a person' },
    ],
  },
  {
    title: 'Fingers and files',
    table: { employee_id: numbered('E-'), fingerprint_template: sha256, file_fingerprint: sha256 },
    records: [activity({ items: [['employment']] }), withCondition()],
    planted: [['special-undeclared', 'biometric']],
    lookAlikes: [
      { rule: 'identifier-undeclared', about: 'file_fingerprint', because: 'a hash of a file stands for no person' },
    ],
  },
  {
    title: 'Genetic data, of which health alone is declared',
    table: {
      respondent_id: numbered('R-'),
      genotype: oneOf('AA', 'AG', 'GG'),
    },
    decisions: { genotype: { type: 'genetic_data', class: 'linked' } },
    records: [activity({ items: [['identity'], ['special', undefined, { special: 'health' }]] }), withCondition()],
    planted: [['special-undeclared', 'genetic']],
  },
  {
    title: 'Criminal offences',
    table: {
      full_name: fullName,
      criminal_record: oneOf('none', 'theft', 'fraud', 'assault'),
      page_views: whole(0, 30),
    },
    records: [activity({ items: [['identity'], ['usage']] }), purpose()],
    planted: [
      ['special-undeclared', 'criminal'],
      ['condition-missing', 'Find segments'],
    ],
  },
  {
    title: 'Criminal offences, declared with their authority',
    table: { full_name: fullName, criminal_record: oneOf('none', 'theft', 'fraud', 'assault') },
    records: [
      activity({ items: [['identity']], more: { criminalData: said('yes' as const) } }),
      purpose({ art10Authority: said('Act on security checks, section 4') }),
    ],
    planted: [['category-undeclared', 'criminal']],
    lookAlikes: [
      { rule: 'special-undeclared', about: 'criminal', because: 'the activity says that it holds such data' },
      { rule: 'condition-missing', about: '*', because: 'the purpose names its authority' },
    ],
  },
  {
    title: 'A special kind that is declared for another column',
    table: {
      customer_id: numbered('C-'),
      disability: oneOf('yes', 'no'),
      smoker: oneOf('smoker', 'non-smoker', 'former smoker'),
    },
    records: [activity({ items: [['identity'], ['special', ['disability'], { special: 'health' }]] }), withCondition()],
    planted: [['special-undeclared', 'health']],
    lookAlikes: [{ rule: 'special-undeclared', about: 'disability', because: 'its column is declared' }],
  },
  {
    title: 'Reviews that mention health without columns of it',
    table: { customer_id: numbered('C-'), rating: whole(1, 5), review_text: sentence },
    records: [activity({ items: [['identity'], ['opinion'], ['free-text']] }), purpose()],
    planted: [],
    lookAlikes: [{ rule: 'special-undeclared', about: '*', because: 'nothing in it is of a special kind' }],
  },
];
