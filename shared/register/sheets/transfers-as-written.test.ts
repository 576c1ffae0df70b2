import { expect, it } from 'vitest';
import { byPerson } from '#test/support/sample-register.ts';
import { valueOf } from '../answer.ts';
import type { RecordBody } from '../record-kinds/index.ts';
import { readRegister } from './read-register.ts';
import { importedRecords } from './to-records.ts';

/** What a cell under a heading about transfers becomes: the answer, each transfer, and what is told. */
function read(text: string, safeguard = '') {
  const heads = ['Bezeichnung', 'Zweck', 'Kategorien betroffener Personen', 'Drittland', 'Geeignete Garantien'];
  const rows = [heads, ['Lohnabrechnung', 'Löhne zahlen', 'Mitarbeiter', text, safeguard]];
  const found = readRegister([{ name: 'VVT', rows, merges: [] }])!;
  const { records } = importedRecords(found, byPerson);
  const transfers = records.filter(({ kind }) => kind === 'transfer');
  const activity = records.find(({ kind }) => kind === 'activity')?.body as RecordBody<'activity'>;
  return {
    name: valueOf(activity.name),
    state: activity.transfers?.state,
    to: transfers.map((record) => {
      const { country, mechanism, name, internationalOrganisation } = record.body as RecordBody<'transfer'>;
      const said = [country, mechanism, name, internationalOrganisation].map((one) => one && valueOf(one));
      return said.filter((one) => one !== undefined).join(' | ');
    }),
    told: found.rows.flatMap(({ notMapped }) => notMapped.map(({ why }) => why)),
  };
}

it.each([
  'nein',
  'Nein.',
  'no',
  'NO',
  'non',
  'keine',
  'Kein',
  'aucun',
  'Aucune',
  'none',
  'ninguna',
  'nessuno',
  'geen',
  'nee',
  '-',
  '–',
  '---',
  'Nein, alle Server in der EU',
  'No: all data stay here',
  'Pas de transfert',
  'Nein (nur intern)',
  'Es findet keine Übermittlung in Drittländer statt',
  'No transfers take place',
  'Aucun transfert prévu',
])('“%s” is no transfer, and to no country of that name', (text) => {
  expect(read(text)).toEqual({ name: 'Lohnabrechnung', state: 'none', to: [], told: [] });
});

it.each([
  ['USA (Standardvertragsklauseln)', ['US | A46-2-c | USA']],
  ['Ja, USA', ['US | USA']],
  ['Ja (USA)', ['US | USA']],
  ['USA; Indien (SCC)', ['US | USA', 'IN | A46-2-c | Indien']],
  ['USA, Schweiz', ['US | USA', 'CH | Schweiz']],
  ['USA - Standardvertragsklauseln', ['US | A46-2-c | USA']],
  ['USA\nStandardvertragsklauseln', ['US | A46-2-c | USA']],
  ['USA (SCC, TIA vom 3. April)', ['US | A46-2-c | USA (SCC, TIA vom 3. April)']],
  ['Mailpost Inc. (USA)', ['US | Mailpost Inc.']],
  ['Mailpost Inc., USA', ['US | Mailpost Inc., USA']],
  ['Vereinigtes Königreich: Angemessenheitsbeschluss', ['GB | A45-3 | Vereinigtes Königreich']],
  ['Stati Uniti (clausole contrattuali tipo)', ['US | A46-2-c | Stati Uniti']],
  ['Suisse (décision d’adéquation)', ['CH | A45-3 | Suisse']],
])('“%s” is where data go, with what that rests on', (text, to) => {
  expect(read(text)).toMatchObject({ state: 'stated', to, told: [] });
});

it.each([
  ['Nein, außer USA', 'says-both'],
  ['Keine Übermittlung außer an Konzernmütter', 'no-country'],
  ['nicht in die USA', 'no-country'],
  ['Ja', 'no-country'],
  ['No adequate safeguards yet', 'no-country'],
  ['weltweit', 'no-country'],
])('“%s” is neither none nor a country: it is told', (text, why) => {
  expect(read(text)).toMatchObject({ state: undefined, to: [], told: [why] });
});

it('a safeguard for all transfers leaves those alone that have one of their own', () => {
  const { to, told } = read('Kanada (Angemessenheitsbeschluss); USA', 'Standardvertragsklauseln');
  expect(to).toEqual(['CA | A45-3 | Kanada', 'US | A46-2-c | USA']);
  expect(told).toEqual([]);
});

it('a cell that is left open by a dash says nothing, and makes no recipient of that name', () => {
  const heads = ['Name', 'Purpose of processing', 'Recipients', 'Data subjects', 'Safeguards', 'Legal basis'];
  const found = readRegister([{ name: 'R', rows: [heads, ['Payroll', 'Pay', '-', '–', '-', '?']], merges: [] }])!;
  const { records } = importedRecords(found, byPerson);
  expect(records.map(({ kind }) => kind)).toEqual(['purpose', 'activity']);
  expect(found.rows.flatMap(({ notMapped }) => notMapped)).toEqual([]);
});

it.each(['Intitulé', 'Denominación', 'Denominazione', 'Benaming', 'Titel', 'Name', 'Verarbeitungstätigkeit'])(
  'the heading %s is over the names of the activities',
  (heading) => {
    const heads = [heading, 'Purpose of processing', 'Data subjects', 'Recipients'];
    const found = readRegister([{ name: 'R', rows: [heads, ['Payroll', 'Pay staff', 'Staff', 'Bank']], merges: [] }])!;
    expect(found.rows.map(({ activity }) => activity)).toEqual(['Payroll']);
  },
);
