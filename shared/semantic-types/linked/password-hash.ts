import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const forms = [
  /^\$(?:2[abxy]|argon2(?:id?|d)|1|5|6|y|scrypt|pbkdf2[\w-]*)\$\S{10,}$/,
  /^(?:pbkdf2_sha256|bcrypt_sha256|argon2)\$\S{10,}$/,
  /^\{(?:SSHA|SHA|MD5|CRYPT)\}\S{10,}$/i,
];

export const passwordHash = semanticType({
  id: 'password_hash',
  label: 'Password hash or salt',
  class: 'linked',
  category: 'personal',
  flags: ['credentials'],
  accepts: ['code', 'text'],
  valueCheck: (text) => forms.some((form) => form.test(text)),
  columnRule: { strength: 'structure', minShare: 0.8, minDistinct: 2, alone: true },
  lookAlikes: ['hashed_value', 'password'],
  positives: [
    '$2y$10$abcdefghijklmnopqrstuv',
    '$2b$12$ABCDEFGHIJKLMNOPQRSTUV',
    '$argon2id$v=19$m=65536$abcdef',
    '$6$saltsalt$abcdefghij',
    '{SSHA}abcdefghijklmnop',
    'pbkdf2_sha256$260000$abc$def',
    '$1$abcdefgh$abcdefghij',
    '$5$rounds=5000$abcdef',
  ],
  negatives: ['$12.50', '$2', 'password', '5f4dcc3b5aa765d61d8327deb882cf99', '{}', '{a}', '$$$', 'US$ 10'],
  headers: ['password_hash', 'Passwort-Hash', 'hash contraseña', 'encrypted_password', 'hash senha'],
  source: 'crypt(5) and PHC string format (2020)',
});
