import { Failure } from '#shared/contract/failure.ts';
import type { RetentionBound, RetentionRan, RetentionTimeline } from '#shared/contract/retention.ts';
import { retentionCommandText as text } from '#shared/text/cli/retention.ts';
import { readRecipeFile } from '#engine/read-recipe-file.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { table, type Terminal } from '../terminal/output.ts';
import { asDay } from './as-day.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';
import { retentionDeeds } from './retention-deeds.ts';
import { retentionOwn } from './retention-own.ts';
import { retentionRuleMeant } from './retention-rule-meant.ts';

interface RunOptions extends InWorkspace {
  dryRun?: boolean;
  today?: string;
  rule?: string;
  dataset?: string;
  output?: string;
  recipe?: string;
  force?: boolean;
}

const blank = (value: number): string => (value === 0 ? '' : String(value));

function tellLines(terminal: Terminal, lines: RetentionRan['lines']): void {
  for (const line of lines) {
    if (line.duration === null) terminal.say(text.run.undecided(line));
    if (line.undated > 0) terminal.say(text.run.undated(line));
    if (line.held > 0) terminal.say(text.run.held(line));
    if (line.action === 'review' && line.over > line.held) terminal.say(text.run.review(line));
    if (line.action === 'anonymise' && line.over > line.held + line.acted) terminal.say(text.run.toAnonymise(line));
  }
}

function tellRun(terminal: Terminal, ran: RetentionRan): void {
  if (ran.lines.length === 0) terminal.say(text.run.nothing);
  else
    terminal.data(
      table(
        text.run.heads,
        ran.lines.map(({ dataset, title, column, duration, grace, action, over, held, undated, acted }) => [
          dataset,
          title,
          column,
          text.period(duration, grace),
          text.actions[action],
          String(over),
          blank(held),
          blank(undated),
          blank(acted),
        ]),
      ),
    );
  for (const dataset of ran.datasets) {
    const { sha256Before, sha256After } = dataset;
    terminal.say(sha256Before === null ? text.run.rehearsed(dataset) : text.run.done(dataset));
    if (sha256Before !== null && sha256After !== null) terminal.say(text.run.hashes(sha256Before, sha256After));
  }
  tellLines(terminal, ran.lines);
  if (ran.anonymised !== null) terminal.say(text.run.anonymised(ran.anonymised));
  for (const { what, why } of ran.remains) terminal.say(text.run.remains(what, why));
  for (const { dataset, why } of ran.notRead) terminal.say(text.run.notRead(dataset, why));
}

/** The lines that a rule and a dataset leave, where either was named. */
async function onlyMeant(
  { client, engine, follow }: CommandContext,
  { rule, dataset, today }: RunOptions,
): Promise<RetentionBound[] | undefined> {
  if (rule === undefined && dataset === undefined) return undefined;
  const id = dataset === undefined ? null : await engine.findDataset(dataset);
  const meant = rule === undefined ? null : await retentionRuleMeant(client, rule);
  const { lines } = await follow(client.retention.timeline(today === undefined ? {} : { today }));
  return lines
    .filter((line) => (id === null || line.datasetId === id) && (meant === null || line.rule === meant))
    .map(({ datasetId, rule: of, column }) => ({ datasetId, rule: of, column }));
}

/** Where rows that are over are released to, and by which recipe. */
async function toAnonymise(
  { guard, writeGrant }: CommandContext,
  { output, recipe, workspace, passphraseFile, force = false, dryRun = false }: RunOptions,
) {
  if (output === undefined) return undefined;
  if (dryRun) throw new Failure('WRONG_USAGE', text.run.noOutput);
  guard({ outputs: [{ path: output }], inputs: { recipe, passphrase: passphraseFile }, workspace, force });
  const read = recipe === undefined ? undefined : await readRecipeFile(recipe, recipe);
  return { grantId: writeGrant(output), ...(read === undefined ? {} : { recipe: read }) };
}

const run: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('run')
      .description(text.run.description)
      .option('--dry-run', text.run.dryRun)
      .option('--today <date>', text.today, asDay)
      .option('--rule <id>', text.run.rule)
      .option('--dataset <name>', text.dataset)
      .option('-o, --output <file>', text.run.output)
      .option('--recipe <file>', text.run.recipe)
      .option('--force', text.force),
  ).action(async (options: RunOptions) => {
    exit(
      await withContext(async (context) => {
        const { client, terminal, follow } = context;
        const anonymise = await toAnonymise(context, options);
        await context.openWorkspace(options.workspace, options.passphraseFile);
        const only = await onlyMeant(context, options);
        const ran = await follow(
          client.retention.run({
            dryRun: options.dryRun ?? false,
            ...(options.today === undefined ? {} : { today: options.today }),
            ...(only === undefined ? {} : { only }),
            ...(anonymise === undefined ? {} : { anonymise }),
          }),
        );
        if (options.json) terminal.json(ran);
        else tellRun(terminal, ran);
        return !ran.dryRun && ran.open > 0 ? 1 : 0;
      }),
    );
  });
  example(command, text.run.examples);
};

function tellTimeline(
  terminal: Terminal,
  { months, lines, rules, holds, unbound, notRead, unused }: RetentionTimeline,
): void {
  if (lines.length > 0)
    terminal.data(
      table(
        text.list.heads(months),
        lines.map((line) => [
          line.dataset,
          line.title,
          line.column,
          text.period(line.duration, line.grace),
          String(line.over),
          ...line.months.map(blank),
          blank(line.later),
          blank(line.undated),
        ]),
      ),
    );
  for (const line of lines) terminal.say(text.list.told(line));
  for (const { title, id, duration, grace, action, legalReason, offers } of rules) {
    terminal.say(text.list.rule(title, id, text.period(duration, grace), text.actions[action], legalReason));
    if (duration === null) for (const offer of offers) terminal.say(text.list.offer(offer.duration, offer.source));
  }
  for (const hold of holds) terminal.say(text.list.hold(hold));
  if (unbound.length > 0) terminal.say(text.list.unbound(unbound.map(({ name }) => name)));
  for (const one of unused.datasets) terminal.say(text.list.unused(one, unused.period));
  for (const { dataset, why } of notRead) terminal.say(text.run.notRead(dataset, why));
}

const list: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program.command('list').description(text.list.description).option('--today <date>', text.today, asDay),
  ).action(async (options: RunOptions) => {
    exit(
      await inWorkspace(options, async ({ client, terminal, follow }) => {
        const { today } = options;
        const timeline = await follow(client.retention.timeline(today === undefined ? {} : { today }));
        if (options.json) terminal.json(timeline);
        else tellTimeline(terminal, timeline);
        return 0;
      }),
    );
  });
  example(command, text.list.examples);
};

/** How long data are kept, what expires when, and ending what is over. */
export const retention: AddCommand = (program, exit) => {
  const command = program.command('retention').description(text.description);
  for (const add of [run, list, ...retentionDeeds, ...retentionOwn]) add(command, exit);
  example(command, [...text.run.examples, ...text.set.examples]);
};
