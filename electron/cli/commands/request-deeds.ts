import { Failure } from '#shared/contract/failure.ts';
import type { RequestView } from '#shared/contract/requests.ts';
import { requestCommandText as text } from '#shared/text/cli/request.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';

export interface WriteOptions extends InWorkspace {
  output: string;
  force?: boolean;
}

const copy: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('copy')
      .description(text.copy.description)
      .argument('<request>', text.ref)
      .requiredOption('-o, --output <file>', text.copy.output)
      .option('--force', text.copy.force),
  ).action(async (ref: string, options: WriteOptions) => {
    exit(
      await withContext(async (context) => {
        const { output, workspace, passphraseFile, force = false } = options;
        context.guard({ outputs: [{ path: output }], inputs: { passphrase: passphraseFile }, workspace, force });
        await context.openWorkspace(workspace, passphraseFile);
        const view = await context.follow(
          context.client.requests.export({ id: ref, grantId: context.writeGrant(output) }),
        );
        if (options.json) context.terminal.json(view);
        else context.terminal.say(text.copy.done(output, view.registerEntry ?? 0));
        return 0;
      }),
    );
  });
  example(command, text.copy.examples);
};

/** Says what the last deed of a request came to, and what it could not reach. */
function sayDeed({ terminal }: CommandContext, view: RequestView, json: boolean | undefined): void {
  if (json) {
    terminal.json(view);
    return;
  }
  const deed = view.request.deeds.at(-1);
  terminal.say(text.deed(view.request.ref, deed?.rows ?? null, view.registerEntry ?? 0));
  for (const { what, why } of deed?.remains ?? []) terminal.say(text.remains(what, why));
}

const erase: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('erase')
      .description(text.erase.description)
      .argument('<request>', text.ref)
      .option('--suppress', text.erase.suppress),
  ).action(async (ref: string, options: InWorkspace & { suppress?: boolean }) => {
    exit(
      await inWorkspace(options, async (context) => {
        const { suppress = false, json } = options;
        sayDeed(context, await context.follow(context.client.requests.erase({ id: ref, suppress })), json);
        return 0;
      }),
    );
  });
  example(command, text.erase.examples);
};

interface RectifyOptions extends InWorkspace {
  dataset: string;
  column: string;
  to?: string;
  from?: string;
  empty?: boolean;
}

const rectify: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('rectify')
      .description(text.rectify.description)
      .argument('<request>', text.ref)
      .requiredOption('--dataset <dataset>', text.rectify.dataset)
      .requiredOption('--column <column>', text.rectify.column)
      .option('--from <value>', text.rectify.from)
      .option('--to <value>', text.rectify.to)
      .option('--empty', text.rectify.empty),
  ).action(async (ref: string, options: RectifyOptions) => {
    exit(
      await inWorkspace(options, async (context) => {
        const { dataset, column, from, to, empty = false, json } = options;
        if ((to === undefined) !== empty) throw new Failure('WRONG_USAGE', text.rectify.toOrEmpty);
        const asked = {
          id: ref,
          datasetId: await context.engine.findDataset(dataset),
          column,
          ...(from === undefined ? {} : { from }),
          to: to ?? null,
        };
        sayDeed(context, await context.follow(context.client.requests.rectify(asked)), json);
        return 0;
      }),
    );
  });
  example(command, text.rectify.examples);
};

const suppress: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program.command('suppress').description(text.suppress.description).argument('<request>', text.ref),
  ).action(async (ref: string, options: InWorkspace) => {
    exit(
      await inWorkspace(options, async (context) => {
        sayDeed(context, await context.client.requests.suppress({ id: ref }), options.json);
        return 0;
      }),
    );
  });
  example(command, text.suppress.examples);
};

/** What a request is done by. */
export const requestDeeds: readonly AddCommand[] = [copy, erase, rectify, suppress];
