import { headerTypes, kinds } from '#shared/semantic-types/semantic-type.ts';

const shared = { class: 'non_pii', category: 'engagement', flags: [], source: 'taxonomy 6d' } as const;

/** E-mail and social-media interaction: known by their headers. */
export const socialEmailFamily = headerTypes([
  {
    ...shared,
    id: 'email_engagement',
    label: 'E-mail engagement',
    accepts: ['integer', 'decimal', 'boolean', 'category', 'date'],
    tracking: { tracks: 'which mails a person opens and clicks', reveals: 'interest' },
    headers: ['emails_opened', 'Öffnungsrate', "taux d'ouverture", 'geopende mails'],
  },
  {
    ...shared,
    id: 'email_client',
    label: 'E-mail program',
    accepts: ['category', 'text'],
    tracking: { tracks: 'which mail program a person uses', reveals: 'device' },
    headers: ['email_client', 'Mailprogramm', 'client de messagerie', 'mailprogramma'],
  },
  {
    ...shared,
    id: 'social_engagement_count',
    label: 'Social reactions',
    accepts: kinds.count,
    tracking: { tracks: 'reactions to posts', reveals: 'interest' },
    headers: ['Likes', 'Reaktionen', 'partages', 'seguidores', 'retweet_count'],
  },
  {
    ...shared,
    id: 'social_post_text',
    freeText: 'always',
    label: 'Post',
    accepts: ['long_text', 'text', 'category'],
    lookAlikes: ['free_text', 'review_text'],
    tracking: { tracks: 'what a person writes in public', reveals: 'opinion' },
    headers: ['tweet_text', 'Beitragstext', 'texte du message', 'berichttekst'],
  },
  {
    ...shared,
    id: 'hashtags',
    label: 'Hashtags',
    accepts: kinds.words,
    tracking: { tracks: 'the subjects of posts', reveals: 'interest' },
    headers: ['Hashtags', 'Schlagworte', 'mots dièse', 'etiquetas'],
  },
]);
