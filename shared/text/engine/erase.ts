import { shortName } from '../names.ts';
import { counted, listed } from '../numbers.ts';

/** Taking one person out of all that a workspace holds. */
export const eraseText = {
  reason: 'Say why somebody is erased: the reason stands in the register. Nothing was erased.',
  manyPeople: (which: number, rows: number, dataset: string, column: string, said: boolean) =>
    `Value ${which} stands in ${counted(rows, 'row')} of ${shortName(dataset)}, in ${shortName(column)}, which ` +
    `${said ? 'is more than one person has' : 'does not point at one person'}: it matches ${counted(rows, 'person', 'people')}. ` +
    'Narrow it, or leave it out. Nothing was erased.',
  sharedPhone: (people: number, dataset: string, column: string) =>
    `The telephone number is that of ${counted(people, 'person', 'people')} in ${shortName(dataset)}. Give the value ` +
    `that the person has in ${shortName(column)}, too. Nothing was erased.`,
  keepWhy: (dataset: string) =>
    `Say which law keeps what of ${shortName(dataset)}, and until when: it stands in the register. Nothing was erased.`,
  keptTwice: (dataset: string) =>
    `What is kept of ${shortName(dataset)} is said twice. Name all its columns at once. Nothing was erased.`,
  nothingToKeep: (dataset: string) =>
    `The person has no record in ${shortName(dataset)} of which something could be kept. Nothing was erased.`,
  keepConsentWhy:
    'Say which law keeps what the consent ledger has of them, and until when: it stands in the register. Nothing was erased.',
  noConsentToKeep: 'The consent ledger has nothing of the person that could be kept. Nothing was erased.',
  keptConsent: (events: number) => `${counted(events, 'event')} of theirs in the consent ledger`,
  kept: (dataset: string, rows: number, columns: readonly string[] | null) =>
    `${counted(rows, 'record')} of ${shortName(dataset)}` +
    (columns === null ? '' : `, of which ${listed(columns.map(shortName))} stay`),
  keptWhy: (ground: string, reason: string) => `${ground}. ${reason}`,
  left: {
    sharedPhone: 'somebody else has the same telephone number',
    notOnePerson: 'a value that several people may share (a name, a town) in a row that is not known to be theirs',
  },
  rejectedLeft: 'a row that could not be read holds a value that several people may share',
  remains: {
    handedOver: 'it was handed over and is not ours to change. Tell whoever has it (GDPR Art. 19).',
    source: (fileName: string) => `the file that was imported as ${shortName(fileName)}`,
    sourceWhy: 'Custos never changes it. Erase the person there, too, or delete the file.',
    certificate: (fileName: string) => `the certificate of ${shortName(fileName)}`,
    certificateWhy: 'its recipe lists the value, and its hash is in the register.',
    recipe: (dataset: string) => `the recipe of ${shortName(dataset)}`,
    recipeWhy: 'without the value it would not be a recipe any more. Change it under Recipe.',
    entriesWhy:
      'somebody wrote the value into a reason or a name there. An entry is not changed: the log would not verify. Whoever ' +
      'is handed the register reads it.',
    recordWhy: 'somebody wrote the value there. Change it where it is written, and put the new version in force.',
    columnName: (dataset: string) => `a column of ${shortName(dataset)} that is called so`,
    columnNameWhy: 'names of columns stand in the register. Delete the dataset and import it with another header.',
    backups: 'copies of the workspace that were made before, and what was exported from it',
    backupsWhy: 'they are not in the workspace. Erase the person again where one is restored.',
  },
};
