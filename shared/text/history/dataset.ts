import type { datasetEntries } from '#shared/journal/entry-kinds/dataset.ts';
import { counted } from '../numbers.ts';
import { because, type Sentences } from './told.ts';

export const datasetSentences: Sentences<keyof typeof datasetEntries> = {
  'dataset.imported': ({ who, said: { name, fileName, rows, columns, rejectedRows } }) =>
    `${who} imported ${fileName} as ${name}: ${counted(rows, 'row')}, ${counted(columns, 'column')}` +
    `${rejectedRows === 0 ? '' : `, ${counted(rejectedRows, 'damaged row')} set aside`}.`,
  'dataset.joined': ({ who, said: { name, left, right, rows, people, matched, uniqueOnlyAfter } }) =>
    `${who} joined ${left.name} and ${right.name} as ${name}: ${counted(matched, 'person', 'people')} in both, ` +
    `${counted(people, 'person', 'people')} in ${counted(rows, 'row')}; ` +
    `${uniqueOnlyAfter === 0 ? 'nobody' : counted(uniqueOnlyAfter, 'person', 'people')} alone only there.`,
  'dataset.deleted': ({ who, said: { datasetId, name, reason }, name: called }) =>
    because(`${who} deleted the dataset ${name ?? called(datasetId)}`, reason),
  'dataset.provenance-set': ({ who, said: { datasetId, channel, informedHow }, name }) =>
    `${who} stated where ${name(datasetId)} comes from${channel === null ? '' : ` (${channel})`}` +
    `${informedHow === '' ? '' : ` and how people were told: ${informedHow}`}.`,
  'dataset.rewritten': ({ who, said: { name, reason, rowsBefore, rowsAfter, cells, rejectedRows } }) =>
    because(
      `${who} wrote the rows of ${name} anew: ${counted(rowsBefore - rowsAfter, 'row')} taken out of ` +
        `${counted(rowsBefore, 'row')}, ${counted(cells, 'cell')} changed, ` +
        `${counted(rejectedRows, 'damaged row')} removed`,
      reason,
    ),
  'dictionary.exported': ({ who, said: { datasetId, fileName }, name }) =>
    `${who} exported the data dictionary of ${name(datasetId)} to ${fileName}.`,
  'inventory.exported': ({ who, said: { datasetId, fileName, items }, name }) =>
    `${who} exported the tracking inventory of ${name(datasetId)}, ${counted(items, 'item')}, to ${fileName}.`,
  'codebook.imported': ({ who, said: { datasetId, fileName, variables, matched }, name }) =>
    `${who} added the codebook ${fileName} to ${name(datasetId)}: it describes ${counted(variables, 'column')}, ` +
    `${matched} of them in the data.`,
};
