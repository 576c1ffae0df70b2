import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

export const nationalIdentifier: SemanticType = {
  id: 'national_id',
  label: 'National identification number',
  class: 'linked',
  category: 'personal',
  flags: [],
  headerCues: {
    en: 'national id, ssn, social security number, social security, national identification number, national insurance number, identity card number, citizen id, id card, identity number, national identity number, aadhaar, government id, civil id, =sin, uan, pf number, personal identification number, ni number, national number, id number, identity document, id document number, sin no, nric number, national identity',
    de: 'sozialversicherungsnummer, personalausweis, personalausweisnummer, ausweisnummer, steuer id, steueridentifikationsnummer, svnr, ahv nummer, sv nr, sv nummer, sozialvers nr, rentenversicherungsnummer, rvnr, ausweis nr, steuer identifikationsnummer, ahv nr', fr: 'numero de securite sociale, nir, insee, carte d identite, numero national, niss, num secu, numero ss, num ss, n ss, secu, numero secu, numero insee, nss, cni, carte identite, numero registre national',
    es: 'dni, nie, cedula, curp, numero de identidad, documento de identidad, cedula de identidad, rut, documento identidad, numero documento, documento nacional de identidad, nss, num ss, numero de seguridad social, doc identidad, nuss', it: 'codice fiscale, carta d identita, cod fiscale, =cf, codice fisc, numero carta identita, documento identita', pt: 'cpf, cartao de cidadao, bilhete de identidade, numero de identidade, =rg, niss, numero do cc, cc numero, bi, documento identidade', nl: 'bsn, burgerservicenummer, rijksregisternummer, identiteitskaart, sofinummer, identiteitsnummer, rijksregisternr, rrn',
    any: 'soc sec, soc sec id, nino, sin number, pesel, personnummer, cnp, nric, emso, oib, hetu, tckn, nin',
    not: 'type, issue, date, expiry, country, verified, status, insurance status, ust, vat, umsatzsteuer, company, business, tax',
  },
  accepts: ['code', 'integer', 'text', 'decimal', 'category'],
  valueCheck: (text, tools) => tools.nationalId(text) !== null,
  columnRule: { strength: 'checksum', minShare: 0.75, minDistinct: 4, alone: true, yields: (text) => /^\d{3}-\d{2}-\d{4}$/.test(text) },
  lookAlikes: ['tax_id', 'national_health_id', 'phone_number', 'business_tax_id', 'record_id', 'patient_id', 'bank_account_number', 'medical_record_number', 'passport_number', 'customer_id', 'case_number', 'drivers_license', 'product_id'],
  positives: ['12345678Z', 'X1234567L', 'RSSMRA85T10A562S', '529.982.247-25', '111222333', '44051401458', '123-45-6789', '39053344705'],
  negatives: ['12345678A', '000-12-3456', '666-12-3456', 'RSSMRA85T10A562T', 'abc', '2024-01-01', '12345', 'yes'],
  headers: ['SSN', 'codice fiscale', 'DNI', 'CPF', 'Sozialversicherungsnummer', 'numéro de sécurité sociale', 'BSN'],
  source: 'Check digits of the issuing authorities as implemented by stdnum 1.12 (MIT)',
};
