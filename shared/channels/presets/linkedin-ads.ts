import { channel } from '../channel.ts';

export const linkedinAds = channel({
  id: 'linkedin-ads',
  label: 'LinkedIn Campaign Manager, report (CSV)',
  called: 'LinkedIn’s campaign report',
  family: 'social-media',
  fingerprint: {
    names: [
      ['start date (in utc)', 'campaign name'],
      ['start date (in utc)', 'total spent', 'impressions'],
    ],
  },
  reading: { totals: { firstCell: /^total$/i }, times: 'Days in UTC, month first.' },
  columns: {
    'start date (in utc)': 'date_event',
    'account name': 'business_name',
    currency: 'currency_code',
    'campaign group name': 'campaign_name',
    'campaign name': 'campaign_name',
    'campaign id': 'campaign_id',
    'campaign group id': 'campaign_id',
    'campaign type': 'technical_attribute',
    'campaign status': 'technical_attribute',
    'total spent': 'ad_spend',
    impressions: 'ad_impressions',
    clicks: 'ad_clicks',
    'click through rate': 'conversion_rate',
    'average cpc': 'ad_spend',
    'average cpm': 'ad_spend',
    reactions: 'social_engagement_count',
    comments: 'social_engagement_count',
    shares: 'social_engagement_count',
    follows: 'social_engagement_count',
    'other clicks': 'ad_clicks',
    'total engagements': 'social_engagement_count',
    conversions: 'conversion_count',
    leads: 'conversion_count',
    'cost per lead': 'ad_spend',
  },
  informedHow:
    'The platform informs its members; the company’s cookie banner where its tag measures conversions. Aggregated ' +
    'reports name no person.',
  notes: ['The download is often UTF-16 with tabs; both forms are read.', 'The last row is the total; it is left out.'],
  source: 'Two independent readers of the report',
  example: {
    fileName: 'linkedin-report.csv',
    encoding: 'utf-16le-bom',
    rows: 4,
    totals: 1,
    expect: {
      'Campaign Name': 'campaign_name',
      'Total Spent': 'ad_spend',
      Impressions: 'ad_impressions',
      Clicks: 'ad_clicks',
      Reactions: 'social_engagement_count',
    },
    text: `Campaign Performance Report (in UTC)
"Report Start: September 1, 2026, 12:00 AM"
"Report End: September 30, 2026, 11:59 PM"
"Date Generated: October 2, 2026, 8:15 AM"

Start Date (in UTC)\tAccount Name\tCurrency\tCampaign Name\tCampaign ID\tTotal \
Spent\tImpressions\tClicks\tReactions\tLeads
09/01/2026\tNorthwind Wear\tEUR\tBuyers, DACH\t300110221\t168.92\t12210\t88\t14\t3
09/01/2026\tNorthwind Wear\tEUR\tBuyers, Nordics\t300110222\t170.72\t10904\t71\t9\t2
09/02/2026\tNorthwind Wear\tEUR\tBuyers, DACH\t300110221\t154.10\t11807\t80\t11\t1
09/02/2026\tNorthwind Wear\tEUR\tBuyers, Nordics\t300110222\t141.33\t9120\t55\t7\t0
Total\t\tEUR\t\t\t635.07\t44041\t294\t41\t6
`,
  },
});
