import { semanticType } from '#shared/semantic-types/semantic-type.ts';
import { isUnspacedName } from '../value-words/index.ts';

const particles = new Set(
  'de del della di da dos das do la le van von der den ten ter bin ibn al el y e o mc mac st san'.split(' '),
);
const titles =
  /^(?:(?:mr|mrs|ms|miss|dr|dra|dott|dottssa|prof|profa|doc|ing|mgr|mudr|herr|frau|hr|fr|mme|mlle|m|sr|sra|srta|sig|dhr|mevr|sir|lady|hon|rev)\.? )+/i;
const suffix = /,? (?:jr|sr|ii|iii|iv|md|phd|esq|dds|dvm|cpa)\.?$/i;
/** As hospitals in Indonesia and Malaysia write patients: `SITI SETYO, Ny`. */
const titleAfter = /, ?(?:tn|ny|nn|sdra?|sdri|an|by|bp|ibu)\.?$/i;
/** As airlines write passengers: `SMITH/JOHN MR`. */
const airline = /^([A-Z][A-Z' -]{1,30})\/([A-Z]{2,20}(?: [A-Z]{2,20})??)(?: ?(?:MR|MRS|MS|MISS|MSTR|DR|CHD|INF))?$/;
/** A surname and a given name in Chinese characters or kana, with a space between them: `田中 翔平`; no place or shop. */
const inSigns =
  /^\p{Script=Han}{1,4}(?<![都道府県市区町村郡省县店社部課])\s[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,5}(?<![都道府県市区町村郡省县店社部課])$/u;
const word = /^\p{Lu}[\p{L}'’.-]*$/u;

/**
 * Two to six name words after titles, list numbers and suffixes are taken off; `Last, First` is turned round. At least
 * one is a known first name.
 */
export const fullName = semanticType({
  id: 'full_name',
  label: 'Full name',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code', 'long_text'],
  valueCheck: (cell, tools) => {
    const people = cell.split(/\s*[|;\n]\s*/);
    const text = (people.length > 1 ? people.find((part) => part.length > 4) : cell)?.replace(/ \(.*$/, '') ?? '';
    const booked = airline.exec(text);
    if (booked) return (booked[2] ?? '').split(' ').some((part) => tools.isFirstName(part));
    if (text.length > 60 || /\d{3}|[@/_|<>=]/.test(text)) return false;
    if (inSigns.test(text) || isUnspacedName(text, tools)) return true;
    const listed = text.replace(/^\d{1,3}[.)] /, '');
    const untitled = listed.replace(titles, '');
    if (untitled !== listed && word.test(untitled)) return tools.isSurname(untitled);
    let bare = untitled
      .replace(titleAfter, '')
      .replace(suffix, '')
      .replace(/\s+\p{Lu}\.(?=\s)/gu, '');
    const comma = /^([^,]+), *([^,]+)$/.exec(bare);
    if (comma) bare = `${comma[2]} ${comma[1]}`;
    const words = bare.split(/\s+/).filter((part) => !particles.has(part.toLowerCase()));
    if (words.length === 1 && titles.test(text) && word.test(words[0] ?? '')) return tools.isSurname(words[0] ?? '');
    if (words.length < 2 || words.length > 6 || !words.every((part) => word.test(part))) return false;
    const known = words.filter((part) => part.split('-').some((piece) => tools.isFirstName(piece))).length;
    return (
      known >= 1 &&
      (known >= 2 ||
        words.some((part) => tools.isSurname(part)) ||
        tools.isFirstName(words[0] ?? '') ||
        tools.isFirstName(words.at(-1) ?? ''))
    );
  },
  columnRule: { strength: 'vocabulary', minShare: 0.55, minDistinct: 3, alone: true, vetoBelow: 0.08 },
  lookAlikes: [
    'company_name',
    'username',
    'city',
    'street_address',
    'business_name',
    'product_name',
    'place_of_birth',
    'street_name',
    'last_name',
  ],
  noun: 'names of persons',
  positives: [
    'Anna Schmidt',
    'García, Juan',
    'Dr. Maria Rossi',
    'John A. Smith',
    'Jean-Pierre Martin',
    '12. CARLOS SILVA',
    'Sophie van den Berg',
    'Robert Brown Jr.',
    'SMITH/ANNA MRS',
    'ANNA SETYO, Ny',
    '佐藤　翔平',
    '佐藤花子',
    '김수민',
    '李小明',
    'Trần Thị Bình',
    'J. Schmidt',
    'נועה כהן',
  ],
  negatives: [
    'Anna',
    'Quarterly Report',
    'anna@example.org',
    'Main Street 5',
    'Product 12345',
    '2024-01-01',
    'yes',
    'Item_7',
    '東京都 港区',
    '강남구',
    '金额',
    '東京駅',
    'A. Example',
  ],
  headers: ['full_name', 'CustomerName', 'Ansprechpartner', 'nom complet', 'nombre completo', 'volledige naam'],
  source: 'Name lists of the faker project (MIT, 2026); shape rules of taxonomy 6a',
});
