import { withContext } from '../context.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

export const importCommand: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('import')
      .description('bring a dataset into a workspace')
      .argument('<file>', 'CSV, TSV, JSON, JSON Lines, Parquet, XLSX or SQLite file')
      .requiredOption('--workspace <directory>', 'the workspace')
      .option('--channel <channel>', 'how the data was collected, e.g. website-analytics (recognised where possible)')
      .option('--informed <text>', 'how people were informed of the collection', '')
      .option('--passphrase-file <file>', 'file holding the passphrase')
      .option('--json', 'one JSON document on stdout'),
  ).action(async (file: string, options: ReadingOptions & { workspace: string; informed: string; channel?: string; passphraseFile?: string; json?: boolean }) => {
    exit(
      await withContext(async (context) => {
        await context.openWorkspace(options.workspace, options.passphraseFile);
        const dataset = await context.follow(context.client.datasets.import({ grantId: await context.readGrant(file), options: intakeOptionsFrom(options), informedHow: options.informed }));
        if (options.channel !== undefined) await context.client.datasets.setProvenance({ datasetId: dataset.id, channel: options.channel, informedHow: options.informed });
        if (options.json) context.terminal.json(dataset);
        else {
          context.terminal.say(`Imported ${dataset.fileName}: ${dataset.rows} rows × ${dataset.columns.length} columns, ${dataset.rejectedRows} rows set aside.`);
          for (const { option, value, reason } of dataset.detections) context.terminal.say(`  ${option}: ${value} (${reason})`);
          for (const warning of dataset.warnings) context.terminal.say(`  ! ${warning}`);
          if (dataset.rejectedRows > 0) {
            const { rows, total } = await context.client.datasets.rejects({ datasetId: dataset.id, offset: 0, limit: 20 });
            for (const { line, detail } of rows) context.terminal.say(`  ! line ${line}: ${detail}`);
            if (total > rows.length) context.terminal.say(`  ! … and ${total - rows.length} more.`);
          }
          context.terminal.data(dataset.id);
        }
        return 0;
      }),
    );
  });
  example(command, 'custos import customers.csv --workspace Acme.custos');
};
