/** `custos platforms`. */
export const platformsCommandText = {
  description: 'the platforms that customer lists are made for: what each is matched by, and the vectors it is held to',
  examples: ['custos platforms', 'custos platforms --platform tiktok --json'],
  one: 'this platform only',
  columns: [
    'platform',
    'version',
    'source',
    'read',
    'confirmed',
    'matches by',
    'advertising ids',
    'layout',
    'layout confirmed',
  ],
  vectorColumns: ['platform', 'kind', 'as written', 'as hashed', 'SHA-256', 'printed by the platform'],
  vectors:
    'Vectors: each is hashed in the tests by the very expressions that a list is written with. “yes”: the platform ' +
    'prints the hash itself; “no”: it follows from the rule that the platform prints.',
  yes: 'yes',
  no: 'no',
  secondHand: 'no, at second hand',
  ids: { 'plain-only': 'in plain text only: none is given', none: 'none taken', hashed: 'hashed' },
  /** What stands around a value is part of it. */
  written: (value: string) => `“${value}”`,
};
