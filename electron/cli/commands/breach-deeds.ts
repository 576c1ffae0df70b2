import { readFileSync } from 'node:fs';
import { Failure } from '#shared/contract/failure.ts';
import { breachChange, breachExportKinds, type BreachExportKind } from '#shared/contract/breaches.ts';
import { breachDeletions } from '#shared/domain/breach.ts';
import { breachCommandText as text } from '#shared/text/cli/breach.ts';
import { withContext } from '../terminal/context.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';

/** Bytes of a change that fit into a record. */
const mostBytes = 100_000;
const again = (typed: string, before: string[] = []): string[] => [...before, typed];

export const affected: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('affected')
      .description(text.affected.description)
      .argument('<breach>', text.breach)
      .option('--dataset <dataset>', text.affected.dataset, again)
      .option('--release <id>', text.affected.release, again),
  ).action(async (breach: string, options: InWorkspace & { dataset?: string[]; release?: string[] }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal, follow, engine }) => {
        const datasets = await Promise.all((options.dataset ?? []).map((word) => engine.findDataset(word)));
        const done = await follow(client.breaches.affected({ breach, datasets, releases: options.release ?? [] }));
        if (options.json) terminal.json(done);
        else terminal.say(text.affected.done(done.ref, done.registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.affected.examples);
};

/** @throws Failure WRONG_USAGE where it is no JSON, or not of a kind; it names the field */
function changeFrom(content: string, file: string) {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new Failure('WRONG_USAGE', text.change.notJson(file));
  }
  const parsed = breachChange.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path = [], message = '' } = parsed.error.issues[0] ?? {};
  if (path.length === 0 || path[0] === 'kind') throw new Failure('WRONG_USAGE', text.change.notJson(file));
  throw new Failure('WRONG_USAGE', text.change.wrongField(file, path.join('.'), message));
}

export const change: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('change')
      .description(text.change.description)
      .argument('<breach>', text.breach)
      .argument('<file>', text.change.file),
  ).action(async (breach: string, file: string, options: InWorkspace) => {
    exit(
      await inWorkspace(options, async (context) => {
        const { client, terminal } = context;
        const content = readFileSync(file === '-' ? await context.stdinFile(mostBytes) : file, 'utf8');
        const done = await client.breaches.change({ breach, change: changeFrom(content, file) });
        if (options.json) terminal.json(done);
        else terminal.say(text.change.done(done.ref, done.registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.change.examples);
};

interface ExportOptions extends InWorkspace {
  what: string;
  output: string;
  force?: boolean;
}

function asExport(typed: string): BreachExportKind {
  const found = breachExportKinds.find((one) => one === typed);
  if (found === undefined) throw new Failure('WRONG_USAGE', text.export.badWhat(typed, breachExportKinds));
  return found;
}

export const exportDraft: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('export')
      .description(text.export.description)
      .argument('[breach]', text.breach)
      .requiredOption('--what <what>', text.export.what)
      .requiredOption('-o, --output <file>', text.export.output)
      .option('--force', text.export.force),
  ).action(async (breach: string | undefined, options: ExportOptions) => {
    exit(
      await withContext(async (context) => {
        const { client, terminal, writeGrant } = context;
        const { output, workspace, passphraseFile, force = false } = options;
        const what = asExport(options.what);
        context.guard({ outputs: [{ path: output }], inputs: { passphrase: passphraseFile }, workspace, force });
        await context.openWorkspace(workspace, passphraseFile);
        const asked = { breach: breach ?? null, what, grantId: writeGrant(output) };
        const made = await client.breaches.export(asked);
        if (options.json) terminal.json({ ...made, output });
        else {
          terminal.say(text.export.done(made.fileName, made.filled, made.fields, made.registerEntry));
          if (made.missingSigns.length > 0) terminal.say(text.export.missingSigns(made.missingSigns.length));
        }
        return 0;
      }),
    );
  });
  example(command, text.export.examples);
};

export const reopen: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('reopen')
      .description(text.reopen.description)
      .argument('<breach>', text.breach)
      .requiredOption('--reason <text>', text.reopen.reason),
  ).action(async (breach: string, options: InWorkspace & { reason: string }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const change = { kind: 'reopen' as const, reason: options.reason };
        const done = await client.breaches.change({ breach, change });
        if (options.json) terminal.json(done);
        else terminal.say(text.reopen.done(done.ref, done.registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.reopen.examples);
};

export const erase: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('delete')
      .description(text.delete.description)
      .argument('<breach>', text.breach)
      .requiredOption('--why <why>', text.delete.why),
  ).action(async (breach: string, options: InWorkspace & { why: string }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const why = breachDeletions.find((one) => one === options.why);
        if (why === undefined) throw new Failure('WRONG_USAGE', text.delete.badWhy(options.why));
        const done = await client.breaches.delete({ breach, why });
        if (options.json) terminal.json(done);
        else terminal.say(text.delete.done(done.registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.delete.examples);
};
