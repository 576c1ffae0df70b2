import { count, counted } from '../numbers.ts';

/** What the data show against what the register says: the tab under Register, and Home. */
export const differencesWindowText = {
  comparing: 'Holding the data against the register…',
  title: (many: number) =>
    many === 0 ? 'Data and register' : `${counted(many, 'difference')} between data and register`,
  due: 'The data show what the register does not say',
  tasks: 'Differences between data and register',
  all: (many: number) => `All ${count(many)}`,
  none: (compared: number, notJudged: number) =>
    notJudged === 0
      ? `No difference was found in ${counted(compared, 'dataset')} about people.`
      : `No difference was found in ${counted(compared, 'dataset')} about people, as far as they could be judged.`,
  nothingToCompare: 'No dataset about people is in the workspace, so there is nothing to compare.',
  notJudged: (many: number) => `Not judged: ${count(many)}`,
  advice: 'Worth naming',
  ofRecord: (many: number) => `The data show ${counted(many, 'thing')} that this record does not say`,
  settleHere: 'Go to the field',
  settle: (ref: string | null) => (ref === null ? 'Go to the activities' : `Go to ${ref}`),
  proof: (entry: number) => `#${entry}`,
  proofOf: (entry: number) => `Entry ${entry} of the history`,
};
