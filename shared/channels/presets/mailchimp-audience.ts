import { channel } from '../channel.ts';

export const mailchimpAudience = channel({
  id: 'mailchimp-audience',
  label: 'Mailchimp, audience (CSV)',
  called: 'Mailchimp’s audience export',
  family: 'contact-forms',
  fingerprint: { names: [['member_rating', 'optin_time', 'leid', 'euid']] },
  reading: { times: 'Written year first, presumably in UTC; the file names no time zone.' },
  columns: {
    'email address': 'email_address',
    'first name': 'first_name',
    'last name': 'last_name',
    address: 'full_address',
    phone: 'phone_number',
    'phone number': 'phone_number',
    birthday: 'birth_day',
    member_rating: 'engagement_score',
    optin_time: 'consent_timestamp',
    optin_ip: 'ip_address',
    confirm_time: 'consent_timestamp',
    confirm_ip: 'ip_address',
    latitude: 'latitude',
    longitude: 'longitude',
    gmtoff: 'timezone',
    dstoff: 'timezone',
    timezone: 'timezone',
    cc: 'country',
    region: 'state_region',
    last_changed: 'sync_timestamp',
    leid: 'customer_id',
    euid: 'customer_id',
    notes: 'free_text',
    tags: 'interest_keyword_count',
    unsub_time: 'consent_timestamp',
    unsub_reason: 'complaint_reason',
    unsub_reason_other: 'complaint_reason',
    unsub_campaign_title: 'campaign_name',
    unsub_campaign_id: 'campaign_id',
    clean_time: 'sync_timestamp',
    clean_campaign_title: 'campaign_name',
    clean_campaign_id: 'campaign_id',
  },
  informedHow:
    'Sign-up form of the newsletter; opt-in time and address are the evidence, together with confirmation time and ' +
    'address a double opt-in. Empty ones mean that the contact was imported: no evidence of consent.',
  notes: [
    'There is one file per status: subscribed, unsubscribed, cleaned.',
    'Columns of the audience are named by its owner, in any language.',
    'Tags are a list inside a cell.',
  ],
  source: 'Ten independent readers of the export agree',
  example: {
    fileName: 'subscribed_members_export.csv',
    rows: 5,
    expect: {
      'Email Address': 'email_address',
      'First Name': 'first_name',
      'Last Name': 'last_name',
      OPTIN_IP: 'ip_address',
      CONFIRM_TIME: 'consent_timestamp',
      MEMBER_RATING: 'engagement_score',
      CC: 'country',
      LATITUDE: 'latitude',
    },
    text: `"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,\
LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS
mira.lindqvist@example.org,Mira,Lindqvist,4,"2025-03-11 09:14:22",203.0.113.18,"2025-03-11 09:15:40",203.0.113.18,\
53.5507000,9.9930000,1,2,Europe/Berlin,DE,HH,"2026-08-01 10:00:00",410022101,a1f0c9d8e7,,"""vip"",""blog"""
paul.okafor@example.net,Paul,Okafor,2,"2025-04-02 18:40:01",198.51.100.7,"2025-04-02 18:44:59",198.51.100.7,\
51.5074000,-0.1278000,0,1,Europe/London,GB,ENG,"2026-08-01 10:00:00",410022102,b2e1d0c9f8,,
ines.moreau@example.org,Ines,Moreau,5,"2025-05-21 07:31:11",203.0.113.77,"2025-05-21 07:33:02",203.0.113.77,\
45.7480000,4.8460000,1,2,Europe/Paris,FR,ARA,"2026-08-02 11:30:00",410022103,c3d2e1f0a9,,"""blog"""
tomas.novak@example.com,Tomas,Novak,3,,,,,50.0755000,14.4378000,1,2,Europe/Prague,CZ,PR,"2026-08-02 11:30:00",\
410022104,d4c3b2a1e0,"Imported from the old list",
laura.rossi@example.com,Laura,Rossi,1,"2026-01-15 20:05:44",192.0.2.112,"2026-01-15 20:06:30",192.0.2.112,45.0703000,\
7.6869000,1,2,Europe/Rome,IT,PIE,"2026-08-03 08:12:09",410022105,e5b4c3d2f1,,
`,
  },
});
