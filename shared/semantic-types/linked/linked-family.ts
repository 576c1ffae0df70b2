import { headerTypes } from '#shared/semantic-types/semantic-type.ts';

/** Linked types known by their headers. */
export const linkedFamily = headerTypes([
  {
    id: 'fax_number', label: 'Fax number', class: 'linked', category: 'personal', flags: [],
    accepts: ['code', 'text', 'integer'], headers: ['fax', 'Telefax', 'télécopie', 'faxnummer'], source: 'ITU-T E.164 (2010)',
  },
  {
    id: 'case_number', label: 'Court or police case number', class: 'linked', category: 'personal', flags: ['criminal'],
    accepts: ['code', 'integer', 'text'], headers: ['docket_number', 'Aktenzeichen', 'numéro d’affaire', 'expediente judicial', 'zaaknummer'], source: 'GDPR article 10 (2016)',
  },
  {
    id: 'date_of_death', label: 'Date of death', class: 'linked', category: 'personal', flags: ['health'],
    accepts: ['date', 'integer', 'code', 'text'], headers: ['date_of_death', 'Sterbedatum', 'date de décès', 'fecha de defunción', 'overlijdensdatum'], source: 'HIPAA 45 CFR 164.514(b)(2)(i)(C) (2013)',
  },
  {
    id: 'biometric_template', label: 'Biometric data', class: 'linked', category: 'personal', flags: ['biometric'],
    accepts: ['code', 'text', 'long_text', 'decimal', 'integer'], headers: ['biometric_data', 'Fingerabdruck', 'empreinte digitale', 'huella dactilar', 'vingerafdruk'], source: 'GDPR article 4(14) and 9 (2016)',
  },
  {
    id: 'genetic_data', label: 'Genetic data', class: 'linked', category: 'personal', flags: ['genetic', 'health'],
    accepts: ['code', 'text', 'category', 'long_text', 'integer'], headers: ['genotype', 'genetische Daten', 'données génétiques', 'datos genéticos'], source: 'GDPR article 4(13) and 9 (2016)',
  },
]);
