import type { TextEncoding } from '#shared/domain/text-encoding.ts';

/**
 * The letters beyond ASCII that languages are written with, the commonest first (after the exemplar characters of Unicode
 * CLDR; the order is that of ordinary prose). Capitals are those of the same letters.
 */
const letters = {
  german: 'üäöß',
  french: 'éèàêçôîâûùëïœæÿ',
  spanish: 'óíáéñúü',
  portuguese: 'ãçáéíóêõâúôàü',
  italian: 'àèùòìéîóí',
  dutch: 'ëéïèöüáóíêç',
  danish: 'åøæé',
  swedish: 'äåöé',
  icelandic: 'áðíþéóöúýæ',
  catalan: 'àóéèíçòúïü',
  czech: 'íáěéřšýčžůúďťňó',
  slovak: 'áíéýščžúľťóäňôďĺŕ',
  polish: 'ąęłóśżćńź',
  hungarian: 'áéöőóüíúű',
  romanian: 'ăîşțâţș',
  croatian: 'šćčžđ',
  estonian: 'äõüöšž',
  lithuanian: 'šėžūųąęįč',
  latvian: 'āīēšūžļņģčķ',
  turkish: 'ıışğüöçİâîû',
  vietnamese: 'đôàêáươạìóâéúíăèòùýãõĩũỹẻẽẹ',
  russian: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  ukrainian: 'оаинвіертскмдлпузяьбгйчхцїжюшєщфґ',
  belarusian: 'аіноерсткулдвымпязбгьчйхжшюцўэфё',
  bulgarian: 'аеиотнрсвлкдпмзугябъцйжчшщхюфьѝ',
  serbian: 'аиоенсрјтдувкмплбгзшчцњхжћљђфџ',
  macedonian: 'аоиетнрсвлдпкмузјбгчцшжфхњѓќџљѕ',
  greek: 'αοιετσνηυρπκμςλωάίόγδέήχύθώφβξζψϊϋΐΰ',
  hebrew: 'יוהלאתרבמשנחדעקםפכגןטזסץףך',
  arabic: 'الينمروتبةعدسفهكقحجشطصخأذضزىثغئءإآظؤ',
  persian: 'اینردمهوتبسشکلزفگعخقجحپطصآچضغژثظذء',
  thai: 'านรกอเง่้มยลวดัทสีติปะบคห์แจุพชขืูใ็โไผซึธฐณถศฟภำษญฉฎฮฤฝฆฌฏฑฒฬ',
} as const;
export type Language = keyof typeof letters;

const western: readonly Language[] = [
  'german',
  'french',
  'spanish',
  'portuguese',
  'italian',
  'dutch',
  'danish',
  'swedish',
  'catalan',
];
const central: readonly Language[] = ['polish', 'czech', 'hungarian', 'slovak', 'romanian', 'croatian', 'german'];
const cyrillic: readonly Language[] = ['russian', 'ukrainian', 'bulgarian', 'serbian', 'belarusian', 'macedonian'];

/** Pages of one byte a letter, those that are met most often first, and the languages that each was made for. */
export const pages: readonly (readonly [TextEncoding, readonly Language[]])[] = [
  ['windows-1252', [...western, 'icelandic']],
  ['windows-1251', cyrillic],
  ['windows-1250', central],
  ['iso-8859-2', central],
  ['windows-1254', ['turkish']],
  ['koi8-r', ['russian']],
  ['windows-1253', ['greek']],
  ['iso-8859-7', ['greek']],
  ['windows-1255', ['hebrew']],
  ['windows-1256', ['arabic', 'persian']],
  ['iso-8859-6', ['arabic']],
  ['windows-1257', ['lithuanian', 'latvian', 'estonian']],
  ['windows-1258', ['vietnamese']],
  ['windows-874', ['thai']],
  ['koi8-u', ['ukrainian', 'russian']],
  ['ibm866', ['russian', 'ukrainian', 'belarusian']],
  ['iso-8859-5', cyrillic],
  ['x-mac-cyrillic', cyrillic],
  ['macintosh', western],
  ['iso-8859-15', western],
  ['iso-8859-16', ['romanian']],
];

/** No word of three letters and more is without one; Hebrew read as Cyrillic is. */
const vowel = /[аеёиоуыэюяіїєўрαεηιουωάέήίόύώ]/iu;
/** What is written small in one page is often written large in another. */
const allCapitals = /^\p{Lu}{2,}$/u;
const capitalsCount = 0.93;
const thaiWord =
  /^(?:[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45\u0e4c\u0e2f\u0e46]*)+$/;
/** One case, or a capital at the beginning; scripts without cases are words as they stand. */
const wordly = /^(?:[\p{Ll}\p{M}]+|\p{Lu}[\p{Ll}\p{M}]*|[\p{Lu}\p{M}]+|[\p{Lo}\p{Lm}\p{M}]+)$/u;
const marks = /\p{M}/gu;
/** Letters of ASCII stand beside others in the languages that are written in Latin letters alone. */
const latin = /\p{Script=Latin}/u;

const weights = new Map<Language, ReadonlyMap<string, number>>();
/** In Latin letters those beyond ASCII are few and each of them tells; in other scripts it is how common they are. */
const fallOf = { latin: 0.3, others: 0.9 };
/** What prose of a language comes to with that fall, so that scripts can be held against each other. */
const ordinary = { latin: 1, others: 0.8 };

const isLatin = (language: Language): boolean => latin.test([...letters[language]][0]!);

/** How common each letter of a language is among those of its own: 1 is the commonest. */
function weightsOf(language: Language): ReadonlyMap<string, number> {
  const known = weights.get(language);
  if (known) return known;
  const list = [...letters[language]];
  const script = isLatin(language) ? 'latin' : 'others';
  const made = new Map<string, number>();
  for (const [at, letter] of list.entries()) {
    const weight = (1 - (fallOf[script] * at) / list.length) / ordinary[script];
    for (const form of [letter, letter.toUpperCase(), letter.toLowerCase()])
      if (!made.has(form)) made.set(form, weight);
  }
  weights.set(language, made);
  return made;
}

/** The tones of Vietnamese, which stand behind the letter in its page. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

function lettersOf(language: Language, word: string): string {
  if (language === 'vietnamese') return word.normalize('NFD').replaceAll(tones, '').normalize('NFC');
  return language === 'thai' ? word : word.replaceAll(marks, '');
}

/** How well a word is one of a language: 0 where it holds a letter that the language has not, else about 1. */
export function wordIn(language: Language, word: string): number {
  if (!(language === 'thai' ? thaiWord : wordly).test(word)) return 0;
  if ((cyrillic.includes(language) || language === 'greek') && word.length > 2 && !vowel.test(word)) return 0;
  const known = weightsOf(language);
  const besideAscii = isLatin(language);
  let sum = 0;
  let own = 0;
  for (const letter of lettersOf(language, word)) {
    const weight = known.get(letter);
    if (weight !== undefined) {
      sum += weight;
      own += 1;
    } else if (!besideAscii || letter > '\u007f') return 0;
  }
  if (own > 0) return (sum / own) * (allCapitals.test(word) ? capitalsCount : 1);
  return language === 'vietnamese' ? 0.75 : 0;
}
