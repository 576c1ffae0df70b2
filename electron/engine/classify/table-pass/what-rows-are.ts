import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { fold } from '#shared/domain/fold.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { best, leads, type ColumnState } from '../hypothesis.ts';

/** What one row of a table is, apart from whom the table is about. */
export type RowIs = 'person' | 'order' | 'visit' | 'place-and-time' | 'other';

const places: readonly SemanticTypeId[] = ['city', 'county', 'neighborhood', 'state_region', 'country', 'continent'];
const placeWords = new Set(
  wordList(`
    region district province municipality commune department departement provincia provincie regione regiao comune
    municipio kreis landkreis bundesland gemeente county state country borough ward wojewodztwo lan kommun kommune il
    area location entity
    grad drzava zupanija opcina kraj okres obec judet megye telepules maakunta kunta fylke
    регион область край округ район город страна місто країна περιφερεια δημος πολη
  `).map(fold),
);
const times: readonly SemanticTypeId[] = ['year', 'calendar_feature', 'date_event'];
const timeWords = new Set(
  wordList(`
    year jahr annee ano anno jaar rok year_month month monat mois mes mese maand quarter quartal trimestre week woche
    semaine semana settimana yil ar periode period day tag jour dia giorno dag dzien den nap gun paiva date datum fecha
    godina mjesec mesec miesiac mesic luna tydzien
    год месяц неделя дата день рік місяць ετοσ μηνασ ημερομηνια
  `).map(fold),
);
/** What is counted where many people are summed up, in the plural or as a number. */
const countWords = new Set(
  wordList(`
    deaths cases births count counts population incidents admissions hospitalizations hospitalisations infections
    suicides marriages divorces vaccinations discharges fatalities injuries victims enrolment enrollment residents
    inhabitants murders crimes offences arrests patients persons people total totals voters votes electors ballots pupils
    students households visitors passengers accidents unemployed
    wahler wahlberechtigte stimmen schuler haushalte besucher arbeitslose
    electeurs votants suffrages voix eleves menages visiteurs
    electores votos votantes alumnos hogares visitantes votanti elettori voti alunni famiglie eleitores alunos
    kiezers stemmen leerlingen huishoudens wyborcy wyborcow glosy glosow uczniow roster valjare elever hushall stemmer
    valgere husstande aanestajat aanet oppilaat volicu volici hlasy hlasu zaku secmen oy ogrenci szavazatok valasztok
    alegatori voturi elevi избиратели избирателей голоса голосов учащихся birača glasova glasovi ucenika
    todesfalle falle geburten anzahl verstorbene einwohner opfer personen unfalle
    deces cas naissances nombre effectif effectifs habitants victimes
    muertes defunciones casos nacimientos fallecidos habitantes poblacion victimas
    morti decessi casi nascite abitanti vittime popolazione ricoveri
    obitos mortes nascimentos habitantes populacao
    sterfgevallen gevallen overlijdens geboorten aantal inwoners overledenen
    zgony urodzenia ludnosc dodsfall avlidna fodda folkmangd dode umrti olumler vaka nufus kuolemat
    vaestö asukkaat stanovnika stanovnistvo broj obyvatel pocet decese cazuri nasteri lakossag halalozas szama
    население численность случаи случаев смертей умерших количество число жителей населення кількість
    πληθυσμοσ θανατοι κρουσματα
  `).map(fold),
);
/** Means, shares and rates: said of a group, not of one person. */
const statisticWords = new Set(
  wordList(`
    median mediane mediana mean average moyenne moyen durchschnitt durchschnittlich durchschnittliche mittelwert
    mittlere promedio media medio gemiddelde genomsnitt percent percentage prozent prozentual pourcentage porcentaje
    percentuale percentagem procent anteil anteile part share proportion proporcion quote taux rate tasa tasso taxa
    andel udzial podil capita kopf
  `),
);
/** One person alone has these: where there is one, the rows are no sums. */
const ofOne: readonly SemanticTypeId[] = [
  'first_name',
  'last_name',
  'full_name',
  'email_address',
  'phone_number',
  'date_of_birth',
  'national_id',
  'customer_id',
  'user_id',
  'employee_id',
  'patient_id',
  'respondent_id',
  'person_id',
  'order_id',
  'street_address',
  'full_address',
  'username',
  'salary_income',
  'churn_label',
  'service_subscription',
];
/** What is measured of one body, day after day; so many of them are no sums. */
const ofBody: readonly SemanticTypeId[] = ['fitness_activity', 'vital_sign', 'body_measurement'];
const measuresOfBody = 3;
/** Facts of persons by which sums are broken down as well. */
const breakdowns: readonly SemanticTypeId[] = [
  'gender',
  'age',
  'age_group',
  'race_ethnicity',
  'education_level',
  'political_affiliation',
];

/** `感染者数`, `死亡人数`: names in Chinese characters end with what they count. */
const endsInCount = /\p{Script=Han}(?:人口|人数|人數|件数|件數|数量|者数|亡数|例数)$|^人口/u;

const says = (column: ColumnState, words: ReadonlySet<string>): boolean =>
  column.facts.header.tokens.some((token) => words.has(token));
const isPlace = (column: ColumnState): boolean =>
  !column.facts.number && (leads(column, ...places) || says(column, placeWords));
const isTime = (column: ColumnState): boolean =>
  (leads(column, ...times) || says(column, timeWords)) &&
  (column.facts.number === null || column.facts.number.whole) &&
  column.facts.distinct > 1 &&
  !column.facts.kinds.has('long_text');
/** A whole number of several, named for what is counted: no single person dies 79 times. */
const isCount = (column: ColumnState): boolean => {
  const { number, distinct, header } = column.facts;
  return (
    number !== null &&
    number.min >= 0 &&
    number.max > 2 &&
    distinct > 2 &&
    (says(column, countWords) || endsInCount.test(header.text))
  );
};

/** A figure that many people give together, by its name. */
export const isStatistic = ({ facts: { header, number } }: ColumnState): boolean =>
  number !== null &&
  !header.text.includes('?') &&
  (header.text.includes('%') || header.tokens.some((token) => statisticWords.has(token)));

/** Share of the rows with another place and time than all others. */
function ownCells(columns: readonly ColumnState[]): number {
  const rows = columns[0]?.facts.cells.length ?? 0;
  const keys = new Set(
    Array.from({ length: rows }, (_, row) => columns.map(({ facts }) => facts.cells[row]).join('\u0000')),
  );
  return rows === 0 ? 0 : keys.size / rows;
}
const mostlyOwn = 0.95;

/**
 * A row for each place and time: nothing in it belongs to one person. Told by a number of people or of what happened to
 * them beside place and time, or by figures alone with a place and time of their own in every row. Broken down by facts
 * of persons it is told by the number and by rows that are all different.
 */
function isPlaceAndTime(columns: readonly ColumnState[]): boolean {
  const filled = columns.filter(({ facts }) => !facts.kinds.has('empty'));
  const place = filled.filter(isPlace);
  const time = filled.filter(isTime);
  if (filled.some((column) => leads(column, ...ofOne) && !isStatistic(column))) return false;
  // Steps, minutes asleep and a heart rate of each day are of one body, which somebody wears a device on.
  if (filled.filter((column) => leads(column, ...ofBody) && !isStatistic(column)).length >= measuresOfBody)
    return false;
  if (sumsUp(filled)) return true;
  const counted = filled.some(isCount);
  if (place.length === 0) return false;
  // A row for each place, with how many live there.
  if (time.length === 0) return counted && place.some((column) => ownCells([column]) >= mostlyOwn);
  const down = filled.filter((column) => leads(column, ...breakdowns) && !isTime(column));
  if (down.length > 0) return counted && ownCells([...place, ...time, ...down]) >= mostlyOwn;
  const figures = filled.filter((column) => !isPlace(column) && !isTime(column));
  const onlyFigures = figures.length > 0 && figures.every(({ facts }) => facts.number !== null);
  return counted || (onlyFigures && ownCells([...place, ...time]) >= mostlyOwn);
}

const manySums = { ofTime: 2, ofAnything: 5 };

/**
 * Nearly all columns are figures of groups: of each day or year by themselves, or so many that no place or time needs
 * to be known.
 */
function sumsUp(filled: readonly ColumnState[]): boolean {
  if (filled.some((column) => leads(column, ...breakdowns) && !isStatistic(column))) return false;
  const sums = filled.filter((column) => isCount(column) || isStatistic(column)).length;
  const time = filled.filter((column) => isTime(column) || (column.facts.date !== null && column.facts.distinct > 1));
  const rest = filled.filter((column) => !time.includes(column));
  const series =
    time.length > 0 &&
    rest.every(({ facts }) => facts.number !== null || facts.kinds.has('boolean')) &&
    ownCells(time) >= mostlyOwn;
  return (series && sums >= manySums.ofTime) || (sums >= manySums.ofAnything && sums >= 0.5 * filled.length);
}

const ofOrders: readonly SemanticTypeId[] = [
  'order_id',
  'order_date',
  'quantity',
  'product_id',
  'product_name',
  'purchase_amount',
  'order_status',
  'payment_method',
];
/** One of these and what was sold: a sale. */
const ofSales: readonly SemanticTypeId[] = ['order_id', 'order_date', 'quantity'];
const ofGoods: readonly SemanticTypeId[] = ['price', 'product_category', 'product_variation'];
const ofVisits: readonly SemanticTypeId[] = [
  'page_url',
  'event_name',
  'session_id',
  'user_agent',
  'referrer_url',
  'session_duration',
  'visitor_type',
];
const enough = 2;

const whoDid: readonly SemanticTypeId[] = [
  'user_id',
  'username',
  'employee_id',
  'customer_id',
  'patient_id',
  'person_id',
  'full_name',
  'email_address',
];
const describing: readonly SemanticTypeId[] = [
  'gender',
  'age',
  'age_group',
  'date_of_birth',
  'birth_year',
  'marital_status',
];
const comesBack = 0.5;

/**
 * A moment of its own in most rows, and persons who come back: a log of what they did, unless it describes them as well.
 */
const isLog = (columns: readonly ColumnState[]): boolean =>
  columns.some(({ facts }) => facts.date?.hasTime === true && facts.uniqueness > 0.5 && facts.rows >= 20) &&
  columns.some((column) => leads(column, ...whoDid) && column.facts.uniqueness < comesBack) &&
  !columns.some((column) => leads(column, ...describing));

/** Reads what a row is from the leading types: of a table about persons a person, unless its rows are their deeds. */
export function rowsAre(columns: readonly ColumnState[], aboutPersons: boolean): RowIs {
  const some = (types: readonly SemanticTypeId[]): number =>
    types.filter((type) => columns.some((column) => best(column)?.header !== 0 && leads(column, type))).length;
  if (isPlaceAndTime(columns)) return 'place-and-time';
  if (some(ofOrders) >= enough || (some(ofSales) > 0 && some(ofGoods) > 0)) return 'order';
  if (some(ofVisits) >= enough || isLog(columns)) return 'visit';
  return aboutPersons ? 'person' : 'other';
}
