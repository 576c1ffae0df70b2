import { semanticType } from '#shared/semantic-types/semantic-type.ts';

export const socialHandle = semanticType({
  id: 'social_handle',
  label: 'Social media account',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'text'],
  valueCheck: (text) => /^@[\w.]{2,30}$/.test(text),
  columnRule: { strength: 'structure', minShare: 0.8, alone: true },
  lookAlikes: ['hashtags', 'username'],
  positives: ['@ana_lopez', '@jdoe', '@Example42', '@a.b', '@the_one', '@news_desk', '@MariaL', '@x_1'],
  negatives: ['ana@example.org', '@', 'ana', '@a b', '#ana', 'yes', '@@x', '12'],
  headers: ['twitter', 'Instagram Handle', 'compte Twitter', 'cuenta de Twitter', 'Facebook-Konto'],
  source: 'Handle syntax in the platforms’ public help pages (2024)',
});
