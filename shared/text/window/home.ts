import { count } from '../numbers.ts';

/** Sentences of the first screen. */
export const homeText = {
  title: 'Home',
  sentence:
    'Turn a customer file into an export you can stand behind: see what every column is, how easily a person could ' +
    'be found in it, and release it anonymised, with a certificate and a register entry.',
  open: 'Open dataset',
  sample: 'Try the sample',
  sampleNote: 'The sample: 10,000 invented customers, nothing personal, everything realistic.',
  drop: 'or drop a file here',
  formats: 'CSV, TSV, JSON, JSON Lines, Parquet, Excel, SQLite, DuckDB',
  offline: 'Everything stays on this machine. There is no account and no network.',
  last: 'Open last time',
  continueWith: (name: string) => `Continue with ${name}`,
  opening: (name: string) => `Opening ${name}…`,
  recent: 'Recent workspaces',
  noRecent: 'Workspaces you save appear here.',
  create: 'New workspace…',
  openWorkspace: 'Open workspace…',
  forget: (name: string) => `Remove ${name} from this list`,
  missing: 'not found where it was',
  sinceLastVisit: {
    title: (day: string) => `Since your last visit, ${day}`,
    all: (entries: number) => `All ${count(entries)}`,
  },
  next: 'What to do next',
  steps: {
    open: { title: 'Open a dataset', why: 'Begin with the customer file you want to release.' },
    classify: {
      title: 'Go through the doubtful columns',
      why: (open: number) => `${open} ${open === 1 ? 'column needs' : 'columns need'} a decision from you.`,
    },
    recipe: {
      title: 'Choose a purpose and a recipe',
      why: 'Say what the data is for; a recipe that meets the target is proposed with its reasons.',
    },
    release: { title: 'Release', why: 'Check the guardrails, run the recipe, keep the certificate.' },
    register: { title: 'Look at the register', why: 'Everything done is there: chained, signed and verifiable.' },
  },
  goTo: 'Go',
  datasets: 'Datasets',
  facts: { rows: 'Rows', columns: 'Columns', imported: 'Imported' },
  interrupted: 'These jobs were under way when Custos last closed. Nothing half-done was kept; start them again.',
};
