import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';
import type { ColumnState } from '../hypothesis.ts';
import { aboutPersonsRules } from './about-persons.ts';
import { ageRules } from './ages.ts';
import { answerBlockRules, numberedItemRules } from './answer-blocks.ts';
import { tableContext, type TableContext } from './entity.ts';
import { careRecordRules } from './care-records.ts';
import { codedFindingRules } from './coded-findings.ts';
import { contactRules } from './contacts.ts';
import { employeeRules } from './employees.ts';
import { healthTableRules } from './health-table.ts';
import { keyRules } from './keys.ts';
import { momentRules } from './moments.ts';
import { nameRules } from './names.ts';
import { personPageRules } from './person-pages.ts';
import { placeRules } from './places.ts';
import { shiftedHeaderRules } from './shifted-headers.ts';
import { specialWordRules } from './special-words.ts';
import { surveyRules } from './survey.ts';
import { takingsRules } from './takings.ts';
import { webEventRules } from './web-events.ts';
import { unnamedHealthRules } from './unnamed-health.ts';
import { topicRules } from './topics.ts';
import { unnamedCodeRules } from './unnamed-codes.ts';
import { writtenOtherwiseRules } from './written-otherwise.ts';
import { leftOverRules } from './left-over.ts';
import { unlabelledRules } from './unlabelled.ts';

export { isForeign, type TableContext } from './entity.ts';

/** Lets the columns of a table speak for each other. Rules run in order, each sees what the ones before it found. */
export function tablePass(columns: readonly ColumnState[], tools: ValueTools, thisYear: number): TableContext {
  shiftedHeaderRules(columns, tools);
  nameRules(columns);
  contactRules(columns, tableContext(columns));
  webEventRules(columns);
  unnamedCodeRules(columns);
  topicRules(columns);
  specialWordRules(columns, tableContext(columns));
  placeRules(columns, tableContext(columns));
  ageRules(columns, tableContext(columns), thisYear);
  momentRules(columns, tableContext(columns));
  takingsRules(columns);
  personPageRules(columns, tableContext(columns));
  surveyRules(columns, tableContext(columns));
  answerBlockRules(columns, tableContext(columns));
  numberedItemRules(columns);
  employeeRules(columns, tableContext(columns));
  careRecordRules(columns);
  codedFindingRules(columns, tableContext(columns));
  healthTableRules(columns, tableContext(columns));
  aboutPersonsRules(columns, tableContext(columns), tools);
  keyRules(columns, tableContext(columns));
  writtenOtherwiseRules(columns, tableContext(columns));
  unlabelledRules(columns, tableContext(columns));
  unnamedHealthRules(columns, tableContext(columns));
  leftOverRules(columns, tableContext(columns));
  return tableContext(columns);
}
