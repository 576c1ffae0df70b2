import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';

const vat = /^(?:AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[ -]?(?=[A-Z\d.+* -]*\d{5})[A-Z\d.+*]{7,12}$/i;

export const taxId: SemanticType = {
  id: 'tax_id',
  label: 'Tax number of a person',
  class: 'linked',
  category: 'personal',
  flags: [],
  headerCues: { en: 'tax id, tin, taxpayer id, tax number, taxpayer identification number, tax file number, tfn, pan number, pan card', de: 'steuernummer, steuer nr, steuernr, st id nr, steuer idnr, steuerid, stnr, steuerliche identifikationsnummer', fr: 'numero fiscal, numero d imposition, spi, identifiant fiscal, nif', es: 'nif, numero de identificacion fiscal, rfc, nif nie, id fiscal', it: 'identificativo fiscale', pt: 'numero de contribuinte, contribuinte, nif, numero fiscal', nl: 'fiscaal nummer, belastingnummer', not: 'business, company, vat, rate, amount, status' },
  accepts: ['code', 'integer', 'text'],
  lookAlikes: ['national_id', 'business_tax_id'],
  positives: [], negatives: [],
  headers: ['tax_id', 'Steuernummer', 'numéro fiscal', 'NIF', 'número de contribuinte'],
  source: 'OECD, Tax Identification Numbers (2024)',
};

/** A company's: not personal, kept here because it shares its headers with the person's. */
export const businessTaxId: SemanticType = {
  id: 'business_tax_id',
  label: 'Tax or register number of a business',
  class: 'non_pii',
  category: 'other',
  flags: [],
  headerCues: { en: 'vat number, vat id, vat, ein, uei, duns number, company number, employer identification number, company number, company registration number, business number, abn, gst number, duns', de: 'ust id, umsatzsteuer id, ust idnr, handelsregisternummer, uid nummer', fr: 'numero tva, tva intracommunautaire, siret, siren', es: '~cif, cif empresa, numero de iva', it: 'partita iva, p iva, piva', pt: 'cnpj, nipc', nl: 'btw nummer, kvk nummer, kvk', not: 'rate, amount, total, price, included, percent, value' },
  accepts: ['code', 'integer', 'text'],
  valueCheck: (text) => vat.test(text) || /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/.test(text),
  columnRule: { strength: 'structure', minShare: 0.85, alone: true },
  lookAlikes: ['national_id', 'tax_id', 'iban', 'customer_id', 'record_id', 'bank_routing_code', 'product_id', 'case_number', 'drivers_license', 'passport_number', 'postal_code'],
  positives: ['DE123456789', 'ATU12345678', 'FR12345678901', 'ESX1234567L', 'NL123456789B01', 'IT12345678901', '12.345.678/0001-95', 'PL1234567890'],
  negatives: ['DE12', 'XX123456789', 'DE89370400440532013000', '123456789', 'DESIGNER', 'yes', '12.345.678', 'NL'],
  headers: ['vat_number', 'USt-IdNr', 'SIRET', 'partita iva', 'CNPJ', 'KVK nummer'],
  source: 'European Commission, VIES VAT number structures (2024); Receita Federal, CNPJ',
};
