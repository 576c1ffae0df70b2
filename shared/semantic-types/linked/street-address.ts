import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const english = longPattern('i')`
  \b(?:
    st|street|rd|road|ave|avenue|av|blvd|boulevard|dr|drive|ln|lane|way|ct|court|pl|place|pkwy|parkway|hwy|
    highway|sq|square|ter|terrace|cir|circle|trail|trl|crescent|cres|close|row|hill|rise|loop|alley|plaza|pike|
    route|rte|broadway|mews|grove|gardens|walk|crossing|points?|junction|park|pass|center|ridge|expressway|
    turnpike|bypass|causeway|spring|springs|view|run|path|mall|mount|manor|station|union|valley|creek|islands?|
    extension|common|knoll|meadow|harbou?r|keys?|landing|lakes?|lodge|mills?|motorway|mission|orchard|overpass|
    port|prairie|ramp|ranch|rapid|rest|river|shoals?|shores?|skyway|squares|stravenue|stream|summit|throughway|
    trace|track|trafficway|tunnel|underpass|via|viaduct|ville|vista|well|wells|wall|green|heights|forge|fork|
    ford|flat|field|ferry|falls|estate|drives|dale|dam|curve|course|corner|cove|coves|club|cliff|canyon|camp|
    cape|burg|brook|branch|bridge|bluff|bend|beach|bayou|arcade
  )\b\.?
`;
const german = longPattern('i')`
  (?:
    stra(?:ss|ß)e|str\.|weg|platz|gasse|allee|ring|ufer|damm|hof|berg|straat|laan|plein|gracht|kade|singel|dijk|
    steeg|gade|vej|gatan|veien|vägen|tie|katu|utca|ulica|ul\.
  )\b
`;
const romance = longPattern('i')`
  ^(?:\d+\s?(?:bis|ter)?,?\s)?(?:
    rue|avenue|av\.?|avda\.?|avenida|boulevard|bd|place|chemin|impasse|allée|allee|quai|route|cours|calle|c\/|
    cl\.?|carrera|paseo|plaza|camino|ronda|carretera|via|viale|piazza|corso|largo|vicolo|strada|rua|r\.|
    travessa|praça|praca|alameda|estrada|rodovia|jalan|ulice|urb\.?
  )\s\S+
`;
const box = /\b(?:p\.?\s?o\.? box|postfach|bo[iî]te postale|apartado|casella postale|caixa postal|postbus)\b/i;
const unit = /\b(?:apt|suite|ste|unit|floor|apartment|etage|piso|#)\.?\s?#?\w{1,6}\b/i;

export const streetAddress = semanticType({
  id: 'street_address',
  label: 'Street and house number',
  class: 'linked',
  category: 'personal',
  flags: [],
  accepts: ['text', 'code', 'long_text', 'category'],
  valueCheck: (text) => {
    if (text.length < 5 || text.length > 120 || /@|https?:|^\d+([.,]\d+)?$/.test(text)) return false;
    const number = /\d/.test(text);
    return (
      box.test(text) ||
      romance.test(text) ||
      (number &&
        (german.test(text) ||
          (english.test(text) && /^\S*\d|\s\d/.test(text)) ||
          (unit.test(text) && /^\d/.test(text)))) ||
      /^\d{1,6}[A-Z]? (?:[NSEW]\.? )?\p{Lu}[\p{L}.' -]{2,40}$/u.test(text)
    );
  },
  columnRule: { strength: 'structure', minShare: 0.5, minDistinct: 4, alone: true },
  lookAlikes: [
    'full_address',
    'address_line_2',
    'street_name',
    'product_name',
    'ticket_text',
    'page_title',
    'place_of_birth',
    'free_text',
    'job_title',
  ],
  positives: [
    '12 Main Street',
    'Hauptstraße 5',
    '14 rue de la Paix',
    'Calle Mayor 3',
    'Via Roma, 10',
    'Rua das Flores 22',
    'Dorpsstraat 8a',
    'P.O. Box 123',
    '77 Elm St Apt 4',
  ],
  negatives: ['Main', 'Berlin', 'ana@example.org', '12', '2024-01-01', 'https://example.org/street/5', 'yes', 'Street'],
  headers: ['street_address', 'Straße', 'adresse', 'dirección', 'indirizzo', 'Address Line 1'],
  source: 'Universal Postal Union S42 street words (2019) and taxonomy 6a',
});
