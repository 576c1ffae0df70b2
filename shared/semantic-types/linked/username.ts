import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

const shape = /^(?=.*[\p{L}])[\p{L}\d][\p{L}\d._-]{1,29}$/u;

export const username: SemanticType = {
  id: 'username',
  label: 'User name',
  class: 'linked',
  category: 'personal',
  flags: [],
  headerCues: { en: 'username, user name, login, login name, login id, screen name, nickname, handle, account name, display name, slug, user handle, =user, nick, player name, gamertag, auth user, authuser, remote user, logon name, account login', de: 'benutzername, benutzer, anmeldename, nutzername', fr: 'identifiant, nom d utilisateur, pseudo, pseudonyme, nom utilisateur', es: 'usuario, nombre de usuario, apodo, nombre usuario', it: 'nome utente, utente', pt: 'nome de usuario, nome de utilizador, usuario, apelido de usuario', nl: 'gebruikersnaam, gebruiker', not: 'id, attempts, count, date, time, last, type, agent, days, success, failed, method, first, hour, status, ip, ts, timestamp, at, level, role, since, number' },
  accepts: ['code', 'text'],
  valueCheck: (text) => shape.test(text) || /^[A-Z0-9-]{2,15}\\[\w.-]{2,30}$/i.test(text),
  columnRule: { strength: 'shape', minShare: 0.75, vetoBelow: 0.3 },
  lookAlikes: [],
  positives: ['jdoe42', 'anna.schmidt', 'Wasco1982', 'the_real-one', 'CORP\\jdoe', 'maria-lopez', 'x_y_z', 'Fultses'],
  negatives: ['Anna Schmidt', 'ana@example.org', '12345', '+49 30 123', 'https://example.org', 'a b', '#tag', '-'],
  headers: ['username', 'Benutzername', "nom d'utilisateur", 'nombre de usuario', 'nome utente', 'gebruikersnaam'],
  source: 'taxonomy 6a',
};
