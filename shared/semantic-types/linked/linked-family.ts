import { headerTypes } from '#shared/semantic-types/semantic-type.ts';

/** Linked types known by their headers. */
export const linkedFamily = headerTypes([
  {
    id: 'fax_number', label: 'Fax number', class: 'linked', category: 'personal', flags: [],
    headerCues: { en: 'fax, fax number, facsimile, fax no', de: 'telefax, faxnummer', fr: 'telecopie, numero de fax', es: 'numero de fax', it: 'numero fax', pt: 'numero de fax', nl: 'faxnummer', not: 'has' },
    accepts: ['code', 'text', 'integer'], headers: ['fax', 'Telefax', 'télécopie', 'faxnummer'], source: 'ITU-T E.164 (2010)',
  },
  {
    id: 'case_number', label: 'Court or police case number', class: 'linked', category: 'personal', flags: ['criminal'],
    headerCues: { en: 'court case number, docket number, docket, ~case number, police report number, arrest number, inmate id, case number court, booking number, offense case number, criminal case number, defendant id, report number, incident number, court file number, complaint number police', de: 'geschaftsnummer gericht, gz, az gericht, aktenzeichen, geschaftszeichen', fr: 'numero rg, num rg, numero d affaire, numero de dossier judiciaire', es: 'num expediente, numero de causa, num procedimiento, numero de expediente, expediente judicial', it: 'num rg, rg, ruolo generale, numero ruolo, numero di procedimento', pt: 'num processo, nr processo, numero do processo', nl: 'rolnummer, zaaknr, zaaknummer, parketnummer' },
    accepts: ['code', 'integer', 'text'], headers: ['docket_number', 'Aktenzeichen', 'numéro d’affaire', 'expediente judicial', 'zaaknummer'], source: 'GDPR article 10 (2016)',
  },
  {
    id: 'date_of_death', label: 'Date of death', class: 'linked', category: 'personal', flags: ['health'],
    headerCues: { en: 'date of death, death date, died on, dod, deceased date', de: 'sterbedatum, todesdatum, todestag', fr: 'date de deces', es: 'fecha de defuncion, fecha de muerte, fecha de fallecimiento', it: 'data di morte, data decesso', pt: 'data de obito, data da morte', nl: 'overlijdensdatum, datum overlijden' },
    accepts: ['date', 'integer', 'code', 'text'], headers: ['date_of_death', 'Sterbedatum', 'date de décès', 'fecha de defunción', 'overlijdensdatum'], source: 'HIPAA 45 CFR 164.514(b)(2)(i)(C) (2013)',
  },
  {
    id: 'biometric_template', label: 'Biometric data', class: 'linked', category: 'personal', flags: ['biometric'],
    headerCues: { en: 'fingerprint template, fingerprint data, iris scan, face template, face embedding, voice print, voiceprint, biometric, biometric data, retina scan, palm print, facial recognition, =fingerprint, voice sample, voice recording, =retina, =signature, iris', de: 'fingerabdruck, biometrische daten, gesichtsmerkmale', fr: 'empreinte digitale, donnees biometriques', es: 'huella dactilar, datos biometricos', it: 'impronta digitale, dati biometrici', pt: 'impressao digital, dados biometricos', nl: 'vingerafdruk, biometrische gegevens', not: 'event, browser, device, card, canvas, species, flower, petal' },
    accepts: ['code', 'text', 'long_text', 'decimal', 'integer'], headers: ['biometric_data', 'Fingerabdruck', 'empreinte digitale', 'huella dactilar', 'vingerafdruk'], source: 'GDPR article 4(14) and 9 (2016)',
  },
  {
    id: 'genetic_data', label: 'Genetic data', class: 'linked', category: 'personal', flags: ['genetic', 'health'],
    headerCues: { en: 'genotype, dna sequence, genome, snp, allele, genetic marker, genetic data, dna, haplogroup, brca, genetic test result', de: 'genetische daten, genotyp', fr: 'donnees genetiques, genotype', es: 'datos geneticos, genotipo', it: 'dati genetici, genotipo', pt: 'dados geneticos, genotipo', nl: 'genetische gegevens, genotype' },
    accepts: ['code', 'text', 'category', 'long_text', 'integer'], headers: ['genotype', 'genetische Daten', 'données génétiques', 'datos genéticos'], source: 'GDPR article 4(13) and 9 (2016)',
  },
]);
