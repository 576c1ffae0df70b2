import type { ColumnFlag } from '#shared/domain/column-class.ts';

/**
 * Header words that carry a flag whatever the column's type: a religion interest score, a smoking item and a coded
 * ethnicity all reveal what the law protects. Whole folded tokens, sixteen languages; `stems` match the beginning of a
 * token.
 */
export const flagLexicon: readonly { flag: ColumnFlag; words: string; stems: string }[] = [
  {
    flag: 'religion',
    words:
      'pray prays prayer church mosque synagogue bible quran koran evangelical konfession gebet kirche priere ' +
      'iglesia misa chiesa preghiera igreja kerk gebed godsdienst faith ' +
      'uskonto nabozenstvi vyznani wyznanie trossamfund trossamfunn trossamfund kyrka kirke kostel kosciol cami kilise ' +
      'mezhep θρησκεια θρησκευμα 宗教 信仰',
    stems: 'religio relig',
  },
  {
    flag: 'political',
    words:
      'election elections partei partito partido parti partij wahl ' +
      'partia wybory valg puolue vaalit volby secim κομμα εκλογες 政党 支持政党 選挙',
    stems: 'politi poliit politi siyas πολιτικ 政治',
  },
  {
    flag: 'sexual_orientation',
    words:
      'lgbt lgbtq homosexual bisexual heterosexual sexual sexuel sexuelle sexuell sexuelles sessuale ' +
      'seksueel biseksualny 性的指向',
    stems: 'sexualit homosex seksual seksuaal σεξουαλ cinsel',
  },
  {
    flag: 'race_ethnicity',
    words: 'race ethnic ethnie etnia raza raca etnia irk etnik rasa etnisk 人種 民族',
    stems: 'ethnic etnic racial etnick etnisit etniny εθνοτ',
  },
  {
    flag: 'trade_union',
    words:
      'gewerkschaft syndicat sindicato sindacato vakbond fackforbund fagforening ' +
      'ammattiliitto odbory sendika συνδικατο 労働組合',
    stems: 'syndicali',
  },
  {
    flag: 'health',
    words:
      'health gesundheit sante salud salute saude gezondheid halsa sundhed helse terveys zdravi zdrowie saglik ' +
      'disease illness smoking smoker diagnosis krankheit maladie enfermedad malattia doenca ziekte disability ' +
      'pregnant hiv cancer allergy allergies allergie allergien alergia alergias behinderung schwerbehinderung ' +
      'handicap discapacidad deficiencia disabilita pregnancy schwanger embarazo gravidanza grossesse raucher ' +
      'fumeur fumador alcohol alkohol alcool alcol choroba choroby diagnoza rozpoznanie niepelnosprawnosc ciaza palenie sjukdom diagnos rokning ' +
      'graviditet funktionsnedsattning sygdom diagnose rygning sykdom royking uforhet sairaus diagnoosi tupakointi ' +
      'raskaus vammaisuus nemoc onemocneni tehotenstvi koureni invalidita hastalik tani gebelik engellilik sigara ' +
      'νοσος ασθενεια διαγνωση εγκυμοσυνη αναπηρια καπνισμα 病名 疾患 診断 妊娠 障害 喫煙 既往歴',
    stems: 'medica diabet hypertens psychiatr depressi depressa',
  },
  {
    flag: 'criminal',
    words:
      'felony convicted conviction prison recidivism arrest arrested vorstrafe ' +
      'karalnosc przestepstwo brott lovovertraedelse lovbrudd rikos sabika αδικημα 犯罪 前科',
    stems: 'criminal',
  },
  {
    flag: 'biometric',
    words: 'fingerprint retina iris_scan fingeravtryck fingeraftryk fingeravtrykk sormenjalki 指紋',
    stems: 'biometri',
  },
  { flag: 'genetic', words: 'dna genome genotype', stems: 'genom genotyp' },
  {
    flag: 'consent',
    words:
      'consent consents consented optin optout unsubscribed unsubscribe gdpr einwilligung consentement ' +
      'consentimiento consenso consentimento toestemming rgpd dsgvo ' +
      'samtycke samtykke suostumus souhlas rodo kvkk συγκαταθεση 同意',
    stems: 'unsubscrib einwillig',
  },
  {
    flag: 'credentials',
    words:
      'password passwd passwort kennwort contrasena senha wachtwoord haslo losenord adgangskode passord salasana heslo sifre parola κωδικος パスワード',
    stems: '',
  },
];

const prepared = flagLexicon.map(({ flag, words, stems }) => ({
  flag,
  words: new Set(words.split(' ')),
  stems: stems.split(' ').filter(Boolean),
}));

/** The flags the tokens of a header carry, each with the word that says so. */
export const headerFlags = (tokens: readonly string[]): { flag: ColumnFlag; word: string }[] =>
  prepared.flatMap(({ flag, words, stems }) => {
    const word = tokens.find((token) => words.has(token) || stems.some((stem) => token.startsWith(stem)));
    return word ? [{ flag, word }] : [];
  });
