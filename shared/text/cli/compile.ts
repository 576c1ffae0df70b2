/** `custos compile`. */
export const compileText = {
  description: 'write a recipe as the SQL of another engine, with the same result',
  examples: [
    'custos compile recipe.json --target postgres --columns columns.txt -o recipe.sql',
    'custos compile recipe.json --target spark --pads pads.jsonl --key-file key.bin -o recipe.sql',
    'custos compile recipe.json --target spark --instructions',
  ],
  recipe: 'the recipe, or - for standard input',
  target: 'the engine: duckdb, postgres or spark',
  columns:
    'the table’s columns in order: one name a line, or a JSON list of names; absent: those that the recipe lists',
  output: 'where to write it; absent: standard output',
  pads: 'write the pads of the recipe’s keys to this file, for the session that runs it',
  keyFile: 'the key that the pads are made from',
  instructions: 'print how to run it, and who sees the key, in place of the SQL',
  today: 'the day that ages count from, YYYY-MM-DD; absent: the recipe’s',
  force: 'replace what is there',
  padsWithoutKey: 'Pads are made from a key: give --key-file as well.',
  keyWithoutPads: 'The key is needed for the pads alone: give --pads FILE as well, or leave --key-file out.',
  noKeys: 'This recipe uses no key, so there are no pads to write. Leave --pads out.',
  columnsUnreadable: (file: string) =>
    `The list of columns ${file} cannot be read. Give a text file of one name a line, or a JSON list of names.`,
  columnsEmpty: (file: string) => `The list of columns ${file} names none. Write one name a line, or a JSON list.`,
  padsWritten: (file: string, keys: number) =>
    `Pads of ${keys} ${keys === 1 ? 'key' : 'keys'} in ${file}. They are as secret as the key: delete the file after the run.`,
  written: (file: string) => `Written to ${file}.`,
};
