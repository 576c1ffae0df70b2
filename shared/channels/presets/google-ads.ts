import { channel } from '../channel.ts';

export const googleAds = channel({
  id: 'google-ads',
  label: 'Google Ads, report (CSV)',
  called: 'Google Ads’ report',
  family: 'social-media',
  fingerprint: {
    names: [
      ['impr.', 'currency code'],
      ['impr.', 'avg. cpc'],
      ['impr.', 'interaction rate'],
    ],
  },
  reading: {
    totals: { firstCell: /^total(: .*)?$/i },
    nullWords: ['--'],
    times: 'Days in the account’s time zone; the period stands above the table.',
  },
  columns: {
    campaign: 'campaign_name',
    'campaign name': 'campaign_name',
    'campaign id': 'campaign_id',
    'campaign status': 'technical_attribute',
    'campaign type': 'technical_attribute',
    'ad group': 'campaign_name',
    'ad group id': 'campaign_id',
    'ad id': 'ad_id',
    'currency code': 'currency_code',
    'impr.': 'ad_impressions',
    clicks: 'ad_clicks',
    interactions: 'ad_clicks',
    cost: 'ad_spend',
    'avg. cpc': 'ad_spend',
    'avg. cost': 'ad_spend',
    'cost / conv.': 'ad_spend',
    budget: 'ad_spend',
    'avg. cpm': 'ad_spend',
    conversions: 'conversion_count',
    'conv. rate': 'conversion_rate',
    'interaction rate': 'conversion_rate',
    ctr: 'conversion_rate',
    'conv. value': 'purchase_amount',
    gclid: 'advertising_click_id',
    'google click id': 'advertising_click_id',
    day: 'date_event',
    age: 'age_group',
    gender: 'gender',
    device: 'device_type',
  },
  informedHow:
    'The platform informs its users; the company’s cookie banner where conversions are measured. Aggregated ' +
    'reports name no person.',
  notes: [
    'Search terms are written by people and can hold names.',
    'The report’s totals stand at the end; they are left out.',
  ],
  source: 'Campaign reports seen; Google Ads help on downloads',
  example: {
    fileName: 'campaign-report.csv',
    rows: 5,
    totals: 3,
    expect: {
      Campaign: 'campaign_name',
      'Impr.': 'ad_impressions',
      Clicks: 'ad_clicks',
      Cost: 'ad_spend',
      'Currency code': 'currency_code',
    },
    text: `Campaign report
"September 1, 2026 - September 30, 2026"
Campaign status,Campaign,Campaign type,Currency code,Clicks,Impr.,CTR,Avg. CPC,Cost,Conversions
Enabled,Autumn shoes,Search,EUR,412,"12,210",3.37%,0.41,168.92,21.00
Enabled,Winter coats,Search,EUR,388,"10,904",3.56%,0.44,170.72,18.00
Paused,Brand,Search,EUR,951,"8,120",11.71%,0.12,114.12,77.00
Enabled,Outdoor,Display,EUR,120,"25,881",0.46%,0.31,37.20, --
Enabled,Gift cards,Search,EUR,64,"2,004",3.19%,0.52,33.28,4.00
Total: Campaigns, --, --,EUR,"1,935","59,119",3.27%,0.27,524.24,120.00
Total: Account, --, --,EUR,"1,935","59,119",3.27%,0.27,524.24,120.00
Total: Search, --, --,EUR,"1,815","33,238",5.46%,0.27,487.04,120.00
`,
  },
});
