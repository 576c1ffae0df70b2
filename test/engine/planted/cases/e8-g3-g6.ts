import { breaking, clean } from '../planted-case.ts';
import { cookie, day, decimal, email, oneOf, shop, uuid, whole, type Cell } from '../values.ts';

const aged: [string, Cell, string, Cell][] = [
  ['cookie_id', cookie, 'last_seen', day('2026-01-01', '2026-08-01')],
  ['_ga', cookie, 'zuletzt_gesehen', day('2026-01-01', '2026-08-01', 'dd.mm.yyyy')],
  ['cookie', uuid, 'dernière visite', day('2026-01-01', '2026-08-01', 'dd/mm/yyyy')],
  ['visitor_cookie', uuid, 'última visita', day('2026-01-01', '2026-08-01')],
  ['idfa', uuid, 'last_seen', day('2025-06-01', '2026-05-01')],
  ['gaid', uuid, 'event_date', day('2025-06-01', '2026-05-01')],
  ['advertising_id', uuid, 'laatst gezien', day('2025-06-01', '2026-05-01')],
  ['maid', uuid, 'observed', day('2025-06-01', '2026-05-01')],
];
const young = (name: string): Cell =>
  /idfa|gaid|maid|advertising/.test(name) ? day('2026-07-01', '2026-11-20') : day('2026-09-10', '2026-11-20');

export const pastTheirDays = breaking(
  'E8',
  aged.map(([name, cell, date, seen]) => ({
    title: `past its days: ${name}`,
    verdict: 'warn',
    release: 'pseudonymised',
    table: { ...shop(12), [name]: cell, [date]: seen },
  })),
);

export const agedLookAlikes = clean('E8', [
  ...aged.map(([name, cell, date]) => ({
    title: `within its days: ${name}`,
    release: 'pseudonymised' as const,
    table: { ...shop(13), [name]: cell, [date]: young(name) },
  })),
  {
    title: 'cookies that are baked',
    table: { ...shop(13), cookie: oneOf('oat|butter|ginger'), baked_on: day('2025-01-01', '2025-12-01') },
  },
]);

const unneeded: [string, Cell][] = [
  ['password', oneOf('Winter#2024x|Spring!99ab|kLm$77pq')],
  ['Passwort', oneOf('Geheim#2024|Sommer!99ab|qwErt$77')],
];

export const secretsAndSmallGroups = breaking('G6', [
  ...unneeded.map(([name, cell]) => ({ title: `a secret: ${name}`, table: { ...shop(14), [name]: cell } })),
  ...['postal_code', 'Postleitzahl', 'code postal'].map((name) => ({
    title: `everyone alone by ${name}`,
    release: 'anonymised' as const,
    table: { ...shop(14), [name]: whole(10_115, 89_999), gender: oneOf('f|m'), birth_year: whole(1950, 2004) },
  })),
]);

export const largeGroups = clean('G6', [
  ...['region', 'Bundesland', 'gender'].map((name) => ({
    title: `large groups by ${name}`,
    rows: 300,
    release: 'anonymised' as const,
    table: {
      favourite: oneOf('Garden|Toys|Kitchen'),
      [name]: name === 'gender' ? oneOf('f|m') : oneOf('Bayern|Hessen|Berlin'),
    },
  })),
  {
    title: 'password resets counted',
    table: { ...shop(15), password_resets: whole(0, 3) },
  },
  { title: 'a score of the strength', table: { ...shop(15), password_strength: oneOf('weak|good|strong') } },
]);

export const beyondThePurpose = breaking(
  'G3',
  (
    [
      ['email', email],
      ['net_salary', decimal(1200, 9000, 2)],
      ['Kreditwürdigkeit', whole(300, 850)],
    ] as [string, Cell][]
  ).map(([name, cell]) => ({
    title: `not needed for it: ${name}`,
    verdict: 'warn',
    release: 'pseudonymised',
    table: { ...shop(16), [name]: cell },
  })),
);

export const neededForIt = clean('G3', [
  { title: 'needed: a shop’s figures', table: { ...shop(17) } },
  { title: 'needed: city and spend', table: { ...shop(17), city: oneOf('Berlin|Lyon|Porto|Graz') } },
]);
