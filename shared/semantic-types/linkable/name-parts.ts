import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const prefixes = new Set(
  wordList(`
    mr mrs ms miss mx dr prof professor rev sir lady lord madam master hon capt col herr frau hr fr fraulein m mme mlle
    monsieur madame mademoiselle me sr sra srta senor senora senorita don dona sig sigra signor signora signorina dott
    dottssa sr. dhr mevr mw heer mevrouw drs ing doctor doc dra profa eng mgr bc mudr judr phdr rndr rsdr mvdr paeddr pharmdr thdr icdr
    ingarch mgra arch akad inz lek pan pani hab drhab ifj ozv ozvegy bay bayan κος κα κυριος κυρια 様 さん 殿 氏 先生 님
  `),
);
const suffixes = new Set('jr sr ii iii iv v phd md dds dvm esq cpa rn mba jd csc drsc dis llm msc bsc mph'.split(' '));
const bare = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.\s]/g, '');

/** Academic titles stand before a name or behind it, and several at once. */
const areTitles = (text: string): boolean => {
  const parts = text.split(/[\s,]+|(?<=\p{L}{2}\.)(?=\p{Lu})/u).filter(Boolean);
  return parts.length <= 4 && parts.every((part) => prefixes.has(bare(part)) || academic.has(bare(part)));
};
const academic = new Set('phd csc drsc dis mba llm msc bsc dr ing mgr bc'.split(' '));

export const namePrefix = semanticType({
  id: 'name_prefix',
  label: 'Form of address',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code'],
  valueCheck: (text) => text.length <= 24 && (prefixes.has(bare(text)) || areTitles(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.6, minDistinct: 2, alone: true, vetoBelow: 0.4 },
  lookAlikes: ['name_suffix', 'gender', 'marital_status'],
  positives: ['Mr.', 'Mrs', 'Dr.', 'Herr', 'Frau', 'Mme', 'Sra.', 'Dhr.'],
  negatives: ['Manager', 'Anna', 'yes', '1', 'Title', 'Sales', 'Director', 'x'],
  headers: ['salutation', 'Anrede', 'civilité', 'tratamiento', 'aanhef', 'Title'],
  source: 'Customary forms of address and academic titles in front of names',
});

export const nameSuffix = semanticType({
  id: 'name_suffix',
  label: 'Name suffix',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code'],
  valueCheck: (text) => text.length <= 8 && suffixes.has(bare(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.8, minDistinct: 2, alone: true },
  lookAlikes: ['name_prefix', 'middle_name', 'education_level'],
  positives: ['Jr.', 'Sr.', 'III', 'PhD', 'M.D.', 'Esq.', 'II', 'DDS'],
  negatives: ['Anna', 'Mr.', 'yes', '3', 'Manager', 'Junior Sales', 'x', 'suffix'],
  headers: ['name_suffix', 'Suffix', 'Namenszusatz', 'suffixe du nom'],
  source: 'Customary name suffixes',
});

/** A letter is enough under its header. */
export const middleName = semanticType({
  id: 'middle_name',
  label: 'Middle name or initial',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code'],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['middle_name', 'zweiter Vorname', 'deuxième prénom', 'segundo nombre', 'tussenvoegsel'],
  source: 'taxonomy 6b',
});

export const maidenName = semanticType({
  id: 'maiden_name',
  label: 'Name at birth',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'code'],
  lookAlikes: [],
  positives: [],
  negatives: [],
  headers: ['maiden_name', 'Geburtsname', 'nom de jeune fille', 'apellido de soltera', 'meisjesnaam'],
  source: 'taxonomy 6b',
});
