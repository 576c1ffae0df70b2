import type { Command } from 'commander';
import { exportHead, exportLog, proveEntry, proveExtension } from '#engine/journal/heads.ts';
import { readNoteFile } from '#engine/journal/read-note-file.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { Failure } from '#shared/contract/failure.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { registerHeadsText as text } from '#shared/text/cli/register-heads.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { example } from './command.ts';
import { wholeNumber } from './whole-number.ts';

interface HeadOptions {
  workspace: string;
  output?: string;
  force?: boolean;
  json?: boolean;
}

/** Where a command without `-o` writes: standard output, like `-`. */
const toStdout = (output: string | undefined): boolean => output === undefined || output === '-';

/** Writes what was made to the file that was asked for, whole or not at all; to standard output without one. */
async function give(context: CommandContext, content: string, output: string | undefined): Promise<void> {
  if (output === undefined || output === '-') process.stdout.write(content);
  else {
    await writeWhole(output, content);
    context.terminal.say(text.written(output));
  }
}

const guard = (context: CommandContext, { output, workspace, force }: HeadOptions, note?: string): void =>
  context.guard({
    outputs: [output && { path: output }].filter((one) => typeof one === 'object'),
    inputs: { note },
    workspace,
    force: force ?? false,
  });

const withOutput = (command: Command): Command =>
  command
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('-o, --output <file>', text.output)
    .option('--force', text.force);

/** `register head`, `register proof` and `register log`: what is taken out of a register, without a passphrase. */
export function addHeads(command: Command, exit: (status: number) => void): void {
  const head = withOutput(command.command('head').description(text.head.description))
    .option('--json', optionsText.json)
    .action(async (options: HeadOptions) => {
      exit(
        await withContext(async (context) => {
          guard(context, options);
          const found = exportHead(options.workspace);
          if (options.json) context.terminal.json(found);
          if (!options.json || !toStdout(options.output)) await give(context, found.note, options.output);
          if (!options.json) for (const line of text.head.about(found)) context.terminal.say(line);
          return 0;
        }),
      );
    });
  example(head, text.head.examples);

  const proof = withOutput(command.command('proof').description(text.proof.description))
    .argument('[seq]', text.proof.seq, wholeNumber)
    .option('--from <file>', text.proof.from)
    .action(async (seq: number | undefined, options: HeadOptions & { from?: string }) => {
      if ((seq === undefined) === (options.from === undefined)) throw new Failure('WRONG_USAGE', text.proof.oneOfBoth);
      exit(
        await withContext(async (context) => {
          guard(context, options, options.from);
          const made =
            options.from === undefined
              ? proveEntry(options.workspace, seq as number)
              : proveExtension(options.workspace, (await readNoteFile(options.from)).toString('utf8'), options.from);
          await give(context, made, options.output);
          return 0;
        }),
      );
    });
  example(proof, text.proof.examples);

  const log = withOutput(command.command('log').description(text.log.description)).action(
    async (options: HeadOptions) => {
      exit(
        await withContext(async (context) => {
          guard(context, options);
          await give(context, exportLog(options.workspace), options.output);
          return 0;
        }),
      );
    },
  );
  example(log, text.log.examples);
}
