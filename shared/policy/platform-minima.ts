import { policyTopic } from './policy-row.ts';

const checked = { validFrom: '2026-11-23', checkedOn: '2026-11-29' };

/** The smallest audience that a platform can use, in people. 1,000 serves all of them. */
export const platformMinima = policyTopic({
  id: 'platform-minimum',
  unit: 'people',
  bounds: { minimum: 1, maximum: 1_000_000 },
  rows: [
    {
      subject: 'google',
      value: 100,
      ...checked,
      source: 'Google’s help on Customer Match, read in an excerpt',
      note: 'Active in 30 days.',
    },
    {
      subject: 'youtube',
      value: 1_000,
      ...checked,
      source: 'Google’s help on Customer Match, read in an excerpt',
      note: 'Active in 30 days.',
    },
    { subject: 'meta', value: 100, ...checked, source: 'Meta’s help on custom audiences, read in an excerpt' },
    { subject: 'pinterest', value: 100, ...checked, source: 'Pinterest’s API reference of customer lists' },
    { subject: 'x', value: 100, ...checked, source: 'X’s help on list audiences, read in an excerpt' },
    {
      subject: 'linkedin',
      value: 300,
      ...checked,
      source: 'LinkedIn’s help on contact targeting, read in an excerpt',
      note: 'Rows of the list, and members matched.',
    },
    { subject: 'microsoft', value: 300, ...checked, source: 'Microsoft’s help on customer match, read in an excerpt' },
    {
      subject: 'tiktok',
      value: 1_000,
      ...checked,
      source: 'TikTok’s help on customer files, read in an excerpt',
      note: 'Matched people.',
    },
    {
      subject: 'snap',
      value: 1_000,
      ...checked,
      source: 'Snap’s help on customer lists, read in an excerpt',
      note: 'Matched people.',
    },
    {
      subject: 'reddit',
      value: 1_000,
      ...checked,
      source: 'Reddit’s help on customer lists, read in an excerpt',
      note: 'Matched people.',
    },
  ],
});
