import { withContext } from '../context.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';

export const purposes: AddCommand = (program, exit) => {
  const command = program
    .command('purposes')
    .description('the purpose presets P1–P8: data needed, lawful bases, benefit, retention')
    .option('--json', 'one JSON document on stdout')
    .action(async (options: { json?: boolean }) => {
      exit(
        await withContext(async ({ client, terminal }) => {
          const list = await client.purposes.list({});
          if (options.json) terminal.json(list);
          else terminal.data(table(['id', 'code', 'title', 'retention', 'lawful bases'], list.map((p) => [p.id, p.code, p.title, p.retentionDays === null ? 'to be decided' : `${p.retentionDays} days`, p.lawfulBases.map(({ basis }) => basis).join(', ')])));
          return 0;
        }),
      );
    });
  example(command, 'custos purposes --json');
};
