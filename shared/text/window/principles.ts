import { count, counted } from '../numbers.ts';

/** The screen of the principles. */
export const principlesText = {
  title: 'Principles',
  note: 'What was checked, when, and by which entry. A check that nobody made is no pass, and no sum is drawn.',
  label: 'The seven principles and nine rules of ethics, for the workspace and each dataset',
  control: 'Principle or rule',
  workspace: 'Workspace',
  next: 'Next',
  again: 'Look again',
  keep: 'Keep in the log',
  nothing: 'Nothing to do',
  asAbove: (control: string) => `As for ${control}`,
  find: 'Find a dataset',
  shownOf: (shown: number, all: number) =>
    `${counted(shown, 'dataset')} of ${count(all)} shown; without a search, those that stand worst.`,
  closed: {
    title: 'The principles, by what was done',
    sentence:
      'Open a workspace or a dataset: what is classified, released and registered shows here under each principle, with ' +
      'its proof.',
    open: 'Open dataset',
    sample: 'Try the sample',
  },
  evidence: {
    of: (control: string, title: string, about: string) => `${control} ${title}: ${about}`,
    none: 'Nobody has looked at this yet.',
    entry: (seq: number) => `Entry ${seq}`,
    go: {
      classify: 'Go to Classify',
      release: 'Go to Release',
      register: 'Go to Register',
      fairness: 'Go to Fairness',
      retention: 'Go to Retention',
      datasets: 'Go to Quality',
    },
    goPart: { purposes: 'Go to Data use', columns: 'Go to its columns', notice: 'Go to the notice' },
    at: (when: string, on: string) => `Looked at ${when}: ${on}`,
    choose: 'Choose a cell to see what it rests on.',
  },
};
