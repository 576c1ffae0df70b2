import type { ImportField } from '#shared/domain/import-field.ts';
import type { ReadColumn } from '#shared/register/sheets/read-register.ts';

/** What a column of a register that was kept elsewhere may hold, by its field. */
export const importFieldWords: Readonly<Record<ImportField, string>> = {
  reference: 'Number or reference',
  name: 'Name of the activity',
  businessFunction: 'Business function',
  owner: 'Owner',
  ownerUnit: 'Unit',
  purposes: 'Purposes',
  basis: 'Lawful basis',
  art9Conditions: 'Condition for special categories',
  justification: 'Why the basis holds',
  dataSubjects: 'People',
  dataItems: 'Data',
  specialCategories: 'Special categories of data',
  dataSources: 'Where the data come from',
  automatedDecision: 'Automated decisions',
  recipients: 'Recipients',
  internalRecipients: 'Recipients of our own',
  externalRecipients: 'Recipients outside',
  processors: 'Processors',
  processorContracts: 'Contracts with processors',
  transfers: 'Transfers: where to',
  transfersYesNo: 'Transfers: yes or no',
  safeguards: 'Safeguards of transfers',
  transferRecipients: 'Recipient of each transfer',
  retention: 'Time limits',
  measures: 'Security measures',
  systems: 'Systems',
  jointControllers: 'Joint controllers',
  controllers: 'Controllers, as their processor',
  processingCategories: 'Categories of processing, as processor',
  subProcessors: 'Sub-processors',
  controllerContract: 'Contract with the controller',
};

/** Why nothing of a column is taken in. */
export const droppedWords: Readonly<Record<NonNullable<ReadColumn['why']>, string>> = {
  'no-column': 'no such heading is known',
  'no-field': 'the register has no field for it',
  own: 'the register tells this by itself',
};
