import { prepareWords, topicOf } from '../topic-words.ts';
import { healthTopics } from './health.ts';
import { otherTopics, protectedTopics } from './protected.ts';
import type { SpecialTopic } from './special-topic.ts';

const all = [...protectedTopics, ...otherTopics, ...healthTopics];
const strong = prepareWords(all, ({ words }) => words);
const weak = prepareWords(all, (topic) => topic.weak ?? '');

/** A word of a name, and the protected topic it names. */
export interface SpecialWord {
  readonly word: string;
  readonly topic: SpecialTopic;
  /** Means this only in a table about it. */
  readonly weak: boolean;
}

/** The words among these folded tokens that name something protected. */
export const specialWords = (tokens: readonly string[]): SpecialWord[] =>
  tokens.flatMap((token): SpecialWord[] => {
    const topic = topicOf(strong, token);
    if (topic) return [{ word: token, topic, weak: false }];
    const perhaps = topicOf(weak, token);
    return perhaps ? [{ word: token, topic: perhaps, weak: true }] : [];
  });
