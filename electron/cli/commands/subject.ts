import { Failure } from '#shared/contract/failure.ts';
import type { KeepConsent, KeepOnErasure } from '#shared/contract/subjects.ts';
import { isWide, mostRows } from '#shared/domain/wide-search.ts';
import { keepingGrounds } from '#shared/domain/request.ts';
import { subjectCommandText as text } from '#shared/text/cli/subject.ts';
import { requestsText } from '#shared/text/engine/requests.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';
import { identifiersFrom } from './identifiers-from.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';

const find: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program.command('find').description(text.find.description).argument('<values...>', text.values),
  ).action(async (typed: string[], options: InWorkspace) => {
    exit(
      await inWorkspace(options, async (context) => {
        const { client, terminal, follow } = context;
        const found = await follow(client.subjects.find({ values: await identifiersFrom(context, typed) }));
        if (options.json) terminal.json(found);
        else {
          if (found.hits.length > 0)
            terminal.data(
              table(
                text.find.heads,
                found.hits.map(({ dataset, column, match, rows }) => [dataset, column, text.match[match], `${rows}`]),
              ),
            );
          terminal.say(text.find.done(found.hits.length, found.searched.length));
          for (const { what, why } of found.notSearched) terminal.say(text.find.notSearched(what, why));
          if (isWide(found)) terminal.say(requestsText.tooWide(mostRows(found)));
          if (found.registerEntry !== null) terminal.say(text.find.kept(found.registerEntry));
        }
        return found.hits.length > 0 ? 0 : 1;
      }),
    );
  });
  example(command, text.find.examples);
};

interface ExportOptions extends InWorkspace {
  output: string;
  force?: boolean;
}

const exportCopy: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('export')
      .description(text.export.description)
      .argument('<values...>', text.values)
      .requiredOption('-o, --output <file>', text.export.output)
      .option('--force', text.export.force),
  ).action(async (typed: string[], options: ExportOptions) => {
    exit(
      await withContext(async (context) => {
        const { client, terminal, follow, writeGrant } = context;
        const { output, workspace, passphraseFile, force = false } = options;
        context.guard({ outputs: [{ path: output }], inputs: { passphrase: passphraseFile }, workspace, force });
        const values = await identifiersFrom(context, typed);
        await context.openWorkspace(workspace, passphraseFile);
        const made = await follow(client.subjects.export({ values, grantId: writeGrant(output) }));
        if (options.json) terminal.json({ ...made, output });
        else {
          terminal.say(text.export.done(made.rows, made.datasets, made.registerEntry));
          for (const { dataset, column, rows } of made.mentions)
            terminal.say(text.export.mention(dataset, column, rows));
          for (const { what, why } of made.notSearched) terminal.say(text.find.notSearched(what, why));
        }
        return 0;
      }),
    );
  });
  example(command, text.export.examples);
};

interface EraseOptions extends InWorkspace {
  reason?: string;
  by: string[];
  dryRun?: boolean;
  suppress?: boolean;
  keep: string[];
  keepConsent?: boolean;
  keepGround?: string;
  keepReason?: string;
}

/** `DATASET` or `DATASET:COLUMN,COLUMN` as a dataset's id and names of columns. @throws Failure DATASET_UNKNOWN */
async function keepNamed(
  find: (typed: string) => Promise<string>,
  typed: string,
): Promise<{ datasetId: string; columns: string[] }> {
  const at = typed.indexOf(':');
  const whole = await find(typed).catch((error: unknown) => {
    if (at < 0) throw error;
    return null;
  });
  if (whole !== null) return { datasetId: whole, columns: [] };
  const columns = typed
    .slice(at + 1)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { datasetId: await find(typed.slice(0, at).trim()), columns };
}

/** What a law keeps. @throws Failure WRONG_USAGE without a ground that keeps data from erasure */
async function keepsOf(
  find: (typed: string) => Promise<string>,
  { keep, keepConsent = false, keepGround, keepReason: reason = '' }: EraseOptions,
): Promise<{ keep: KeepOnErasure[]; keepConsent?: KeepConsent }> {
  if (keep.length === 0 && !keepConsent) return { keep: [] };
  const ground = keepingGrounds.find((one) => one === keepGround);
  if (ground === undefined) throw new Failure('WRONG_USAGE', text.erase.needsGround(keepingGrounds));
  const records = keep.map(async (typed) => ({ ...(await keepNamed(find, typed)), ground, reason }));
  return { keep: await Promise.all(records), ...(keepConsent ? { keepConsent: { ground, reason } } : {}) };
}

const several = (value: string, before: string[]): string[] => [...before, value];

const erase: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('erase')
      .description(text.erase.description)
      .argument('<values...>', text.values)
      .option('--reason <text>', text.reason)
      .option('--by <column>', text.erase.by, several, [])
      .option('--suppress', text.erase.suppress)
      .option('--keep <dataset[:columns]>', text.erase.keep, several, [])
      .option('--keep-consent', text.erase.keepConsent)
      .option('--keep-ground <ground>', text.erase.keepGround(keepingGrounds))
      .option('--keep-reason <text>', text.erase.keepReason)
      .option('--dry-run', text.erase.dryRun),
  ).action(async (typed: string[], options: EraseOptions) => {
    exit(
      await inWorkspace(options, async (context) => {
        const { client, engine, terminal, follow } = context;
        const { reason = '', by, dryRun = false, suppress = false } = options;
        const values = await identifiersFrom(context, typed);
        const keeps = await keepsOf((named) => engine.findDataset(named), options);
        const made = await follow(client.subjects.erase({ values, reason, by, dryRun, suppress, ...keeps }));
        const isNothing = made.datasets.length + made.tokens + made.consents + made.recipes === 0;
        if (options.json) terminal.json(made);
        else {
          if (made.datasets.length > 0)
            terminal.data(
              table(
                text.erase.heads,
                made.datasets.map(({ name, rows, cells, rejectedRows, foundBy }) => [
                  name,
                  `${rows}`,
                  `${cells}`,
                  `${rejectedRows}`,
                  foundBy.join(', '),
                ]),
              ),
            );
          terminal.say(isNothing ? text.erase.nobody(made.places) : text.erase.done(made));
          for (const { dataset, column, rows, why } of made.left)
            terminal.say(text.erase.left(dataset, column, rows, why));
          for (const { what, why } of made.remains) terminal.say(text.erase.remains(what, why));
          if (made.registerEntry !== null) terminal.say(text.find.kept(made.registerEntry));
        }
        return isNothing ? 1 : 0;
      }),
    );
  });
  example(command, text.erase.examples);
};

interface RectifyOptions extends InWorkspace {
  dataset: string;
  column: string;
  from?: string;
  to?: string;
  empty?: boolean;
  reason?: string;
}

const rectify: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('rectify')
      .description(text.rectify.description)
      .argument('<values...>', text.values)
      .requiredOption('--dataset <name>', text.rectify.dataset)
      .requiredOption('--column <column>', text.rectify.column)
      .option('--to <text>', text.rectify.to)
      .option('--empty', text.rectify.empty)
      .option('--from <text>', text.rectify.from)
      .option('--reason <text>', text.reason),
  ).action(async (typed: string[], options: RectifyOptions) => {
    exit(
      await inWorkspace(options, async (context) => {
        const { client, engine, terminal, follow } = context;
        const { dataset, column, from, to, empty = false, reason = '' } = options;
        if ((to === undefined) !== empty) throw new Failure('WRONG_USAGE', text.rectify.toOrEmpty);
        const values = await identifiersFrom(context, typed);
        const datasetId = await engine.findDataset(dataset);
        const made = await follow(client.subjects.rectify({ values, datasetId, column, from, to: to ?? null, reason }));
        if (options.json) terminal.json(made);
        else {
          terminal.say(text.rectify.done(made.cells, made.rows, made.dataset, made.column));
          for (const other of made.alsoIn) terminal.say(text.rectify.alsoIn(other));
          for (const { fileName, recipient } of made.handedOver) terminal.say(text.rectify.tell(fileName, recipient));
          terminal.say(text.find.kept(made.registerEntry));
        }
        return 0;
      }),
    );
  });
  example(command, text.rectify.examples);
};

/** A command that puts people on the suppression list or takes them off it. */
const onList =
  (
    name: 'suppress' | 'unsuppress',
    change: (
      client: CommandContext['client'],
      asked: { values: string[]; reason: string },
    ) => Promise<{ said: string; registerEntry: number | null; made: object }>,
  ): AddCommand =>
  (program, exit) => {
    const command = workspaceOptions(
      program
        .command(name)
        .description(text[name].description)
        .argument('<values...>', text.values)
        .option('--reason <text>', text.reason),
    ).action(async (typed: string[], options: InWorkspace & { reason?: string }) => {
      exit(
        await inWorkspace(options, async (context) => {
          const { client, terminal } = context;
          const values = await identifiersFrom(context, typed);
          const { said, registerEntry, made } = await change(client, { values, reason: options.reason ?? '' });
          if (options.json) terminal.json(made);
          else {
            terminal.say(said);
            if (registerEntry !== null) terminal.say(text.find.kept(registerEntry));
          }
          return 0;
        }),
      );
    });
    example(command, text[name].examples);
  };

const suppress = onList('suppress', async (client, asked) => {
  const made = await client.subjects.suppress(asked);
  return { said: text.suppress.done(made.added, made.hashes), registerEntry: made.registerEntry, made };
});

const unsuppress = onList('unsuppress', async (client, asked) => {
  const made = await client.subjects.unsuppress(asked);
  return { said: text.unsuppress.done(made.removed, made.hashes), registerEntry: made.registerEntry, made };
});

/** One person across all that a workspace holds. */
export const subject: AddCommand = (program, exit) => {
  const command = program.command('subject').description(text.description);
  for (const add of [find, exportCopy, rectify, erase, suppress, unsuppress]) add(command, exit);
};
