import { Failure } from '#shared/contract/failure.ts';
import { withContext } from '../context.ts';
import { example, type AddCommand } from './command.ts';

export const decide: AddCommand = (program, exit) => {
  const command = program
    .command('decide')
    .description("record a person's decision on columns of an imported dataset")
    .argument('<file>', 'the imported file, or the name or id of the dataset')
    .requiredOption('--workspace <directory>', 'the workspace')
    .option('--accept-all', 'accept every suggestion that is still open')
    .option('--column <name>', 'the column to decide on')
    .option('--type <type>', 'its type; the class follows from it')
    .option('--reason <text>', 'why: kept in the register')
    .option('--passphrase-file <file>', 'file holding the passphrase')
    .option('--json', 'one JSON document on stdout')
    .action(async (file: string, options: { workspace: string; acceptAll?: boolean; column?: string; type?: string; reason?: string; passphraseFile?: string; json?: boolean }) => {
      if (!options.acceptAll && options.column === undefined) throw new Failure('WRONG_USAGE', 'Say what to decide: --accept-all, or --column NAME with --type TYPE and --reason TEXT.');
      exit(
        await withContext(async (context) => {
          await context.openWorkspace(options.workspace, options.passphraseFile);
          const datasetId = await context.engine.findDataset(file);
          const before = await context.client.classify.get({ datasetId });
          const open = before.columns.filter(({ decision }) => decision === null).map(({ suggestion }) => suggestion.name);
          const decisions = [
            ...(options.column === undefined ? [] : [{ column: options.column, action: options.type === undefined ? ('accept' as const) : ('override' as const), ...(options.type === undefined ? {} : { type: options.type }), ...(options.reason === undefined ? {} : { reason: options.reason }) }]),
            ...(options.acceptAll ? open.filter((name) => name !== options.column).map((column) => ({ column, action: 'accept' as const })) : []),
          ];
          const after = decisions.length === 0 ? before : await context.client.classify.decide({ datasetId, decisions });
          if (options.json) context.terminal.json(after);
          else context.terminal.say(`${decisions.length} decisions recorded; ${after.open} of ${after.columns.length} columns are still open.`);
          return 0;
        }),
      );
    });
  example(command, 'custos decide customers.csv --workspace Acme.custos --column ref --type customer_id --reason "our CRM number"');
};
