import type { SqlTarget } from '#shared/domain/sql-targets.ts';
import type { CannotWriteWhat } from '#shared/sql/portable/cannot-write.ts';
import { quotedNames, shortName as quoted } from './names.ts';
import { count } from './numbers.ts';

const engines: Record<SqlTarget, string> = { duckdb: 'DuckDB', postgres: 'PostgreSQL', spark: 'Spark' };

const seen: Record<SqlTarget, string[]> = {
  duckdb: [
    'DuckDB: whoever may run statements in the same session reads custos_pads like any table. EXPLAIN prints the names of',
    'keys, not pads; profiles do the same. Do not write the session into a database file.',
  ],
  postgres: [
    'PostgreSQL: custos_pads is a temporary table, which other sessions cannot read; a superuser of the server can look at',
    'its memory and temporary files. The pads are data of a COPY, so no log of statements, no pg_stat_activity and no',
    'pg_stat_statements has them. EXPLAIN, also VERBOSE and ANALYZE, prints that a value was looked up in custos_pads, and',
    'the name of the key. auto_explain with log_parameter_max_length has no parameters to log. Never write a pad into a',
    'statement: logs keep it.',
  ],
  spark: [
    'Spark: custos_pads is a view of a file. Plans, EXPLAIN and the pages of a job show its path, the name of the key and',
    'the text of the script, and no pad. Never give pads as parameters or literals of spark.sql: Spark writes those into',
    'every plan, and its pages and event logs show them, whatever is set to redact them. Workers hold the pads in memory',
    'while the job runs. Put the file where only the job reads it, and delete it afterwards.',
    'The first use of NFC calls ICU by reflect(), which some platforms forbid: the script then stops with an error.',
  ],
};

/** How an engine is kept from mending lines that do not fit. */
const strictly: Record<SqlTarget, string[]> = {
  duckdb: [
    '   ignore_errors = true, store_rejects = true beside what stands above leave them out, and reject_errors lists them.',
  ],
  postgres: ['   COPY stops at the first such line, and names it: take it out of the file.'],
  spark: [
    "     spark.read.csv('table.csv', header=True, mode='DROPMALFORMED', inferSchema=False, multiLine=True, escape='\"')",
    '   leaves them out; its default, PERMISSIVE, fills them up with NULL and cuts them. Its writer cuts blanks at the ends of',
    "   values: write.csv(…, header=True, escape='\"', ignoreLeadingWhiteSpace=False, ignoreTrailingWhiteSpace=False).",
  ],
};

const cannot = (what: CannotWriteWhat): string => {
  switch (what.kind) {
    case 'encrypt-format':
      return 'format-preserving encryption is code of this program';
    case 'token':
      return 'what a token stands for is kept here, when it is made';
    case 'date-format':
      return `dates written as ${what.format} are read with names of months, or as bare numbers`;
    case 'pattern':
      return 'it goes by a pattern with signs that engines read differently';
    case 'width':
      return `a query has ${count(what.columns)} columns, and it takes at most ${count(what.most)}`;
    case 'nul':
      return 'one of its texts holds a NUL';
  }
};

/** What a recipe as another engine’s script says of itself. Steps are counted from 1. */
export const scriptText = {
  engine: (target: SqlTarget) => engines[target],
  step: (step: number, sentence: string) => `Step ${step + 1}: ${sentence}`,
  views: (k: number | null) => ({
    prepared: 'Every row as it is treated; custos_kept: whether the recipe chooses it.',
    output:
      k === null ? 'What may be written.' : `What may be written: rows of classes of at least ${k}, and no others.`,
    checks: 'Figures of the run, for custos certify.',
  }),
  head: (of: { target: SqlTarget; purpose: string; leftOut: readonly string[]; keys: readonly string[] }) => [
    `A recipe of Custos for ${engines[of.target]}, for the purpose ${of.purpose}.`,
    'It reads custos_source: a table or view of that name with one column of text for each column of the recipe.',
    'Run it in one session; then custos_output has what may be written, and custos_checks the figures of it.',
    'It leaves nothing behind: views and functions go with the session.',
    ...(of.keys.length === 0
      ? []
      : [
          `It hashes under ${quotedNames(of.keys)}: the pads of each stand in custos_pads before it is run.`,
          'How they get there, and who sees them: custos compile --instructions.',
        ]),
    ...(of.leftOut.length === 0 ? [] : [`Not read, because nobody decided on them: ${quotedNames(of.leftOut)}.`]),
    'Not done here: what a release leaves out by age, by consent or by the suppression list, and the guardrails.',
    'Lines of a file with too few or too many fields, or of nothing but delimiters, which Custos rejects and counts, are not',
    'in custos_source either: a reader that keeps, fills up or cuts them makes other classes. How: --instructions.',
    'Classes count rows; where a person has several, a release counts people.',
  ],
  refused: {
    all: (target: SqlTarget, sentences: readonly string[]) =>
      `${engines[target]} cannot do this with the same result. ${sentences.join(' ')} Run it here, or take the steps out.`,
    tooWide: (what: CannotWriteWhat) => `The table and what is computed beside it are too wide: ${cannot(what)}.`,
    wholeTable: (step: number, op: string) =>
      `Step ${step + 1} (${op}) works on all rows together, which no query does.`,
    function: (step: number, op: string, what: CannotWriteWhat) => `Step ${step + 1} (${op}): ${cannot(what)}.`,
    audience: 'A list for a platform leaves out whoever could not be matched, which is done here alone.',
    nothingLeft: 'No column is left to be written.',
    noName: 'A column has no name, or one with a NUL in it. Name it in the list of columns.',
    ownName: (name: string, prefix: string) =>
      `The column ${quoted(name)} begins with ${prefix}, as names of the script do. Rename it.`,
    longName: (name: string, most: number) =>
      `The column ${quoted(name)} has a name of more than ${most} bytes, which PostgreSQL cuts short. Rename it.`,
    sameName: (one: string, other: string) =>
      `The columns ${quoted(one)} and ${quoted(other)} are one and the same to this engine. Rename one.`,
  },
  instructions: (target: SqlTarget, begin: { pads: readonly string[]; source: readonly string[] }) =>
    [
      `Running a compiled recipe on ${engines[target]}`,
      '',
      '1. Load the table with every column as text, as it stands in the file: no trimming, nothing read as a date or a',
      '   number, an empty field as the source has it. Give the script that table under the name custos_source:',
      ...begin.source.map((line) => `     ${line}`),
      '   Lines with too few or too many fields are not filled up and not cut, and those of nothing but delimiters are no',
      '   rows: custos import says how many of them Custos rejects, and the rows of custos_source (rows_in of the checks) are',
      '   those that it accepts.',
      ...strictly[target],
      '2. Only where the recipe hashes, replaces or shifts under a key: custos compile RECIPE --target T --pads pads.jsonl',
      '   --key-file FILE writes the pads of its keys, mode 0600. Put them into the session:',
      ...begin.pads.map((line) => `     ${line}`),
      '3. Run the script in the same session.',
      '4. Write custos_output to a file: CSV in UTF-8 with a header, an empty field for NULL and "" for an empty text. Write',
      '   custos_checks to another. Row order is for the engine to say: shuffle before handing on.',
      '5. custos certify OUTPUT --recipe RECIPE --checks CHECKS --workspace DIR measures the file here, and enters it.',
      '   Where the rows must stay: without OUTPUT the checks alone are certified as told, and nothing is recomputed.',
      '6. End the session and delete pads.jsonl.',
      '',
      'Who sees the key',
      'Pads are as secret as the key: whoever has them makes every pseudonym again. They are in no text of the script.',
      ...seen[target],
      '',
      'What is the same, and what is not done',
      'Each value is made as it is here: small letters, accents, dates, numbers and padding by functions of the script where',
      'the engine has its own mind. What it cannot do the same is refused by name when it is compiled. A number of more than',
      '38 digits stops the query where it has to be written. Characters newer than the engine’s Unicode may be composed',
      'differently by NFC. Rows that a release here leaves out by age, consent or the suppression list are not left out, no',
      'guardrail is asked, and formulas of spreadsheets are not made harmless: custos certify looks at what came out.',
      '',
    ].join('\n'),
};
