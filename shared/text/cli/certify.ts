/** `custos certify`. */
export const certifyCommandText = {
  description: 'release what another engine made of a recipe, with a certificate and an entry that say so',
  examples: [
    'custos certify output.csv --recipe recipe.json --target postgres --columns columns.txt --checks checks.csv ' +
      '--workspace demo -o release.csv',
  ],
  file: 'the rows of custos_output, in any format that custos reads',
  recipe: 'the recipe that was compiled',
  target: 'the engine that ran it: duckdb, postgres or spark',
  columns: 'the list that custos compile was given; absent: the columns that the recipe lists',
  checks: 'the rows of custos_checks as CSV: what the other engine told of its run',
  output: 'where the certified file goes: its rows are written anew, in an order that tells nothing',
  today: 'the day that it was compiled for, YYYY-MM-DD; absent: the recipe’s',
  elsewhere: (engine: string, told: boolean) =>
    `Run elsewhere, on ${engine}. Recomputed here: the file’s hash, classes, diversity, what an outsider finds, the guardrails. ` +
    `Not recomputed: single values, the source, and which rows were left out${told ? ', which stand in the certificate as they were told' : ''}.`,
};
