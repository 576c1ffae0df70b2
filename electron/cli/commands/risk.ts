import type { RiskCheck } from '#shared/domain/risk-check.ts';
import { Failure } from '#shared/contract/failure.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { riskCommandText as text } from '#shared/text/cli/risk.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { asNumber } from './as-number.ts';
import {
  columnList,
  example,
  intakeOptionsFrom,
  readingOptions,
  type AddCommand,
  type ReadingOptions,
} from './command.ts';

interface Options extends ReadingOptions {
  qi?: string[];
  sensitive?: string[];
  person?: string;
  k?: number;
  threshold?: number;
  population?: number;
  populationFile?: string;
  knowledge?: string[];
  json?: boolean;
}

/** How many sets and columns are printed; the JSON has all. */
const printed = 8;

/** Figures of the classes, the attackers and the protected columns. */
function figures(found: RiskCheck): (string | number)[][] {
  const { measures } = text;
  const { population, individual, below } = found;
  return [
    [measures.rows, found.rows],
    ...(found.suppressedRows ? [[measures.suppressed, found.suppressedRows]] : []),
    [measures.k, found.k],
    [measures.counts, found.counts ?? 'rows'],
    [measures.classes, found.classes],
    [measures.averageClassSize, found.averageClassSize.toFixed(2)],
    [measures.unique, text.unique(found.unique.rows, found.unique.share)],
    ...(found.counts === 'people' ? [[measures.alone, text.of(found.alone.people, found.alone.of)]] : []),
    ...(below ? [[measures.below(below.k), text.below(below)]] : []),
    [measures.highest, text.percent(found.prosecutor.max)],
    [measures.average, text.percent(found.prosecutor.average)],
    [
      measures.above(found.prosecutor.above.threshold),
      text.unique(found.prosecutor.above.rows, found.prosecutor.above.share),
    ],
    [measures.journalistHighest, text.percent(found.journalist.max)],
    [measures.journalistAverage, text.percent(found.journalist.average)],
    [measures.journalistBasis, text.basis[found.journalist.basis]],
    [measures.marketer, text.percent(found.marketer.average)],
    ...Object.entries(found.l).map(([name, l]) => [text.l(name), text.lValue(l.distinct, l.entropy)]),
    ...Object.entries(found.t).map(([name, t]) => [text.t(name), t.toFixed(3)]),
    ...(population === null || individual === null
      ? [[measures.population, text.populationUnknown]]
      : [
          [measures.population, text.population(population)],
          [measures.zayatz, text.estimate(population.zayatz)],
          [measures.pitman, text.estimate(population.pitman)],
          [measures.snb, text.estimate(population.snb)],
          [measures.individual, text.individual(individual)],
        ]),
  ];
}

function print({ terminal }: CommandContext, found: RiskCheck): void {
  terminal.say(text.over(found.qi));
  // Who is counted stands among the warnings.
  const used = (found.columns ?? []).filter(({ use }) => use !== 'person');
  for (const sentence of [...text.used(used), ...(found.notes ?? []), ...found.warnings]) terminal.say(sentence);
  terminal.data(table(text.columns, figures(found)));
  if (found.knowledge.length > 0) {
    terminal.data('');
    terminal.data(table(text.knowledge.columns, found.knowledge.map(text.knowledge.row)));
  }
  const { worst, telling } = found;
  if (worst !== null && worst.sets.length > 0) {
    terminal.data('');
    terminal.data(table(text.worst.columns(worst.upTo), worst.columns.slice(0, printed).map(text.worst.row)));
    terminal.data('');
    terminal.data(table(text.sets.columns, worst.sets.slice(0, printed).map(text.sets.row)));
  }
  if (worst?.dis) terminal.say(text.intrusion(worst.dis));
  if (telling !== null && telling.together.length > 0) {
    terminal.data('');
    terminal.data(table(text.telling.columns, telling.together.slice(0, printed).map(text.telling.row)));
  }
}

async function measure(context: CommandContext, file: string, options: Options): Promise<number> {
  const { readGrant } = context;
  const found = await context.follow(
    context.client.files.risk({
      grantId: await readGrant(file),
      options: intakeOptionsFrom(options),
      sensitive: options.sensitive ?? [],
      person: options.person,
      k: options.k,
      threshold: options.threshold,
      population: options.population,
      ...(options.populationFile === undefined ? {} : { populationGrantId: await readGrant(options.populationFile) }),
      ...(options.knowledge ? { knowledge: options.knowledge } : {}),
      ...(options.qi ? { qi: options.qi } : {}),
    }),
  );
  if (options.json) context.terminal.json(found);
  else print(context, found);
  return 0;
}

export const risk: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('risk')
      .description(text.description)
      .argument('<file>')
      .option('--qi <columns>', text.qi, columnList)
      .option('--sensitive <columns>', text.sensitive, columnList)
      .option('--person <column>', text.person)
      .option('--k <n>', text.k, asNumber)
      .option('--threshold <share>', text.threshold, asNumber)
      .option('--population <n>', text.populationOption, asNumber)
      .option('--population-file <file>', text.populationFile)
      .option('--knowledge <sets>', text.knowledgeOption, columnList)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: Options) => {
    if (file === '-' && options.populationFile === '-') throw new Failure('WRONG_USAGE', text.stdinTwice);
    exit(await withContext((context) => measure(context, file, options)));
  });
  example(command, text.examples);
};
