import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

export const socialHandle: SemanticType = {
  id: 'social_handle',
  label: 'Social media account',
  class: 'linked',
  category: 'personal',
  flags: [],
  headerCues: { en: 'twitter, instagram, facebook, twitter handle, instagram handle, social handle, tiktok, snapchat, telegram, skype, discord, twitter account, facebook account, social media handle, mastodon, fb id, facebook id, threads handle, skype id, youtube channel, twitter username, instagram username, facebook username, linkedin handle', de: 'twitter konto, facebook konto', fr: 'compte twitter, compte facebook', es: 'cuenta de twitter, usuario de instagram', it: 'profilo twitter', pt: 'perfil do instagram', nl: 'twitter account', not: 'likes, shares, followers, count, clicks, visits, impressions, spend, friends, campaign, ads, ad, url, link, page, traffic, reach, posts, retweets, engagement, conversion, post, minutes, hours, time, source, budget, sales' },
  accepts: ['code', 'text'],
  valueCheck: (text) => /^@[\w.]{2,30}$/.test(text),
  columnRule: { strength: 'structure', minShare: 0.8, alone: true },
  lookAlikes: ['hashtags', 'username'],
  positives: ['@ana_lopez', '@jdoe', '@Example42', '@a.b', '@the_one', '@news_desk', '@MariaL', '@x_1'],
  negatives: ['ana@example.org', '@', 'ana', '@a b', '#ana', 'yes', '@@x', '12'],
  headers: ['twitter', 'Instagram Handle', 'compte Twitter', 'cuenta de Twitter', 'Facebook-Konto'],
  source: 'Handle syntax in the platforms’ public help pages (2024)',
};
