import { fold } from '#shared/domain/fold.ts';

const bare = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Whether words stand in a column name as they are, whatever its capitals and the signs between. */
export const nameHolds = (name: string, words: string): boolean => bare(name).includes(bare(words));
