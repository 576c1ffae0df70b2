import { breaking, clean } from '../planted-case.ts';
import { day, decimal, epoch, ip, ip6, oneOf, shop, text, uuid, whole, type Cell } from '../values.ts';

const place: [string, Cell][] = [
  ['latitude', decimal(47, 54, 6)],
  ['Breitengrad', decimal(47, 54, 5)],
  ['latitud', decimal(37, 43, 6)],
  ['gps', text('{0}, {1}', decimal(47, 54, 6, 1), decimal(6, 14, 6, 2))],
  ['Standort', text('{0};{1}', decimal(47, 54, 5, 3), decimal(6, 14, 5, 4))],
  ['last_position', text('POINT({0} {1})', decimal(6, 14, 6, 5), decimal(47, 54, 6, 6))],
];
const born: [string, Cell][] = [
  ['date_of_birth', day('1950-01-01', '2004-01-01')],
  ['Geburtsdatum', day('1950-01-01', '2004-01-01', 'dd.mm.yyyy')],
  ['date de naissance', day('1950-01-01', '2004-01-01', 'dd/mm/yyyy')],
  ['fecha_nacimiento', day('1950-01-01', '2004-01-01', 'dd-mm-yyyy')],
  ['nascita', day('1950-01-01', '2004-01-01', 'd/m/yyyy')],
  ['geboortedatum', day('1950-01-01', '2004-01-01', 'yyyymmdd')],
  ['nascimento', day('1950-01-01', '2004-01-01', 'd Mon yyyy')],
];
const aged: [string, Cell][] = [
  ['age', whole(19, 80)],
  ['Alter', whole(19, 80)],
  ['edad', whole(19, 80)],
  ['leeftijd', whole(19, 80)],
];
const when: [string, Cell][] = [
  ['clicked_at', day('2026-10-01', '2026-11-20', 'yyyy-mm-ddThh:mi:ssZ')],
  ['Bestellzeitpunkt', day('2026-10-01', '2026-11-20', 'dd.mm.yyyy hh:mi:ss')],
  ['horodatage', day('2026-10-01', '2026-11-20', 'dd/mm/yyyy hh:mi:ss')],
  ['event_time', epoch('2026-10-01', '2026-11-20')],
  ['ts', epoch('2026-10-01', '2026-11-20', 1)],
  ['ultimo acceso', day('2026-10-01', '2026-11-20', 'yyyy-mm-dd hh:mi:ss')],
];
const visited: [string, Cell][] = [
  ['page_url', text('https://shop.example.org/p/{0}?session={1}&ref=mail', whole(1000, 9999, 8), uuid)],
  ['referrer', text('https://search.example.org/find?q={0}&sid={1}', oneOf('lamp|chair|sofa|rug'), uuid)],
  ['Seite', text('https://www.example.org/konto/{0}/bestellung/{1}', whole(1000, 9999, 9), whole(10_000, 99_999))],
];
const addressed: [string, Cell][] = [
  ['ip_address', ip],
  ['client', ip],
  ['adresse IP', ip6],
  ['host', ip6],
];

const visitor: Cell = (row) => `U${100_000 + (row % 37)}`;
const acts: [string, Cell][] = [
  ['event_name', oneOf('page_view|add_to_cart|view_item|purchase')],
  ['page_title', oneOf('Garden chairs|Your basket|Search results|Sale')],
  ['search_term', oneOf('lamp|red sofa|rug|garden chair')],
];

export const granular = breaking('E1', [
  ...[...place, ...born, ...aged, ...when, ...visited, ...addressed].map(([name, cell]) => ({
    title: `exact: ${name}`,
    table: { ...shop(), [name]: cell },
  })),
  {
    title: 'exact: a place and a day in one column',
    table: {
      ...shop(),
      visit: text('{0}|{1},{2}', day('2026-10-01', '2026-11-20'), decimal(47, 54, 6, 1), decimal(6, 14, 6, 2)),
    },
  },
  ...acts.map(([name, cell]) => ({
    title: `act by act: ${name}`,
    table: { user_id: visitor, event_day: day('2026-10-01', '2026-11-20'), [name]: cell },
    release: 'targeting' as const,
  })),
]);

const coarse: Record<string, Cell> = {
  order_month: day('2026-01-01', '2026-11-20', 'yyyy-mm'),
  signup_year: whole(2012, 2026),
  order_day: day('2026-01-01', '2026-11-20'),
  Bestelltag: day('2026-01-01', '2026-11-20', 'dd.mm.yyyy'),
  'date de commande': day('2026-01-01', '2026-11-20', 'dd/mm/yyyy'),
  latitude: decimal(47, 54, 0),
  grid_cell: text('{0}N {1}E', whole(47, 54, 1), whole(6, 14, 2)),
  age_band: oneOf('18-24|25-34|35-44|45-54|55+'),
  Altersgruppe: oneOf('18-29|30-44|45-59|60+'),
  city: oneOf('Berlin|Hamburg|Lyon|Porto|Graz|Gent'),
  region: oneOf('Bavaria|Hesse|Saxony|Berlin'),
  département: oneOf('Rhône|Gironde|Nord|Var|Oise'),
  provincia: oneOf('Toledo|Cádiz|Girona|Teruel'),
  country: oneOf('DE|FR|IT|ES|NL|PT'),
  site_section: oneOf('/garden|/toys|/kitchen|/books'),
  referrer_domain: oneOf('search.example.org|news.example.net|mail.example.com'),
  weekday: oneOf('Mon|Tue|Wed|Thu|Fri|Sat|Sun'),
  hour_band: oneOf('morning|noon|evening|night'),
  quarter: oneOf('2025-Q4|2026-Q1|2026-Q2|2026-Q3'),
  version: oneOf('10.2.0.1|10.2.1.0|10.3.0.4|11.0.0.2'),
  store_rating: decimal(1, 5, 1),
  screen_width: oneOf('1280|1440|1920|2560'),
};

export const coarseLookAlikes = clean(
  'E1',
  Object.entries(coarse).map(([name, cell]) => ({ title: `coarse: ${name}`, table: { ...shop(1), [name]: cell } })),
);
