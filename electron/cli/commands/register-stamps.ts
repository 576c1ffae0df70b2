import type { Command } from 'commander';
import { engineEnvironment } from '#engine/engine-environment.ts';
import { readNoteFile } from '#engine/journal/read-note-file.ts';
import { requestStamp } from '#engine/journal/stamped-heads.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { registerStampsText as text } from '#shared/text/cli/register-stamps.ts';
import { withContext } from '../terminal/context.ts';
import { example } from './command.ts';

interface RequestOptions {
  workspace: string;
  head?: string;
  force?: boolean;
}

interface StampOptions {
  workspace: string;
  request: string;
  root?: string;
  passphraseFile?: string;
  json?: boolean;
}

/** `register stamp-request` and `register stamp`: an authority says when a head was there, asked by hand. */
export function addStamps(command: Command, exit: (status: number) => void): void {
  const request = command
    .command('stamp-request')
    .description(text.request.description)
    .argument('<file>', text.request.file)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--head <file>', text.request.head)
    .option('--force', text.request.force)
    .action(async (file: string, { workspace, head, force = false }: RequestOptions) => {
      exit(
        await withContext(async (context) => {
          context.guard({ outputs: [{ path: file }], inputs: { note: head }, workspace, force });
          const older =
            head === undefined ? undefined : { note: (await readNoteFile(head)).toString('utf8'), file: head };
          const made = requestStamp(workspace, engineEnvironment().random, older);
          await writeWhole(file, made.request);
          for (const line of text.request.written(file, made.head.size)) context.terminal.say(line);
          return 0;
        }),
      );
    });
  example(request, text.request.examples);

  const stamp = command
    .command('stamp')
    .description(text.stamp.description)
    .argument('<file>', text.stamp.file)
    .requiredOption('--request <file>', text.stamp.request)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--root <file>', text.stamp.root)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (file: string, options: StampOptions) => {
      exit(
        await withContext(async (context) => {
          await context.openWorkspace(options.workspace, options.passphraseFile);
          const added = await context.client.register.addStamp({
            grantId: await context.readGrant(file),
            requestGrantId: await context.readGrant(options.request),
            ...(options.root === undefined ? {} : { rootGrantId: await context.readGrant(options.root) }),
          });
          if (options.json) context.terminal.json(added);
          else {
            context.terminal.say(text.stamp.added(added));
            context.terminal.say(added.trusted ? text.stamp.trusted : text.stamp.undecided);
          }
          return 0;
        }),
      );
    });
  example(stamp, text.stamp.examples);
}
