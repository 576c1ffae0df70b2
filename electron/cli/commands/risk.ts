import { withContext } from '../context.ts';
import { table } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

const list = (text: string): string[] => text.split(',').map((name) => name.trim()).filter(Boolean);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const risk: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('risk')
      .description('k, unique rows and re-identification risk over quasi-identifiers')
      .argument('<file>')
      .option('--qi <columns>', 'quasi-identifiers, comma-separated (default: all columns classified linkable)', list)
      .option('--sensitive <columns>', 'sensitive columns for l-diversity and t-closeness', list)
      .option('--json', 'one JSON document on stdout'),
  ).action(async (file: string, options: ReadingOptions & { qi?: string[]; sensitive?: string[]; json?: boolean }) => {
    exit(
      await withContext(async (context) => {
        const found = await context.follow(context.client.files.risk({ grantId: await context.readGrant(file), options: intakeOptionsFrom(options), sensitive: options.sensitive ?? [], ...(options.qi ? { qi: options.qi } : {}) }));
        if (options.json) context.terminal.json(found);
        else {
          context.terminal.say(`Quasi-identifiers: ${found.qi.join(', ') || 'none'}`);
          context.terminal.data(
            table(
              ['measure', 'value'],
              [
                ['rows', found.rows],
                ['k (smallest class)', found.k],
                ['classes', found.classes],
                ['average class size', found.averageClassSize.toFixed(2)],
                ['unique rows', `${found.unique.rows} (${percent(found.unique.share)})`],
                ['prosecutor risk, highest', percent(found.prosecutor.max)],
                ['prosecutor risk, average', percent(found.prosecutor.average)],
                ...Object.entries(found.l).map(([name, l]) => [`l-diversity of ${name}`, `${l.distinct} distinct, entropy ${l.entropy.toFixed(2)}`]),
                ...Object.entries(found.t).map(([name, t]) => [`t-closeness of ${name}`, t.toFixed(3)]),
              ],
            ),
          );
        }
        return 0;
      }),
    );
  });
  example(command, 'custos risk customers.csv --qi zip,birth_date,gender --json');
};
