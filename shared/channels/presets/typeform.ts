import { channel } from '../channel.ts';

export const typeform = channel({
  id: 'typeform',
  label: 'Typeform, responses (CSV)',
  called: 'Typeform’s export',
  family: 'feedback-surveys',
  fingerprint: {
    names: [
      ['#', 'submit date (utc)', 'network id'],
      ['#', 'start date (utc)', 'submit date (utc)'],
    ],
  },
  reading: { formulaGuard: true, times: 'In UTC, as the column names say.' },
  columns: {
    '#': 'respondent_id',
    'response type': 'technical_attribute',
    'start date (utc)': 'timestamp',
    'stage date (utc)': 'timestamp',
    'submit date (utc)': 'timestamp',
    'network id': 'device_id',
    tags: 'technical_attribute',
    ending: 'free_text',
    fbclid: 'advertising_click_id',
    gclid: 'advertising_click_id',
    utm_source: 'utm_source',
    utm_medium: 'utm_medium',
    utm_campaign: 'campaign_name',
  },
  informedHow:
    'Welcome screen of the form and its link to the privacy notice; a consent question is an answer of its own ' +
    'where it was asked.',
  notes: [
    'The network id is a digest of the respondent’s network: an online identifier.',
    'Questions stand in the header with the text that was piped into them.',
    'Two questions may have the same header.',
  ],
  source: 'Eight independent readers of the export agree',
  example: {
    fileName: 'typeform-responses.csv',
    rows: 5,
    expect: {
      '#': 'respondent_id',
      'Network ID': 'device_id',
      'Submit Date (UTC)': 'timestamp',
      "What's your email address?": 'email_address',
    },
    text: `#,What's your email address?,How satisfied are you with us?,What could we do better?,Response Type,Start \
Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending
k2j4h5g6f7d8s9a0q1w2,mira.lindqvist@example.org,5,"Shorter queues on Saturdays, please.",completed,2026-09-02 \
10:14:05,,2026-09-02 10:17:44,1f0a9b8c7d,,"Thank you!
See you soon."
p9o8i7u6y5t4r3e2w1q0,paul.okafor@example.net,4,Nothing comes to my mind.,completed,2026-09-02 11:02:31,,2026-09-02 \
11:05:10,2e1b0a9c8d,,"Thank you!
See you soon."
z1x2c3v4b5n6m7k8j9h0,ines.moreau@example.org,2,The app forgot my basket twice.,completed,2026-09-03 08:40:12,,\
2026-09-03 08:44:59,3d2c1b0a9e,,"Thank you!
See you soon."
a5s6d7f8g9h0j1k2l3z4,tomas.novak@example.com,5,Keep the paper bags.,completed,2026-09-03 19:22:48,,2026-09-03 \
19:25:01,4c3d2e1f0b,,"Thank you!
See you soon."
m0n9b8v7c6x5z4l3k2j1,laura.rossi@example.com,4,More colours would be nice.,completed,2026-09-04 07:15:20,,2026-09-04 \
07:19:33,5b4e3d2c1a,,"Thank you!
See you soon."
`,
  },
});
