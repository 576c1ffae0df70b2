import { policyTopic } from './policy-row.ts';

/** No workspace sets where the Union's law ends. */
const byTreaty = { unit: 'yes-no', bounds: { minimum: 0, maximum: 1 } } as const;
const yes = { minimum: 1, maximum: 1 };
const no = { minimum: 0, maximum: 0 };

const member = {
  value: 1,
  validFrom: '2018-05-25',
  source: 'Regulation (EU) 2016/679 Art. 3, 99(2)',
  checkedOn: '2026-11-29',
  bounds: yes,
};
const efta = {
  ...member,
  validFrom: '2018-07-20',
  source: 'EEA Joint Committee Decision No 154/2018',
};

/**
 * Whether the Regulation itself holds in a country (ISO 3166-1 alpha-2): a recipient there gets no transfer to a third
 * country.
 */
export const eeaCountries = policyTopic({
  id: 'eea-country',
  ...byTreaty,
  rows: [
    { ...member, subject: '*', value: 0, source: 'Regulation (EU) 2016/679 Art. 44', bounds: no },
    { ...member, subject: 'AT' },
    { ...member, subject: 'BE' },
    { ...member, subject: 'BG' },
    { ...member, subject: 'CY' },
    { ...member, subject: 'CZ' },
    { ...member, subject: 'DE' },
    { ...member, subject: 'DK' },
    { ...member, subject: 'EE' },
    { ...member, subject: 'ES' },
    { ...member, subject: 'FI' },
    { ...member, subject: 'FR' },
    { ...member, subject: 'GR' },
    { ...member, subject: 'HR' },
    { ...member, subject: 'HU' },
    { ...member, subject: 'IE' },
    { ...member, subject: 'IT' },
    { ...member, subject: 'LT' },
    { ...member, subject: 'LU' },
    { ...member, subject: 'LV' },
    { ...member, subject: 'MT' },
    { ...member, subject: 'NL' },
    { ...member, subject: 'PL' },
    { ...member, subject: 'PT' },
    { ...member, subject: 'RO' },
    { ...member, subject: 'SE' },
    { ...member, subject: 'SI' },
    { ...member, subject: 'SK' },
    { ...efta, subject: 'IS' },
    { ...efta, subject: 'LI' },
    { ...efta, subject: 'NO' },
    { ...member, subject: 'GB' },
    {
      ...member,
      subject: 'GB',
      value: 0,
      validFrom: '2021-01-01',
      source: 'Withdrawal Agreement (OJ L 29, 31.1.2020, p. 7) Art. 126',
      note: 'The transition period ended with 2020.',
      bounds: no,
    },
  ],
});

const decided = { value: 1, checkedOn: '2026-11-29', bounds: { minimum: 0, maximum: 1 } };
/** A decision that covers some recipients only says nothing of the country: the recipient has to be looked at. */
const inPart = { value: 0, checkedOn: '2026-11-29', bounds: no };

/**
 * Whether a decision of the Commission finds a country as a whole adequate (GDPR Art. 45(3)). A transfer there needs no
 * safeguard, and is named in the register all the same (Art. 30(1)(e)).
 */
export const adequateCountries = policyTopic({
  id: 'adequate-country',
  ...byTreaty,
  rows: [
    {
      subject: '*',
      value: 0,
      validFrom: '2018-05-25',
      source: 'Regulation (EU) 2016/679 Art. 44, 45(9)',
      checkedOn: '2026-11-29',
      bounds: no,
    },
    { ...decided, subject: 'AD', validFrom: '2010-10-19', source: 'Commission Decision 2010/625/EU' },
    { ...decided, subject: 'AR', validFrom: '2003-06-30', source: 'Commission Decision 2003/490/EC' },
    {
      ...decided,
      subject: 'BR',
      validFrom: null,
      pending: true,
      source: 'Adequacy decision on Brazil, reported as adopted in early 2026',
      note: 'Reports differ on the day, and no number was read: confirm in the Official Journal.',
    },
    {
      ...inPart,
      subject: 'CA',
      validFrom: '2001-12-20',
      source: 'Commission Decision 2002/2/EC',
      note: 'Covers recipients that are subject to the Personal Information Protection and Electronic Documents Act.',
    },
    { ...decided, subject: 'CH', validFrom: '2000-07-26', source: 'Commission Decision 2000/518/EC' },
    { ...decided, subject: 'FO', validFrom: '2010-03-05', source: 'Commission Decision 2010/146/EU' },
    {
      ...decided,
      subject: 'GB',
      validFrom: '2021-06-28',
      source: 'Commission Implementing Decision (EU) 2021/1772, renewed on 19 December 2025',
      note: 'The renewed decision is reported to end on 27 December 2031.',
    },
    { ...decided, subject: 'GG', validFrom: '2003-11-21', source: 'Commission Decision 2003/821/EC' },
    { ...decided, subject: 'IL', validFrom: '2011-01-31', source: 'Commission Decision 2011/61/EU' },
    { ...decided, subject: 'IM', validFrom: '2004-04-28', source: 'Commission Decision 2004/411/EC' },
    { ...decided, subject: 'JE', validFrom: '2008-05-08', source: 'Commission Decision 2008/393/EC' },
    { ...decided, subject: 'JP', validFrom: '2019-01-23', source: 'Commission Implementing Decision (EU) 2019/419' },
    { ...decided, subject: 'KR', validFrom: '2021-12-17', source: 'Commission Implementing Decision (EU) 2022/254' },
    { ...decided, subject: 'NZ', validFrom: '2012-12-19', source: 'Commission Implementing Decision 2013/65/EU' },
    {
      ...inPart,
      subject: 'US',
      validFrom: '2023-07-10',
      source: 'Commission Implementing Decision (EU) 2023/1795',
      note: 'Covers recipients that are certified under the Data Privacy Framework for the kind of data.',
    },
    { ...decided, subject: 'UY', validFrom: '2012-08-21', source: 'Commission Implementing Decision 2012/484/EU' },
  ],
});
