import type { KnowledgeSetId } from '#shared/knowledge-sets/index.ts';

/** What each knowledge set is called, and by which reasoning somebody knows what is in it. */
export const knowledgeSetsText: Record<KnowledgeSetId, { title: string; why: string }> = {
  neighbour: {
    title: 'A neighbour',
    why: 'Sees where and how a person lives, and hears of age, family and work (the nosy neighbour of El Emam 2013).',
  },
  employer: {
    title: 'An employer',
    why: 'Has a personnel file: birth, family, address, education, post and pay.',
  },
  'email-tool': {
    title: 'An e-mail tool',
    why: 'Counts what each recipient opens and clicks, and keeps consent, sign-up, city and gender beside it.',
  },
  'web-analytics': {
    title: 'Web analytics',
    why: 'Counts visits, pages, events and devices of each visitor, and reads the place from the network address.',
  },
  'shop-system': {
    title: 'A shop system',
    why: 'Has every order and payment, where it went, and the customer’s account.',
  },
  'source-holder': {
    title: 'Whoever holds the source',
    why: 'Has every column but those that point at a person by themselves, and looks for the same row.',
  },
};

/** A set of a later version goes by its id. */
export const knowledgeTitle = (id: string): string =>
  (knowledgeSetsText as Record<string, { title: string } | undefined>)[id]?.title ?? id;
