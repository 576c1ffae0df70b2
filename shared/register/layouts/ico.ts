import type { Column, Layout } from './layout.ts';
import { inOtherLanguages } from './other-languages.ts';

/** Article 30 first, then what the workbook marks as optional, then the Data Protection Act 2018. */
const controller: Column[] = [
  { heading: 'Business function', also: ['Fonction', 'Service'], cell: 'businessFunction' },
  { heading: 'Purpose of processing', also: ['Purposes of processing', 'Purpose', 'Purposes'], cell: 'purposes' },
  {
    heading: 'Name and contact details of joint controller (if applicable)',
    also: ['Joint controller', 'Joint controllers'],
    cell: 'jointControllers',
  },
  {
    heading: 'Categories of individuals',
    also: ['Categories of data subjects', 'Data subjects', 'Individuals'],
    cell: 'dataSubjects',
  },
  { heading: 'Categories of personal data', also: ['Personal data', 'Data categories'], cell: 'dataItems' },
  {
    heading: 'Categories of recipients',
    also: ['Recipients', 'Data recipients', 'External recipients'],
    cell: 'recipients',
  },
  { heading: 'Link to contract with processor', also: ['Processor contract'], cell: 'contracts' },
  {
    heading:
      'Names of third countries or international organisations that personal data are transferred to (if applicable)',
    also: ['Third countries or international organisations', 'Third country transfers', 'International transfers'],
    cell: 'transferTargets',
  },
  {
    heading:
      'Safeguards for exceptional transfers of personal data to third countries or international organisations ' +
      '(if applicable)',
    also: ['Safeguards for exceptional transfers', 'Transfer safeguards', 'Safeguards'],
    cell: 'safeguards',
  },
  { heading: 'Retention schedule (if possible)', also: ['Retention period', 'Retention'], cell: 'retention' },
  {
    heading: 'General description of technical and organisational security measures (if possible)',
    also: ['Security measures', 'Technical and organisational security measures'],
    cell: 'measures',
  },
  {
    heading: 'Article 6 lawful basis for processing personal data',
    also: ['Article 6 lawful basis', 'Lawful basis', 'Legal basis', 'Article 6 basis'],
    cell: 'basis',
  },
  {
    heading: 'Article 9 condition for processing special category data',
    also: ['Article 9 condition', 'Article 9 basis for processing special category data'],
    cell: 'conditions',
  },
  {
    heading: 'Legitimate interests for the processing (if applicable)',
    also: ['Legitimate interests for processing'],
    cell: 'justification',
  },
  { heading: 'Link to record of legitimate interests assessment (if applicable)', cell: 'noField' },
  { heading: 'Rights available to individuals', cell: 'noField' },
  {
    heading: 'Existence of automated decision-making, including profiling (if applicable)',
    cell: 'automatedDecision',
  },
  { heading: 'The source of the personal data (if applicable)', also: ['Source of the data'], cell: 'dataSources' },
  { heading: 'Link to record of consent', cell: 'noField' },
  { heading: 'Location of personal data', cell: 'systems' },
  { heading: 'Data Protection Impact Assessment required?', cell: 'noField' },
  { heading: 'Data Protection Impact Assessment progress', cell: 'noField' },
  { heading: 'Link to Data Protection Impact Assessment', cell: 'noField' },
  { heading: 'Has a personal data breach occurred?', cell: 'noField' },
  { heading: 'Link to record of personal data breach', cell: 'noField' },
  { heading: 'Data Protection Act 2018 Schedule 1 Condition for processing', cell: 'noField' },
  { heading: 'GDPR Article 6 lawful basis for processing', cell: 'noField' },
  { heading: 'Link to retention and erasure policy document', cell: 'noField' },
  { heading: 'Is personal data retained and erased in accordance with the policy document?', cell: 'noField' },
  { heading: 'Reasons for not adhering to policy document (if applicable)', cell: 'noField' },
  { heading: 'Recipient of each transfer', cell: 'transferRecipients', extra: true },
];

const processor: Column[] = [
  { heading: 'Business function', cell: 'businessFunction' },
  {
    heading: 'Name and contact details of controller',
    also: ['Controller', 'Name and contact details of each controller'],
    cell: 'controllers',
  },
  {
    heading: "Name and contact details of controller's representative (if applicable)",
    cell: 'controllerRepresentatives',
  },
  {
    heading: "Name and contact details of controller's data protection officer (if applicable)",
    cell: 'controllerDpos',
  },
  {
    heading: 'Categories of processing',
    also: ['Categories of processing carried out on behalf of each controller'],
    cell: 'processingCategories',
  },
  {
    heading:
      'Names of third countries or international organisations that personal data are transferred to (if applicable)',
    also: ['Third countries or international organisations', 'International transfers'],
    cell: 'transferTargets',
  },
  {
    heading:
      'Safeguards for exceptional transfers of personal data to third countries or international organisations ' +
      '(if applicable)',
    also: ['Transfer safeguards', 'Safeguards'],
    cell: 'safeguards',
  },
  {
    heading: 'General description of technical and organisational security measures (if possible)',
    also: ['Security measures'],
    cell: 'measures',
  },
  { heading: 'Link to contract with controller', also: ['Controller contract'], cell: 'processorContracts' },
  { heading: 'Location of personal data', cell: 'systems' },
  { heading: 'Sub-processors', cell: 'subProcessors', extra: true },
  { heading: 'Recipient of each transfer', cell: 'transferRecipients', extra: true },
];

/** What the register knows of every activity, and the form does not ask. */
const own: Column[] = [
  { heading: 'Reference', also: ['Ref', 'ID', 'Record number'], cell: 'ref', extra: true },
  {
    heading: 'Name of the processing activity',
    also: ['Processing activity', 'Processing activity name', 'Activity', 'Activity name', 'Name of activity'],
    cell: 'name',
    extra: true,
  },
  { heading: 'Owner', cell: 'owner', extra: true },
  { heading: 'Unit', cell: 'ownerUnit', extra: true },
  { heading: 'Version', cell: 'version', extra: true },
  { heading: 'State', cell: 'state', extra: true },
];

/** United Kingdom: Information Commissioner's Office, documentation templates for controllers and processors. */
export const ico: Layout = {
  id: 'ico',
  authority: 'ICO',
  language: 'en',
  shape: 'rows',
  tables: [
    { role: 'controller', sheet: 'Controller', columns: inOtherLanguages([...controller, ...own]) },
    { role: 'processor', sheet: 'Processor', columns: inOtherLanguages([...processor, ...own]) },
  ],
  head: [
    {
      heading: 'Name of the organisation',
      also: ['Name', 'Organisation', 'Controller name'],
      cell: 'organisationName',
    },
    { heading: 'Address', cell: 'organisationAddress' },
    { heading: 'Email', also: ['E-mail'], cell: 'organisationEmail' },
    { heading: 'Telephone', also: ['Phone'], cell: 'organisationPhone' },
    { heading: 'Data Protection Officer', also: ['DPO', 'Name of the data protection officer'], cell: 'dpoName' },
    { heading: 'Data Protection Officer email', cell: 'dpoEmail' },
    { heading: 'Data Protection Officer telephone', cell: 'dpoPhone' },
    { heading: 'Representative', also: ['Name of the representative'], cell: 'representativeName' },
    { heading: 'Representative contact', cell: 'representativeContact' },
  ],
  source:
    'ICO documentation template for controllers (xlsx, sheet Template, row 9, columns A to AD), read in a public ' +
    'transcript of it; the headings of the template for processors follow the ICO’s guidance and were not seen',
  checkedOn: '2026-11-29',
  headings: 'copied',
};
