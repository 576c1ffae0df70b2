import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
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
  `),
);
const times: readonly SemanticTypeId[] = ['year', 'calendar_feature', 'date_event'];
const timeWords = new Set(
  wordList(`
    year jahr annee ano anno jaar rok year_month month monat mois mes mese maand quarter quartal trimestre week woche
    semaine semana settimana yil ar periode period
  `),
);
/** What is counted where many people are summed up, in the plural or as a number. */
const countWords = new Set(
  wordList(`
    deaths cases births count counts population incidents admissions hospitalizations hospitalisations infections
    suicides marriages divorces vaccinations discharges fatalities injuries victims enrolment enrollment residents
    inhabitants murders crimes offences arrests patients persons people total totals
    todesfalle falle geburten anzahl verstorbene einwohner opfer personen unfalle
    deces cas naissances nombre effectif effectifs habitants victimes
    muertes defunciones casos nacimientos fallecidos habitantes poblacion victimas
    morti decessi casi nascite abitanti vittime popolazione ricoveri
    obitos mortes nascimentos habitantes populacao
    sterfgevallen gevallen overlijdens geboorten aantal inwoners overledenen
    zgony urodzenia ludnosc dodsfall avlidna fodda folkmangd dode umrti olumler vaka nufus kuolemat
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
];
/** Facts of persons by which sums are broken down as well. */
const breakdowns: readonly SemanticTypeId[] = ['gender', 'age', 'age_group', 'race_ethnicity', 'education_level'];

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
  const { number, distinct } = column.facts;
  return number !== null && number.min >= 0 && number.max > 2 && distinct > 2 && says(column, countWords);
};

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
  if (place.length === 0 || time.length === 0 || filled.some((column) => leads(column, ...ofOne))) return false;
  const counted = filled.some(isCount);
  const down = filled.filter((column) => leads(column, ...breakdowns) && !isTime(column));
  if (down.length > 0) return counted && ownCells([...place, ...time, ...down]) >= mostlyOwn;
  const figures = filled.filter((column) => !isPlace(column) && !isTime(column));
  const onlyFigures = figures.length > 0 && figures.every(({ facts }) => facts.number !== null);
  return counted || (onlyFigures && ownCells([...place, ...time]) >= mostlyOwn);
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

/** Reads what a row is from the leading types: of a table about persons a person, unless its rows are their deeds. */
export function rowsAre(columns: readonly ColumnState[], aboutPersons: boolean): RowIs {
  const some = (types: readonly SemanticTypeId[]): number =>
    types.filter((type) => columns.some((column) => best(column)?.header !== 0 && leads(column, type))).length;
  if (isPlaceAndTime(columns)) return 'place-and-time';
  if (some(ofOrders) >= enough) return 'order';
  if (some(ofVisits) >= enough) return 'visit';
  return aboutPersons ? 'person' : 'other';
}
