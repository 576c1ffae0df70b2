/**
 * Greek and Cyrillic letters as people write them where a system knows Latin ones alone. Greek by sound (ELOT 743,
 * ISO 843) and by the look of the letters; Russian and Ukrainian after BGN/PCGN and after ISO 9, simplified.
 */
const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)] as const));

const common = 'αa γg δd εe ζz ιi κk λl μm νn πp ρr σs ςs τt φf ψps οo';
const bySound = pairs(`${common} βv ηi θth ξx υy χch ωo`);
const bySpeech = pairs(`${common} βv ηi θth ξks υi χh ωo`);
const byLook = pairs(`${common} βb ηh θ8 ξ3 υy χx ωw`);
const byLookPlain = pairs(`${common} βb ηh θth ξx υy χx ωw`);

const cyrillic = 'аa бb вv гg дd еe зz иi кk лl мm нn оo пp рr сs тt уu фf ъ ьь эe ыy іi єe ґg љlj њnj јj ђdj ћc';
const english = pairs(`${cyrillic} жzh хkh цts чch шsh щshch юyu яya`);
const scientific = pairs(`${cyrillic} жz хh цc чc шs щsc юju яja`);
const mixed = pairs(`${cyrillic} жzh хh цc чch шsh щsch юiu яia`);

const greekLetters = /\p{Script=Greek}/u;
const cyrillicLetters = /\p{Script=Cyrillic}/u;

const written = (text: string, letters: ReadonlyMap<string, string>): string =>
  [...text]
    .map((sign) => letters.get(sign) ?? sign)
    .join('')
    .replaceAll('ь', '');

/** The ways in which a folded phrase of Greek or Cyrillic letters may stand in Latin ones; none for any other. */
export function inLatinLetters(phrase: string): string[] {
  const ways = greekLetters.test(phrase)
    ? [bySound, bySpeech, byLook, byLookPlain]
    : cyrillicLetters.test(phrase)
      ? [english, scientific, mixed]
      : [];
  return [...new Set(ways.map((letters) => written(phrase, letters)))].filter((text) => /^[a-z\d ]+$/.test(text));
}
