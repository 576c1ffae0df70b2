import { Option } from 'commander';
import { packProfiles, type PackProfile } from '#shared/domain/pack-profile.ts';
import { evidenceCommandText as text } from '#shared/text/cli/evidence.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { withContext } from '../terminal/context.ts';
import { asDay } from './as-day.ts';
import { example, type AddCommand } from './command.ts';

export const evidence: AddCommand = (program, exit) => {
  const command = program
    .command('evidence')
    .description(text.description)
    .requiredOption('-o, --output <file>', text.output)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .addOption(new Option('--profile <profile>', text.profile).choices(packProfiles).default('authority'))
    .option('--as-of <date>', text.asOf, asDay)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--force', text.force)
    .option('--json', optionsText.json)
    .action(
      async (options: {
        output: string;
        workspace: string;
        profile: PackProfile;
        asOf?: string;
        passphraseFile?: string;
        force?: boolean;
        json?: boolean;
      }) => {
        exit(
          await withContext(async ({ client, terminal, guard, writeGrant, openWorkspace, follow }) => {
            const { output, workspace, profile, asOf } = options;
            guard({
              outputs: [{ path: output }],
              inputs: { key: options.passphraseFile },
              workspace,
              force: options.force ?? false,
            });
            await openWorkspace(workspace, options.passphraseFile);
            const made = await follow(client.evidence.export({ grantId: writeGrant(output), profile, asOf }));
            if (options.json) terminal.json({ ...made, output });
            else {
              terminal.say(text.written(made.fileName, made.files, made.entries, made.code, made.registerEntry));
              for (const gap of made.gaps) terminal.say(gap);
            }
            return 0;
          }),
        );
      },
    );
  example(command, text.examples);
};
