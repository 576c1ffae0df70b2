import { Failure } from '#shared/contract/failure.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { purposesText as text } from '#shared/text/cli/purposes.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { asDay } from './as-day.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, type InWorkspace } from './in-workspace.ts';

interface BindOptions extends InWorkspace {
  purpose: string;
  columns?: string;
  notNeeded?: boolean;
  prefilled?: boolean;
  why?: string;
  basis?: string;
  justification?: string;
}

/** What a person asked for beside `--prefilled` that it would pass over. @throws Failure WRONG_USAGE naming it */
function requirePrefilledAlone({ prefilled, notNeeded, why, basis, justification }: BindOptions): void {
  const given = { '--not-needed': notNeeded, '--why': why, '--basis': basis, '--justification': justification };
  const passedOver = Object.entries(given).flatMap(([option, value]) => (value === undefined ? [] : [option]));
  if (prefilled === true && passedOver.length > 0)
    throw new Failure('WRONG_USAGE', text.bind.prefilledAlone(passedOver));
}

/** Opens the workspace, does the work, and reports its status. */
const bind: AddCommand = (program, exit) => {
  const command = program
    .command('bind')
    .description(text.bind.description)
    .argument('<file>', text.file)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .requiredOption('--purpose <id>', text.purpose)
    .option('--columns <names>', text.bind.columns)
    .option('--not-needed', text.bind.notNeeded)
    .option('--prefilled', text.bind.prefilled)
    .option('--why <text>', text.bind.why)
    .option('--basis <basis>', text.bind.basis)
    .option('--justification <text>', text.bind.justification)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (file: string, options: BindOptions) => {
      requirePrefilledAlone(options);
      exit(
        await inWorkspace(options, async ({ client, engine, terminal }) => {
          const datasetId = await engine.findDataset(file);
          const { purpose, why, justification } = options;
          const named =
            options.columns === undefined ? {} : { columns: options.columns.split(',').map((name) => name.trim()) };
          if (options.prefilled === true) {
            const taken = await client.lawfulness.takeOverNeeds({ datasetId, purpose, ...named });
            if (options.json) terminal.json(taken);
            else terminal.say(text.bind.bound(taken.ref, taken.boundTo));
            return 0;
          }
          const record = await client.lawfulness.bindColumns({
            datasetId,
            purpose,
            needed: options.notNeeded !== true,
            ...named,
            ...(why === undefined ? {} : { why }),
            // Whether it is one of the six, the contract says.
            ...(options.basis === undefined ? {} : { basis: options.basis as 'consent' }),
            ...(justification === undefined ? {} : { justification }),
          });
          if (options.json) terminal.json(record);
          else terminal.say(text.bind.bound(record.ref, record.boundTo));
          return 0;
        }),
      );
    });
  example(command, text.bind.examples);
};

const matrix: AddCommand = (program, exit) => {
  const command = program
    .command('matrix')
    .description(text.matrix.description)
    .argument('<file>', text.file)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--drop', text.matrix.drop)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (file: string, options: InWorkspace & { drop?: boolean }) => {
      exit(
        await inWorkspace(options, async ({ client, engine, terminal }) => {
          const datasetId = await engine.findDataset(file);
          const found = await client.lawfulness.matrix({ datasetId });
          const dropped = options.drop === true ? (await client.lawfulness.dropSpare({ datasetId })).dropped : null;
          if (options.json) terminal.json({ ...found, dropped });
          else {
            terminal.data(
              table(
                [text.matrix.column, ...found.purposes.map(({ title }) => title), text.matrix.why],
                found.rows.map(({ column, cells }) => [
                  column,
                  ...cells.map(text.matrix.cell),
                  cells.map(({ why }) => why).find((why) => why !== '') ?? '',
                ]),
              ),
            );
            if (found.rows.some(({ cells }) => cells.some(text.matrix.isPrefilled)))
              terminal.say(text.matrix.prefilled);
            terminal.say(dropped === null ? text.matrix.spare(found.spare) : text.matrix.dropped(dropped));
          }
          return 0;
        }),
      );
    });
  example(command, text.matrix.examples);
};

const test: AddCommand = (program, exit) => {
  const command = program
    .command('test')
    .description(text.test.description)
    .argument('<file>', text.file)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .requiredOption('--purpose <id>', text.purpose)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (file: string, options: InWorkspace & { purpose: string }) => {
      exit(
        await inWorkspace(options, async ({ client, engine, terminal }) => {
          const datasetId = await engine.findDataset(file);
          const record = await client.lawfulness.openTest({ datasetId, purpose: options.purpose });
          if (options.json) terminal.json(record);
          else terminal.say(text.test.opened(record.ref));
          return 0;
        }),
      );
    });
  example(command, text.test.examples);
};

const askAgain: AddCommand = (program, exit) => {
  const command = program
    .command('ask-again')
    .description(text.askAgain.description)
    .argument('<file>', text.file)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .requiredOption('--purpose <id>', text.purpose)
    .requiredOption('-o, --output <file>', text.askAgain.output)
    .option('--force', text.force)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (file: string, options: InWorkspace & { purpose: string; output: string; force?: boolean }) => {
      exit(
        await withContext(async ({ client, engine, terminal, guard, openWorkspace, writeGrant }) => {
          const { output, purpose, workspace } = options;
          guard({
            outputs: [{ path: output }],
            inputs: { source: file, key: options.passphraseFile },
            workspace,
            force: options.force ?? false,
          });
          await openWorkspace(workspace, options.passphraseFile);
          const datasetId = await engine.findDataset(file);
          const asked = await client.lawfulness.askAgain({ datasetId, purpose, grantId: writeGrant(output) });
          if (options.json) terminal.json({ ...asked, output });
          else terminal.say(text.askAgain.written(asked));
          return 0;
        }),
      );
    });
  example(command, text.askAgain.examples);
};

const rules: AddCommand = (program, exit) => {
  const command = program
    .command('rules')
    .description(text.rules.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: InWorkspace) => {
      exit(
        await inWorkspace(options, async ({ client, terminal }) => {
          const answers = await client.lawfulness.rules({});
          if (options.json) terminal.json(answers);
          else
            for (const { rule, title, state, source, found, why } of answers) {
              terminal.data(text.rules.line(rule, state, title, source));
              if (why !== '') terminal.data(text.rules.found(why, ''));
              for (const { message, fix } of found) terminal.data(text.rules.found(message, fix));
            }
          return answers.some(({ state }) => state === 'blocked') ? 1 : 0;
        }),
      );
    });
  example(command, text.rules.examples);
};

const notice: AddCommand = (program, exit) => {
  const command = program
    .command('notice')
    .description(text.notice.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .requiredOption('--purpose <id>', text.purpose)
    .option('--take-over <date>', text.notice.takeOver, asDay)
    .option('--told-where <text>', text.notice.toldWhere)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: InWorkspace & { purpose: string; takeOver?: string; toldWhere?: string }) => {
      if (options.toldWhere !== undefined && options.takeOver === undefined)
        throw new Failure('WRONG_USAGE', text.notice.toldWhereAlone);
      exit(
        await inWorkspace(options, async ({ client, terminal }) => {
          const { purpose, takeOver: validFrom, toldWhere } = options;
          const generated = await client.lawfulness.notice({ purpose });
          const record =
            validFrom === undefined
              ? null
              : await client.lawfulness.takeOverNotice({
                  purpose,
                  validFrom,
                  text: generated.text,
                  ...(toldWhere === undefined ? {} : { toldWhere }),
                });
          if (options.json) terminal.json({ ...generated, record });
          else {
            terminal.data(generated.text);
            if (record !== null) terminal.say(text.notice.taken(record.ref, record.savedBy));
          }
          return 0;
        }),
      );
    });
  example(command, text.notice.examples);
};

/** What datasets of a workspace are for, what people are told, and whom to ask again. */
export const purposeUses: AddCommand = (program, exit) => {
  for (const add of [bind, matrix, test, rules, notice, askAgain]) add(program, exit);
};
