import { spellOut } from './header.ts';

/** Words that cues are made of, and by which consonants they are written when a system has no room for vowels. */
export interface Lexicon {
  readonly words: ReadonlySet<string>;
  /** Of them, those that are one word. */
  readonly single: readonly string[];
  readonly bySkeleton: ReadonlyMap<string, string>;
}

/**
 * Beginnings of names shortened to eight characters or less (`MARSTAT`, `ETHGRP`); only in front of an ending below.
 */
const beginnings: Record<string, string> = {
  mar: 'marital',
  marit: 'marital',
  emp: 'employment',
  empl: 'employment',
  eth: 'ethnic',
  ethn: 'ethnic',
  hlth: 'health',
  inc: 'income',
  occ: 'occupation',
  rel: 'religion',
  rlg: 'religion',
  cit: 'citizenship',
  nat: 'nationality',
  reg: 'region',
  brth: 'birth',
  bth: 'birth',
  smk: 'smoking',
  smok: 'smoking',
  smoke: 'smoking',
  alc: 'alcohol',
  hous: 'housing',
  gend: 'gender',
  dis: 'disability',
  wrk: 'work',
  wk: 'work',
  pty: 'party',
  diag: 'diagnosis',
  rand: 'randomisation',
  trt: 'treatment',
  ins: 'insurance',
  vac: 'vaccination',
  mob: 'mobile',
  hom: 'home',
  off: 'office',
};
/** Endings of such names, spelt out. */
const endings: Record<string, string> = {
  stat: 'status',
  stt: 'status',
  sts: 'status',
  st: 'status',
  grp: 'group',
  gr: 'group',
  cat: 'category',
  frq: 'frequency',
  freq: 'frequency',
  gen: 'general',
  typ: 'type',
  type: 'type',
  nm: 'name',
  name: 'name',
  no: 'number',
  nr: 'number',
  num: 'number',
  nbr: 'number',
  cd: 'code',
  code: 'code',
  dt: 'date',
  dat: 'date',
  dte: 'date',
  date: 'date',
  lvl: 'level',
  lev: 'level',
  size: 'size',
  siz: 'size',
  inc: 'income',
  amt: 'amount',
  bal: 'balance',
  cnt: 'count',
  yr: 'year',
  yy: 'year',
  mm: 'month',
  id: 'id',
  fl: 'flag',
  flg: 'flag',
  bl: 'baseline',
  addr: 'address',
  adr: 'address',
  val: 'value',
  desc: 'description',
};
const shortestSkeleton = 4;
const shortestWord = 5;

/** The first letter and the consonants after it, doubled ones once: `marital` and `MRTL` are both `mrtl`. */
const skeletonOf = (word: string): string =>
  (word.slice(0, 1) + word.slice(1).replace(/[aeiouy]/g, '')).replace(/(.)\1+/g, '$1');
const plain = /^[a-z]+$/;
const withoutVowels = /^[a-z][b-df-hj-np-tv-z]{2,}$/;

/** @param alsoKnown names written in one word or glued together, which are no shortened ones */
export function lexiconOf(tokens: readonly string[], alsoKnown: readonly string[]): Lexicon {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const bySkeleton = new Map<string, string>();
  // Of several words with the same consonants the one that most cues use.
  for (const [word] of [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))) {
    if (word.length < shortestWord || !/^[a-z]+$/.test(word)) continue;
    const skeleton = skeletonOf(word);
    if (skeleton.length >= shortestSkeleton && skeleton.length < word.length && !bySkeleton.has(skeleton))
      bySkeleton.set(skeleton, word);
  }
  return { words: new Set([...counts.keys(), ...alsoKnown]), single: [...counts.keys()], bySkeleton };
}

/** Written out where the word is known: umlauts spelt with an e, a word without its vowels. */
function whole({ words, single, bySkeleton }: Lexicon, token: string): string | undefined {
  if (words.has(token) || words.has(token.replace(/e?s$/, ''))) return token;
  const umlauts = token
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(?<![aeq])ue/g, 'u');
  if (umlauts !== token && words.has(umlauts)) return umlauts;
  const theirs = withoutYour(token).find((word) => words.has(word));
  if (theirs !== undefined) return theirs;
  if (withoutVowels.test(token)) {
    const skeleton = skeletonOf(token);
    return (
      bySkeleton.get(skeleton) ??
      onlyOne(
        [...bySkeleton]
          .filter(
            ([longer]) =>
              skeleton.length >= shortestSkeleton &&
              longer.length === skeleton.length + 1 &&
              longer[0] === skeleton[0] &&
              within(skeleton, longer),
          )
          .map(([, word]) => word),
      )
    );
  }
  // Cut off: `versich` is `versicherung`, as long as all words that begin so go on alike.
  // Systems that have no room for words have no letters but the plain ones.
  return token.length >= shortestWord && plain.test(token) ? onlyOne(cutOff(single, token)) : undefined;
}

/** The ending by which a Turkish form says "your". */
const your = /^(\p{L}{2,}?)([iu]?)n[iu]z$/u;
const softened: Record<string, string> = { g: 'k', b: 'p', d: 't' };

/** What `Durumunuz` and `Mesleginiz` are in other forms: `durumu`, `meslegi`; without an ending, `meslek`. */
function withoutYour(token: string): string[] {
  const [, stem, vowel] = your.exec(token) ?? [];
  if (stem === undefined || vowel === undefined) return [];
  const hard = softened[stem.at(-1) ?? ''];
  return [stem + vowel, stem, ...(hard ? [stem.slice(0, -1) + hard] : [])].filter((word) => word.length >= 3);
}

const onlyOne = (found: readonly string[]): string | undefined => (found.length === 1 ? found[0] : undefined);

/** All letters of `short` come in `longer`, in this order. */
function within(short: string, longer: string): boolean {
  let at = 0;
  for (const letter of longer) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** The shortest word that a cut-off token may stand for; none where words part right after it. */
function cutOff(words: readonly string[], token: string): string[] {
  const longer = words
    .filter((word) => word.startsWith(token))
    .sort((left, right) => left.length - right.length || (left < right ? -1 : 1));
  const [shortest] = longer;
  return shortest &&
    shortest.length >= token.length + 2 &&
    longer.every((word) => word.slice(0, token.length + 2) === shortest.slice(0, token.length + 2))
    ? [shortest]
    : [];
}

/**
 * The words behind a token that no cue knows: `GROESSE`, `MRTL`, `MARSTAT`, `HHINC`; itself where nothing is
 * recognised.
 */
export function unfold(lexicon: Lexicon, token: string): string[] {
  const known = whole(lexicon, token);
  if (known !== undefined || token.length < shortestWord) return [known ?? token];
  for (let cut = token.length - 2; cut >= 2; cut -= 1) {
    const [front, back] = [token.slice(0, cut), token.slice(cut)];
    const end = Object.hasOwn(endings, back) ? endings[back] : undefined;
    if (end === undefined) continue;
    const start = Object.hasOwn(beginnings, front) ? [beginnings[front] ?? front] : spellOutKnown(lexicon, front);
    if (start) return [...start, end];
  }
  return [token];
}

function spellOutKnown(lexicon: Lexicon, front: string): string[] | undefined {
  const spelt = spellOut(front);
  if (spelt.length > 1 || spelt[0] !== front) return spelt;
  const word = front.length >= 3 ? whole(lexicon, front) : undefined;
  return word === undefined ? undefined : [word];
}
