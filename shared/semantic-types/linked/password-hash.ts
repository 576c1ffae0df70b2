import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const forms = [
  /^\$(?:2[abxy]|argon2(?:id?|d)|1|5|6|y|scrypt|pbkdf2[\w-]*)\$\S{10,}$/,
  /^(?:pbkdf2_sha256|bcrypt_sha256|argon2)\$\S{10,}$/,
  /^(?:scrypt|pbkdf2)(?::[\w-]+)+\$\S{10,}$/,
  /^sha(?:1|224|256|384|512)\$\w+\$[0-9a-f]{20,}$/i,
  /^\$[PHS]\$[\w./]{20,}$/,
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
    'scrypt:32768:8:1$abcdefgh$0123456789abcdef',
    'pbkdf2:sha256:600000$abcdefgh$0123456789abcdef',
    'sha1$a1b2c3$0123456789abcdef0123456789abcdef01234567',
    '$P$Babcdefghijklmnopqrstuvwxyz01234',
  ],
  negatives: ['$12.50', '$2', 'password', '5f4dcc3b5aa765d61d8327deb882cf99', '{}', '{a}', '$$$', 'US$ 10'],
  headers: ['password_hash', 'Passwort-Hash', 'hash contraseña', 'encrypted_password', 'hash senha'],
  source: 'crypt(5) and PHC string format (2020)',
});
