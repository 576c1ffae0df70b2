import { email, numbered, oneOf } from '../invented.ts';
import { activity, list, purpose, recipient, said, transfer } from '../records.ts';
import type { SuiteCase } from '../suite-case.ts';

const table = { customer_id: numbered('C-'), email, country: oneOf('DE', 'US', 'IN') };
const items = [['identity'], ['contact'], ['location']] as const;

/** Recipients that a register forgot, and those that it knows under other names. */
const recipients: readonly SuiteCase[] = [
  {
    title: 'A release to somebody nobody declared',
    table,
    records: [activity({ items }), purpose()],
    releases: [{ recipient: 'Agency Nord' }],
    planted: [['recipient-undeclared', 'Agency Nord']],
  },
  {
    title: 'Known to the register, not to the activity',
    table,
    records: [activity({ items }), purpose(), recipient('Agency Nord')],
    releases: [{ recipient: 'Agency Nord' }],
    planted: [['recipient-undeclared', 'Agency Nord']],
  },
  {
    title: 'Declared, and another one that is not',
    table,
    records: [activity({ items, recipients: ['rc1'] }), purpose(), recipient('Agency Nord')],
    releases: [{ recipient: 'Agency Nord' }, { recipient: 'Print Works' }],
    planted: [['recipient-undeclared', 'Print Works']],
    lookAlikes: [{ rule: 'recipient-undeclared', about: 'Agency Nord', because: 'declared' }],
  },
  {
    title: 'Declared under another name and another spelling',
    table,
    records: [
      activity({ items, recipients: ['rc1'] }),
      purpose(),
      recipient('Agency Nord GmbH', { alsoCalled: list(['Agency Nord', 'AN Media']) }),
    ],
    releases: [{ recipient: 'agency  nord' }, { recipient: 'AN-Media' }, { recipient: 'AGENCY NORD GMBH' }],
    planted: [],
    lookAlikes: [
      { rule: 'recipient-undeclared', about: 'agency  nord', because: 'case and spaces make no other recipient' },
      { rule: 'recipient-undeclared', about: 'AN-Media', because: 'it is called so, too' },
      { rule: 'recipient-undeclared', about: 'AGENCY NORD GMBH', because: 'case makes no other recipient' },
    ],
  },
  {
    title: 'One letter is another recipient',
    table,
    records: [activity({ items, recipients: ['rc1'] }), purpose(), recipient('Agency Nord')],
    releases: [{ recipient: 'Agency Nord Inc' }],
    planted: [['recipient-undeclared', 'Agency Nord Inc']],
  },
  {
    title: 'A unit of the same house',
    table,
    records: [activity({ items }), purpose(), recipient('Marketing', { kind: said('internal-unit' as const) })],
    releases: [{ recipient: 'Marketing' }],
    planted: [],
    lookAlikes: [{ rule: 'recipient-undeclared', about: 'Marketing', because: 'data are disclosed to nobody else' }],
  },
  {
    title: 'A sub-processor of a processor',
    table,
    records: [
      activity({
        items,
        more: { role: said('processor' as const), subProcessors: list(['rc1']) },
        purposes: [],
      }),
      recipient('Host Works', { kind: said('sub-processor' as const) }),
    ],
    releases: [{ recipient: 'Host Works' }],
    planted: [],
    lookAlikes: [
      { rule: 'recipient-undeclared', about: 'Host Works', because: 'declared as a sub-processor' },
      { rule: 'purpose-missing', about: '*', because: 'a processor has no purposes of its own' },
    ],
  },
  {
    title: 'The recipient is retired',
    table,
    records: [activity({ items, recipients: ['rc1'] }), purpose(), recipient('Agency Nord', {}, 'rc1', 'retired')],
    releases: [{ recipient: 'Agency Nord' }],
    planted: [['recipient-undeclared', 'Agency Nord']],
  },
  {
    title: 'The draft has it from the log, and nobody took it over',
    table,
    records: [
      activity({ items }),
      activity({ items, recipients: ['rc1'], state: 'draft', version: 2, by: 'log' }),
      purpose(),
      recipient('Agency Nord', { name: said('Agency Nord', 'log') }, 'rc1', 'draft'),
    ],
    releases: [{ recipient: 'Agency Nord' }],
    planted: [['recipient-undeclared', 'Agency Nord']],
  },
  {
    title: 'A release from before recipients were named',
    table,
    records: [activity({ items }), purpose()],
    releases: [{ recipient: null }],
    planted: [],
    lookAlikes: [{ rule: 'recipient-undeclared', about: '*', because: 'nobody knows to whom: it is not judged' }],
  },
];

const to = (country: string, more: Parameters<typeof recipient>[1] = {}) =>
  recipient('Cloud One', { country: said(country), ...more });
const released = [{ recipient: 'Cloud One' }] as const;
const declared = activity({ items, recipients: ['rc1'] });

/** Transfers that a register forgot, by where recipients are. */
const transfers: readonly SuiteCase[] = [
  {
    title: 'To the United States without a transfer',
    table,
    records: [declared, purpose(), to('US')],
    releases: released,
    planted: [['transfer-undeclared', 'Cloud One']],
  },
  {
    title: 'To the United States with a transfer',
    table,
    records: [
      activity({ items, recipients: ['rc1'], transfers: ['tr1'] }),
      purpose(),
      to('US'),
      transfer({ recipient: said('rc1'), country: said('US') }),
    ],
    releases: released,
    planted: [],
    lookAlikes: [{ rule: 'transfer-undeclared', about: 'Cloud One', because: 'the transfer is declared' }],
  },
  {
    title: 'To India, declared without any release yet',
    table,
    records: [declared, purpose(), to('IN')],
    planted: [['transfer-undeclared', 'Cloud One']],
  },
  {
    title: 'To Canada, where a decision covers some recipients only',
    table,
    records: [declared, purpose(), to('CA')],
    releases: released,
    planted: [['transfer-undeclared', 'Cloud One']],
  },
  {
    title: 'To Brazil, of which the row is pending',
    table,
    records: [declared, purpose(), to('BR')],
    releases: released,
    planted: [['transfer-undeclared', 'Cloud One']],
  },
  ...['NO', 'IS', 'LI', 'GR', 'IE'].map((country): SuiteCase => ({
    title: `To ${country}, inside the European Economic Area`,
    table,
    records: [declared, purpose(), to(country)],
    releases: released,
    planted: [],
    lookAlikes: [{ rule: 'transfer-undeclared', about: 'Cloud One', because: 'the Regulation holds there' }],
  })),
  ...['CH', 'GB', 'JP', 'NZ'].map((country): SuiteCase => ({
    title: `To ${country}, found adequate`,
    table,
    records: [declared, purpose(), to(country)],
    releases: released,
    planted: [],
    lookAlikes: [{ rule: 'transfer-undeclared', about: 'Cloud One', because: 'advice: no safeguard is missing' }],
  })),
  {
    title: 'A transfer that ended',
    table,
    records: [
      activity({ items, recipients: ['rc1'], transfers: ['tr1'] }),
      purpose(),
      to('US'),
      transfer({ recipient: said('rc1'), country: said('US'), endsOn: said('2026-03-31') }),
    ],
    releases: released,
    planted: [['transfer-undeclared', 'Cloud One']],
  },
  {
    title: 'A transfer that was suspended',
    table,
    records: [
      activity({ items, recipients: ['rc1'], transfers: ['tr1'] }),
      purpose(),
      to('US'),
      transfer({ recipient: said('rc1'), country: said('US'), suspendedOn: said('2026-11-01') }),
    ],
    releases: released,
    planted: [['transfer-undeclared', 'Cloud One']],
  },
  {
    title: 'A transfer to somebody else',
    table,
    records: [
      activity({ items, recipients: ['rc1', 'rc2'], transfers: ['tr1'] }),
      purpose(),
      to('US'),
      recipient('Mail Two', { country: said('US') }, 'rc2'),
      transfer({ recipient: said('rc2'), country: said('US') }),
    ],
    releases: released,
    planted: [['transfer-undeclared', 'Cloud One']],
    lookAlikes: [{ rule: 'transfer-undeclared', about: 'Mail Two', because: 'its transfer is declared' }],
  },
  {
    title: 'A transfer that no activity refers to',
    table,
    records: [declared, purpose(), to('US'), transfer({ recipient: said('rc1'), country: said('US') })],
    releases: released,
    planted: [['transfer-undeclared', 'Cloud One']],
  },
  {
    title: 'Anonymised data to India, to a recipient of this release alone',
    table,
    records: [activity({ items }), purpose(), recipient('Cloud One', { country: said('IN') })],
    releases: [{ recipient: 'Cloud One', label: 'anonymised' }],
    planted: [['recipient-undeclared', 'Cloud One']],
    lookAlikes: [{ rule: 'transfer-undeclared', about: 'Cloud One', because: 'no personal data leave' }],
  },
  {
    title: 'k-anonymous rows are not anonymised ones',
    table,
    records: [declared, purpose(), to('IN')],
    releases: [{ recipient: 'Cloud One', label: 'k-anonymous' }],
    planted: [['transfer-undeclared', 'Cloud One']],
  },
  {
    title: 'An own branch abroad',
    table,
    records: [activity({ items }), purpose(), to('IN', { kind: said('internal-unit' as const) })],
    releases: released,
    planted: [],
    lookAlikes: [{ rule: 'transfer-undeclared', about: 'Cloud One', because: 'no other party receives anything' }],
  },
  {
    title: 'A recipient whose country nobody stated',
    table,
    records: [
      activity({ items, recipients: ['rc1'] }),
      purpose(),
      recipient('Cloud One', { country: { state: 'unknown', ask: 'Bo', origin: { from: 'log', entry: 3 } } }),
    ],
    releases: released,
    planted: [],
    lookAlikes: [{ rule: 'transfer-undeclared', about: 'Cloud One', because: 'not judged until it is stated' }],
  },
];

export const whoGetsIt: readonly SuiteCase[] = [...recipients, ...transfers];
