import { semanticType } from '#shared/semantic-types/semantic-type.ts';

/** A secret as a person or a generator chose it: no spaces, mixed character classes, 6 to 40 long. Needs the header. */
export const password = semanticType({
  id: 'password',
  label: 'Password',
  class: 'linked',
  category: 'personal',
  flags: ['credentials'],
  accepts: ['code', 'text'],
  valueCheck: (text) =>
    text.length >= 6 &&
    text.length <= 40 &&
    !/\s/.test(text) &&
    [/[a-z]/, /[A-Z]/, /\d/, /[^\w]/].filter((sort) => sort.test(text)).length >= 3 &&
    !/@\S+\.|^https?:|^[A-Z]+[-_]?\d+$/.test(text),
  columnRule: { strength: 'shape', minShare: 0.6 },
  lookAlikes: [],
  positives: [
    'Tr0ub4dor&3',
    'ohx6ieC7su',
    'Summer2024!',
    'aB3dE5fG',
    'Quae7Ahch',
    'p@ssW0rd',
    'xK9#mmQ2',
    'Zz11yy22!!',
  ],
  negatives: ['anna', '12345678', 'ANNA', 'two Words 1', 'ana@Example1.org', 'https://Ex4mple.org', 'AB-123', 'short'],
  headers: ['password', 'Passwort', 'mot de passe', 'contraseña', 'senha', 'wachtwoord'],
  source: 'Character classes of NIST SP 800-63B (2017) appendix A',
});
