import { describe, expect, it } from 'vitest';
import { byPerson } from '#test/support/sample-register.ts';
import { valueOf, valuesOf } from '../answer.ts';
import type { RecordBody } from '../record-kinds/index.ts';
import { readRegister } from './read-register.ts';
import type { Merge, Sheet } from './sheet.ts';
import { importedRecords, type ImportedRecord } from './to-records.ts';

const sheet = (rows: (string | null)[][], merges: Merge[] = [], name = 'Sheet1'): Sheet => ({ name, rows, merges });

function imported(...sheets: Sheet[]) {
  const read = readRegister(sheets);
  if (read === null) throw new Error('no layout fits');
  const { records, notValid } = importedRecords(read, byPerson);
  const of = <K extends ImportedRecord['kind']>(kind: K) =>
    records.filter((one): one is ImportedRecord<K> => one.kind === kind);
  const called = (key: string): string => {
    const body = records.find((one) => one.key === key)?.body as RecordBody<'recipient'> & RecordBody<'purpose'>;
    return valueOf(body.name) ?? valueOf(body.title) ?? key;
  };
  return { read, records, notValid, of, called, complaints: read.rows.flatMap(({ notMapped }) => notMapped) };
}

describe('somebody else’s table', () => {
  it('is read with headings in another order, other words and other case', () => {
    const { read, of, called } = imported(
      sheet([
        ['Acme Ltd: record of processing'],
        [],
        ['RETENTION PERIOD', 'Recipients', 'Purpose of Processing', 'Data subjects', 'Legal basis', 'Personal data'],
        [
          '6 years after the end of employment',
          'HMRC; Payroll Ltd (processor)',
          'Pay staff',
          'Staff',
          'Contract',
          'Name, bank details',
        ],
      ]),
    );
    const [activity] = of('activity').map(({ body }) => body);
    expect(read.layout).toBe('ico');
    expect(valueOf(activity?.name)).toBe('Pay staff');
    expect(valuesOf(activity?.dataSubjects)).toEqual(['employees']);
    expect(valuesOf(activity?.dataItems).map(({ category }) => category)).toEqual(['identity', 'financial']);
    expect(valuesOf(activity?.recipients).map(called)).toEqual(['HMRC', 'Payroll Ltd']);
    expect(of('purpose').map(({ body }) => valueOf(body.basis))).toEqual(['contract']);
    expect(of('retention').map(({ body }) => [valueOf(body.duration), valueOf(body.criteria)])).toEqual([
      ['P6Y', '6 years after the end of employment'],
    ]);
  });

  it('says for each row what it has no place for, with heading and text', () => {
    const { read, of } = imported(
      sheet([
        [
          'Business function',
          'Purpose of processing',
          'Categories of individuals',
          'Rights available to individuals',
          'Colour',
        ],
        ['Finance', 'Invoicing', 'Customers and stargazers', 'Access', 'green'],
        ['HR', 'Hiring', 'Job applicants', '', ''],
      ]),
    );
    expect(read.rows.map(({ row, activity }) => [row, activity])).toEqual([
      [2, 'Finance: Invoicing'],
      [3, 'HR: Hiring'],
    ]);
    expect(read.rows[0]?.notMapped).toEqual([
      { column: 'Categories of individuals', text: 'Customers and stargazers', why: 'unknown-word' },
      { column: 'Rights available to individuals', text: 'Access', why: 'no-field' },
      { column: 'Colour', text: 'green', why: 'no-column' },
    ]);
    expect(read.rows[1]).toMatchObject({ mapped: 3, notMapped: [] });
    expect(valuesOf(of('activity')[0]?.body.dataSubjects)).toEqual([]);
  });

  it('with cells merged over rows: each row has them, and one name over several rows is one activity', () => {
    const { of, complaints } = imported(
      sheet(
        [
          [
            'Business function',
            'Processing activity',
            'Purposes of the processing',
            'Categories of personal data',
            'Time limits for erasure',
          ],
          ['Sales', 'Orders', 'Deliver goods', 'Contact details', '2 years'],
          [null, null, null, 'Bank details', '10 years'],
          [null, 'Returns', 'Take goods back', 'Orders', '1 year'],
        ],
        [
          { top: 1, bottom: 3, left: 0, right: 0 },
          { top: 1, bottom: 2, left: 1, right: 1 },
          { top: 1, bottom: 2, left: 2, right: 2 },
        ],
      ),
    );
    expect(complaints).toEqual([]);
    expect(of('activity').map(({ body }) => [valueOf(body.businessFunction), valueOf(body.name)])).toEqual([
      ['Sales', 'Orders'],
      ['Sales', 'Returns'],
    ]);
    expect(valuesOf(of('activity')[0]?.body.dataItems).map(({ category }) => category)).toEqual([
      'contact',
      'financial',
    ]);
    expect(of('retention').map(({ body }) => valueOf(body.duration))).toEqual(['P2Y', 'P10Y', 'P1Y']);
  });

  it('with a head of two rows, one heading over several columns, and title lines: all of its columns are read', () => {
    const { of, called, complaints, read } = imported(
      sheet(
        [
          ['Verzeichnis von Verarbeitungstätigkeiten', null, null, null, null],
          ['Stand: Juli', null, null, null, null],
          ['Nr.', 'Bezeichnung', 'Zweck', 'Empfänger', null],
          [null, null, null, 'intern', 'extern'],
          ['1', 'Lohnabrechnung', 'Löhne zahlen', 'Lohnbüro', 'Steuerbüro Nord'],
        ],
        [
          { top: 0, bottom: 0, left: 0, right: 4 },
          { top: 1, bottom: 1, left: 0, right: 4 },
          { top: 2, bottom: 3, left: 0, right: 0 },
          { top: 2, bottom: 3, left: 1, right: 1 },
          { top: 2, bottom: 3, left: 2, right: 2 },
          { top: 2, bottom: 2, left: 3, right: 4 },
        ],
      ),
    );
    expect(of('activity').map(({ body }) => valueOf(body.name))).toEqual(['Lohnabrechnung']);
    expect(valuesOf(of('activity')[0]?.body.recipients).map(called)).toEqual(['Lohnbüro', 'Steuerbüro Nord']);
    expect(read.columns.map(({ heading }) => heading)).toEqual([
      'Nr.',
      'Bezeichnung',
      'Zweck',
      'Empfänger: intern',
      'Empfänger: extern',
    ]);
    expect(complaints).toEqual([]);
  });

  it('a title over the whole table is reported and makes no activity', () => {
    const { of, complaints } = imported(
      sheet(
        [
          ['Purpose of processing', 'Categories of individuals', 'Categories of personal data'],
          ['HUMAN RESOURCES', null, null],
          ['Hiring', 'Applicants', 'Name'],
        ],
        [{ top: 1, bottom: 1, left: 0, right: 2 }],
      ),
    );
    expect(of('activity')).toHaveLength(1);
    expect(complaints).toEqual([{ column: 'Purpose of processing', text: 'HUMAN RESOURCES', why: 'title-row' }]);
  });

  it('5,000 rows are 5,000 activities, and what they share is there once', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [
      'IT',
      `Purpose ${at}`,
      'Customers',
      'Email',
      'Host Ltd',
      '3 years',
    ]);
    const { of } = imported(
      sheet([
        [
          'Business function',
          'Purpose of processing',
          'Categories of individuals',
          'Categories of personal data',
          'Categories of recipients',
          'Retention schedule (if possible)',
        ],
        ...rows,
      ]),
    );
    expect([of('activity').length, of('purpose').length, of('recipient').length, of('retention').length]).toEqual([
      5000, 5000, 1, 1,
    ]);
  });

  it('with headings of no layout is none', () => {
    expect(
      readRegister([
        sheet([
          ['Date', 'Amount', 'Currency'],
          ['2026-01-01', '3', 'EUR'],
        ]),
      ]),
    ).toBeNull();
    expect(readRegister([sheet([])])).toBeNull();
  });

  it('a value that is too long for its field is reported, and the rest of the row stays', () => {
    const { of, notValid } = imported(
      sheet([
        ['Business function', 'Purpose of processing', 'Categories of recipients'],
        ['x'.repeat(600), `${'Because '.repeat(100)}`, 'Acme'],
      ]),
    );
    expect(notValid).toEqual([expect.objectContaining({ kind: 'activity', field: 'businessFunction' })]);
    const [purpose] = of('purpose');
    expect(valueOf(purpose?.body.title)).toMatch(/^Because Because.*…$/);
    expect(valueOf(purpose?.body.description)).toHaveLength(799);
    expect(of('recipient')).toHaveLength(1);
  });
});

describe('fiches of the CNIL', () => {
  const fiche = (name: string, more: [string, string][] = []): [string, string][] => [
    ['Nom de l’activité', name],
    ['Date de création de la fiche', '12/03/2024'],
    ['Objectifs poursuivis', 'Gérer la paie'],
    ['Catégories de personnes concernées', 'Salariés'],
    ['Vie professionnelle', 'CV, diplômes'],
    ['Des données sensibles sont-elles traitées ?', 'Oui : santé'],
    ['Durées de conservation des catégories de données', '5 ans'],
    ['Destinataires internes', 'Service paie'],
    ['Sous-traitants', 'Hébergeur SA'],
    ['Des données personnelles sont-elles transmises hors de l’Union européenne ?', 'Non'],
    ['Chiffrement des données', 'Oui'],
    ...more,
  ];

  it('one per sheet, in French, give activities with their words', () => {
    const { read, of, called, complaints } = imported(
      sheet(
        [
          ['Nom de l’organisme', 'Mairie de Sel'],
          ['Adresse', '1 place du Port'],
        ],
        [],
        'Registre',
      ),
      sheet(fiche('Paie'), [], 'Fiche 1'),
      sheet(fiche('Congés', [['Autres mesures', 'Badge']]), [], 'Fiche 2'),
    );
    const [first] = of('activity').map(({ body }) => body);
    expect(read.layout).toBe('cnil');
    expect(complaints).toEqual([]);
    expect(of('organisation').map(({ body }) => valueOf(body.name))).toEqual(['Mairie de Sel']);
    expect(of('activity').map(({ body }) => valueOf(body.name))).toEqual(['Paie', 'Congés']);
    expect(valuesOf(first?.recipients).map(called)).toEqual(['Service paie', 'Hébergeur SA']);
    expect(of('recipient').map(({ body }) => valueOf(body.kind))).toEqual(['internal-unit', 'processor']);
    expect(valuesOf(first?.dataItems)).toEqual([
      { category: 'employment', what: 'CV, diplômes' },
      { category: 'special', special: 'health' },
    ]);
    expect(first?.transfers).toMatchObject({ state: 'none' });
    expect(of('measure').map(({ body }) => valueOf(body.kind))).toEqual(['encryption', 'other']);
  });

  it('with a title over a part, its value below and a label over several rows: nothing of it is lost', () => {
    const { of, called, complaints } = imported(
      sheet(
        [
          ['Nom de l’activité (à compléter)', 'Paie'],
          ['Objectifs poursuivis', null],
          ['Décrivez clairement l’objet du traitement.', null],
          [null, 'Payer les salaires'],
          ['Catégories de personnes concernées', 'Salariés'],
          ['Des données sensibles sont-elles traitées ?', '☐ Oui ☒ Non'],
          ['Destinataires internes', 'Service paie'],
          [null, 'Direction'],
          ['Sous-traitants', 'Hébergeur SA'],
          [null, 'Éditeur SAS'],
        ],
        [{ top: 8, bottom: 9, left: 0, right: 0 }],
      ),
    );
    const [activity] = of('activity').map(({ body }) => body);
    expect(of('activity')).toHaveLength(1);
    expect(valuesOf(activity?.purposes).map(called)).toEqual(['Payer les salaires']);
    expect(valuesOf(activity?.recipients).map(called)).toEqual([
      'Service paie',
      'Direction',
      'Hébergeur SA',
      'Éditeur SAS',
    ]);
    expect(complaints).toEqual([]);
  });

  it('several on one sheet, each begun by its name, are told apart', () => {
    const { of } = imported(sheet([...fiche('Paie'), ['', ''], ...fiche('Congés')]));
    expect(of('activity').map(({ body }) => valueOf(body.name))).toEqual(['Paie', 'Congés']);
  });

  it('the English edition and a table with the form’s lines as headings are read the same', () => {
    const lines: [string, string][] = [
      ['Name of the activity', 'Payroll'],
      ['Objectives pursued', 'Pay people'],
      ['Categories of data subjects', 'Employees'],
      ['Professional life', 'CV'],
      ['Internal recipients', 'Payroll office'],
    ];
    const table = [lines.map(([label]) => label), lines.map(([, value]) => value)];
    const names = (...sheets: Sheet[]) =>
      imported(...sheets)
        .of('activity')
        .map(({ body }) => valuesOf(body.dataSubjects));
    expect(names(sheet(lines))).toEqual([['employees']]);
    expect(names(sheet(table))).toEqual([['employees']]);
  });
});

it('what kept a spreadsheet from running a cell is taken away again', () => {
  const { of } = imported(
    sheet([
      ['Processing activity', 'Purpose of processing', 'Categories of individuals'],
      ['\'=HYPERLINK("x")', "Say 'hello'", 'Customers'],
    ]),
  );
  expect(of('activity').map(({ body }) => valueOf(body.name))).toEqual(['=HYPERLINK("x")']);
  expect(of('purpose').map(({ body }) => valueOf(body.title))).toEqual(["Say 'hello'"]);
});

describe('a register in another language', () => {
  it('is read by German headings, and what no list knows is told', () => {
    const { of, called, complaints } = imported(
      sheet([
        ['Verzeichnis von Verarbeitungstätigkeiten'],
        [
          'Nr.',
          'Bezeichnung der Verarbeitungstätigkeit',
          'Zwecke der Verarbeitung',
          'Rechtsgrundlage',
          'Kategorien betroffener Personen',
          'Kategorien personenbezogener Daten',
          'Kategorien von Empfängern',
          'Übermittlung an Drittland',
          'Löschfristen',
          'Technische und organisatorische Maßnahmen',
        ],
        [
          '1',
          'Lohnabrechnung',
          'Löhne und Gehälter zahlen',
          'Art. 6 Abs. 1 lit. b DSGVO',
          'Mitarbeiter',
          'Stammdaten, Bankdaten',
          'Steuerbüro Nord',
          'Keine',
          '10 Jahre nach Ende des Vertrags',
          'Zugriff nur für die Personalabteilung',
        ],
        [
          '2',
          'Empfang',
          'Besucher anmelden',
          'Einwilligung',
          'Besucher, Außerirdische',
          'Kontaktdaten',
          '',
          '',
          '',
          '',
        ],
      ]),
    );
    const [first, second] = of('activity').map(({ body }) => body);
    expect([valueOf(first?.name), valueOf(second?.name)]).toEqual(['Lohnabrechnung', 'Empfang']);
    expect(valuesOf(first?.dataSubjects)).toEqual(['employees']);
    expect(valuesOf(first?.dataItems).map(({ category }) => category)).toEqual(['identity', 'financial']);
    expect(valuesOf(first?.recipients).map(called)).toEqual(['Steuerbüro Nord']);
    expect(first?.transfers).toMatchObject({ state: 'none' });
    expect(of('purpose').map(({ body }) => valueOf(body.basis))).toEqual(['contract', 'consent']);
    expect(complaints.map(({ text }) => text)).toEqual(['Besucher, Außerirdische']);
  });

  it('is read as a Spanish form of labels and values, one after the other', () => {
    const form = (name: string, finalidad: string): (string | null)[][] => [
      [`ACTIVIDAD: ${name}`, null],
      ['Finalidad', finalidad],
      ['Base jurídica', 'Consentimiento'],
      ['Categorías de interesados', 'Potenciales clientes'],
      ['Categorías de datos', 'Identificativos'],
      ['Destinatarios', 'Correo SL (procesador)'],
      ['Transferencias internacionales', 'No hay'],
      ['Plazo supresión', '12 meses desde la última comunicación'],
      ['Medidas de seguridad', 'Cifrado'],
    ];
    const { of } = imported(
      sheet([...form('Consultas', 'Atender consultas'), [], ...form('Boletín', 'Enviar el boletín')]),
    );
    expect(of('activity').map(({ body }) => [valueOf(body.name), valuesOf(body.dataSubjects)])).toEqual([
      ['Atender consultas', ['prospects']],
      ['Enviar el boletín', ['prospects']],
    ]);
    expect(of('purpose').map(({ body }) => valueOf(body.basis))).toEqual(['consent', 'consent']);
  });

  it('is read from an English template of no authority', () => {
    const { of, called } = imported(
      sheet([
        ['Activity Name', 'Customer analytics'],
        ['Purpose of Processing', 'See what customers look at'],
        ['Legal Basis', 'Legitimate interests'],
        ['Categories of Data Subjects', 'Customers'],
        ['Categories of Personal Data', 'Usage data'],
        ['Source of Data', 'from the people themselves'],
        ['External Recipients', 'Numbers Ltd'],
        ['Third Country Transfers', 'None'],
        ['Transfer Safeguards', ''],
      ]),
    );
    const [activity] = of('activity').map(({ body }) => body);
    expect(valuesOf(activity?.dataSubjects)).toEqual(['customers']);
    expect(of('purpose').map(({ body }) => valueOf(body.basis))).toEqual(['legitimate-interests']);
    expect(valuesOf(activity?.recipients).map(called)).toEqual(['Numbers Ltd']);
    expect(valueOf(activity?.name)).toBe('Customer analytics');
  });
});
