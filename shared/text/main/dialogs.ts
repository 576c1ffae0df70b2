import { visible } from '../visible.ts';

/** Titles, file kinds and questions of the system's own dialogs for opening and saving files. */
export const dialogsText = {
  open: {
    dataset: 'Open dataset',
    codebook: 'Open codebook',
    recipe: 'Open recipe',
    key: 'Open key file',
    head: 'Open a head that was kept outside',
    workspace: 'Open workspace (a folder whose name ends in .custos)',
  },
  save: {
    release: 'Save release',
    recipe: 'Save recipe',
    dictionary: 'Save data dictionary',
    workspace: 'Save workspace',
    key: 'Save recovery key',
    report: 'Save report',
    certificate: 'Save certificate to print',
    evidence: 'Save evidence pack',
    history: 'Save the history',
    head: 'Save the head of the register',
    assessment: 'Save the impact assessment',
  },
  kinds: {
    all: 'All files',
    datasets: 'Datasets',
    codebooks: 'Codebooks',
    recipes: 'Recipes',
    recipe: 'Recipe',
    workspace: 'Custos workspace',
    csv: 'CSV',
    json: 'JSON',
    text: 'Text',
    zip: 'Evidence pack (ZIP)',
    head: 'Signed head',
    pdf: 'PDF',
    html: 'Web page (HTML)',
  },
  replace: (file: string) => `${visible(file)} exists already. Replace it?`,
  cancel: 'Cancel',
  replaceIt: 'Replace',
};
