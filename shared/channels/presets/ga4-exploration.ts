import { channel } from '../channel.ts';

export const ga4Exploration = channel({
  id: 'ga4-exploration',
  label: 'Google Analytics 4, exploration (CSV)',
  called: 'Google Analytics 4’s exploration export',
  family: 'website-analytics',
  fingerprint: { names: [[]], preamble: [/^# ?-{8,}\s*$/, /^# ?\d{8}-\d{8}\s*$/] },
  reading: {
    totals: {
      anyCell:
        /^(grand total|gesamt(summe|ergebnis)?|total g[ée]n[ée]ral|totale complessivo|total geral|suma total|eindtotaal)$/i,
    },
    times: 'Days and hours in the property’s time zone, which the file does not name.',
  },
  columns: {
    'event name': 'event_name',
    'event count': 'interaction_count',
    'active users': 'session_count',
    'total users': 'session_count',
    'new users': 'session_count',
    sessions: 'session_count',
    'engaged sessions': 'session_count',
    views: 'page_view_count',
    'bounce rate': 'bounce_rate',
    'average session duration': 'session_duration',
    'average engagement time': 'session_duration',
    'user engagement': 'session_duration',
    conversions: 'conversion_count',
    'key events': 'conversion_count',
    'total revenue': 'purchase_amount',
    'purchase revenue': 'purchase_amount',
    transactions: 'purchase_count',
    'transaction id': 'order_id',
    'item name': 'product_name',
    'item category': 'product_category',
    city: 'city',
    region: 'state_region',
    country: 'country',
    'city id': 'city',
    language: 'language_locale',
    'device category': 'device_type',
    browser: 'browser',
    'operating system': 'operating_system',
    platform: 'platform',
    'screen resolution': 'screen_property',
    'page path': 'page_url',
    'page path and screen class': 'page_url',
    'page location': 'page_url',
    'landing page': 'page_url',
    'page title': 'page_title',
    'page title and screen name': 'page_title',
    'page referrer': 'referrer_url',
    'session source / medium': 'traffic_source',
    'first user source / medium': 'traffic_source',
    'session source': 'traffic_source',
    'session medium': 'traffic_source',
    'session default channel group': 'traffic_source',
    'first user default channel group': 'traffic_source',
    'session campaign': 'campaign_name',
    'user id': 'user_id',
    'effective user id': 'user_id',
    'app-instance id': 'device_id',
    'stream name': 'domain_name',
    date: 'date_event',
    'first visit date': 'signup_date',
    age: 'age_group',
    gender: 'gender',
  },
  informedHow:
    'Cookie banner of the website (consent for analytics storage) and its privacy notice; the file itself proves ' +
    'no consent.',
  notes: [
    'The grand total stands directly under the header; it is left out, since it would double every sum.',
    'Most explorations are aggregates without persons; a user id or app-instance id as a dimension makes each row ' +
      'a person.',
    'The lines above the table may hold a person’s name.',
  ],
  source: 'Exploration exports seen; Google Analytics help on explorations',
  example: {
    fileName: 'ga4-exploration.csv',
    rows: 6,
    totals: 1,
    expect: {
      'Event name': 'event_name',
      City: 'city',
      'Device category': 'device_type',
      'Active users': 'session_count',
    },
    text: `# ----------------------------------------
# Visitors by town
# Free form 1
# 20260901-20260930
# ----------------------------------------

Event name,City,Device category,Active users,Event count,Total revenue
,,,4120,19877,8311.4,Grand total
page_view,Hamburg,mobile,1210,6120,0
page_view,Lyon,desktop,822,4013,0
add_to_cart,Hamburg,mobile,310,702,0
add_to_cart,Lyon,desktop,205,388,0
purchase,Hamburg,mobile,84,91,5210.9
purchase,Lyon,desktop,47,52,3100.5
`,
  },
});
