import { describe, expect, it } from 'vitest';
import { readName } from './read-name.ts';

/** Names as people give them: of files, lists, segments and their values, in eight languages. */
const bad: [string, string][] = [
  ['muslim_customers.csv', 'religion'],
  ['diabetes-segment', 'health'],
  ['audience: LGBT', 'sexual_orientation'],
  ['2026-11 Christian families newsletter.csv', 'religion'],
  ['JewishHouseholds_NewYork.xlsx', 'religion'],
  ['Hispanics 25-44 lookalike', 'race_ethnicity'],
  ['black_voters_georgia.csv', 'race_ethnicity'],
  ['GayMenLondon', 'sexual_orientation'],
  ['likely republican voters Q4', 'political'],
  ['union members Ohio', 'trade_union'],
  ['ex-offenders retraining offer', 'criminal'],
  ['breast cancer survivors list', 'health'],
  ['expecting moms wave 2.csv', 'health'],
  ['people with depression', 'health'],
  ['interest=insulin pumps', 'health'],
  ['Muslimkunden_Berlin.csv', 'religion'],
  ['Katholikenliste Bayern', 'religion'],
  ['Zielgruppe türkischstämmige Familien', 'race_ethnicity'],
  ['AfD-Wähler Sachsen.csv', 'political'],
  ['Gewerkschaftsmitglieder', 'trade_union'],
  ['schwule Paare Köln', 'sexual_orientation'],
  ['Diabetikerkunden 2026', 'health'],
  ['Schwangere 3. Trimester', 'health'],
  ['Krebspatienten Adressen.csv', 'health'],
  ['clients musulmans Lyon.csv', 'religion'],
  ['segment femmes enceintes', 'health'],
  ['acheteurs noirs IDF', 'race_ethnicity'],
  ['cible homosexuels Paris', 'sexual_orientation'],
  ['électeurs RN 2027', 'political'],
  ['clientes embarazadas.csv', 'health'],
  ['votantes de Vox Madrid', 'political'],
  ['gitanos Sevilla', 'race_ethnicity'],
  ['parejas gais', 'sexual_orientation'],
  ['clienti ebrei Roma.csv', 'religion'],
  ['iscritti CGIL', 'trade_union'],
  ['pazienti oncologici Milano', 'health'],
  ['donne incinte segmento 4', 'health'],
  ['moslimklanten.csv', 'religion'],
  ['PVV-stemmers', 'political'],
  ['doelgroep chronisch zieken', 'health'],
  ['Marokkaanse klanten Rotterdam', 'race_ethnicity'],
  ['klienci chorzy na cukrzycę', 'health'],
  ['lista katolików', 'religion'],
  ['osoby niepełnosprawne Kraków.csv', 'health'],
  ['wyborcy PiS', 'political'],
  ['clientes evangélicos SP', 'religion'],
  ['grávidas Lisboa', 'health'],
  ['eleitores do PT', 'political'],
];

const harmless = [
  'Black Friday shoppers 2026.csv',
  'gay street store visitors',
  'colour: black shoes',
  'Christian Louboutin buyers',
  'catholic-university-alumni',
  'cancer-charity donors',
  'credit union customers.csv',
  'Western Union senders',
  'student union discount members',
  'white label partners',
  'Half marathon race participants list',
  'Tropic of Cancer cruise interest',
  'star_sign Cancer',
  'hearing aid batteries stockists',
  'disabled users cleanup',
  'Islamabad customers',
  'AS Roma fans',
  'dramatic pause podcast listeners',
  'green energy households',
  'Christian Müller Kunden',
  'Sternzeichen Krebs Newsletter',
  'Kirchstraße Filiale Kunden',
  'Schwarze Schuhe Käufer',
  'Krankenkasse Tarif Interessenten',
  'Deutsche Krebshilfe Spender',
  'Hunderasse Käufer',
  'alkoholische Getränke Käufer',
  'Verdi Opernabend Gäste',
  'enceintes bluetooth acheteurs',
  "syndicat d'initiative contacts",
  'politique de retour clients.csv',
  'chaussures noires clientes',
  'vins blancs acheteurs',
  'Los Cristianos hotel clientes',
  'avenida de los Reyes Católicos tienda',
  'política de devoluciones segmento',
  'viernes negro compradores',
  'diagnosi auto clienti',
  'venerdì nero clienti.csv',
  'vini bianchi e rossi acquirenti',
  'Zwarte Vrijdag klanten',
  'Kerkstraat filiaal klanten',
  'witgoed kopers',
  'czarny piątek klienci',
  'klienci po 60 roku życia',
  'znak zodiaku Rak',
  'Ouro Preto clientes',
  'países árabes envio',
  'loyalty gold members',
  'newsletter_subscribers_2026-11.csv',
  'customers.csv',
  'Etnia Barcelona sunglasses buyers',
];

describe('what a name tells of the people in a file', () => {
  it.each(bad)('%s tells %s', (name, flag) => {
    expect(readName(name).map((told) => told.flag)).toContain(flag);
  });

  it.each(harmless)('%s tells nothing that bars anybody', (name) => {
    expect(readName(name)).toEqual([]);
  });

  it('names the words that tell it, and each thing once', () => {
    expect(readName('Muslim and jewish customers, muslims')).toEqual([{ flag: 'religion', words: 'muslim' }]);
    expect(readName('union members with diabetes')).toEqual([
      { flag: 'trade_union', words: 'union members' },
      { flag: 'health', words: 'diabetes' },
    ]);
  });
});
