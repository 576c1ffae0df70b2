import { channel } from '../channel.ts';

export const xAds = channel({
  id: 'x-ads',
  label: 'X (Twitter) Ads, statistics (CSV or JSON)',
  called: 'X’s ad statistics',
  family: 'social-media',
  fingerprint: {
    names: [
      ['impressions', 'billed_charge_local_micro'],
      ['impressions', 'billed_engagements', 'url_clicks'],
      ['campaign url', 'campaign start date', 'spend', 'impressions'],
    ],
  },
  reading: { times: 'Days in the ad account’s time zone.' },
  columns: {
    date: 'date_event',
    start_time: 'date_event',
    end_time: 'date_event',
    campaign_id: 'campaign_id',
    line_item_id: 'campaign_id',
    funding_instrument_id: 'campaign_id',
    promoted_tweet_id: 'ad_id',
    tweet_id: 'ad_id',
    campaign_name: 'campaign_name',
    line_item_name: 'campaign_name',
    impressions: 'ad_impressions',
    qualified_impressions: 'ad_impressions',
    engagements: 'social_engagement_count',
    billed_engagements: 'social_engagement_count',
    follows: 'social_engagement_count',
    retweets: 'social_engagement_count',
    likes: 'social_engagement_count',
    replies: 'social_engagement_count',
    card_engagements: 'social_engagement_count',
    billed_charge_local_micro: 'ad_spend',
    clicks: 'ad_clicks',
    url_clicks: 'ad_clicks',
    app_clicks: 'ad_clicks',
    'conversion_*': 'conversion_count',
    placement: 'platform',
    country: 'country',
    id: 'campaign_id',
    campaign: 'campaign_name',
    time: 'date_event',
    'campaign start date': 'date_event',
    'campaign end date': 'date_event',
    spend: 'ad_spend',
    'billed engagements': 'social_engagement_count',
    reposts: 'social_engagement_count',
    unfollows: 'social_engagement_count',
    'media engagements': 'social_engagement_count',
    'card engagements': 'social_engagement_count',
    'engagement rate': 'conversion_rate',
  },
  informedHow: 'The platform’s own notice; the statistics count what people did and name nobody.',
  notes: [
    'The API gives money in millionths of the account’s currency; the export of the dashboard (its columns are called ' +
      'Campaign, Spend, Billed engagements) in the currency itself.',
    'Broken down by age, gender or place, small counts may point at people.',
  ],
  source:
    'Metric names of the X Ads API, as its documentation and several connectors have them; columns of the dashboard’s ' +
    'export as X’s help page “Export .CSV definitions” lists them',
  example: {
    fileName: 'x_ads_campaigns.csv',
    rows: 5,
    expect: {
      campaign_name: 'campaign_name',
      impressions: 'ad_impressions',
      billed_charge_local_micro: 'ad_spend',
      url_clicks: 'ad_clicks',
    },
    text: `date,campaign_id,campaign_name,impressions,engagements,billed_engagements,billed_charge_local_micro,clicks,url_click\
s,follows,retweets,likes,replies
2026-09-10,1hz90k,Autumn coats UK,15000,310,290,41000000,120,88,3,5,21,2
2026-09-11,1hz91k,Autumn coats EU,15977,331,310,42730000,127,93,4,6,22,3
2026-09-12,1hz92k,Autumn coats UK,16954,352,330,44460000,134,98,5,7,23,4
2026-09-13,1hz93k,Autumn coats EU,17931,373,350,46190000,141,103,6,8,24,5
2026-09-14,1hz94k,Autumn coats UK,18908,394,370,47920000,148,108,7,9,25,6
`,
  },
});
