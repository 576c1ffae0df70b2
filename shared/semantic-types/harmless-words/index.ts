import { prepareWords, topicOf } from '../topic-words.ts';
import type { HarmlessKind } from './harmless-topic.ts';
import { harmlessTopics } from './words.ts';

export type { HarmlessKind } from './harmless-topic.ts';

const all = prepareWords(harmlessTopics, ({ words }) => words);

/** What the first word among these folded tokens speaks of that is no fact of a person. */
export function harmlessWord(tokens: readonly string[]): { word: string; kind: HarmlessKind } | undefined {
  for (const word of tokens) {
    const topic = topicOf(all, word);
    if (topic) return { word, kind: topic.kind };
  }
  return undefined;
}
