import { fold } from '#shared/domain/fold.ts';
import { wordList } from '#shared/domain/word-list.ts';

/** Written without spaces between words. */
const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u;
/** Letters beside an ending: `arthritis`, and not a word that is the ending alone. */
const beside = 3;

/** Words of topics, by how they are looked for. */
export interface TopicWords<Topic> {
  readonly whole: ReadonlyMap<string, Topic>;
  /** By their first three letters. */
  readonly beginnings: ReadonlyMap<string, readonly (readonly [string, Topic])[]>;
  readonly endings: readonly (readonly [string, Topic])[];
  readonly inside: readonly (readonly [string, Topic])[];
}

/** @param of the words of a topic: `word`, `beginning*`, `*ending` */
export function prepareWords<Topic>(topics: readonly Topic[], of: (topic: Topic) => string): TopicWords<Topic> {
  const whole = new Map<string, Topic>();
  const beginnings = new Map<string, [string, Topic][]>();
  const endings: [string, Topic][] = [];
  const inside: [string, Topic][] = [];
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

/** The topic that a folded token names. */
export function topicOf<Topic>(
  { whole, beginnings, endings, inside }: TopicWords<Topic>,
  token: string,
): Topic | undefined {
  const exact = whole.get(token);
  if (exact) return exact;
  const begun = beginnings.get(token.slice(0, 3))?.find(([beginning]) => token.startsWith(beginning));
  if (begun) return begun[1];
  const ended = endings.find(([ending]) => token.length >= ending.length + beside && token.endsWith(ending));
  if (ended) return ended[1];
  return unparted.test(token) ? inside.find(([word]) => token.includes(word))?.[1] : undefined;
}
