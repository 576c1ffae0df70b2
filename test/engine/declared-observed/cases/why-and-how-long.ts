import { amount, days, email, numbered, oneOf } from '../invented.ts';
import { activity, list, period, purpose, said } from '../records.ts';
import type { SuiteCase } from '../suite-case.ts';

const table = { customer_id: numbered('C-'), email };
const items = [['identity'], ['contact']] as const;

/** Purposes and bases. */
const purposes: readonly SuiteCase[] = [
  {
    title: 'No purpose at all',
    table,
    records: [activity({ items, purposes: [] })],
    planted: [['purpose-missing', 'PA1']],
  },
  {
    title: 'A purpose that is retired',
    table,
    records: [activity({ items }), purpose({}, 'pu1', 'retired')],
    planted: [['purpose-missing', 'PA1']],
  },
  {
    title: 'A processor without purposes',
    table,
    records: [activity({ items, purposes: [], more: { role: said('processor' as const) } })],
    planted: [],
    lookAlikes: [{ rule: 'purpose-missing', about: '*', because: 'the controller has them' }],
  },
  {
    title: 'A purpose without a basis',
    table,
    records: [
      activity({ items }),
      purpose({ basis: { state: 'unknown', ask: 'Bo', origin: { from: 'log', entry: 4 } } }),
    ],
    planted: [['basis-missing', 'Find segments']],
  },
  {
    title: 'A draft purpose whose basis the log proposes',
    table,
    records: [activity({ items }), purpose({ basis: said('consent' as const, 'log') }, 'pu1', 'draft')],
    planted: [['basis-missing', 'Find segments']],
  },
  {
    title: 'A basis that a person typed into a draft',
    table,
    records: [activity({ items }), purpose({}, 'pu1', 'draft')],
    planted: [],
    lookAlikes: [{ rule: 'basis-missing', about: '*', because: 'somebody stands behind it' }],
  },
  {
    title: 'A second purpose without a basis',
    table,
    records: [
      activity({ items, purposes: ['pu1', 'pu2'] }),
      purpose(),
      purpose(
        {
          title: said('Audience'),
          preset: said('p2-high-value-customers'),
          basis: { state: 'unknown', ask: 'Bo', origin: { from: 'log', entry: 4 } },
        },
        'pu2',
      ),
    ],
    planted: [['basis-missing', 'Audience']],
    lookAlikes: [{ rule: 'basis-missing', about: 'Find segments', because: 'it has one' }],
  },
  {
    title: 'A release for another purpose',
    table,
    records: [activity({ items }), purpose()],
    releases: [{ recipient: null, purpose: 'p4-personalise' }],
    planted: [['purpose-undeclared', 'p4-personalise']],
  },
  {
    title: 'Releases for declared purposes, by preset and by the purpose’s own id',
    table,
    records: [
      activity({ items, purposes: ['pu1', 'own'] }),
      purpose(),
      purpose(
        {
          title: said('Own purpose'),
          preset: { state: 'not-applicable', reason: 'ours', origin: { from: 'log', entry: 4 } },
        },
        'own',
      ),
    ],
    releases: [{ recipient: null }, { recipient: null, purpose: 'own' }],
    planted: [],
    lookAlikes: [
      { rule: 'purpose-undeclared', about: 'p1-find-segments', because: 'declared by its preset' },
      { rule: 'purpose-undeclared', about: 'own', because: 'declared by its id' },
    ],
  },
  {
    title: 'A purpose in the register that another activity has',
    table,
    records: [
      activity({ items }),
      activity({ datasets: ['another'], purposes: ['pu2'] }, 'pa2'),
      purpose(),
      purpose({ title: said('Personalise'), preset: said('p4-personalise') }, 'pu2'),
    ],
    releases: [{ recipient: null, purpose: 'p4-personalise' }],
    planted: [['purpose-undeclared', 'p4-personalise']],
  },
];

const customers = {
  customer_id: numbered('C-'),
  signup_date: days('2021-02-01', '2026-10-01'),
  date_of_birth: days('1950-01-01', '1999-01-01'),
};
const known = [['identity'], ['demographic'], ['usage']] as const;
const kept = activity({ items: known, retention: ['rt1'] });
const orders = { customer_id: numbered('C-'), order_date: days('2019-01-01', '2026-11-01'), price: amount(5, 50) };
const bought = activity({ items: [['identity'], ['transaction']], retention: ['rt1'] });

/** Periods that are over. */
const periods: readonly SuiteCase[] = [
  {
    title: 'Collected five years ago, kept for three',
    table: customers,
    records: [kept, purpose(), period('P3Y')],
    planted: [['retention-overdue', 'Customers']],
  },
  {
    title: 'Collected five years ago, kept for six',
    table: customers,
    records: [kept, purpose(), period('P6Y')],
    planted: [],
    lookAlikes: [{ rule: 'retention-overdue', about: '*', because: 'a birth is no collection' }],
  },
  {
    title: 'Over, and kept for a claim',
    table: customers,
    records: [kept, purpose(), period('P3Y', { legalHold: said('yes' as const) })],
    planted: [],
    lookAlikes: [{ rule: 'retention-overdue', about: '*', because: 'a legal hold wins' }],
  },
  {
    title: 'The period of an item',
    table: customers,
    records: [
      activity({ items: [['identity'], ['demographic'], ['usage', undefined, { retention: 'rt1' }]] }),
      purpose(),
      period('P30M', { name: said('Usage') }),
    ],
    planted: [['retention-overdue', 'Usage']],
  },
  {
    title: 'A short period for what the dataset does not hold',
    table: customers,
    records: [kept, purpose(), period('P90D', { dataCategories: list(['online-identifier'] as const) })],
    planted: [],
    lookAlikes: [{ rule: 'retention-overdue', about: '*', because: 'no online identifier is in it' }],
  },
  {
    title: 'Two periods, one of them over',
    table: customers,
    records: [
      activity({ items: known, retention: ['rt1', 'rt2'] }),
      purpose(),
      period('P10Y', { name: said('Long') }),
      period('P2Y', { name: said('Short') }, 'rt2'),
    ],
    planted: [['retention-overdue', 'Short']],
    lookAlikes: [{ rule: 'retention-overdue', about: 'Long', because: 'it runs to 2031' }],
  },
  {
    title: 'Old orders of people who may have bought again',
    table: orders,
    records: [bought, purpose(), period('P3Y', { startEvent: said('last-purchase' as const) })],
    planted: [],
    lookAlikes: [{ rule: 'retention-overdue', about: '*', because: 'the oldest row is not the last purchase' }],
  },
  {
    title: 'Last purchases, one row per person',
    table: orders,
    rowsArePeople: true,
    records: [bought, purpose(), period('P3Y', { startEvent: said('last-purchase' as const) })],
    planted: [['retention-overdue', 'Customers']],
  },
  {
    title: 'All purchases are over',
    table: { ...orders, order_date: days('2015-01-01', '2019-12-31') },
    records: [bought, purpose(), period('P3Y', { startEvent: said('last-purchase' as const) })],
    planted: [['retention-overdue', 'Customers']],
  },
  {
    title: 'Contracts that ended',
    table: { employee_id: numbered('E-'), termination_date: days('2017-01-01', '2026-01-01') },
    records: [
      activity({ items: [['employment']], retention: ['rt1'] }),
      purpose(),
      period('P3Y', { name: said('Staff'), startEvent: said('contract-end' as const) }),
    ],
    planted: [['retention-overdue', 'Staff']],
  },
  {
    title: 'Imported long ago, without any date',
    table,
    importedAt: '2024-01-15T08:00:00.000Z',
    records: [activity({ items, retention: ['rt1'] }), purpose(), period('P1Y')],
    planted: [['retention-overdue', 'Customers']],
  },
  {
    title: 'Imported today, without any date',
    table,
    records: [activity({ items, retention: ['rt1'] }), purpose(), period('P1Y')],
    planted: [],
    lookAlikes: [{ rule: 'retention-overdue', about: '*', because: 'nothing tells: it is not judged' }],
  },
  {
    title: 'The last day of a period is not over',
    table: { ...customers, signup_date: days('2023-11-29', '2026-10-01') },
    records: [kept, purpose(), period('P3Y')],
    planted: [],
    lookAlikes: [{ rule: 'retention-overdue', about: '*', because: 'it ends today' }],
  },
  {
    title: 'A day that programs write where none is known',
    table: { ...customers, signup_date: (row) => (row < 2 ? '1900-01-01' : days('2025-01-01', '2026-10-01')(row)) },
    records: [kept, purpose(), period('P3Y')],
    planted: [],
    lookAlikes: [{ rule: 'retention-overdue', about: '*', because: 'nobody signed up in 1900' }],
  },
  {
    title: 'Criteria instead of a duration',
    table: customers,
    records: [
      kept,
      purpose(),
      period('P3Y', {
        duration: {
          state: 'not-applicable',
          reason: 'by criteria',
          origin: { from: 'person', by: 'Ada', at: '2026-01-02T09:00:00.000Z' },
        },
        criteria: said('As long as the account is open.'),
      }),
    ],
    planted: [],
    lookAlikes: [{ rule: 'retention-overdue', about: '*', because: 'there is no number to hold it against' }],
  },
];

/** Whether an activity covers the dataset at all. */
const covered: readonly SuiteCase[] = [
  {
    title: 'No activity',
    table,
    records: [purpose()],
    releases: [{ recipient: 'Agency Nord' }],
    planted: [['dataset-undeclared', 'table']],
    lookAlikes: [{ rule: 'identifier-undeclared', about: 'email', because: 'one task says it all' }],
  },
  {
    title: 'A draft that only the log speaks in',
    table,
    records: [activity({ items, by: 'log', state: 'draft' }), purpose()],
    planted: [['dataset-undeclared', 'table']],
  },
  {
    title: 'A retired activity',
    table,
    records: [activity({ items, state: 'retired' }), purpose()],
    planted: [['dataset-undeclared', 'table']],
  },
  {
    title: 'An activity of another dataset',
    table,
    records: [activity({ items, datasets: ['orders 2025'] }), purpose()],
    planted: [['dataset-undeclared', 'table']],
  },
  {
    title: 'Declared by the name of its file',
    table,
    records: [activity({ items, datasets: ['Table.csv'] }), purpose()],
    planted: [],
    lookAlikes: [{ rule: 'dataset-undeclared', about: 'table', because: 'the register names the file' }],
  },
  {
    title: 'The next edition of a declared dataset',
    table,
    earlier: ['d0'],
    records: [activity({ items, datasets: ['d0'] }), purpose()],
    planted: [],
    lookAlikes: [{ rule: 'dataset-undeclared', about: 'table', because: 'what holds of October holds of November' }],
  },
  {
    title: 'An approved version beside a draft that the log goes on with',
    table: { ...table, lead_status: oneOf('new', 'qualified', 'lost') },
    records: [
      activity({ items }),
      activity({ items: [['engagement']], by: 'log', state: 'draft', version: 2 }),
      purpose(),
    ],
    planted: [['category-undeclared', 'engagement']],
    lookAlikes: [{ rule: 'identifier-undeclared', about: 'email', because: 'the approved version declares it' }],
  },
  {
    title: 'What an approval took over from the log',
    table,
    records: [activity({ items, by: 'log' }), purpose()],
    planted: [],
    lookAlikes: [{ rule: 'dataset-undeclared', about: 'table', because: 'somebody signed that version' }],
  },
  {
    title: 'A price list without anybody in it',
    table: {
      product_id: numbered('SKU-'),
      product_name: oneOf('Health Plus', 'Lamp Ida', 'Desk Runa'),
      price: amount(1, 99),
      currency: oneOf('EUR', 'CHF'),
    },
    records: [],
    planted: [],
    lookAlikes: [{ rule: 'dataset-undeclared', about: 'table', because: 'nobody is in it' }],
  },
];

export const whyAndHowLong: readonly SuiteCase[] = [...purposes, ...periods, ...covered];
