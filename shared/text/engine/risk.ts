import { shortName } from '../names.ts';
import { counted } from '../numbers.ts';

/** Which columns a measurement of risk used, and why. */
export const riskText = {
  named: 'Named with --qi.',
  linkable: 'Classified as linkable: somebody could know it of a person.',
  sensitive: 'Named with --sensitive.',
  person: {
    named: 'Named with --person: classes are counted in people.',
    type: (label: string, people: number) =>
      `Classified as “${label.toLowerCase()}”, and its values repeat: classes are counted in its ` +
      `${counted(people, 'person', 'people')}.`,
    inStep: (people: number, agreeing: number, groups: number) =>
      `Repeats in step with the quasi-identifiers (${counted(agreeing, 'value')} of ${counted(groups, 'value')} ` +
      'that occur more than once always come with the same ones): taken for the person, so that classes are ' +
      `counted in ${counted(people, 'person', 'people')}. With --person none rows are counted.`,
  },
  twice: (column: string) => `${shortName(column)} was named more than once and is counted once.`,
  suppressed: (rows: number) =>
    `${counted(rows, 'row has', 'rows have')} “*” in every quasi-identifier: suppressed before, and in no class.`,
  noneNamed: 'Name at least one quasi-identifier after --qi, or leave --qi out to use all linkable columns.',
};
