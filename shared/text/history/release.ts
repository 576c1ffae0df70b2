import type { releaseEntries } from '#shared/journal/entry-kinds/release.ts';
import { releasedAllTheSame } from '../guardrails/overrides.ts';
import { shortLabels } from '../labels.ts';
import { scriptText } from '../script.ts';
import { count, counted, listed } from '../numbers.ts';
import { refusals } from './refusals.ts';
import { because, type Sentences } from './told.ts';

const from = (datasetId: string | null, name: (id: string) => string): string =>
  datasetId === null ? '' : ` from ${name(datasetId)}`;

const to = (recipient: string | undefined): string => (recipient === undefined ? '' : ` to ${recipient}`);

export const releaseSentences: Sentences<keyof typeof releaseEntries> = {
  'release.announced': ({ who, said: { fileName, datasetId }, name }) =>
    `${who} began to release ${fileName}${from(datasetId, name)}.`,
  'release.cleared': ({ said: { fileName, found } }) =>
    found === 'taken-back'
      ? `The release of ${fileName} was cut off; what was written of it was taken back.`
      : `The release of ${fileName} was cut off; where its file was to be, nobody knows.`,
  'release.written': ({ who, said, name }) => {
    const {
      fileName,
      datasetId,
      purpose,
      recipient,
      elsewhere,
      label,
      rowsOut,
      rowsIn,
      k,
      overridden = [],
      undecided = [],
    } = said;
    const inFile = undecided.filter(({ became }) => became !== 'left-out');
    const figures = [
      ...(rowsOut === undefined
        ? []
        : [rowsIn === undefined ? counted(rowsOut, 'row') : `${count(rowsOut)} of ${counted(rowsIn, 'row')}`]),
      ...(label === undefined ? [] : [shortLabels[label]]),
      ...(k === undefined ? [] : [`k ${count(k)}`]),
    ];
    return (
      `${who} released ${fileName}${from(datasetId, name)}${to(recipient)} for ${name(purpose)}` +
      `${figures.length === 0 ? '' : `: ${figures.join(', ')}`}.` +
      (elsewhere === undefined ? '' : ` Run elsewhere, on ${scriptText.engine(elsewhere)}.`) +
      (inFile.length === 0
        ? ''
        : ` Nobody had decided on ${counted(inFile.length, 'column')} that ${inFile.length === 1 ? 'is' : 'are'} in it.`) +
      overridden.map((one) => ` ${one.guardrail} ${releasedAllTheSame(one)}`).join('')
    );
  },
  'release.refused': ({ who, said: { fileName, datasetId, code, findings = [] }, name }) => {
    const blocking = findings.filter(({ verdict }) => verdict === 'block').map(({ id }) => id.toUpperCase());
    return (
      `${who} was refused the release of ${fileName}${from(datasetId, name)}: ${refusals[code]}` +
      `${blocking.length === 0 ? '' : ` (${listed(blocking)})`}.`
    );
  },
  'release.deleted': ({ who, said: { releaseId, fileName, reason }, name }) =>
    because(`${who} deleted the record of release ${fileName ?? name(releaseId)}`, reason),
};
