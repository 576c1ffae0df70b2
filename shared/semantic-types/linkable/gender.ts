import { wordList } from '#shared/domain/word-list.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

const words = new Set(
  wordList(`
    male female man woman men women boy girl m f w d x mann frau mannlich weiblich divers homme femme h masculin feminin
    autre hombre mujer masculino femenino varon feminino mujeres uomo donna maschio femmina homem mulher man vrouw v
    nonbinary non-binary genderqueer genderfluid agender bigender polygender transgender transfeminine transmasculine
    cisgender other intersex unspecified genderless enby diverse anders diverso altro outro otro onbekend
    kobieta mezczyzna kvinna kvinde mand kvinne mann pojke flicka pige dreng jente gutt nainen mies tytto poika muz zena
    erkek kadın kadin kız bayan ανδρας αντρας γυναικα αρρεν θηλυ αγορι κοριτσι 男 女 男性 女性
    ferfi barbat femeie masculin feminin baiat fata zensko musko zenski muski laki-laki perempuan pria wanita
    мужской женский муж жен мужчина женщина чоловік жінка чоловіча жіноча 남 여 남성 여성 남자 여자
    पुरुष महिला स्त्री अन्य
  `).map(fold),
);
/** Without its accent the Hungarian word would be a no. */
const withAccent = /^nő$/iu;

/** Letters alone (M/F, H/F, m/w/d, V/M) count: a column of nothing but them has no other everyday reading. */
export const gender = semanticType({
  id: 'gender',
  auditGroup: true,
  label: 'Gender',
  class: 'linkable',
  category: 'personal',
  flags: [],
  accepts: ['text', 'category', 'boolean', 'integer', 'code'],
  range: [-1, 9],
  valueCheck: (text) => words.has(fold(text)) || withAccent.test(text.trim()) || /^(?:fe)?male\b/i.test(text),
  columnRule: { strength: 'vocabulary', minShare: 0.6, minDistinct: 2, alone: true },
  lookAlikes: [
    'middle_name',
    'first_name',
    'age_group',
    'boolean_flag',
    'calendar_feature',
    'name_prefix',
    'marital_status',
    'education_attribute',
    'academic_performance',
    'company_size',
    'family_relationship',
  ],
  noun: 'gender words',
  positives: ['Male', 'female', 'F', 'M', 'weiblich', 'Femme', 'Non-binary', 'vrouw', 'Masculino'],
  negatives: ['yes', '2', 'Berlin', 'email', 'Mrs.', 'adult', 'n/a?', 'Z'],
  headers: ['gender', 'Geschlecht', 'sexe', 'género', 'sesso', 'geslacht', 'Sex'],
  source: 'ISO/IEC 5218 (2022) and customary words, sixteen languages',
});
