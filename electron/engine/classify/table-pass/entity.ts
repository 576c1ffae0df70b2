import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { numberedQuestion } from '#shared/header-language/header.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { best, leads, type ColumnState } from '../hypothesis.ts';
import { ofBodies } from './unnamed-persons.ts';
import { isStatistic, rowsAre, type RowIs } from './what-rows-are.ts';

/** Whom or what the table is about. `aggregate`: places and times, in whose rows many people are summed up. */
export type TableEntity = 'person' | 'business' | 'thing' | 'aggregate' | 'other';
/** In which capacity the persons are in it; decides the name of their key. */
export type PersonRole = 'patient' | 'respondent' | 'employee' | 'customer' | 'person';

export interface TableContext {
  entity: TableEntity;
  /** What one row is. */
  row: RowIs;
  role: PersonRole;
  /** Share of the recognised columns that are personal (0..1). */
  personShare: number;
  /** Columns known to be personal, as a share of all columns (0..1). */
  personalAmongAll: number;
  /** Columns known to be personal. */
  personalColumns: number;
  /** Columns known to be about health. */
  healthColumns: number;
  /** Share of the recognised columns that is about health (0..1). */
  healthShare: number;
  /** Headers that are questions, or a block of answers. */
  questions: number;
  /** Columns whose name could say what they hold, and of how many of them a word is known. */
  names: number;
  namesUnderstood: number;
  /** A text of its own in every row: each is something with a name. */
  ownNames: boolean;
}

/** Only persons have these. */
const onlyPersons: readonly SemanticTypeId[] = [
  'first_name',
  'last_name',
  'date_of_birth',
  'gender',
  'age',
  'age_group',
  'marital_status',
  'national_id',
  'race_ethnicity',
  'religion',
  'birth_year',
  'occupation',
  'education_level',
  'number_of_children',
  'full_name',
  'email_address',
  'salary_income',
  'respondent_id',
  'customer_id',
  'employee_id',
  'patient_id',
  'user_id',
  'person_id',
];
/** Rows with one of these and no person are goods. */
const things: readonly SemanticTypeId[] = [
  'product_id',
  'product_name',
  'product_variation',
  'product_category',
  'price',
  'campaign_id',
  'ad_id',
];
const businessWords = new Set(
  wordList(`
    restaurant store shop hotel venue vendor supplier contractor agency merchant facility branch airport station cuisine
    cuisines listing property outlet dealer warehouse azienda tienda boutique magasin filiale geschaft winkel loja
    negozio ristorante
    hospital clinic krankenhaus klinik hopital clinique clinica ospedale ziekenhuis sjukhus szpital nemocnice
    school schule ecole escuela scuola escola skola skole koulu szkola okul university universitat universite
    universidad universita universidade college pharmacy apotheke pharmacie farmacia library bibliothek bibliotheque
    biblioteca
  `),
);
/** Words that say that the rows' own name or number is meant. */
const ofKeys = new Set(
  wordList('id code key number name nombre nom nome naam namn navn kod kode codigo codice nummer'),
);

/** What the column is known to be, beyond its shape. */
const recognised = (column: ColumnState): string | null => {
  const first = best(column);
  return first && first.score >= 0.45 ? first.type : null;
};

/** A parcel has a weight; what has another measure of bodies as well is one. */
const severalMeasures = 2;
/** What people suffer from is written down of persons; a list of services or diseases has one or two such columns. */
const severalStates = 3;
/** Whoever is asked so much has a row of answers. */
const severalQuestions = 5;
/** A bare `name` over few names of persons: as well a restaurant's. */
export const merelyNamed = (column: ColumnState): boolean =>
  leads(column, 'full_name') &&
  column.facts.header.tokens.length === 1 &&
  (column.hypotheses.get('full_name')?.share ?? 0) < 0.7;
/** One word of several says it, and no value: `local_nombre`, the name of a shop. What rows are is not said by that. */
const isLoneWord = (column: ColumnState): boolean => best(column)?.lone === true;
/** One such word is enough where something is merely named. */
const plainlyBusiness = new Set(
  wordList(`
    restaurant hotel cuisine cuisines store shop venue supermarket museum ristorante tienda magasin winkel loja hotels
    restaurants
  `),
);

const parts = ['city', 'county', 'neighborhood', 'state_region', 'electoral_district', 'country'] as const;
/** Where a thing stands is told in so many ways; of where a person was, with the moment. */
const severalParts = 2;

/**
 * Coordinates of what people go to: beside a word like `nearbyStations`, or beside several names of parts of a country and
 * no moment, which a way that somebody went would have.
 */
function isSited(columns: readonly ColumnState[]): boolean {
  if (!columns.some((column) => leads(column, 'latitude')) || !columns.some((column) => leads(column, 'longitude')))
    return false;
  const named = columns.filter((column) => leads(column, ...parts) && (best(column)?.header ?? 0) > 0).length;
  return (
    columns.some(({ facts }) => facts.header.tokens.some((token) => businessWords.has(token.replace(/s$/, '')))) ||
    (named >= severalParts && columns.every(({ facts }) => facts.date?.hasTime !== true))
  );
}

/** The first column with a value of its own in every row is called after a kind of place or body: the rows are those. */
const headsBusinesses = ({ facts: { at, header, uniqueness, rows } }: ColumnState): boolean =>
  at < 2 &&
  rows >= 5 &&
  uniqueness > 0.9 &&
  header.tokens.some((token) => businessWords.has(token)) &&
  header.tokens.every((token) => businessWords.has(token) || ofKeys.has(token));

/** A word of its name is known, and not one that only says how something is kept. */
const isUnderstood = (column: ColumnState): boolean =>
  column.facts.header.question || [...column.hypotheses.values()].some(({ header }) => header >= 0.3);

/** Reads the leading hypotheses of all columns; called again after rules changed them. */
export function tableContext(columns: readonly ColumnState[]): TableContext {
  const types = columns.flatMap((column) => (column.facts.kinds.has('empty') ? [] : (recognised(column) ?? [])));
  const personal = types.filter((type) => semanticTypeById(type)?.category === 'personal').length;
  const persons = columns.filter(
    (column) => leads(column, ...onlyPersons) && !isLoneWord(column) && !merelyNamed(column) && !isStatistic(column),
  ).length;
  const bodies = columns.filter((column) => leads(column, ...ofBodies)).length;
  const business = columns.filter((column) =>
    column.facts.header.tokens.some((token) => businessWords.has(token)),
  ).length;
  const named =
    columns.some(merelyNamed) &&
    columns.some((column) => column.facts.header.tokens.some((token) => plainlyBusiness.has(token)));
  const healthColumns = types.filter((type) => semanticTypeById(type)?.flags.includes('health')).length;
  const questions = columns.filter(
    (column) => column.facts.header.question || numberedQuestion.test(column.facts.header.text),
  ).length;
  const has = (...wanted: string[]) => types.some((type) => wanted.includes(type));
  const role: PersonRole =
    healthColumns >= 3 || has('patient_id')
      ? 'patient'
      : has('respondent_id') || questions >= severalQuestions
        ? 'respondent'
        : has('employee_id', 'hire_date', 'job_level', 'department')
          ? 'employee'
          : has('customer_id', 'company_name', 'total_spent', 'loyalty_segment')
            ? 'customer'
            : 'person';
  const aboutPersons =
    persons > 0 || bodies >= severalMeasures || healthColumns >= severalStates || questions >= severalQuestions;
  const row = rowsAre(columns, aboutPersons);
  const entity: TableEntity =
    row === 'place-and-time'
      ? 'aggregate'
      : aboutPersons
        ? 'person'
        : business >= 2 || named || isSited(columns) || columns.some(headsBusinesses)
          ? 'business'
          : has(...things)
            ? 'thing'
            : 'other';
  const telling = columns.filter(({ facts }) => !facts.header.mute && !facts.header.vague);
  return {
    entity,
    row,
    role,
    personShare: types.length === 0 ? 0 : personal / types.length,
    personalAmongAll: personal / Math.max(1, columns.length),
    personalColumns: personal,
    healthColumns,
    healthShare: types.length === 0 ? 0 : healthColumns / types.length,
    questions,
    names: telling.length,
    namesUnderstood: telling.filter(isUnderstood).length,
    ownNames: columns.some(({ facts }) => facts.kinds.has('text') && facts.uniqueness > 0.95 && facts.rows >= 5),
  };
}

/** Column names of which so few are understood are of another language or another field; so many must there be. */
const understoodShare = 1 / 3;
const leastNames = { few: 2, some: 3 };

/** Whether hardly a name of the table is understood. */
export const isForeign = ({ names, namesUnderstood }: Pick<TableContext, 'names' | 'namesUnderstood'>): boolean =>
  namesUnderstood === 0
    ? names >= leastNames.few
    : names >= leastNames.some && namesUnderstood < understoodShare * names;
