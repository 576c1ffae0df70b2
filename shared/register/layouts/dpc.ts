import type { Column, Layout } from './layout.ts';

const shared: Column[] = [
  {
    heading: 'Transfers to third countries or international organisations',
    also: ['International transfers', 'Transfers to third countries', 'Third country transfers'],
    cell: 'transferTargets',
  },
  {
    heading: 'Transfer mechanism and safeguards',
    also: ['Transfer mechanism', 'Suitable safeguards', 'Safeguards', 'Documentation of suitable safeguards'],
    cell: 'safeguards',
  },
  { heading: 'Recipient of each transfer', cell: 'transferRecipients', extra: true },
];

const measures: Column = {
  heading: 'Technical and organisational security measures',
  also: ['Security measures', 'General description of technical and organisational security measures'],
  cell: 'measures',
};

const own: Column[] = [
  { heading: 'Version', cell: 'version', extra: true },
  { heading: 'State', cell: 'state', extra: true },
];

const opening: Column[] = [
  { heading: 'Reference', also: ['Ref', 'ID', 'No.'], cell: 'ref', extra: true },
  {
    heading: 'Business function',
    also: ['Department', 'Function', 'Business unit', 'Responsible department'],
    cell: 'businessFunction',
  },
  {
    heading: 'Processing activity',
    also: ['Name of the processing activity', 'Activity', 'Activity name', 'Name of activity', 'Name', 'Title'],
    cell: 'name',
  },
  { heading: 'Responsible person', also: ['Owner', 'Data steward'], cell: 'owner' },
  { heading: 'Unit', cell: 'ownerUnit', extra: true },
];

/** Article 30(1) in the order of the law, with the extras that the guidance recommends. */
const controller: Column[] = [
  ...opening,
  { heading: 'Joint controllers', also: ['Joint controller', 'Joint controller(s)'], cell: 'jointControllers' },
  {
    heading: 'Purposes of the processing',
    also: ['Purpose of processing', 'Purpose of the processing', 'Purposes of processing', 'Purpose', 'Purposes'],
    cell: 'purposes',
  },
  {
    heading: 'Categories of data subjects',
    also: ['Data subjects', 'Categories of individuals', 'Data subject categories'],
    cell: 'dataSubjects',
  },
  {
    heading: 'Categories of personal data',
    also: ['Personal data', 'Types of personal data', 'Personal data categories'],
    cell: 'dataItems',
  },
  {
    heading: 'Special category data',
    also: ['Special categories of personal data', 'Special categories'],
    cell: 'sensitiveData',
  },
  { heading: 'Categories of recipients', also: ['Recipients', 'Recipients of the data'], cell: 'recipients' },
  ...shared,
  {
    heading: 'Time limits for erasure',
    also: [
      'Retention period',
      'Retention periods',
      'Retention',
      'Envisaged time limits for erasure',
      'Retention schedule',
    ],
    cell: 'retention',
  },
  measures,
  {
    heading: 'Lawful basis',
    also: ['Legal basis', 'Article 6 lawful basis', 'Lawful basis (Article 6)'],
    cell: 'basis',
  },
  {
    heading: 'Condition for special category data',
    also: ['Article 9 condition', 'Article 9 basis', 'Condition (Article 9)'],
    cell: 'conditions',
  },
  { heading: 'Justification of the lawful basis', cell: 'justification', extra: true },
  { heading: 'Source of the personal data', also: ['Source of data', 'Data source'], cell: 'dataSources' },
  { heading: 'Location of the personal data', also: ['Location of personal data', 'Systems'], cell: 'systems' },
  {
    heading: 'Automated decision-making',
    also: ['Automated decision making, including profiling'],
    cell: 'automatedDecision',
  },
  { heading: 'Contract with processor', also: ['Processor contracts'], cell: 'contracts' },
  { heading: 'Data Protection Impact Assessment', also: ['DPIA', 'DPIA required'], cell: 'noField' },
  ...own,
];

/** Article 30(2) in the order of the law. */
const processor: Column[] = [
  ...opening,
  {
    heading: 'Name and contact details of each controller',
    also: ['Controller', 'Controllers', 'Name and contact details of controller'],
    cell: 'controllers',
  },
  { heading: 'Representative of the controller', cell: 'controllerRepresentatives' },
  { heading: 'Data protection officer of the controller', cell: 'controllerDpos' },
  {
    heading: 'Categories of processing carried out on behalf of each controller',
    also: ['Categories of processing'],
    cell: 'processingCategories',
  },
  { heading: 'Sub-processors', also: ['Sub-processor'], cell: 'subProcessors' },
  ...shared,
  measures,
  { heading: 'Contract with controller', cell: 'processorContracts' },
  { heading: 'Location of the personal data', cell: 'systems' },
  ...own,
];

/** Ireland: Data Protection Commission, records of processing activities for controllers and processors. */
export const dpc: Layout = {
  id: 'dpc',
  authority: 'DPC',
  language: 'en',
  shape: 'rows',
  tables: [
    { role: 'controller', sheet: 'Article 30(1)', columns: controller },
    { role: 'processor', sheet: 'Article 30(2)', columns: processor },
  ],
  head: [
    { heading: 'Name of the organisation', also: ['Controller', 'Name', 'Organisation'], cell: 'organisationName' },
    { heading: 'Address', cell: 'organisationAddress' },
    { heading: 'Email', also: ['E-mail'], cell: 'organisationEmail' },
    { heading: 'Telephone', also: ['Phone'], cell: 'organisationPhone' },
    { heading: 'Data Protection Officer', also: ['DPO'], cell: 'dpoName' },
    { heading: 'Data Protection Officer email', cell: 'dpoEmail' },
    { heading: 'Data Protection Officer telephone', cell: 'dpoPhone' },
    { heading: 'EU representative', also: ['Representative'], cell: 'representativeName' },
    { heading: 'EU representative contact', cell: 'representativeContact' },
  ],
  source:
    'DPC Guidance Note: Records of Processing Activities under Article 30 GDPR, April 2023, by what it asks; its two ' +
    'spreadsheet templates were not seen, so the wording of the headings is that of GDPR Art. 30',
  checkedOn: '2026-11-29',
  headings: 'guidance',
};
