import type { qualityEntries } from '#shared/journal/entry-kinds/quality.ts';
import { counted } from '../numbers.ts';
import { qualityText } from '../quality.ts';
import { because, type Sentences } from './told.ts';

export const qualitySentences: Sentences<keyof typeof qualityEntries> = {
  'quality.checked': ({ who, name, said: { datasetId, checks, rows } }) => {
    const failed = checks.filter(({ state }) => state === 'failed').length;
    return (
      `${who} checked the quality of ${name(datasetId)}: ${counted(checks.length, 'check')} over ` +
      `${counted(rows, 'row')}, ${failed} failed.`
    );
  },
  'quality.settled': ({ who, name, said: { datasetId, rule, columns, type, way, until, reason } }) =>
    because(
      `${who} settled of ${name(datasetId)} that not always “${qualityText.asks({ rule, columns, type })}”: ` +
        `${qualityText.ways[way]}${until === null ? '' : ` by ${until}`}`,
      reason,
    ),
  'quality.scheduled': ({ who, name, said: { datasetId, everyDays, reason } }) =>
    because(`${who} set that the quality of ${name(datasetId)} is checked every ${counted(everyDays, 'day')}`, reason),
  'quality.audited': ({ who, name, said: { datasetId, drawn, wrong } }) =>
    `${who} held ${counted(drawn, 'drawn row')} of ${name(datasetId)} against their source: ${wrong} wrong.`,
};
