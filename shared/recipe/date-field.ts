import { dateFormats } from '#shared/plan/date-format.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from './choice-field.ts';

/** The form field of every operation that reads a date. */
export const dateFormatField = choiceField('dateFormat', dateFormats, operationsText.common.dateFormat);
