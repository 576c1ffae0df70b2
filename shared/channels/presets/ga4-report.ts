import { channel } from '../channel.ts';
import { ga4Exploration } from './ga4-exploration.ts';

export const ga4Report = channel({
  id: 'ga4-report',
  label: 'Google Analytics 4, report or snapshot of several (CSV)',
  called: 'Google Analytics 4’s report export',
  family: 'website-analytics',
  // The line with the first day is translated, its form is not.
  fingerprint: { names: [[]], preamble: [/^# ?-{8,}\s*$/, /^# ?\p{L}[\p{L} .'’-]{2,40}: ?\d{8}\s*$/u] },
  reading: {
    severalTables: true,
    totals: ga4Exploration.reading.totals!,
    times:
      'Days in the property’s time zone; the first and the last one stand above each table, “Nth day” is counted ' +
      'from the first.',
  },
  columns: {
    ...ga4Exploration.columns,
    'nth *': 'row_index',
    'average engagement time per session': 'session_duration',
    'average engagement time per active user': 'session_duration',
    'engaged sessions per *': 'session_count',
    'views per *': 'page_view_count',
    'event count per *': 'interaction_count',
    'returning users': 'session_count',
    'country id': 'country',
    'first user primary channel group*': 'traffic_source',
    'session primary channel group*': 'traffic_source',
    'first user default channel group*': 'traffic_source',
    'session default channel group*': 'traffic_source',
    'first user source': 'traffic_source',
    'first user medium': 'traffic_source',
    'first user campaign': 'campaign_name',
    'items viewed': 'interaction_count',
    'items purchased': 'purchase_count',
    'item revenue': 'purchase_amount',
    'audience name': 'loyalty_segment',
  },
  informedHow:
    'Cookie banner of the website (consent for analytics storage) and its privacy notice; the file itself proves ' +
    'no consent.',
  notes: [
    'A snapshot holds a table for each of its cards; one is read, the largest unless another is chosen.',
    'Reports are aggregates without persons, unless a page’s address or an event’s name holds one.',
    'The lines above the tables name the account and the property, which may be a person’s name.',
  ],
  source: 'Snapshot export seen; tests of an independent reader of overview and detail reports',
  example: {
    fileName: 'ga4-reports-snapshot.csv',
    rows: 6,
    expect: { 'Page title and screen class': 'page_title', Views: 'page_view_count' },
    text: `# ----------------------------------------
# Report CSV Export
# Account: Northwind Wear
# Property: shop.example.com
# ----------------------------------------
#${'  '}
# Start date: 20260901
# End date: 20260905
Nth day,Average engagement time
0000,84.736842105263158
0001,57.25
0002,51.4
0003,65.05
0004,53.047619047618

# Start date: 20260901
# End date: 20260905
Event name,Event count
page_view,4583
add_to_cart,419
purchase,62

#${'  '}
# Start date: 20260901
# End date: 20260905
Page title and screen class,Views
Home,1584
Coats,508
"Socks, wool",488
#1 in parkas,386
Basket,296
Thanks,62

#${'  '}
# All Users
# Start date: 20260901
# End date: 20260905
Country ID,City,Active users
DE,Hamburg,210
FR,Lyon,122
`,
  },
});
