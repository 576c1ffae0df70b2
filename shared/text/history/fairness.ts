import type { fairnessEntries } from '#shared/journal/entry-kinds/fairness.ts';
import { firstNames, shortName } from '../names.ts';
import { counted } from '../numbers.ts';
import type { Sentences } from './told.ts';

const found = (disparities: number): string =>
  disparities === 0
    ? 'no comparison indicates a disparity'
    : `${counted(disparities, 'comparison indicates', 'comparisons indicate')} a disparity`;

export const fairnessSentences: Sentences<keyof typeof fairnessEntries> = {
  'fairness.audited': ({ who, said: { fileName, outcome, groups, people, groupings } }) =>
    `${who} audited whom ${shortName(outcome.column)} of “${fileName}” chooses by ${firstNames(groups)}, over ` +
    `${counted(people, 'row')}: ${found(
      groupings.reduce((sum, { verdicts }) => sum + verdicts.reduce((all, { disparity }) => all + disparity, 0), 0),
    )}.`,
  'fairness.exported': ({ who, said: { auditEntry, fileName } }) =>
    `${who} saved the audit of a selection, entry ${auditEntry}, to “${fileName}”.`,
};
