import type { recordKinds } from '#shared/register/record-kinds/index.ts';
import { dataCategoryWords, dataSourceWords, dataSubjectWords, specialCategoryWords, yesNoWords } from './options.ts';
import type { WordsOf } from './words.ts';

/** Words of a processing activity. */
export const activityWords: WordsOf<(typeof recordKinds)['activity']['fields']> = {
  name: { label: 'Name', help: 'What people in the organisation call it.' },
  role: {
    label: 'Role',
    help: 'Whether the organisation decides why data are processed, or works on behalf of somebody who does; it says which fields the law asks for.',
    options: { controller: 'Controller (Art. 30(1))', processor: 'Processor (Art. 30(2))' },
  },
  businessFunction: {
    label: 'Business function',
    help: 'The part of the business it serves: sales, payroll, support.',
  },
  owner: { label: 'Owner', help: 'Who answers for it.' },
  ownerUnit: { label: 'Unit', help: 'The unit that runs it.' },
  purposes: {
    label: 'Purposes',
    help: 'What the data are used for; each purpose has its lawful basis in its own record.',
  },
  dataSubjects: { label: 'People', help: 'Whose data they are.', options: dataSubjectWords },
  includesMinors: {
    label: 'Children among them',
    help: 'Whether there are people under 18: consent and information then have rules of their own (Art. 8).',
    options: yesNoWords,
  },
  includesVulnerable: {
    label: 'Vulnerable people among them',
    help: 'Whether there are people who can hardly refuse: employees, patients, children (WP248, criterion 7).',
    options: yesNoWords,
  },
  dataItems: {
    label: 'Data',
    help: 'Which categories of data, each with why it is needed and how long it is kept.',
    parts: {
      category: { label: 'Category', help: 'The family of data.', options: dataCategoryWords },
      what: { label: 'What exactly', help: 'The data in plain words: “e-mail address”.' },
      special: {
        label: 'Special category',
        help: 'Where it tells one of the things of Art. 9(1).',
        options: specialCategoryWords,
      },
      source: { label: 'Source', help: 'Where this category comes from.' },
      necessity: { label: 'Why it is needed', help: 'What could not be done without it.' },
      dataset: { label: 'Dataset', help: 'The dataset of this workspace that holds it.' },
      columns: { label: 'Columns', help: 'The columns of that dataset.' },
      retention: { label: 'Kept for', help: 'The retention rule of this category.' },
      optional: {
        label: 'Optional',
        help: 'Whether people may leave it out (Art. 13(2)(e)).',
        options: yesNoWords,
      },
    },
  },
  criminalData: {
    label: 'Criminal data',
    help: 'Whether convictions or offences are among them: only under official control or where law allows (Art. 10).',
    options: yesNoWords,
  },
  dataSources: {
    label: 'Sources',
    help: 'Where the data come from, to be told to the people where it is not from themselves (Art. 14(2)(f)).',
    parts: {
      kind: { label: 'Kind of source', help: 'From the people or from elsewhere.', options: dataSourceWords },
      who: { label: 'Who', help: 'The name of the source.' },
    },
  },
  recipients: {
    label: 'Recipients',
    help: 'To whom data are disclosed, processors included; say “none” where nobody gets any.',
  },
  transfers: {
    label: 'Transfers',
    help: 'Transfers to countries outside the EEA or to international organisations; say “none” where there are none.',
  },
  retention: { label: 'Retention', help: 'How long each category is kept, or by which criteria that is decided.' },
  measures: { label: 'Security measures', help: 'What protects the data (Art. 32(1)).' },
  systems: { label: 'Systems', help: 'Where the data lie.' },
  automatedDecision: {
    label: 'Automated decisions',
    help: 'Whether something with an effect on people is decided by a machine (Art. 22).',
    options: {
      none: 'None',
      assisted: 'A machine proposes, a person decides',
      'solely-automated': 'Decided by a machine alone',
    },
  },
  automatedGround: {
    label: 'What allows it',
    help: 'What allows decisions by automatic means alone (Art. 22(2)).',
    options: { contract: 'A contract that needs it', law: 'A law', 'explicit-consent': 'Explicit consent' },
  },
  humanReview: {
    label: 'How a person looks again',
    help: 'How people have such a decision reviewed by a person (Art. 22(3)).',
  },
  profiling: { label: 'Profiling', help: 'How people are rated or predicted, and by which logic (Art. 4(4)).' },
  datasets: { label: 'Datasets', help: 'The datasets of this workspace that belong to it.' },
  scale: {
    label: 'Scale',
    help: 'How large it is, which decides whether an impact assessment is needed (WP248, criterion 5).',
    parts: {
      people: { label: 'People', help: 'About how many people.' },
      rows: { label: 'Rows', help: 'About how many rows.' },
      geography: { label: 'Where', help: 'The area that it covers.' },
      duration: { label: 'For how long', help: 'Once, for some time, or going on.' },
    },
  },
  controllers: {
    label: 'Controllers',
    help: 'On whose behalf it is done, each by itself (Art. 30(2)(a)).',
    parts: {
      name: { label: 'Name', help: 'The controller as it is registered.' },
      contact: { label: 'Contact', help: 'How to reach it.' },
      representative: { label: 'Representative', help: 'Its representative in the Union, where it has one.' },
      dpo: { label: 'Data protection officer', help: 'Its officer, where it has one.' },
    },
  },
  processingCategories: {
    label: 'What is done',
    help: 'The categories of processing on behalf of the controllers: hosting, mailing, analysis (Art. 30(2)(b)).',
  },
  contract: {
    label: 'Contract',
    help: 'The contract with the controller (Art. 28(3)).',
    parts: {
      reference: { label: 'Reference', help: 'Number or place of the contract.' },
      signedOn: { label: 'Signed on', help: 'The day of the signature.' },
      instructions: { label: 'Instructions', help: 'Where the controller’s instructions stand.' },
      atTheEnd: { label: 'At the end', help: 'Whether data are deleted or given back.' },
    },
  },
  subProcessors: { label: 'Sub-processors', help: 'Who works for the organisation on these data (Art. 28(2)).' },
  startsOn: { label: 'Since', help: 'The day on which it began.' },
  endsOn: { label: 'Until', help: 'The day on which it ended or will end.' },
  reviewedOn: { label: 'Reviewed on', help: 'The day on which it was last looked through.' },
  nextReviewOn: { label: 'Next review', help: 'The day by which it is looked through again.' },
};
