/**
 * Where the invented customers of the sample live: real cities with their real regions, first digits of the postal code
 * and centre, so that generalising a city to its region, or a postal code to its prefix, does in the sample what it
 * does in life. Telephone numbers come from ranges kept free for fiction (US 555-01xx, Ofcom, Bundesnetzagentur, Arcep)
 * or, where a country keeps none, from prefixes that are not assigned to anybody.
 */

/**
 * A city: name, region, postal code pattern (`#` is a digit, `@` a letter), latitude, longitude, share of the country's
 * customers.
 */
const city = (name, region, postcode, latitude, longitude, weight) => ({
  name,
  region,
  postcode,
  latitude,
  longitude,
  weight,
});

export const countries = [
  {
    code: 'US',
    name: 'United States',
    locale: 'en_US',
    weight: 24,
    currency: 1,
    phone: ['+1 ### 555 01%%', '(###) 555-01%%'],
    areaCodes: true,
    ethnicities: [
      ['White', 58],
      ['Hispanic or Latino', 19],
      ['Black or African American', 13],
      ['Asian', 7],
      ['Two or more races', 3],
    ],
    cities: [
      city('New York', 'New York', '100##', 40.7128, -74.006, 24),
      city('Buffalo', 'New York', '142##', 42.8864, -78.8784, 6),
      city('Los Angeles', 'California', '900##', 34.0522, -118.2437, 20),
      city('San Diego', 'California', '921##', 32.7157, -117.1611, 9),
      city('Houston', 'Texas', '770##', 29.7604, -95.3698, 14),
      city('Austin', 'Texas', '787##', 30.2672, -97.7431, 9),
      city('Chicago', 'Illinois', '606##', 41.8781, -87.6298, 12),
      city('Boston', 'Massachusetts', '021##', 42.3601, -71.0589, 6),
    ],
    area: {
      'New York': '212',
      Buffalo: '716',
      'Los Angeles': '213',
      'San Diego': '619',
      Houston: '713',
      Austin: '512',
      Chicago: '312',
      Boston: '617',
    },
  },
  {
    code: 'DE',
    name: 'Germany',
    locale: 'de',
    weight: 20,
    currency: 0.95,
    phone: ['+49 171 39200%%', '0171 39200%%', '+49 30 23125 %%%'],
    ethnicities: [
      ['German', 74],
      ['Turkish', 8],
      ['Polish', 5],
      ['Arab', 4],
      ['Russian', 4],
      ['Other', 5],
    ],
    cities: [
      city('Berlin', 'Berlin', '10###', 52.52, 13.405, 26),
      city('Hamburg', 'Hamburg', '20###', 53.5511, 9.9937, 17),
      city('München', 'Bayern', '80###', 48.1351, 11.582, 17),
      city('Nürnberg', 'Bayern', '904##', 49.4521, 11.0767, 9),
      city('Köln', 'Nordrhein-Westfalen', '50###', 50.9375, 6.9603, 17),
      city('Düsseldorf', 'Nordrhein-Westfalen', '40###', 51.2277, 6.7735, 14),
    ],
  },
  {
    code: 'GB',
    name: 'United Kingdom',
    locale: 'en_GB',
    weight: 18,
    currency: 0.85,
    phone: ['+44 7700 900%%%', '07700 900%%%'],
    ethnicities: [
      ['White British', 74],
      ['Asian British', 11],
      ['Black British', 6],
      ['White Irish', 3],
      ['Mixed', 4],
      ['Other', 2],
    ],
    cities: [
      city('London', 'England', 'SE1# #@@', 51.5074, -0.1278, 34),
      city('Manchester', 'England', 'M1# #@@', 53.4808, -2.2426, 18),
      city('Leeds', 'England', 'LS1# #@@', 53.8008, -1.5491, 14),
      city('Glasgow', 'Scotland', 'G1# #@@', 55.8642, -4.2518, 13),
      city('Edinburgh', 'Scotland', 'EH1# #@@', 55.9533, -3.1883, 11),
      city('Cardiff', 'Wales', 'CF1# #@@', 51.4816, -3.1791, 10),
    ],
  },
  {
    code: 'FR',
    name: 'France',
    locale: 'fr',
    weight: 14,
    currency: 0.95,
    phone: ['+33 6 39 98 %% %%', '06 39 98 %% %%', '01 99 00 %% %%'],
    ethnicities: [],
    cities: [
      city('Paris', 'Île-de-France', '750##', 48.8566, 2.3522, 40),
      city('Lyon', 'Auvergne-Rhône-Alpes', '6900#', 45.764, 4.8357, 24),
      city('Marseille', "Provence-Alpes-Côte d'Azur", '130##', 43.2965, 5.3698, 20),
      city('Nice', "Provence-Alpes-Côte d'Azur", '06#00', 43.7102, 7.262, 16),
    ],
  },
  {
    code: 'IT',
    name: 'Italy',
    locale: 'it',
    weight: 10,
    currency: 0.85,
    phone: ['+39 300 0000%%%', '300 0000%%%'],
    ethnicities: [
      ['Italian', 90],
      ['Romanian', 4],
      ['Moroccan', 3],
      ['Other', 3],
    ],
    cities: [
      city('Milano', 'Lombardia', '201##', 45.4642, 9.19, 38),
      city('Roma', 'Lazio', '001##', 41.9028, 12.4964, 40),
      city('Napoli', 'Campania', '801##', 40.8518, 14.2681, 22),
    ],
  },
  {
    code: 'ES',
    name: 'Spain',
    locale: 'es',
    weight: 8,
    currency: 0.8,
    phone: ['+34 790 000 %%%', '790 000 %%%'],
    ethnicities: [
      ['Spanish', 88],
      ['Latin American', 7],
      ['Moroccan', 3],
      ['Other', 2],
    ],
    cities: [
      city('Madrid', 'Comunidad de Madrid', '280##', 40.4168, -3.7038, 55),
      city('Barcelona', 'Cataluña', '080##', 41.3851, 2.1734, 45),
    ],
  },
  {
    code: 'NL',
    name: 'Netherlands',
    locale: 'nl',
    weight: 6,
    currency: 0.95,
    phone: ['+31 6 00000%%%', '06-00000%%%'],
    ethnicities: [
      ['Dutch', 78],
      ['Surinamese', 6],
      ['Turkish', 6],
      ['Moroccan', 5],
      ['Other', 5],
    ],
    cities: [
      city('Amsterdam', 'Noord-Holland', '10## @@', 52.3676, 4.9041, 55),
      city('Rotterdam', 'Zuid-Holland', '30## @@', 51.9244, 4.4777, 45),
    ],
  },
];
