import { quotedNames } from '../names.ts';
import { toldCertificateText } from '../told-certificate.ts';

/** `custos certify`. */
export const certifyCommandText = {
  description: 'release what another engine made of a recipe, with a certificate and an entry that say so',
  examples: [
    'custos certify output.csv --recipe recipe.json --target postgres --columns columns.txt --checks checks.csv ' +
      '--workspace demo -o release.csv',
    'custos certify --recipe recipe.json --target spark --checks checks.json --workspace demo -o run.certificate.json',
  ],
  file: 'the rows of custos_output, in any format that custos reads; absent: the figures of --checks alone are certified, as told',
  recipe: 'the recipe that was compiled',
  target: 'the engine that ran it: duckdb, postgres or spark',
  columns: 'the list that custos compile was given; absent: the columns that the recipe lists',
  checks: 'the rows of custos_checks as CSV or JSON: what the other engine told of its run',
  output:
    'where the certified file goes: its rows are written anew, in an order that tells nothing; without a file where the ' +
    'certificate of the figures goes, a name that ends in .certificate.json',
  today: 'the day that it was compiled for, YYYY-MM-DD; absent: the recipe’s',
  nothing: 'Give the rows that came out, or with --checks what the other engine told of its run.',
  told: (figure: string, column: string | null, value: string) =>
    `Told: ${figure.replaceAll('_', ' ')}${column === null ? '' : ` of ${quotedNames([column])}`} ${value}`,
  toldOnly: (engine: string) =>
    `${toldCertificateText.mark}: ${engine} told these, nobody here had the file. Held against each other here: the recipe, ` +
    'its target and the figures. Not recomputed: the file, class sizes, diversity, what an outsider finds, the guardrails, ' +
    'single values, the source, which rows were left out.',
  toldEntry: (certificate: string, entry: number) =>
    `Certificate of told figures: ${certificate}; register entry ${entry}.`,
  elsewhere: (engine: string, told: boolean) =>
    `Run elsewhere, on ${engine}. Recomputed here: the file’s hash, classes, diversity, what an outsider finds, the guardrails. ` +
    `Not recomputed: single values, the source, and which rows were left out${told ? ', which stand in the certificate as they were told' : ''}.`,
};
