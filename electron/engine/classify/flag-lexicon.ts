import type { ColumnFlag } from '#shared/domain/column-class.ts';

/**
 * Header words that carry a flag whatever the column's type: a religion interest score, a smoking item and a coded
 * ethnicity all reveal what the law protects. Whole folded tokens, seven languages; `stems` match the beginning of a
 * token.
 */
export const flagLexicon: readonly { flag: ColumnFlag; words: string; stems: string }[] = [
  {
    flag: 'religion',
    words:
      'pray prays prayer church mosque synagogue bible quran koran evangelical konfession gebet kirche priere ' +
      'iglesia misa chiesa preghiera igreja kerk gebed godsdienst faith',
    stems: 'religio relig',
  },
  { flag: 'political', words: 'election elections partei partito partido parti partij wahl', stems: 'politi' },
  {
    flag: 'sexual_orientation',
    words: 'lgbt lgbtq homosexual bisexual heterosexual sexual sexuel sexuelle sexuell sexuelles sessuale seksueel',
    stems: 'sexualit homosex',
  },
  { flag: 'race_ethnicity', words: 'race ethnic ethnie etnia raza raca etnia', stems: 'ethnic etnic racial' },
  { flag: 'trade_union', words: 'gewerkschaft syndicat sindicato sindacato vakbond', stems: 'syndicali' },
  {
    flag: 'health',
    words:
      'disease illness smoking smoker diagnosis krankheit maladie enfermedad malattia doenca ziekte disability ' +
      'pregnant hiv cancer allergy allergies allergie allergien alergia alergias behinderung schwerbehinderung ' +
      'handicap discapacidad deficiencia disabilita pregnancy schwanger embarazo gravidanza grossesse raucher ' +
      'fumeur fumador alcohol alkohol alcool alcol',
    stems: 'medica diabet hypertens psychiatr depressi depressa',
  },
  {
    flag: 'criminal',
    words: 'felony convicted conviction prison recidivism arrest arrested vorstrafe',
    stems: 'criminal',
  },
  { flag: 'biometric', words: 'fingerprint retina iris_scan', stems: 'biometri' },
  { flag: 'genetic', words: 'dna genome genotype', stems: 'genom genotyp' },
  {
    flag: 'consent',
    words:
      'consent consents consented optin optout unsubscribed unsubscribe gdpr einwilligung consentement ' +
      'consentimiento consenso consentimento toestemming rgpd dsgvo',
    stems: 'unsubscrib einwillig',
  },
  { flag: 'credentials', words: 'password passwd passwort kennwort contrasena senha wachtwoord', stems: '' },
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
