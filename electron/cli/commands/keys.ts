import { keysCommandText as text } from '#shared/text/cli/keys.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';

const list: AddCommand = (program, exit) => {
  const command = workspaceOptions(program.command('list').description(text.list.description)).action(
    async (options: InWorkspace) => {
      exit(
        await inWorkspace(options, async ({ client, terminal }) => {
          const found = await client.keys.list({});
          const { workspace, operators, pseudonyms, tokens, ledgerSince, sealed, revealed, notKnown } = found;
          if (options.json) terminal.json(found);
          else {
            const lines = [
              text.list.workspace(workspace.keyId, workspace.since),
              text.list.changed(workspace.passphraseChangedAt, workspace.recoveryRenewedAt),
              ...operators.map(({ name, since, leftAt }) => text.list.operator(name, since, leftAt)),
              ...tokens.map(({ domain, fileNames }) => text.list.tokens(domain, fileNames)),
              text.list.ledger(ledgerSince),
              text.list.sealed(sealed.datasets, sealed.missing),
              ...revealed.map(({ kind, times, last }) => text.list.revealed(kind, times, last)),
            ];
            terminal.data(lines.join('\n'));
            const rows = pseudonyms.map(({ title, epoch, since, rotateBy, releases }) => [
              title,
              `${epoch}`,
              since ?? '',
              rotateBy ?? '',
              text.list.releases(releases),
            ]);
            if (rows.length > 0) terminal.data(table(text.list.heads, rows));
            if (notKnown > 0) terminal.say(text.list.notKnown(notKnown));
          }
          return 0;
        }),
      );
    },
  );
  example(command, text.list.examples);
};

const rotate: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('rotate')
      .description(text.rotate.description)
      .argument('<name>', text.rotate.name)
      .requiredOption('--reason <reason>', text.rotate.reason),
  ).action(async (name: string, { reason, ...options }: InWorkspace & { reason: string }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const done = await client.keys.rotate({ name, reason });
        if (options.json) terminal.json(done);
        else {
          terminal.say(text.rotate.done(done.name, done.epoch, done.registerEntry));
          terminal.say(text.rotate.apart(done.fileNames));
        }
        return 0;
      }),
    );
  });
  example(command, text.rotate.examples);
};

/** The register of keys. */
export const keys: AddCommand = (program, exit) => {
  const command = program.command('keys').description(text.description);
  for (const add of [list, rotate]) add(command, exit);
};
