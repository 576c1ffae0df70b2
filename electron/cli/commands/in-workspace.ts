import type { Command } from 'commander';
import { optionsText } from '#shared/text/cli/options.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';

/** What every command takes that works in a workspace. */
export interface InWorkspace {
  workspace: string;
  passphraseFile?: string;
  json?: boolean;
}

export const workspaceOptions = (command: Command): Command =>
  command
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json);

/** Does the command's work once the workspace is open. @returns the exit status */
export const inWorkspace = (
  { workspace, passphraseFile }: InWorkspace,
  work: (context: CommandContext) => Promise<number>,
): Promise<number> =>
  withContext(async (context) => {
    await context.openWorkspace(workspace, passphraseFile);
    return work(context);
  });
