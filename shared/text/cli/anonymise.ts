import type { AnonymisedFile } from '#shared/domain/anonymised-file.ts';
import { count, counted } from '../numbers.ts';

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

const searched = ({ nodes, nodesChecked, optimal, bound }: AnonymisedFile): [string, string][] => [
  ['levels looked at', `${count(nodesChecked)} of ${nodes < 1e15 ? count(nodes) : nodes.toExponential(1)}`],
  ['nothing better', optimal ? 'proven' : `not proven; nothing scores below ${bound.toFixed(6)}`],
];

/** `custos anonymise`. */
export const anonymiseCommandText = {
  description: 'puts the values of quasi-identifiers into groups, no finer than privacy models allow and no coarser',
  qi: 'quasi-identifiers, comma-separated',
  k: 'fewest rows of a class, or people with --person',
  l: 'fewest different values of each protected column in a class (distinct l-diversity)',
  sensitive: 'protected columns, comma-separated; they are not changed',
  person: 'column that tells people apart: k then counts people, not rows',
  t: 'how far a protected column may be from the whole file in a class, 0 to 1 (t-closeness)',
  model: 'a further privacy model, as id:setting=value,…; may be given again; k-map:5 goes with --population-file',
  populationFile:
    'a file of everybody the rows were drawn from, with the quasi-identifiers under the same names: with --model ' +
    'k-map:5 every class has 5 people of it; --k is 1 then unless it is given',
  kOfFile:
    'k 1: how many rows of the file a class has is not asked, only how many people of the population. Add --k to ask both.',
  suppression: 'largest share of the rows that may be suppressed',
  local: 'labels row by row, as low as each class allows; no row is suppressed',
  effort: 'how long --local looks: quick, or long for a little less loss',
  effortAlone: '--effort says how long --local looks. Give --local, too, or leave it out.',
  noEffort: (known: readonly string[]) => `--effort is ${known.join(' or ')}. Give one of these.`,
  unusedLocally: (option: string) => `--local does not use ${option}: no row is left out, and no clock ends it.`,
  hierarchies: 'folder of hierarchy files, <anything>_hierarchy_<column>.csv; others are built',
  metric: (all: readonly string[]) => `what to lose least of: ${all.join(', ')}`,
  minLevel: 'lowest level of a column; may be given again',
  maxLevel: 'highest level of a column; may be given again',
  weight: 'how much a column counts beside the others (1); may be given again',
  timeLimit: 'seconds after which the best levels so far are taken',
  keepOrder: 'rows in the order of the file; whoever has the file can then match them by place',
  output: 'where to write; .csv or .tsv, - for standard output',
  force: 'replace an existing file',
  examples: [
    'custos anonymise people.csv --qi age,zip,gender --k 5 --hierarchies hierarchies -o people-k5.csv',
    'custos anonymise people.csv --qi age,zip,gender --k 5 --local -o people-local.csv',
    'custos anonymise people.csv --qi age,zip,gender --model k-map:5 --population-file everybody.csv -o people-map5.csv',
  ],
  stdoutTwice: 'With --json the document goes to standard output, so give the file a name after -o.',
  stdinTwice: 'Standard input can be the file or the population, not both.',
  noFolder: (path: string) => `There is no folder ${path}. Give the folder that holds the hierarchy files.`,
  noPair: (option: string, typed: string) => `${option} takes column=number, and “${typed.slice(0, 60)}” is none.`,
  noModel: (typed: string) =>
    `--model takes id:setting=value, like entropy-l-diversity:l=3, and “${typed.slice(0, 60)}” is none.`,
  noSensitive: (option: string) => `${option} protects a column. Name it after --sensitive.`,
  columns: ['column', 'level', 'of'],
  localColumns: ['column', 'highest level', 'of', 'mean'],
  written: ({ rows, suppressedRows, output, model }: AnonymisedFile) =>
    `${counted(rows, 'row')} written to ${output}, ${count(suppressedRows)} of them suppressed: ${model}.`,
  measures: ['measure', 'value'],
  figures: (made: AnonymisedFile): [string, string][] => [
    ['k (smallest class)', count(made.k)],
    ...(made.population?.least == null
      ? []
      : [
          [
            `k-map (people of ${made.population.file} in the class with fewest)`,
            count(made.population.least),
          ] satisfies [string, string],
        ]),
    ['classes', count(made.classes)],
    [
      'rows suppressed',
      `${count(made.suppressedRows)} (${percent(made.rows === 0 ? 0 : made.suppressedRows / made.rows)})`,
    ],
    ['loss (NCP)', made.loss.toFixed(6)],
    ['precision', made.precision.toFixed(6)],
    ['average class size', made.averageClassSize.toFixed(2)],
    ['discernibility', count(made.discernibility)],
    ...(made.local === null ? searched(made) : [['nothing better', 'not proven'] satisfies [string, string]]),
    ...made.measured.flatMap(({ model, column, value }): [string, string][] =>
      column === null ? [] : [[`${model} of ${column}`, value.toFixed(4)]],
    ),
    ...(made.downcoding ?? []).flatMap(({ column, minimal, shrunk }): [string, string][] =>
      minimal ? [[`rows of which knowing the levels narrows ${column}`, percent(shrunk)]] : [],
    ),
  ],
};
