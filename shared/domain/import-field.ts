/** Fields that a column of a register which was kept elsewhere may hold, by the names that people give on the way in. */
export const importFieldIds = [
  'reference',
  'name',
  'businessFunction',
  'owner',
  'ownerUnit',
  'purposes',
  'basis',
  'art9Conditions',
  'justification',
  'dataSubjects',
  'dataItems',
  'specialCategories',
  'dataSources',
  'automatedDecision',
  'recipients',
  'internalRecipients',
  'externalRecipients',
  'processors',
  'processorContracts',
  'transfers',
  'transfersYesNo',
  'safeguards',
  'transferRecipients',
  'retention',
  'measures',
  'systems',
  'jointControllers',
  'controllers',
  'processingCategories',
  'subProcessors',
  'controllerContract',
] as const;
export type ImportField = (typeof importFieldIds)[number];

/** A heading of a file, and the field that a person says it stands over. */
export interface GivenColumn {
  heading: string;
  field: ImportField;
}
