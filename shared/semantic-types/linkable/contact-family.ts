import { headerTypes } from '#shared/semantic-types/semantic-type.ts';

/** Contact details that do not reach one person by themselves. */
export const contactFamily = headerTypes([
  {
    id: 'phone_extension',
    label: 'Phone extension',
    class: 'linkable',
    category: 'personal',
    flags: [],
    accepts: ['integer', 'code', 'text', 'category'],
    headers: ['extension', 'Durchwahl', 'ramal', 'phone_ext'],
    source: 'ITU-T E.123 (2001)',
  },
  {
    id: 'phone_country_code',
    label: 'Phone country code',
    class: 'linkable',
    category: 'personal',
    flags: [],
    accepts: ['integer', 'code', 'text', 'category'],
    headers: ['TelephoneCountryCode', 'Vorwahl', 'indicatif', 'prefijo telefónico', 'netnummer'],
    source: 'ITU-T E.164 (2010)',
  },
  {
    id: 'photo_url',
    label: 'Address of a picture of a person',
    class: 'linkable',
    category: 'personal',
    flags: [],
    accepts: ['code', 'text', 'category'],
    headers: ['photo_url', 'Profilbild', 'photo de profil', 'foto de perfil', 'profielfoto'],
    source: 'taxonomy 6a',
  },
  {
    id: 'biography',
    freeText: 'always',
    label: 'Biography',
    class: 'linkable',
    category: 'personal',
    flags: [],
    accepts: ['long_text', 'text'],
    headers: ['bio', 'Lebenslauf', 'biographie', 'biografía', 'biografia'],
    source: 'taxonomy 6b',
  },
]);
