import type { ConsentRecorded } from '#shared/contract/consent.ts';
import { consentForms, consentStandings, type ConsentForm } from '#shared/domain/consent.ts';
import { Failure } from '#shared/contract/failure.ts';
import { consentCommandText as text } from '#shared/text/cli/consent.ts';
import { notEntered } from '#shared/text/consent.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { asDay } from './as-day.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';
import { inWorkspace, type InWorkspace } from './in-workspace.ts';

interface ImportOptions extends InWorkspace, ReadingOptions {
  dataset: string;
  key: string;
  fileKey?: string;
  purpose?: string;
  purposeColumn?: string;
  state?: string;
  date?: string;
  until?: string;
  form?: string;
  tcfPurposes?: string;
  tcfVendor?: string;
  asOf?: string;
  reason?: string;
}

function formOf(typed: string | undefined): ConsentForm | undefined {
  if (typed === undefined) return undefined;
  const form = consentForms.find((known) => known === typed);
  if (form === undefined) throw new Failure('WRONG_USAGE', text.import.unknownForm(typed));
  return form;
}

function numbersOf(typed: string): number[] {
  const numbers = typed.split(',').map((part) => Number(part.trim()));
  if (numbers.some((number) => !Number.isInteger(number) || number < 1))
    throw new Failure('WRONG_USAGE', text.import.notNumbers(typed));
  return numbers;
}

/** The options that whoever asks gave, in the contract's form. */
async function asked({ engine, readGrant }: CommandContext, file: string | undefined, options: ImportOptions) {
  const { key, purpose, asOf, reason, tcfPurposes, tcfVendor } = options;
  const form = formOf(options.form);
  const named = {
    key: options.fileKey,
    purpose: options.purposeColumn,
    state: options.state,
    date: options.date,
    until: options.until,
  };
  return {
    datasetId: await engine.findDataset(options.dataset),
    key,
    columns: Object.fromEntries(Object.entries(named).filter(([, column]) => column !== undefined)),
    ...(file === undefined ? {} : { grantId: await readGrant(file), options: intakeOptionsFrom(options) }),
    ...(form === undefined ? {} : { form }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(tcfPurposes === undefined || tcfVendor === undefined
      ? {}
      : { tcf: { purposes: numbersOf(tcfPurposes), vendor: numbersOf(tcfVendor)[0]! } }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(reason === undefined ? {} : { reason }),
  };
}

const importConsent: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('import')
      .description(text.import.description)
      .argument('[file]', text.import.file)
      .requiredOption('--workspace <directory>', optionsText.workspace)
      .requiredOption('--dataset <name>', text.dataset)
      .requiredOption('--key <column>', text.import.key)
      .option('--file-key <column>', text.import.fileKey)
      .option('--purpose <id>', text.purpose)
      .option('--purpose-column <column>', text.import.purposeColumn)
      .option('--state <column>', text.import.state)
      .option('--date <column>', text.import.date)
      .option('--until <column>', text.import.until)
      .option('--form <form>', text.import.form)
      .option('--tcf-purposes <numbers>', text.import.tcfPurposes)
      .option('--tcf-vendor <number>', text.import.tcfVendor)
      .option('--as-of <date>', text.import.asOf, asDay)
      .option('--reason <text>', text.import.reason)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', optionsText.json),
  ).action(async (file: string | undefined, options: ImportOptions) => {
    exit(
      await inWorkspace(options, async (context) => {
        const { client, terminal, follow } = context;
        const read = await follow(client.consent.record(await asked(context, file, options)));
        if (options.json) {
          terminal.json(read);
          return 0;
        }
        for (const [role, columns] of Object.entries(read.columns)) terminal.say(text.import.chosen(role, columns));
        for (const line of notEntered(read.unread)) terminal.say(line);
        if (read.strangers > 0) terminal.say(text.import.strangers(read.strangers));
        if (read.doubtful > 0) terminal.say(text.import.doubtful(read.doubtful));
        if (read.doubtful > 0 && isUndated(read, options)) terminal.say(text.import.undated);
        terminal.say(text.import.done(read.events, read.people, read.known, read.registerEntry));
        for (const { purpose, title, people, unknown } of read.purposes) {
          terminal.data(text.status.line(purpose, title, people));
          if (people.unknown > 0) terminal.data(text.status.unknown(unknown));
        }
        sayToTell(context, read.toTell);
        return 0;
      }),
    );
  });
  example(command, text.import.examples);
};

/** The releases of before a withdrawal, each with who has it. */
/** States without a day each, which nobody gave for all of them either. */
const isUndated = ({ columns }: ConsentRecorded, { asOf, form }: ImportOptions): boolean =>
  'state' in columns && !('date' in columns) && asOf === undefined && form !== 'tcf';

function sayToTell(
  { terminal }: CommandContext,
  releases: readonly {
    fileName: string;
    recipient: string | null;
    withdrawn: number;
    writtenAt: string;
    entry: number;
  }[],
): void {
  for (const { fileName, recipient, withdrawn, writtenAt, entry } of releases)
    terminal.data(text.status.tell(fileName, recipient, withdrawn, writtenAt, entry));
}

const list: AddCommand = (program, exit) => {
  const command = program
    .command('list')
    .description(text.list.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: InWorkspace) => {
      exit(
        await inWorkspace(options, async ({ client, terminal }) => {
          const readings = await client.consent.readings({});
          if (options.json) terminal.json(readings);
          else if (readings.length === 0) terminal.say(text.list.none);
          else
            terminal.data(
              table(
                text.list.columns,
                readings.map((read) => [
                  read.recordedAt.slice(0, 10),
                  read.file?.name ?? read.dataset,
                  read.keyColumn,
                  read.purposes.join(' '),
                  String(read.events),
                  String(read.people),
                  String(read.unread),
                ]),
              ),
            );
          return 0;
        }),
      );
    });
  example(command, text.list.examples);
};

interface StatusOptions extends InWorkspace {
  purpose?: string;
  dataset?: string;
  today?: string;
  keep?: boolean;
}

/** Which people, for what, on which day. */
const askedStatus = async ({ engine }: CommandContext, { purpose, dataset, today }: StatusOptions) => ({
  ...(purpose === undefined ? {} : { purpose }),
  ...(dataset === undefined ? {} : { datasetId: await engine.findDataset(dataset) }),
  ...(today === undefined ? {} : { day: today }),
});

const status: AddCommand = (program, exit) => {
  const command = program
    .command('status')
    .description(text.status.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--purpose <id>', text.purpose)
    .option('--dataset <name>', text.dataset)
    .option('--today <date>', text.today, asDay)
    .option('--keep', text.status.keep)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: StatusOptions) => {
      exit(
        await inWorkspace(options, async (context) => {
          const { client, terminal } = context;
          const found = await client.consent.status(await askedStatus(context, options));
          const kept: number[] = [];
          if (options.keep === true)
            for (const { purpose } of found) kept.push((await client.consent.check({ purpose })).registerEntry);
          if (options.json) terminal.json(found);
          else if (found.length === 0) terminal.say(text.status.none);
          for (const { code, title, people, unknown, due, toTell } of options.json ? [] : found) {
            terminal.data(text.status.line(code, title, people));
            for (const standing of consentStandings)
              if (people[standing] > 0) terminal.data(text.status.standing(standing, people[standing]));
            if (people.unknown > 0) terminal.data(text.status.unknown(unknown));
            for (const { month, people: ending } of due) terminal.data(text.status.due(month, ending));
            sayToTell(context, toTell);
          }
          for (const entry of kept) terminal.say(text.status.kept(entry));
          return found.some(({ people }) => people.valid > 0) ? 0 : 1;
        }),
      );
    });
  example(command, text.status.examples);
};

const askAgain: AddCommand = (program, exit) => {
  const command = program
    .command('ask-again')
    .description(text.askAgain.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .requiredOption('--purpose <id>', text.purpose)
    .requiredOption('-o, --output <file>', text.askAgain.output)
    .option('--dataset <name>', text.dataset)
    .option('--within <days>', text.askAgain.within)
    .option('--today <date>', text.today, asDay)
    .option('--force', text.force)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: StatusOptions & { purpose: string; output: string; within?: string; force?: boolean }) => {
      exit(
        await withContext(async (context) => {
          const { client, terminal, guard, openWorkspace, writeGrant } = context;
          const { output, purpose, workspace, within } = options;
          guard({
            outputs: [{ path: output }],
            inputs: { key: options.passphraseFile },
            workspace,
            force: options.force ?? false,
          });
          await openWorkspace(workspace, options.passphraseFile);
          const written = await client.consent.askAgain({
            ...(await askedStatus(context, options)),
            purpose,
            ...(within === undefined ? {} : { within: numbersOf(within)[0]! }),
            grantId: writeGrant(output),
          });
          if (options.json) terminal.json({ ...written, output });
          else terminal.say(text.askAgain.written(written));
          return 0;
        }),
      );
    });
  example(command, text.askAgain.examples);
};

const due: AddCommand = (program, exit) => {
  const command = program
    .command('due')
    .description(text.due.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--purpose <id>', text.purpose)
    .option('-o, --output <file>', text.due.output)
    .option('--today <date>', text.today, asDay)
    .option('--force', text.force)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: StatusOptions & { output?: string; force?: boolean }) => {
      exit(
        await withContext(async (context) => {
          const { client, terminal, guard, openWorkspace, writeGrant } = context;
          const { output, workspace } = options;
          guard({
            outputs: output === undefined ? [] : [{ path: output }],
            inputs: { key: options.passphraseFile },
            workspace,
            force: options.force ?? false,
          });
          await openWorkspace(workspace, options.passphraseFile);
          const request = await askedStatus(context, options);
          const found = await client.consent.status(request);
          const months = found.flatMap(({ purpose, code, due: ends }) =>
            ends.map(({ month, people }) => ({ month, purpose, code, people })),
          );
          const written =
            output === undefined ? null : await client.consent.calendar({ ...request, grantId: writeGrant(output) });
          const checks = found.map(({ purpose, code, check }) => ({ purpose, code, ...check }));
          if (options.json) terminal.json({ due: months, checks, written: written && { ...written, output } });
          else if (found.length === 0) terminal.say(text.due.nothing);
          for (const { next, code, last } of options.json ? [] : checks)
            terminal.data(text.due.check(next, code, last));
          for (const { month, code, people } of options.json ? [] : months)
            terminal.data(text.due.line(month, code, people));
          if (written !== null && !options.json) terminal.say(text.due.written(written.due, written.registerEntry));
          return 0;
        }),
      );
    });
  example(command, text.due.examples);
};

/** Who agreed to which purpose, since when, until when. */
export const consent: AddCommand = (program, exit) => {
  const group = program.command('consent').description(text.description);
  for (const add of [importConsent, list, status, askAgain, due]) add(group, exit);
  example(group, text.status.examples);
};
