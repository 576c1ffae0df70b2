import { typeSet } from '#shared/semantic-types/type-set.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, support, type ColumnState } from '../hypothesis.ts';
import { isForeign, type TableContext } from './entity.ts';
import { isPartOfDay } from './parts-of-days.ts';
import { isAddress, isRegistersOwn, momentOfDeed } from './unlabelled.ts';

/** What a column is called of which nothing but the shape of its values is known, and no moment or text of its own. */
const shapes = typeSet('unknown', 'numeric_metric', 'boolean_flag', 'year', 'date_event', 'record_id');
/** So many columns must be known to be personal, and such a share of the known ones. */
const leastPersonal = 2;
const shareFor = { noName: 0.6, foreignName: 0.6, name: 0.8, answer: 0.95 };
const leastHealth = 3;
/** A name or a value that anything stronger speaks for is not left over. */
const weak = 0.5;

/** Texts of their own in most rows: the rows are what persons wrote or said. */
const isWriting = ({ facts }: ColumnState): boolean =>
  facts.uniqueness > 0.5 &&
  (facts.kinds.has('long_text') || (facts.kinds.has('text') && facts.meanWords >= sentence)) &&
  facts.values.filter((value) => /\d/.test(value)).length < 0.5 * facts.values.length;
const sentence = 4;

/** A name or number of a person of its own in every row: each row is one person. */
const namesOneEach = (column: ColumnState): boolean =>
  leads(column, 'full_name', 'email_address', 'national_id') && column.facts.uniqueness > 0.9 && column.facts.rows >= 5;

const isDated = (column: ColumnState): boolean => column.facts.date !== null || best(column)?.type === 'year';

/**
 * A day without a name says when something was, more often than a thing of the person: when the row was written or
 * something sent. What may be a day of birth is told by `ageRules`; days of patients are of their treatment.
 */
const isUntoldDay = (column: ColumnState, columns: readonly ColumnState[], ofHealth: boolean): boolean =>
  !ofHealth && (column.facts.date !== null || isPartOfDay(column, columns));

/** Persons who come back have several rows each. */
const comeBack = (columns: readonly ColumnState[]): boolean => {
  const named = columns.filter(
    (column) => leads(column, 'full_name', 'email_address', 'national_id') && column.facts.rows >= 10,
  );
  return named.length > 0 && named.every(({ facts }) => facts.uniqueness < 0.8);
};

/** Who wrote is not described beside what he or she wrote; who answered a form is. */
const describesPersons = (columns: readonly ColumnState[]): boolean =>
  columns.some((column) => leads(column, 'gender', 'age', 'date_of_birth', 'marital_status'));

/** The rows are what persons did or wrote; forms write in their first column when each was sent. */
function areDeeds(columns: readonly ColumnState[]): boolean {
  if (comeBack(columns)) return true;
  if (columns[0] && momentOfDeed(columns[0])) return false;
  const writing = !describesPersons(columns) && columns.some(isWriting);
  return writing || columns.some(momentOfDeed);
}

/** Questions asked beside a few facts: in a table of these most columns are answers. */
const leastQuestions = 5;
const ofForms = [
  'age',
  'age_group',
  'birth_year',
  'gender',
  'education_level',
  'marital_status',
  'occupation',
] as const;

/** Before the first question of a questionnaire stands who answers: a name that is no question, beside age or sex. */
function asksFacts(columns: readonly ColumnState[], { facts }: ColumnState, table: TableContext): boolean {
  if (table.questions < leastQuestions || facts.header.question || facts.header.mute) return false;
  const first = columns.findIndex(({ facts: { header } }) => header.question);
  return (
    facts.at < first &&
    columns.some(
      (other) => leads(other, ...ofForms) && Math.abs(other.facts.at - facts.at) <= 2 && other.facts.at < first,
    )
  );
}

const leastAnswers = 6;
/** Without column names, but with a block of answers on one scale and no day: those who answered are the rows. */
const areAnswers = (columns: readonly ColumnState[], table: TableContext): boolean =>
  table.entity === 'other' &&
  columns.every(({ facts }) => facts.header.mute && facts.date === null) &&
  columns.filter((column) => leads(column, 'preference', 'opinion', 'survey_answer')).length >= leastAnswers;

/**
 * In a table with a row for each person, what differs from row to row is a fact about the person, whether or not its
 * name is understood. A name of a known language that no type has may as well be one of the system's: there dates and
 * years are left as they are, and yes and no unless nearly all else is about persons. It stays for review.
 */
export function leftOverRules(columns: readonly ColumnState[], table: TableContext): void {
  const answered = areAnswers(columns, table);
  if (!answered && (table.entity !== 'person' || table.row !== 'person')) return;
  const nameless = columns.every(({ facts }) => facts.header.mute);
  if (!answered && table.personalColumns < (nameless ? 1 : leastPersonal) && !columns.some(namesOneEach)) return;
  const foreign = isForeign(table);
  const deeds = areDeeds(columns);
  // What is written down in rows of persons beside several facts of their health is all about them.
  const ofHealth = table.healthColumns >= leastHealth;
  for (const column of columns) {
    const { facts } = column;
    const { mute } = facts.header;
    const first = best(column);
    const shaped = first && (shapes.has(first.type) || (foreign && !mute && first.type === 'timestamp'));
    if (!first || !shaped || first.score >= weak || (first.header > 0 && first.lone !== true)) continue;
    if (facts.kinds.has('empty') || facts.distinct < 2 || facts.ascending || isAddress(column)) continue;
    if (
      !nameless &&
      !ofHealth &&
      !asksFacts(columns, column, table) &&
      table.personShare < (mute ? shareFor.noName : foreign ? shareFor.foreignName : shareFor.name)
    )
      continue;
    const systems = facts.kinds.has('boolean') ? !ofHealth && table.personShare < shareFor.answer : isDated(column);
    if (!mute && !foreign && systems) continue;
    if (!ofHealth && isRegistersOwn(column, columns)) continue;
    if (mute && (deeds || isUntoldDay(column, columns, ofHealth))) continue;
    support(column, 'person_attribute', first.score + 0.06, {
      kind: 'table',
      detail: evidenceText.table.leftOver,
    });
  }
}
