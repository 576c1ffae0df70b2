import { channel } from '../channel.ts';

export const metaAds = channel({
  id: 'meta-ads',
  label: 'Meta Ads Manager, report (CSV)',
  called: 'Meta’s ad report',
  family: 'social-media',
  fingerprint: {
    names: [
      ['reporting starts', 'reporting ends'],
      ['campaign name', 'amount spent (*)'],
      ['kampagnenname', 'ausgegebener betrag (*)'],
      ['nom de la campagne', 'montant dépensé (*)'],
      ['nombre de la campaña', 'importe gastado (*)'],
    ],
  },
  reading: {
    totals: {
      blankUnder: [
        'campaign name',
        'ad set name',
        'ad name',
        'kampagnenname',
        'name der anzeigengruppe',
        'anzeigenname',
        'nom de la campagne',
        'nombre de la campaña',
      ],
    },
    times: 'Days in the ad account’s time zone; without a breakdown each row spans the whole period.',
  },
  columns: {
    'campaign name': 'campaign_name',
    'ad set name': 'campaign_name',
    'ad name': 'campaign_name',
    'campaign id': 'campaign_id',
    'ad set id': 'campaign_id',
    'ad id': 'ad_id',
    'reporting starts': 'date_event',
    'reporting ends': 'date_event',
    day: 'date_event',
    impressions: 'ad_impressions',
    reach: 'impressions',
    frequency: 'ad_exposure',
    results: 'conversion_count',
    'result indicator': 'technical_attribute',
    'link clicks': 'ad_clicks',
    'clicks (all)': 'ad_clicks',
    'amount spent (*)': 'ad_spend',
    'cost per result*': 'ad_spend',
    'cpc (*': 'ad_spend',
    'cpm (*': 'ad_spend',
    'ctr (*': 'conversion_rate',
    age: 'age_group',
    gender: 'gender',
    region: 'state_region',
    country: 'country',
    platform: 'platform',
    'purchases conversion value': 'purchase_amount',
    purchases: 'purchase_count',
    'campaign delivery': 'technical_attribute',
    'attribution setting': 'technical_attribute',
    kampagnenname: 'campaign_name',
    'name der anzeigengruppe': 'campaign_name',
    anzeigenname: 'campaign_name',
    tag: 'date_event',
    'ausgegebener betrag (*)': 'ad_spend',
    impressionen: 'ad_impressions',
    reichweite: 'impressions',
    ergebnisse: 'conversion_count',
    'klicks (alle)': 'ad_clicks',
    'link-klicks': 'ad_clicks',
    'nom de la campagne': 'campaign_name',
    'montant dépensé (*)': 'ad_spend',
    jour: 'date_event',
    'clics (tous)': 'ad_clicks',
    'nombre de la campaña': 'campaign_name',
    'importe gastado (*)': 'ad_spend',
  },
  informedHow:
    'The platform informs its users; the company’s cookie banner where its pixel measures conversions. Aggregated ' +
    'reports name no person.',
  notes: [
    'Without a breakdown by day a row spans the period from start to end: it is no day.',
    'Breakdowns by age, gender and region make small cells that can single people out.',
    'A row that belongs to no campaign is the total; it is left out.',
  ],
  source: 'Ten independent readers of the report agree',
  example: {
    fileName: 'meta-ads.csv',
    encoding: 'utf-8-bom',
    rows: 4,
    totals: 1,
    expect: {
      'Campaign name': 'campaign_name',
      Impressions: 'ad_impressions',
      'Amount spent (EUR)': 'ad_spend',
      'Link clicks': 'ad_clicks',
      'Reporting starts': 'date_event',
      Gender: 'gender',
    },
    text: `"Campaign name","Ad set name",Age,Gender,Results,Reach,Impressions,"Link clicks","Amount spent (EUR)","\
Reporting starts","Reporting ends"
"Autumn shoes","Runners, 25+",25-34,female,21,8120,12210,412,168.92,2026-09-01,2026-09-30
"Autumn shoes","Runners, 25+",35-44,male,18,7004,10904,388,170.72,2026-09-01,2026-09-30
"Winter coats",Commuters,25-34,male,4,1900,2004,64,33.28,2026-09-01,2026-09-30
"Winter coats",Commuters,45-54,female,11,3301,4120,120,37.20,2026-09-01,2026-09-30
,,,,54,18755,29238,984,410.12,2026-09-01,2026-09-30
`,
  },
});
