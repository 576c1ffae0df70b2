import { knowledgeSet } from './knowledge-set.ts';

/** Whoever has the file that a release was made from, or a copy of it. */
export const sourceHolder = knowledgeSet({ id: 'source-holder', types: 'everything' });
