import { quotedNames } from '../names.ts';

/** Sentences about purposes, what is bound to them, and people who are told or asked. */
export const lawfulnessText = {
  bindingOf: (dataset: string) => `What ${dataset} is for`.slice(0, 500),
  noticeAbout: (purpose: string) => `Notice about “${purpose}”`.slice(0, 500),
  testOf: (dataset: string, purpose: string) => `Use of ${dataset} for “${purpose}”`.slice(0, 500),
  natureOf: (special: string[]) =>
    special.length === 0
      ? 'No column of the dataset is classified as a special category or as data on offences.'
      : `Special categories or data on offences: ${quotedNames(special)}.`,
  nothingBound: (dataset: string) =>
    `Nobody has declared what ${dataset} was collected for, so there is no purpose to test another against. Bind it first.`,
  cannotBeRead: (refs: string[]) =>
    `${quotedNames(refs)} ${refs.length === 1 ? 'is' : 'are'} from another version of Custos, or damaged, and may say ` +
    'something of these data: open the workspace where it can be read. Nothing was changed.',
  noPurposeToJudgeBy:
    'No purpose is known to judge the columns by: bind the dataset to a purpose (custos purposes bind), or choose one ' +
    'for its recipe.',
  nothingToTakeOver:
    'There is nothing to take over: the purpose says nothing of these columns, or somebody has decided them already.',
  noticeUnknown: (purpose: string) => `No such notice about “${purpose}” is kept. Nothing was written.`,
  notNamed: 'The purpose names no data of this kind.',
  onlyAPerson: 'What kind of data it is does not tell: only a person can say.',
  notApproved: (...why: string[]) => [...why, 'Nothing was approved.'].join(' '),
  neededByNone: (purposes: string[]) => `Not needed for ${quotedNames(purposes)}`.slice(0, 2000),
  purposeNotDeclared: (word: string) =>
    `The register declares no purpose “${word.slice(0, 100)}”. Bind a dataset to it, or add it under Register.`,
  activityUnknown: (word: string) =>
    `The register has no processing activity “${word.slice(0, 100)}”. Its reference, like PA-001, names one.`,
  cannotAsk: {
    contact: (dataset: string) =>
      `${dataset} has no column by which people can be reached (e-mail address or phone number), so nobody can be asked ` +
      'again from it. Nothing was written.',
    age: (dataset: string) =>
      `${dataset} has no column that tells how old people are, and only people of age may be asked. Nothing was written.`,
  },
};
