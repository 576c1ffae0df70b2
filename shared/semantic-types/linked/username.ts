import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const shape = /^(?=.*[\p{L}])[\p{L}\d][\p{L}\d._-]{1,29}$/u;

export const username = semanticType({
  id: 'username',
  label: 'User name',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['code', 'text'],
  valueCheck: (text) => shape.test(text) || /^[A-Z0-9-]{2,15}\\[\w.-]{2,30}$/i.test(text),
  columnRule: { strength: 'shape', minShare: 0.75, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: ['jdoe42', 'anna.schmidt', 'Wasco1982', 'the_real-one', 'CORP\\jdoe', 'maria-lopez', 'x_y_z', 'Fultses'],
  negatives: ['Anna Schmidt', 'ana@example.org', '12345', '+49 30 123', 'https://example.org', 'a b', '#tag', '-'],
  headers: ['username', 'Benutzername', "nom d'utilisateur", 'nombre de usuario', 'nome utente', 'gebruikersnaam'],
  source: 'taxonomy 6a',
});
