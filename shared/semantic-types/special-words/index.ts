import { fold } from '#shared/domain/fold.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { healthTopics } from './health.ts';
import { otherTopics, protectedTopics } from './protected.ts';
import type { SpecialTopic } from './special-topic.ts';

/** Written without spaces between words. */
const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u;
/** Letters beside an ending: `arthritis`, and not a word that is the ending alone. */
const beside = 3;

interface Words {
  readonly whole: ReadonlyMap<string, SpecialTopic>;
  /** By their first three letters. */
  readonly beginnings: ReadonlyMap<string, readonly (readonly [string, SpecialTopic])[]>;
  readonly endings: readonly (readonly [string, SpecialTopic])[];
  readonly inside: readonly (readonly [string, SpecialTopic])[];
}

function prepare(topics: readonly SpecialTopic[], of: (topic: SpecialTopic) => string): Words {
  const whole = new Map<string, SpecialTopic>();
  const beginnings = new Map<string, [string, SpecialTopic][]>();
  const endings: [string, SpecialTopic][] = [];
  const inside: [string, SpecialTopic][] = [];
  for (const topic of topics)
    for (const word of wordList(of(topic))) {
      const bare = fold(word.replaceAll('*', ''));
      if (unparted.test(bare)) inside.push([bare, topic]);
      else if (word.startsWith('*')) endings.push([bare, topic]);
      else if (word.endsWith('*')) {
        const key = bare.slice(0, 3);
        beginnings.set(key, [...(beginnings.get(key) ?? []), [bare, topic]]);
      } else if (!whole.has(bare)) whole.set(bare, topic);
    }
  return { whole, beginnings, endings, inside };
}

const all = [...protectedTopics, ...otherTopics, ...healthTopics];
const strong = prepare(all, ({ words }) => words);
const weak = prepare(all, (topic) => topic.weak ?? '');

function topicOf({ whole, beginnings, endings, inside }: Words, token: string): SpecialTopic | undefined {
  const exact = whole.get(token);
  if (exact) return exact;
  const begun = beginnings.get(token.slice(0, 3))?.find(([beginning]) => token.startsWith(beginning));
  if (begun) return begun[1];
  const ended = endings.find(([ending]) => token.length >= ending.length + beside && token.endsWith(ending));
  if (ended) return ended[1];
  return unparted.test(token) ? inside.find(([word]) => token.includes(word))?.[1] : undefined;
}

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
