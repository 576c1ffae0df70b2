import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { isUndecided } from '#shared/domain/could-be-known.ts';
import { inventoryText } from '#shared/domain/inventory-text.ts';
import { classifyCommandText as text } from '#shared/text/cli/classify.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { programText } from '#shared/text/cli/program.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { surenessOf } from '#shared/domain/confidence.ts';
import { surenessText } from '#shared/text/window/classes.ts';
import { table } from '../terminal/output.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface ClassifyOptions extends ReadingOptions {
  policy: 'customer-tracking' | 'gdpr-strict';
  json?: boolean;
  inventory?: string;
  force?: boolean;
}

/** What was found in one file. */
const look = async ({ client, follow, readGrant }: CommandContext, file: string, options: ClassifyOptions) => ({
  file,
  ...(await follow(
    client.files.classify({
      grantId: await readGrant(file),
      options: intakeOptionsFrom(options),
      policy: options.policy,
    }),
  )),
});
type Found = Awaited<ReturnType<typeof look>>;

async function writeInventory({ terminal }: CommandContext, target: string, found: Found): Promise<void> {
  const about = {
    dataset: basename(found.file),
    source: basename(found.file),
    sha256: null,
    channel: found.channel,
    informedHow: found.source?.informedHow ?? '',
  };
  await writeWhole(target, inventoryText(target, about, found.inventory));
  terminal.say(text.inventoryWritten(target, found.inventory.length));
}

const shownAs = (c: Found['columns'][number]): string => {
  if (isUndecided(c)) return text.undecided;
  return c.flags.includes('online_identifier') && c.class === 'non_pii' ? text.online : c.class;
};

const columnRow = (c: Found['columns'][number]): string[] => [
  c.name.length > 50 ? `${c.name.slice(0, 49)}…` : c.name,
  shownAs(c),
  c.type,
  c.needsReview ? text.inDoubt(surenessText[surenessOf(c.confidence)]) : surenessText[surenessOf(c.confidence)],
  c.flags.join(' '),
  c.evidence[0]?.detail ?? '',
];

/** So many columns are named that single out rows by themselves, and so many combinations. */
const told = 3;

/** Columns and their classes on standard output, what is said about the file beside it. */
function sayFound({ terminal }: CommandContext, found: Found, policy: ClassifyOptions['policy']): void {
  const { file, rows, rejectedRows, warnings, columns, singlingOut, source } = found;
  terminal.say(text.head(file, rows, policy));
  if (source) terminal.say(text.source(source.label, source.reason));
  if (rejectedRows > 0) terminal.say(programText.remark(programText.setAside(rejectedRows)));
  for (const warning of warnings) terminal.say(programText.remark(warning));
  terminal.data(table(text.columns, columns.map(columnRow)));
  const byOne = singlingOut.filter(({ columns: names }) => names.length === 1);
  const together = singlingOut.filter(({ columns: names }) => names.length > 1);
  for (const { columns: names, uniqueShare } of [...byOne.slice(0, told), ...together.slice(0, told)])
    terminal.say(text.alone(names, uniqueShare));
}

async function run(context: CommandContext, files: string[], options: ClassifyOptions): Promise<number> {
  const target = options.inventory;
  if (target !== undefined && files.length > 1) throw new Failure('WRONG_USAGE', text.oneFile);
  if (target !== undefined)
    context.guard({ outputs: [{ path: target }], inputs: { source: files }, force: options.force ?? false });
  const found: Found[] = [];
  for (const file of files) found.push(await look(context, file, options));
  const [only] = found;
  if (target !== undefined && only) await writeInventory(context, target, only);
  if (options.json) context.terminal.json(found.length === 1 ? only : found);
  else for (const one of found) sayFound(context, one, options.policy);
  return 0;
}

export const classify: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('classify')
      .description(text.description)
      .argument('<files...>')
      .option('--policy <policy>', optionsText.policy, 'customer-tracking')
      .option('--inventory <file>', text.inventory)
      .option('--force', text.force)
      .option('--json', text.json),
  ).action(async (files: string[], options: ClassifyOptions) => {
    exit(await withContext((context) => run(context, files, options)));
  });
  example(command, text.examples);
};
