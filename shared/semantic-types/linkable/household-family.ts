import { headerTypes } from '#shared/semantic-types/semantic-type.ts';

/** Household and home: known by their headers. */
export const householdFamily = headerTypes([
  {
    id: 'household_size',
    label: 'Household size',
    class: 'linkable',
    category: 'personal',
    flags: [],
    accepts: ['integer', 'decimal', 'category', 'boolean', 'text'],
    range: [0, 40],
    headers: ['household_size', 'Haushaltsgröße', 'taille du foyer', 'tamaño del hogar', 'gezinsgrootte'],
    source: 'taxonomy 6b',
  },
  {
    id: 'housing_status',
    label: 'Housing situation',
    class: 'linkable',
    category: 'personal',
    flags: [],
    accepts: ['category', 'text', 'boolean', 'code', 'integer'],
    headers: ['housing_status', 'Wohnsituation', 'type de logement', 'vivienda', 'habitação', 'woonsituatie'],
    source: 'taxonomy 6b',
  },
  {
    id: 'property_ownership',
    label: 'Property owned',
    class: 'linkable',
    category: 'personal',
    flags: ['financial'],
    accepts: ['category', 'text', 'boolean', 'integer', 'code'],
    headers: ['owns_car', 'Autobesitz', 'patrimoine', 'bienes', 'patrimônio'],
    source: 'taxonomy 6b',
  },
]);
