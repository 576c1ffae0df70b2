import { Argument, Option } from 'commander';
import { readFileSync } from 'node:fs';
import {
  refusalGrounds,
  requestChannels,
  requestLetters,
  requestStages,
  requestTypes,
  type RefusalGround,
  type RequestChannel,
  type RequestLetter,
  type RequestType,
} from '#shared/domain/request.ts';
import { requestCommandText as text } from '#shared/text/cli/request.ts';
import {
  dutyRule,
  dutyWords,
  foundCount,
  foundWhere,
  requestDay,
  requestStageWords,
  requestTypeWords,
  timeLeft,
} from '#shared/text/requests.ts';
import { requestsText } from '#shared/text/engine/requests.ts';
import { isWide, mostRows } from '#shared/domain/wide-search.ts';
import { subjectCommandText } from '#shared/text/cli/subject.ts';
import { Failure } from '#shared/contract/failure.ts';
import { requestAct, type RequestView } from '#shared/contract/requests.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { asDay } from './as-day.ts';
import { example, type AddCommand } from './command.ts';
import { identifiersFrom } from './identifiers-from.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';
import { requestDeeds, type WriteOptions } from './request-deeds.ts';

const list: AddCommand = (program, exit) => {
  const command = workspaceOptions(program.command('list').description(text.list.description)).action(
    async (options: InWorkspace) => {
      exit(
        await inWorkspace(options, async ({ client, terminal }) => {
          const found = await client.requests.list({});
          if (options.json) {
            terminal.json(found);
            return 0;
          }
          const rows = found.requests.map(({ ref, type, receivedOn, next, left, stage, answeredOn }) => [
            ref,
            requestTypeWords[type],
            receivedOn,
            next?.due ?? '',
            left === null ? '' : timeLeft(left),
            answeredOn !== null ? text.list.answered(answeredOn) : stage === null ? '' : requestStageWords[stage],
          ]);
          if (rows.length === 0) terminal.say(text.list.none);
          else terminal.data(table(text.list.heads, rows));
          if (found.unreadable.length > 0) terminal.say(text.list.unreadable(found.unreadable));
          return 0;
        }),
      );
    },
  );
  example(command, text.list.examples);
};

const show: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program.command('show').description(text.show.description).argument('<request>', text.ref),
  ).action(async (ref: string, options: InWorkspace) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const view = await client.requests.get({ id: ref });
        if (options.json) terminal.json(view);
        else {
          terminal.data(`${view.request.ref} ${requestTypeWords[view.request.type]}`);
          for (const stage of requestStages)
            terminal.data(text.show.stage(requestStageWords[stage], text.show.states[view.stages[stage]]));
          for (const duty of view.clock.duties)
            terminal.data(
              text.show.duty(dutyWords(duty.kind, view.request.type), requestDay(duty.due), dutyRule(duty)),
            );
        }
        return 0;
      }),
    );
  });
  example(command, text.show.examples);
};

interface OpenOptions extends InWorkspace {
  type: RequestType;
  received: string;
  country?: string;
  language?: string;
  channel: RequestChannel;
  name?: string;
  contact?: string;
  wish?: string;
}

const open: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('open')
      .description(text.open.description)
      .argument('[values...]', text.open.values)
      .addOption(new Option('--type <type>', text.open.type).choices(requestTypes).makeOptionMandatory())
      .requiredOption('--received <day>', text.open.received, asDay)
      .option('--country <country>', text.open.country)
      .option('--language <language>', text.open.language)
      .addOption(new Option('--channel <channel>', text.open.channel).choices(requestChannels).default('other'))
      .option('--name <name>', text.open.name)
      .option('--contact <contact>', text.open.contact)
      .option('--wish <wish>', text.open.wish),
  ).action(async (typed: string[], options: OpenOptions) => {
    exit(
      await inWorkspace(options, async (context) => {
        const { client, terminal } = context;
        const { received, country, language, name, contact, wish } = options;
        const view = await client.requests.open({
          type: options.type,
          channel: options.channel,
          receivedOn: received,
          identifiers: typed.length === 0 ? [] : await identifiersFrom(context, typed),
          ...(country === undefined ? {} : { calendar: country.toUpperCase() }),
          ...(language === undefined ? {} : { language }),
          ...(name === undefined ? {} : { name }),
          ...(contact === undefined ? {} : { contact }),
          ...(wish === undefined ? {} : { wish }),
        });
        if (options.json) terminal.json(view);
        else {
          terminal.say(text.open.done(view.request.ref, view.registerEntry ?? 0));
          sayDuties(context, view);
        }
        return 0;
      }),
    );
  });
  example(command, text.open.examples);
};

function sayDuties({ terminal }: CommandContext, { request, clock }: RequestView): void {
  for (const duty of clock.duties)
    terminal.say(text.show.duty(dutyWords(duty.kind, request.type), requestDay(duty.due), dutyRule(duty)));
}

const find: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program.command('find').description(text.find.description).argument('<request>', text.ref),
  ).action(async (ref: string, options: InWorkspace) => {
    exit(
      await inWorkspace(options, async ({ client, terminal, follow }) => {
        const view = await follow(client.requests.find({ id: ref }));
        const { search } = view.request;
        if (options.json) terminal.json(view);
        else {
          for (const hit of search?.hits ?? []) terminal.data(foundWhere(hit));
          terminal.say(foundCount(search?.hits.length ?? 0, search?.searched.length ?? 0));
          for (const { what, why } of search?.notSearched ?? [])
            terminal.say(subjectCommandText.find.notSearched(what, why));
          if (search !== null && isWide(search)) terminal.say(requestsText.tooWide(mostRows(search)));
        }
        return (search?.hits.length ?? 0) > 0 ? 0 : 1;
      }),
    );
  });
  example(command, text.find.examples);
};

/** A step is a line or two; nothing longer is read. */
const longestStep = 1_000_000;

/** @throws Failure WRONG_USAGE where it is no step, FILE_MISSING */
async function stepFrom(context: CommandContext, file: string) {
  const path = file === '-' ? await context.stdinFile(longestStep) : file;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Failure('WRONG_USAGE', text.step.noStep(file));
  }
  const step = requestAct.safeParse(value);
  if (step.success) return step.data;
  const [issue] = step.error.issues;
  throw new Failure(
    'WRONG_USAGE',
    text.step.noStep([issue?.path.join('.') ?? '', issue?.message ?? ''].join(' ').trim()),
  );
}

const step: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('step')
      .description(text.step.description)
      .argument('<request>', text.ref)
      .argument('<step>', text.step.file),
  ).action(async (ref: string, file: string, options: InWorkspace) => {
    exit(
      await inWorkspace(options, async (context) => {
        const view = await context.client.requests.act({ id: ref, act: await stepFrom(context, file) });
        if (options.json) context.terminal.json(view);
        else context.terminal.say(text.step.done(view.request.ref, view.registerEntry ?? 0));
        return 0;
      }),
    );
  });
  example(command, text.step.examples);
};

const letter: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('letter')
      .description(text.letter.description)
      .argument('<request>', text.ref)
      .addArgument(new Argument('<letter>', text.letter.which).choices(requestLetters))
      .requiredOption('-o, --output <file>', text.letter.output)
      .option('--force', text.copy.force),
  ).action(async (ref: string, which: RequestLetter, options: WriteOptions) => {
    exit(
      await withContext(async (context) => {
        const { output, workspace, passphraseFile, force = false } = options;
        context.guard({ outputs: [{ path: output }], inputs: { passphrase: passphraseFile }, workspace, force });
        await context.openWorkspace(workspace, passphraseFile);
        const made = await context.client.requests.letter({
          id: ref,
          letter: which,
          grantId: context.writeGrant(output),
        });
        if (options.json) context.terminal.json({ ...made, output });
        else context.terminal.say(text.letter.done(output, made.registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.letter.examples);
};

interface CloseOptions extends InWorkspace {
  on: string;
  how: RequestChannel;
  remediesTold?: boolean;
  refuse?: RefusalGround;
  reason?: string;
}

const close: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('close')
      .description(text.close.description)
      .argument('<request>', text.ref)
      .requiredOption('--on <day>', text.close.on, asDay)
      .addOption(new Option('--how <channel>', text.close.how).choices(requestChannels).default('other'))
      .option('--remedies-told', text.close.remedies)
      .addOption(new Option('--refuse <ground>', text.close.refuse).choices(refusalGrounds))
      .option('--reason <reason>', text.close.reason),
  ).action(async (ref: string, options: CloseOptions) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const { on, how, remediesTold = false, refuse: ground, reason = '' } = options;
        if (ground !== undefined)
          await client.requests.act({ id: ref, act: { act: 'decide', outcome: 'refused', ground, reason, kept: [] } });
        const view = await client.requests.act({ id: ref, act: { act: 'answer', on, how, remediesTold } });
        if (options.json) terminal.json(view);
        else terminal.say(text.close.done(view.request.ref, view.keepUntil ?? '', view.registerEntry ?? 0));
        return 0;
      }),
    );
  });
  example(command, text.close.examples);
};

const remove: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('delete')
      .description(text.delete.description)
      .argument('<request>', text.ref)
      .option('--reason <reason>', text.delete.reason),
  ).action(async (ref: string, options: InWorkspace & { reason?: string }) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const { registerEntry } = await client.requests.delete({ id: ref, reason: options.reason ?? '' });
        if (options.json) terminal.json({ registerEntry });
        else terminal.say(text.delete.done(ref, registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.delete.examples);
};

/** What people ask for. */
export const request: AddCommand = (program, exit) => {
  const command = program.command('request').description(text.description);
  for (const add of [list, show, open, find, step, ...requestDeeds, letter, close, remove]) add(command, exit);
};
