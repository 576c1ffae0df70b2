import { headerTypes } from '#shared/semantic-types/semantic-type.ts';

/** Education beside the level: known by their headers. */
export const educationFamily = headerTypes([
  {
    id: 'field_of_study',
    label: 'Field of study',
    class: 'linkable',
    category: 'personal',
    flags: [],
    accepts: ['text', 'category', 'code', 'integer', 'long_text'],
    headers: ['field_of_study', 'Studiengang', "domaine d'études", 'carrera', 'corso di laurea', 'studierichting'],
    source: 'UNESCO ISCED-F 2013',
  },
  {
    id: 'academic_performance',
    label: 'School or study results',
    class: 'linkable',
    category: 'personal',
    flags: [],
    accepts: ['integer', 'decimal', 'category', 'text', 'code'],
    headers: ['GPA', 'Notendurchschnitt', 'moyenne générale', 'nota media', 'media voti', 'eindcijfer'],
    source: 'taxonomy 6b',
  },
  {
    id: 'education_attribute',
    label: 'School or class attended',
    class: 'linkable',
    category: 'personal',
    flags: [],
    accepts: ['text', 'category', 'code', 'integer', 'decimal', 'boolean'],
    headers: ['SectionID', 'Hochschule', 'université', 'escuela', 'scuola', 'universiteit'],
    source: 'taxonomy 6b',
  },
]);
