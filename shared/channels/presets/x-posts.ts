import { channel } from '../channel.ts';

export const xPosts = channel({
  id: 'x-posts',
  label: 'X (Twitter), posts or account overview (CSV)',
  called: 'X’s analytics export',
  family: 'social-media',
  fingerprint: {
    names: [
      ['tweet id', 'tweet permalink'],
      ['new follows', 'unfollows', 'create post'],
    ],
  },
  reading: { nullWords: ['-'], times: 'UTC where an offset stands beside the time; else the account’s zone.' },
  columns: {
    'tweet id': 'record_id',
    'post id': 'record_id',
    'tweet permalink': 'url',
    'post link': 'url',
    'tweet text': 'social_post_text',
    'post text': 'social_post_text',
    time: 'timestamp',
    date: 'date_event',
    impressions: 'impressions',
    'promoted impressions': 'ad_impressions',
    'engagement rate': 'engagement_score',
    'promoted engagement rate': 'engagement_score',
    engagements: 'social_engagement_count',
    retweets: 'social_engagement_count',
    reposts: 'social_engagement_count',
    replies: 'social_engagement_count',
    likes: 'social_engagement_count',
    shares: 'social_engagement_count',
    bookmarks: 'social_engagement_count',
    'new follows': 'social_engagement_count',
    unfollows: 'social_engagement_count',
    'profile visits': 'social_engagement_count',
    'user profile clicks': 'social_engagement_count',
    'hashtag clicks': 'social_engagement_count',
    'detail expands': 'social_engagement_count',
    'permalink clicks': 'social_engagement_count',
    follows: 'social_engagement_count',
    'create post': 'social_engagement_count',
    'promoted engagements': 'social_engagement_count',
    'media views': 'social_engagement_count',
    'media engagements': 'social_engagement_count',
    'video views': 'social_engagement_count',
    'url clicks': 'ad_clicks',
    'promoted url clicks': 'ad_clicks',
  },
  informedHow: 'The platform’s own notice; the export counts what people did and names nobody but the account.',
  notes: [
    'A spreadsheet shortens the number of a post: the link beside it still has it.',
    'A post may name other people.',
  ],
  source: 'Real exports of both kinds, and four independent readers',
  example: {
    fileName: 'tweet_activity_metrics.csv',
    rows: 5,
    expect: {
      'Tweet id': 'record_id',
      'Tweet text': 'social_post_text',
      impressions: 'impressions',
      'url clicks': 'ad_clicks',
    },
    text: `Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,engagement rate,retweets,replies,likes,user profile\
 clicks,url clicks,hashtag clicks,detail expands,promoted impressions,promoted engagements
"1829507546395085031","https://x.com/aldercoats/status/1829507546395085031","New coats are in.","2026-08-10 12:00 +0\
000","1200","40","0.033","0","2","15","3","6","0","9","-","-"
"1829517546395185031","https://x.com/aldercoats/status/1829517546395185031","Rain again? We have you covered.","2026\
-08-11 12:01 +0000","1511","47","0.034","1","3","16","4","7","0","10","-","-"
"1829527546395285031","https://x.com/aldercoats/status/1829527546395285031","Thank you for 5,000 followers!","2026-0\
8-12 12:02 +0000","1822","54","0.035","2","4","17","5","8","0","11","-","-"
"1829537546395385031","https://x.com/aldercoats/status/1829537546395385031","Our shop opens at nine on Saturday.","2\
026-08-13 12:03 +0000","2133","61","0.036","3","5","18","6","9","0","12","-","-"
"1829547546395485031","https://x.com/aldercoats/status/1829547546395485031","Which colour do you like best?","2026-0\
8-14 12:04 +0000","2444","68","0.037","4","6","19","7","10","0","13","-","-"
`,
  },
});
