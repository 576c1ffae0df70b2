/** `custos compare`. */
export const compareCommandText = {
  description: 'what a recipe keeps of a file: each column before and after, correlations, and what else would cost',
  recipe: 'the recipe to be looked at; nothing is written',
  workspace: "use this workspace's keys and decisions",
  keyFile: 'key for keyed steps without a workspace (at least 32 bytes)',
  today: "YYYY-MM-DD instead of the recipe's reference date, as given to apply",
  json: 'all figures on stdout',
  stdinTwice: 'Standard input can be the file or the recipe, not both.',
  examples: [
    'custos compare customers.csv --recipe recipe.json',
    'custos compare customers.csv --recipe recipe.json --json',
  ],
  columns: ['column', 'step', 'before', 'after'],
  pairs: ['columns', 'by', 'before', 'after'],
};
