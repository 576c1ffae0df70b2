import { policyTopic } from './policy-row.ts';

const checked = { validFrom: '2026-11-29', checkedOn: '2026-11-29' };

/** How long somebody may stay in an audience at a platform, in days, where the platform asks for a number or sets one. */
export const platformRetention = policyTopic({
  id: 'platform-retention',
  unit: 'days',
  bounds: { minimum: 1, maximum: 3650 },
  rows: [
    {
      subject: 'google',
      value: 540,
      ...checked,
      source: 'Google’s Data Manager API, membership duration of a Customer Match list',
      note: 'The most that Google allows, and what it takes where nobody sets another.',
    },
    {
      subject: 'snap',
      value: 180,
      ...checked,
      source: 'Product policy; Snap’s Marketing API asks for retention_in_days and takes 9999, for ever, by default',
      note: 'Snap keeps people for ever where no number is set.',
    },
  ],
});
