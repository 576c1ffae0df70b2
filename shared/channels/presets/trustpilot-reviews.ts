import { channel } from '../channel.ts';

export const trustpilotReviews = channel({
  id: 'trustpilot-reviews',
  label: 'Trustpilot, reviews (CSV)',
  called: 'Trustpilot’s export',
  family: 'feedback-surveys',
  fingerprint: { names: [['review created (utc)', 'review stars']] },
  reading: { times: 'UTC, as the names say.' },
  columns: {
    'review id': 'record_id',
    'review created (utc)': 'timestamp',
    'company reply date (utc)': 'timestamp',
    'review consumer user id': 'user_id',
    'review username': 'full_name',
    'review user email': 'email_address',
    'review title': 'review_title',
    'review content': 'review_text',
    'review stars': 'rating',
    'source of review': 'traffic_source',
    'reference id': 'order_id',
    'domain url': 'domain_name',
    'webshop name': 'business_name',
    'location name': 'business_name',
    'business unit id': 'technical_attribute',
    tags: 'technical_attribute',
  },
  informedHow: 'Trustpilot’s own notice to reviewers; where the shop invited them, its privacy notice at the order.',
  notes: [
    'A review is public under the name that stands beside it: whoever has its text finds the person.',
    'The reference leads to the order.',
  ],
  source: 'Six independent readers of the export',
  example: {
    fileName: 'reviews.csv',
    rows: 5,
    expect: {
      'Review Username': 'full_name',
      'Review User Email': 'email_address',
      'Review Content': 'review_text',
      'Review Stars': 'rating',
      'Reference Id': 'order_id',
    },
    text: `Review ID,Review Created (UTC),Review Consumer User ID,Review Username,Review User Email,Review Title,Review Content\
,Review Stars,Source Of Review,Reference Id,Domain URL,Webshop Name,Business Unit ID,Tags,Company Reply Date (UTC),L\
ocation Name
66d1f0a2b0c3d4e5f6071809,2026-09-10 08:10:22,5f7e1a2b3c4d0e6f708192a0,Mira Lindqvist,mira.lindqvist@example.org,Quic\
k,"The parcel came a day early and everything was as ordered.",5,Invitation,7100,www.example.com,Alder Coats,4bf1926\
00000640005063e02,,,
66d1f0a2b1c3d4e5f6071819,2026-09-11 08:11:22,5f7e1a2b3c4d1e6f708192a1,Paul Okafor,paul.okafor@example.net,No answer,\
"Nobody answered my three letters about a broken zip.",1,Invitation,7110,www.example.com,Alder Coats,4bf192610000640\
005063e12,,,
66d1f0a2b2c3d4e5f6071829,2026-09-12 08:12:22,5f7e1a2b3c4d2e6f708192a2,Ines Moreau,ines.moreau@example.org,Small size\
s,"Good coats, but the sizes run small in my opinion.",3,Invitation,7120,www.example.com,Alder Coats,4bf192620000640\
005063e22,,,
66d1f0a2b3c3d4e5f6071839,2026-09-13 08:13:22,5f7e1a2b3c4d3e6f708192a3,Tomas Novak,tomas.novak@example.com,Again,"I w\
ould order here again at any time.",5,Invitation,7130,www.example.com,Alder Coats,4bf192630000640005063e32,,,
66d1f0a2b4c3d4e5f6071849,2026-09-14 08:14:22,5f7e1a2b3c4d4e6f708192a4,Laura Rossi,laura.rossi@example.com,Slow retur\
ns,"Returns took four weeks, which is too long.",2,Invitation,7140,www.example.com,Alder Coats,4bf192640000640005063\
e42,,,
`,
  },
});
