import type { Command } from 'commander';
import { countersign } from '#engine/journal/countersign.ts';
import { readNoteFile } from '#engine/journal/read-note-file.ts';
import { createCosignerKey, openCosignerKey } from '#engine/keys/cosigner-key.ts';
import { registerCrypto } from '#engine/keys/register-crypto.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { engineEnvironment } from '#engine/engine-environment.ts';
import { verifierKey } from '#shared/journal/signed-note.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { registerCosignersText as text } from '#shared/text/cli/register-cosigners.ts';
import { withContext } from '../terminal/context.ts';
import { readPassphrase } from '../terminal/passphrase.ts';
import { example } from './command.ts';

interface KeyOptions {
  output: string;
  force?: boolean;
  passphraseFile?: string;
}

interface CountersignOptions extends KeyOptions {
  key: string;
  logKey?: string;
  proof?: string;
}

interface WorkspaceOptions {
  workspace: string;
  reason: string;
  passphraseFile?: string;
  json?: boolean;
}

const noteText = async (path: string): Promise<string> => (await readNoteFile(path)).toString('utf8');

/** What the second person does, on a machine that need not have the workspace: make a key, countersign a head. */
function addOfCosigner(command: Command, exit: (status: number) => void): void {
  const key = command
    .command('cosigner-key')
    .description(text.key.description)
    .argument('<name>', text.key.name)
    .requiredOption('-o, --output <file>', text.key.output)
    .option('--force', text.force)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .action(async (name: string, { output, force, passphraseFile }: KeyOptions) => {
      exit(
        await withContext(async (context) => {
          context.guard({ outputs: [{ path: output }], inputs: { passphrase: passphraseFile }, force: force ?? false });
          const passphrase = await readPassphrase({ passphraseFile, confirm: true });
          const made = await createCosignerKey(name, passphrase, engineEnvironment().random);
          await writeWhole(output, made.text);
          context.terminal.data(verifierKey({ name, publicKey: made.publicKey }, '04', registerCrypto));
          context.terminal.say(text.key.made(output));
          return 0;
        }),
      );
    });
  example(key, text.key.examples);

  const sign = command
    .command('countersign')
    .description(text.countersign.description)
    .argument('<head>', text.countersign.head)
    .requiredOption('--key <file>', text.countersign.key)
    .requiredOption('-o, --output <file>', text.countersign.output)
    .option('--log-key <key>', text.countersign.logKey)
    .option('--proof <file>', text.countersign.proof)
    .option('--force', text.force)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .action(async (head: string, options: CountersignOptions) => {
      exit(
        await withContext(async (context) => {
          const { key: keyFile, output, proof, passphraseFile, logKey } = options;
          context.guard({
            outputs: [{ path: output }],
            inputs: { note: [head, ...(proof === undefined ? [] : [proof])], key: keyFile, passphrase: passphraseFile },
            force: options.force ?? false,
          });
          const handed = {
            note: await noteText(head),
            file: head,
            logKey,
            proof: proof === undefined ? undefined : await noteText(proof),
          };
          const signer = await openCosignerKey(
            await noteText(keyFile),
            await readPassphrase({ passphraseFile }),
            keyFile,
          );
          const { profileDirectory, clock } = engineEnvironment();
          const signed = countersign(handed, signer, { profileDirectory, now: clock() });
          await writeWhole(output, signed.note);
          context.terminal.say(text.countersign.signed(signer.name, signed.checkpoint.size, output));
          return 0;
        }),
      );
    });
  example(sign, text.countersign.examples);
}

/** What those who keep the register do: register the key, take the countersigned head in. */
function addOfWorkspace(command: Command, exit: (status: number) => void): void {
  const cosigner = command
    .command('cosigner')
    .description(text.cosigner.description)
    .argument('<key>', text.cosigner.key)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .requiredOption('--reason <text>', text.cosigner.reason)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (key: string, options: WorkspaceOptions) => {
      exit(
        await withContext(async (context) => {
          await context.openWorkspace(options.workspace, options.passphraseFile);
          const added = await context.client.register.addCosigner({ key, reason: options.reason });
          if (options.json) context.terminal.json(added);
          else context.terminal.say(text.cosigner.registered(added.name, added.entry));
          return 0;
        }),
      );
    });
  example(cosigner, text.cosigner.examples);

  const countersigned = command
    .command('countersigned')
    .description(text.countersigned.description)
    .argument('<file>', text.countersigned.file)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (file: string, options: WorkspaceOptions) => {
      exit(
        await withContext(async (context) => {
          await context.openWorkspace(options.workspace, options.passphraseFile);
          const grantId = await context.readGrant(file);
          const added = await context.client.register.addCountersignatures({ grantId });
          if (options.json) context.terminal.json(added);
          else for (const one of added.by) context.terminal.say(text.countersigned.added(one, added.size));
          return 0;
        }),
      );
    });
  example(countersigned, text.countersigned.examples);
}

/** `register cosigner-key`, `countersign`, `cosigner` and `countersigned`: a second person vouches for a head. */
export function addCosigners(command: Command, exit: (status: number) => void): void {
  addOfCosigner(command, exit);
  addOfWorkspace(command, exit);
}
