import type { RetentionRuleId, UndatedDecision } from '#shared/domain/retention.ts';
import type { retentionEntries } from '#shared/journal/entry-kinds/retention.ts';
import { shortName } from '../names.ts';
import { count, counted } from '../numbers.ts';
import { retentionText, titleOfShipped } from '../retention.ts';
import { because, type Sentences } from './told.ts';

const { actions, starts } = retentionText;
/** What a rule was called then. */
const titled = (rule: RetentionRuleId, name: (id: string) => string): string => titleOfShipped(rule) ?? name(rule);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const whatOfUndated = (undated: UndatedDecision): string =>
  undated.as === 'kept'
    ? `stay until ${undated.until}`
    : undated.as === 'over'
      ? 'are over'
      : 'count from the day on which the dataset came in';

export const retentionSentences: Sentences<keyof typeof retentionEntries> = {
  'retention.decided': ({ who, name, said: { rule, duration, grace, action, reason } }) =>
    because(
      `${who} decided on ${titled(rule, name)}: ` +
        `${duration === null ? 'length as it was' : retentionText.period(duration, grace ?? null)}, then ${actions[action]}`,
      reason,
    ),
  'retention.rule-defined': ({ who, said: { title, duration, grace, start, action, reason } }) =>
    because(
      `${who} made the rule ${shortName(title)}: ${retentionText.period(duration, grace)} from ${starts[start]}, ` +
        `then ${actions[action]}`,
      reason,
    ),
  'retention.rule-removed': ({ who, said: { title, reason } }) =>
    because(`${who} removed the rule ${shortName(title)}`, reason),
  'retention.bound': ({ who, name, said: { datasetId, rule, applies, starts, undated, reason } }) =>
    because(
      `${who} ${applies ? 'bound' : 'took away'} the rule ${titled(rule, name)} ${applies ? 'to' : 'from'} ` +
        shortName(name(datasetId)) +
        `${starts === null ? '' : `, from ${counted(starts.length, 'column')}`}` +
        `${undated === null ? '' : `; rows without a date ${whatOfUndated(undated)}`}`,
      reason,
    ),
  'retention.hold-set': ({ who, name, said: { datasetId, rule, identifiers, citation, until, reason } }) =>
    because(
      `${who} put ` +
        retentionText.held(
          rule === null || rule === undefined ? 'all data' : titled(rule, name),
          identifiers ?? null,
          datasetId === null || datasetId === undefined ? null : shortName(name(datasetId)),
        ) +
        ` on hold until ${until} by ${citation}`,
      reason,
    ),
  'retention.hold-lifted': ({ who, said: { citation, reason } }) =>
    because(`${who} lifted the hold by ${citation}`, reason),
  'retention.rehearsed': ({ who, name, said: { datasetId, today, rules: found } }) =>
    `${who} counted what is over in ${shortName(name(datasetId))} on ${today}: ` +
    `${count(sum(found.map(({ over }) => over)))} by ${counted(found.length, 'rule')}, ` +
    `${count(sum(found.map(({ undated }) => undated)))} without a date.`,
  'retention.ran': ({ who, name, said: { datasetId, today, rowsBefore, rowsAfter, cellsEmptied, rules: found } }) =>
    `${who} ran the retention of ${today} on ${shortName(name(datasetId))}: ` +
    `${counted(rowsBefore - rowsAfter, 'row')} deleted, ${counted(cellsEmptied, 'cell')} emptied, ` +
    `${count(sum(found.map(({ held }) => held)))} on hold.`,
};
