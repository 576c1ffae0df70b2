import type { CellId } from '../sheets/cells/index.ts';
import type { Column } from './layout.ts';

/**
 * What registers in languages that no layout is written in call their columns. Read, never written. From public
 * templates of Art. 30 registers in German and Spanish, whose headings follow the Regulation's own words in those
 * languages (Art. 30(1)(a)–(g)).
 */
const headings: Partial<Record<CellId, readonly string[]>> = {
  ref: ['Nr.', 'Lfd. Nr.', 'Nummer', 'Dokument-ID', 'N.º', 'Código', 'Número'],
  name: [
    'Verarbeitungstätigkeit',
    'Bezeichnung der Verarbeitungstätigkeit',
    'Name der Verarbeitung',
    'Verarbeitung',
    'Actividad de tratamiento',
    'Nombre del tratamiento',
    'Tratamiento',
  ],
  businessFunction: ['Abteilung', 'Fachbereich', 'Organisationseinheit', 'Departamento', 'Área', 'Unidad'],
  owner: ['Ansprechpartner', 'Verantwortliche Person', 'Persona responsable'],
  purposes: [
    'Zweck',
    'Zwecke',
    'Zweck der Verarbeitung',
    'Zwecke der Verarbeitung',
    'Verarbeitungszweck',
    'Finalidad',
    'Finalidades',
    'Fines del tratamiento',
    'Finalidad del tratamiento',
  ],
  basis: ['Rechtsgrundlage', 'Rechtsgrundlage der Verarbeitung', 'Base jurídica', 'Base legal', 'Legitimación'],
  dataSubjects: [
    'Betroffene Personen',
    'Kategorien betroffener Personen',
    'Betroffene Personengruppen',
    'Interesados',
    'Categorías de interesados',
    'Colectivos',
  ],
  dataItems: [
    'Personenbezogene Daten',
    'Kategorien personenbezogener Daten',
    'Datenkategorien',
    'Datos personales',
    'Categorías de datos',
    'Categorías de datos personales',
  ],
  conditions: ['Besondere Kategorien', 'Ausnahme nach Art. 9', 'Excepción del artículo 9'],
  recipients: [
    'Empfänger',
    'Kategorien von Empfängern',
    'Empfängerkategorien',
    'Destinatarios',
    'Categorías de destinatarios',
    'Cesiones',
  ],
  transferTargets: [
    'Drittland',
    'Drittlandübermittlung',
    'Übermittlung in Drittländer',
    'Übermittlung an Drittland',
    'Übermittlung in ein Drittland',
    'Transferencias internacionales',
    'Transferencias a terceros países',
  ],
  safeguards: ['Geeignete Garantien', 'Garantien', 'Garantías', 'Garantías adecuadas'],
  retention: [
    'Löschfrist',
    'Löschfristen',
    'Fristen für die Löschung',
    'Aufbewahrungsfrist',
    'Speicherdauer',
    'Plazo de supresión',
    'Plazo supresión',
    'Plazos de supresión',
    'Plazo de conservación',
  ],
  measures: [
    'TOM',
    'TOMs',
    'Technische und organisatorische Maßnahmen',
    'Sicherheitsmaßnahmen',
    'Medidas de seguridad',
    'Medidas técnicas y organizativas',
  ],
  systems: ['System', 'Systeme', 'Speicherort', 'Eingesetzte Software', 'Sistema', 'Sistemas', 'Ubicación'],
  dataSources: ['Herkunft der Daten', 'Datenquelle', 'Origen de los datos', 'Procedencia'],
  jointControllers: ['Gemeinsam Verantwortliche', 'Gemeinsam Verantwortlicher', 'Corresponsables'],
  controllers: ['Auftraggeber', 'Verantwortliche, in deren Auftrag', 'Responsables por cuenta de los que se actúa'],
  subProcessors: ['Unterauftragsverarbeiter', 'Unterauftragnehmer', 'Subencargados'],
  processingCategories: ['Kategorien von Verarbeitungen', 'Categorías de tratamientos'],
};

/** The same columns, known by their names in other languages, too. */
export const inOtherLanguages = (columns: readonly Column[]): Column[] =>
  columns.map((column) => ({ ...column, also: [...(column.also ?? []), ...(headings[column.cell] ?? [])] }));
