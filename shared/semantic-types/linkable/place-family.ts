import { headerTypes } from '#shared/semantic-types/semantic-type.ts';

/** Where people live and move: known by their headers. */
export const placeFamily = headerTypes([
  { id: 'county', label: 'County or district', class: 'linkable', category: 'personal', flags: [],
    accepts: ['text', 'category', 'code', 'integer'], headers: ['county', 'Landkreis', 'arrondissement', 'comarca'], source: 'taxonomy 6b' },
  { id: 'neighborhood', label: 'Neighbourhood', class: 'linkable', category: 'personal', flags: [],
    accepts: ['text', 'category', 'code', 'integer'], headers: ['neighborhood', 'Stadtteil', 'quartier', 'barrio', 'bairro', 'wijk'], source: 'taxonomy 6b' },
  { id: 'street_name', label: 'Street without number', class: 'linkable', category: 'personal', flags: [],
    accepts: ['text', 'category', 'code'], headers: ['street_name', 'Straßenname', 'nom de rue', 'straatnaam'], source: 'taxonomy 6b' },
  { id: 'street_number', label: 'House number', class: 'linkable', category: 'personal', flags: [],
    accepts: ['integer', 'code', 'text', 'category', 'decimal'], headers: ['street_number', 'Hausnummer', 'numéro de rue', 'numero civico', 'huisnummer'], source: 'taxonomy 6b' },
  { id: 'address_line_2', label: 'Address, second line', class: 'linkable', category: 'personal', flags: [],
    accepts: ['text', 'code', 'category', 'integer', 'long_text', 'decimal'], headers: ['address_2', 'Adresszusatz', "complément d'adresse", 'complemento', 'Address Line 2'], source: 'taxonomy 6b' },
  { id: 'continent', label: 'Continent', class: 'linkable', category: 'personal', flags: [],
    accepts: ['text', 'category', 'code'], headers: ['continent', 'Kontinent', 'continente', 'werelddeel'], source: 'UN M49 (2024)' },
  { id: 'residence_type', label: 'Kind of residence (town, country)', class: 'linkable', category: 'personal', flags: [],
    accepts: ['category', 'text', 'boolean', 'code', 'integer'], headers: ['Residence_type', 'Wohnlage', 'type de résidence', 'urban_rural'], source: 'taxonomy 6b' },
  { id: 'residence_tenure', label: 'Time at the address', class: 'linkable', category: 'personal', flags: [],
    accepts: ['integer', 'decimal', 'category', 'text', 'code', 'date'], headers: ['residence_since', 'Wohndauer', 'años de residencia', 'years_at_address'], source: 'taxonomy 6b' },
  { id: 'electoral_district', label: 'Electoral district', class: 'linkable', category: 'personal', flags: [],
    accepts: ['text', 'category', 'code', 'integer'], headers: ['electoral_district', 'Wahlkreis', 'circonscription', 'distrito electoral', 'collegio elettorale', 'kiesdistrict'], source: 'taxonomy 6b' },
  { id: 'user_location', label: 'Location as stated', class: 'linkable', category: 'personal', flags: [],
    accepts: ['text', 'category', 'code', 'long_text'], headers: ['user_location', 'ubicación', 'localização', 'profile location'], source: 'taxonomy 6b' },
  { id: 'commute_distance', label: 'Distance from home', class: 'linkable', category: 'personal', flags: [],
    accepts: ['integer', 'decimal', 'category', 'text', 'code'], headers: ['DistanceFromHome', 'Pendelstrecke', 'distance domicile-travail', 'commute'], source: 'taxonomy 6b' },
]);
