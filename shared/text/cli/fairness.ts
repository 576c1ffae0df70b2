/** `custos fairness`. */
export const fairnessCommandText = {
  description: 'audit of an outcome against groups: rates, ratios and errors, each with its interval and verdict',
  outcome: 'column that says who was chosen',
  chosen: 'value of it that means chosen, again for a further one, or a comparison (">=300"); default: yes, true, 1',
  label: 'column that says what really came (repaid, bought, reoffended)',
  positive: 'value of it that means yes, as for --chosen',
  score: 'column of the score that the outcome rests on, held against the label',
  groups: 'columns whose values are the groups, comma-separated; several are crossed, too',
  reference: 'group that others are held against, as COLUMN=VALUE (default: the largest)',
  report: 'writes the audit as a page (.html) that is read without Custos',
  workspace: 'workspace in whose log the audit is entered, for the guardrail E6 (columns and verdicts, no group)',
  entered: (entry: number) => `Entry #${entry} of the log.`,
  force: 'replace the page if it is there',
  ending: (page: string) => `The page ${page} has to end in .html.`,
  written: (page: string) => `Page: ${page}`,
  decimal: 'decimal mark of numbers: . or , (default: that which more of a column is written with)',
  examples: [
    'custos fairness campaign.csv --outcome invited --groups gender,age_band',
    'custos fairness scores.csv --outcome decile --chosen ">=5" --label recid --groups race --report race.html',
    'custos fairness scores.csv --outcome decile --chosen ">=5" --groups gender --workspace Marketing.custos',
  ],
  chosenOf: (chosen: number, people: number, column: string, rule: string) =>
    `${column} ${rule}: ${chosen} of ${people} chosen.`,
  grouped: (columns: readonly string[]) => `By ${columns.join(' and ')}:`,
};
