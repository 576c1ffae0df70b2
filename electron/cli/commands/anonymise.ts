import { join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import {
  localEfforts,
  searchMetrics,
  type AnonymisedFile,
  type LocalEffort,
  type SearchMetric,
} from '#shared/domain/anonymised-file.ts';
import { anonymiseCommandText as text } from '#shared/text/cli/anonymise.ts';
import { anonymiseTablesText as tablesText } from '#shared/text/cli/anonymise-tables.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { programText } from '#shared/text/cli/program.ts';
import { sendToStdout, withContext, type CommandContext } from '../terminal/context.ts';
import { table, type Terminal } from '../terminal/output.ts';
import { tellRefinement } from '../terminal/tell-refinement.ts';
import type { AnonymiseOptions } from './anonymise-options.ts';
import { anonymiseTables, checkTogether } from './anonymise-tables.ts';
import { asNumber } from './as-number.ts';
import { columnList, example, intakeOptionsFrom, readingOptions, type AddCommand } from './command.ts';
import { hierarchyFiles } from './hierarchy-files.ts';

const again = (typed: string, before: string[] = []): string[] => [...before, typed];

/** column=number, where a column's name may hold = itself. @throws Failure WRONG_USAGE */
function pairs(option: string, typed: readonly string[] = []): { column: string; number: number }[] {
  return typed.map((one) => {
    const at = one.lastIndexOf('=');
    const number = Number(one.slice(at + 1));
    if (at < 1 || one.slice(at + 1).trim() === '' || !Number.isFinite(number))
      throw new Failure('WRONG_USAGE', text.noPair(option, one));
    return { column: one.slice(0, at), number };
  });
}

/** `k-map:5` is short for `k-map:k=5`. */
const byTable = /^k-map:\d+$/;

/** @throws Failure WRONG_USAGE */
function modelsFrom({ l, t, model = [], sensitive = [] }: AnonymiseOptions) {
  const models: { id: string; settings: Record<string, unknown> }[] = model.map((typed) => {
    const [, id, rest] = /^([a-z][a-z-]*)(?::(.+))?$/.exec(typed) ?? [];
    if (id === undefined) throw new Failure('WRONG_USAGE', text.noModel(typed));
    const settings = (rest ?? '')
      .split(',')
      .filter(Boolean)
      .map((setting): [string, unknown] => {
        const [name = '', value] = (byTable.test(typed) ? `k=${setting}` : setting).split('=');
        if (value === undefined) throw new Failure('WRONG_USAGE', text.noModel(typed));
        return [name, value !== '' && Number.isFinite(Number(value)) ? Number(value) : value];
      });
    return { id, settings: Object.fromEntries(settings) };
  });
  if (l !== undefined) models.push({ id: 'distinct-l-diversity', settings: { l } });
  if (t !== undefined) models.push({ id: 't-closeness', settings: { t } });
  if (sensitive.length === 0 && (l !== undefined || t !== undefined))
    throw new Failure('WRONG_USAGE', text.noSensitive(l === undefined ? '--t' : '--l'));
  return models;
}

/** @throws Failure WRONG_USAGE */
const limitsFrom = ({ minLevel, maxLevel, weight }: AnonymiseOptions) => [
  ...pairs('--min-level', minLevel).map(({ column, number }) => ({ column, least: number })),
  ...pairs('--max-level', maxLevel).map(({ column, number }) => ({ column, most: number })),
  ...pairs('--weight', weight).map(({ column, number }) => ({ column, weight: number })),
];

/** @throws Failure WRONG_USAGE */
function localFrom({ local = false, effort }: AnonymiseOptions): LocalEffort | undefined {
  if (effort !== undefined && !local) throw new Failure('WRONG_USAGE', text.effortAlone);
  const known = localEfforts.find((one) => one === (effort ?? 'quick'));
  if (known === undefined) throw new Failure('WRONG_USAGE', text.noEffort(localEfforts));
  return local ? known : undefined;
}

function tell(terminal: Terminal, made: AnonymisedFile): void {
  terminal.say(text.written(made));
  for (const note of made.notes) terminal.say(programText.remark(note));
  terminal.data(
    table(
      made.local === null ? text.columns : text.localColumns,
      Object.entries(made.levels).map(([name, { level, of, mean }]) => [
        name,
        level,
        of,
        ...(mean === undefined ? [] : [mean.toFixed(3)]),
      ]),
    ),
  );
  terminal.data(table(text.measures, text.figures(made)));
  if (made.refinement !== null) tellRefinement(terminal, made.refinement);
}

/** @param chosen what was chosen for the person, in sentences */
async function run(
  context: CommandContext,
  file: string,
  options: AnonymiseOptions,
  chosen: readonly string[],
): Promise<number> {
  const { output: typed, qi, sensitive = [], force = false, json = false, keepOrder = false } = options;
  const { populationFile: everybody } = options;
  if (qi === undefined) throw new Failure('WRONG_USAGE', tablesText.noQi);
  if (typed === undefined) throw new Failure('WRONG_USAGE', tablesText.noOutput);
  const models = modelsFrom(options);
  const limits = limitsFrom(options);
  const local = localFrom(options);
  const files = hierarchyFiles(options.hierarchies, [...qi, ...sensitive]);
  context.guard({
    outputs: [{ path: typed }],
    inputs: { source: [file, ...(everybody === undefined ? [] : [everybody]), ...files.map(({ path }) => path)] },
    force,
  });
  const output = typed === '-' ? join(await context.engine.privateDirectory(), 'anonymised.csv') : typed;
  const outputGrantId = context.writeGrant(output);
  const hierarchies: { column: string; grantId: string }[] = [];
  for (const { column, path } of files) hierarchies.push({ column, grantId: await context.readGrant(path) });
  const found = await context.follow(
    context.client.files.anonymise({
      grantId: await context.readGrant(file),
      options: intakeOptionsFrom(options),
      qi,
      sensitive,
      ...(options.person === undefined ? {} : { person: options.person }),
      models,
      k: options.k,
      ...(everybody === undefined ? {} : { populationGrantId: await context.readGrant(everybody) }),
      suppression: options.suppression,
      ...(local === undefined ? {} : { local }),
      metric: options.metric as SearchMetric,
      hierarchies,
      limits,
      seconds: options.timeLimit,
      keepOrder,
      outputGrantId,
      force,
    }),
  );
  const made = { ...found, notes: [...chosen, ...found.notes] };
  if (typed === '-') {
    await sendToStdout(output);
    for (const note of made.notes) context.terminal.say(programText.remark(note));
  } else if (json) context.terminal.json(made);
  else tell(context.terminal, made);
  return 0;
}

export const anonymise: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('anonymise')
      .description(text.description)
      .argument('<file>')
      .option('--qi <columns>', text.qi, columnList)
      .option('--k <n>', text.k, asNumber, 5)
      .option('--l <n>', text.l, asNumber)
      .option('--sensitive <columns>', text.sensitive, columnList)
      .option('--person <column>', text.person)
      .option('--t <x>', text.t, asNumber)
      .option('--model <id:setting=value>', text.model, again)
      .option('--population-file <file>', text.populationFile)
      .option('--suppression <share>', text.suppression, asNumber, 0.05)
      .option('--local', text.local)
      .option('--effort <quick|long>', text.effort)
      .option('--hierarchies <directory>', text.hierarchies)
      .option('--metric <id>', text.metric(searchMetrics), 'loss')
      .option('--min-level <column=n>', text.minLevel, again)
      .option('--max-level <column=n>', text.maxLevel, again)
      .option('--weight <column=x>', text.weight, again)
      .option('--time-limit <seconds>', text.timeLimit, asNumber, 60)
      .option('--keep-order', text.keepOrder)
      .option('-o, --output <file>', text.output)
      .option('--with <file>', tablesText.with, again)
      .option('--key <column>', tablesText.key)
      .option('--with-key <column>', tablesText.withKey, again)
      .option('--household <column>', tablesText.household)
      .option('--rows-per-person <n>', tablesText.rowsPerPerson, asNumber, 50)
      .option('--sets', tablesText.sets)
      .option('--no-attack', tablesText.noAttack)
      .option('--purpose <id>', tablesText.purpose)
      .option('--out-folder <directory>', tablesText.outFolder)
      .option('--workspace <directory>', tablesText.workspace)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--force', text.force)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: AnonymiseOptions) => {
    if (options.output === '-' && options.json) throw new Failure('WRONG_USAGE', text.stdoutTwice);
    if (file === '-' && options.populationFile === '-') throw new Failure('WRONG_USAGE', text.stdinTwice);
    const given = (option: string): boolean => command.getOptionValueSource(option) === 'cli';
    checkTogether(options, given);
    if (options.with !== undefined) {
      const { suppression, ...others } = options;
      const most = given('suppression') ? suppression : undefined;
      exit(await withContext((context) => anonymiseTables(context, file, { ...others, suppression: most })));
      return;
    }
    const unused =
      options.local === true
        ? [...(given('suppression') ? ['--suppression'] : []), ...(given('timeLimit') ? ['--time-limit'] : [])]
        : [];
    // Whoever is in the file is in the population, too: k of the file's rows would leave k-map nothing to say.
    const onlyMap = options.populationFile !== undefined && !given('k');
    const chosen = [...unused.map(text.unusedLocally), ...(onlyMap ? [text.kOfFile] : [])];
    exit(await withContext((context) => run(context, file, onlyMap ? { ...options, k: 1 } : options, chosen)));
  });
  example(command, [...text.examples, ...tablesText.examples]);
};
