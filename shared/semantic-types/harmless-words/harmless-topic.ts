/** What a word speaks of that is no fact of a person. */
export type HarmlessKind = 'taste' | 'bought' | 'used' | 'thing' | 'measured';

/** Words of one kind, written as those of protected matters are (`SpecialTopic`). */
export interface HarmlessTopic {
  readonly kind: HarmlessKind;
  readonly words: string;
}
