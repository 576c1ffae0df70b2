import type { Channel } from '../channel.ts';

export const intercomContacts: Channel = {
  id: 'intercom-contacts',
  label: 'Intercom, contacts (JSON)',
  called: 'Intercom’s contact export',
  family: 'customer-service',
  fingerprint: { names: [['unsubscribed_from_emails', 'last_seen_at', 'workspace_id'], ['unsubscribed_from_emails', 'last_contacted_at', 'external_id']] },
  reading: { times: 'Seconds since 1970 in UTC.' },
  columns: {
    type: 'technical_attribute', id: 'user_id', workspace_id: 'technical_attribute', external_id: 'customer_id', role: 'visitor_type', email: 'email_address', phone: 'phone_number', name: 'full_name', avatar: 'person_photo', owner_id: 'employee_id', 'social_profiles*': 'social_handle', has_hard_bounced: 'email_engagement', marked_email_as_spam: 'email_engagement', unsubscribed_from_emails: 'subscription_status', unsubscribed_from_sms: 'subscription_status', sms_consent: 'consent_status',
    created_at: 'timestamp', updated_at: 'timestamp', signed_up_at: 'signup_date', last_seen_at: 'engagement_timestamp', last_replied_at: 'engagement_timestamp', last_contacted_at: 'engagement_timestamp', last_email_opened_at: 'engagement_timestamp', last_email_clicked_at: 'engagement_timestamp', language_override: 'language_locale', browser: 'browser', browser_version: 'app_version', browser_language: 'language_locale', os: 'operating_system', 'location.country': 'country', 'location.region': 'state_region', 'location.city': 'city', 'android_*': 'technical_attribute', 'ios_*': 'technical_attribute', referrer: 'referrer_url', 'utm_*': 'utm_source', 'custom_attributes.*': 'technical_attribute',
  },
  informedHow: 'Privacy notice linked in the messenger; consent to text messages and opt-outs are columns.',
  notes: ['Own attributes may hold anything that the company sends.', 'Visitors without a name are known by a cookie.'],
  source: 'Schema of a public connector for Intercom',
  example: {
    fileName: 'intercom-contacts.json',
    rows: 5,
    expect: { email: 'email_address', name: 'full_name', phone: 'phone_number', 'location.city': 'city', unsubscribed_from_emails: 'subscription_status', last_seen_at: 'engagement_timestamp' },
    text: JSON.stringify({
      type: 'list',
      data: [
        ['Mira Lindqvist', 'mira.lindqvist@example.org', '+49405550143', 'Hamburg', 'Germany', 1788343000],
        ['Paul Okafor', 'paul.okafor@example.net', '+442079460121', 'London', 'United Kingdom', 1788346100],
        ['Ines Moreau', 'ines.moreau@example.org', '+33499550199', 'Lyon', 'France', 1788424800],
        ['Tomas Novak', 'tomas.novak@example.com', '+420225550177', 'Prague', 'Czech Republic', 1788463300],
        ['Laura Rossi', 'laura.rossi@example.com', '+390115550108', 'Turin', 'Italy', 1788506100],
      ].map(([name, email, phone, city, country, seen], at) => ({ type: 'contact', id: `65f0a1b2c3d4e5f6a7b8c9d${at}`, workspace_id: 'ab12cd34', external_id: `C-104${at}`, role: 'user', email, phone, name, has_hard_bounced: false, unsubscribed_from_emails: at === 2, created_at: 1_741_680_000 + at * 86_400, last_seen_at: seen, browser: at % 2 === 0 ? 'firefox' : 'safari', location: { type: 'location', country, region: null, city } })),
    }),
  },
};
