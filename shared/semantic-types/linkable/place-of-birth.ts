import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

export const placeOfBirth: SemanticType = {
  id: 'place_of_birth', label: 'Place of birth', class: 'linkable', category: 'personal', flags: [],
  headerCues: { en: 'place of birth, birth place, birthplace, place birth, birth city, city of birth, hometown, where are you from, pob, state of birth', de: 'geburtsort, heimatort', fr: 'lieu de naissance, ville de naissance, lieu naissance, ville naissance, commune naissance', es: 'lugar de nacimiento, ciudad de nacimiento, lugar nacimiento', it: 'luogo di nascita, comune di nascita, luogo nascita, comune nascita', pt: 'local de nascimento, naturalidade, cidade natal, local nascimento', nl: 'geboorteplaats', any: 'l nasc, lnaiss' },
  accepts: ['text', 'category', 'code', 'long_text'], lookAlikes: ['city'], positives: [], negatives: [],
  headers: ['place_of_birth', 'Geburtsort', 'lieu de naissance', 'lugar de nacimiento', 'luogo di nascita', 'geboorteplaats'], source: 'taxonomy 6b',
};
