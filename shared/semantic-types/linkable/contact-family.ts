import { headerTypes } from '#shared/semantic-types/semantic-type.ts';

/** Contact details that do not reach one person by themselves. */
export const contactFamily = headerTypes([
  { id: 'phone_extension', label: 'Phone extension', class: 'linkable', category: 'personal', flags: [],
    headerCues: { en: 'extension, phone extension, ext, tel ext', de: 'durchwahl, nebenstelle', fr: 'poste telephonique', es: 'extension telefonica', it: 'interno telefonico', pt: 'ramal', nl: 'doorkiesnummer', not: 'file, browser, domain, warranty' },
    accepts: ['integer', 'code', 'text', 'category'], headers: ['extension', 'Durchwahl', 'ramal', 'phone_ext'], source: 'ITU-T E.123 (2001)' },
  { id: 'phone_country_code', label: 'Phone country code', class: 'linkable', category: 'personal', flags: [],
    headerCues: { en: 'phone country code, telephone country code, dialing code, dial code, calling code, phone prefix, country calling code, area code', de: 'landesvorwahl, vorwahl, telefonvorwahl', fr: 'indicatif, indicatif telephonique', es: 'prefijo telefonico, codigo de area', it: 'prefisso, prefisso telefonico', pt: 'codigo de area, ddd, indicativo', nl: 'landnummer, netnummer, kengetal' },
    accepts: ['integer', 'code', 'text', 'category'], headers: ['TelephoneCountryCode', 'Vorwahl', 'indicatif', 'prefijo telefónico', 'netnummer'], source: 'ITU-T E.164 (2010)' },
  { id: 'photo_url', label: 'Address of a picture of a person', class: 'linkable', category: 'personal', flags: [],
    headerCues: { en: 'photo url, photo path, profile picture, profile image, avatar url, picture url, profile image url, image url user, photo link, profile photo, profile pic, user image, headshot url', de: 'profilbild, foto url', fr: 'photo de profil, url photo', es: 'foto de perfil, url foto', it: 'foto profilo, immagine profilo', pt: 'foto de perfil', nl: 'profielfoto', not: 'product, default, background' },
    accepts: ['code', 'text', 'category'], headers: ['photo_url', 'Profilbild', 'photo de profil', 'foto de perfil', 'profielfoto'], source: 'taxonomy 6a' },
  { id: 'biography', freeText: 'always', label: 'Biography', class: 'linkable', category: 'personal', flags: [],
    headerCues: { en: 'bio, biography, about me, about, profile summary, resume, curriculum vitae, cv, self description, personal statement, essay, profile description, user description, linkedin summary', de: 'lebenslauf, biografie, uber mich', fr: 'biographie, a propos, parcours', es: 'biografia, sobre mi', it: 'biografia, curriculum', pt: 'biografia, sobre mim', nl: 'biografie, over mij', not: 'quality, url, id, score, product, hear, sample, fuel, diversity, logical' },
    accepts: ['long_text', 'text'], headers: ['bio', 'Lebenslauf', 'biographie', 'biografía', 'biografia'], source: 'taxonomy 6b' },
]);
