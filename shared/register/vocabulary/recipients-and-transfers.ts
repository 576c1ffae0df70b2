/** Kinds of recipient, GDPR Art. 4(9). */
export const recipientKinds = [
  'internal-unit',
  'group-company',
  'external-controller',
  'joint-controller',
  'processor',
  'sub-processor',
  'authority',
  'platform-audience',
  'public',
] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** In which form a recipient gets data. */
export const receivedForms = ['raw', 'keyed-pseudonym', 'platform-hash', 'aggregated', 'anonymised'] as const;

/** What a transfer to a third country rests on: GDPR Art. 45(3), 46(2)(a)–(f), 46(3)(a)–(b), 49(1)(a)–(g), 49(1)(2). */
export const transferMechanisms = [
  'A45-3',
  'A46-2-a',
  'A46-2-b',
  'A46-2-c',
  'A46-2-d',
  'A46-2-e',
  'A46-2-f',
  'A46-3-a',
  'A46-3-b',
  'A49-1-a',
  'A49-1-b',
  'A49-1-c',
  'A49-1-d',
  'A49-1-e',
  'A49-1-f',
  'A49-1-g',
  'A49-2',
] as const;
export type TransferMechanism = (typeof transferMechanisms)[number];
