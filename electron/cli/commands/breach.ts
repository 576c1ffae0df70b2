import { Failure } from '#shared/contract/failure.ts';
import { breachCommandText as text } from '#shared/text/cli/breach.ts';
import { table } from '../terminal/output.ts';
import { affected, change, erase, exportDraft, reopen } from './breach-deeds.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';

/** "2026-11-30T13:10Z": the seconds say nothing where hours count. */
const minute = (iso: string): string => `${iso.slice(0, 16)}Z`;

const list: AddCommand = (program, exit) => {
  const command = workspaceOptions(program.command('list').description(text.list.description)).action(
    async (options: InWorkspace) => {
      exit(
        await inWorkspace(options, async ({ client, terminal }) => {
          const found = await client.breaches.list({});
          if (options.json) terminal.json(found);
          else if (found.breaches.length === 0) terminal.say(text.list.none);
          else
            terminal.data(
              table(
                text.list.heads,
                found.breaches.map(({ ref, title, clock, state, people }) => [
                  ref,
                  title,
                  minute(clock.awareAt),
                  minute(clock.dueAt),
                  text.words.clock(clock.state, clock.hoursLeft),
                  text.words.states[state],
                  people === null ? text.list.notCounted : text.words.people(people),
                ]),
              ),
            );
          if (found.unreadable.length > 0) terminal.say(text.list.unreadable(found.unreadable));
          return found.breaches.some(({ clock }) => clock.state === 'late') ? 1 : 0;
        }),
      );
    },
  );
  example(command, text.list.examples);
};

/** A moment with its offset: without one nobody knows which hours are meant. @throws Failure WRONG_USAGE */
function asMoment(typed: string | undefined): string {
  if (typed === undefined) return new Date().toISOString();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(typed) || Number.isNaN(Date.parse(typed)))
    throw new Failure('WRONG_USAGE', text.report.badMoment(typed));
  return new Date(typed).toISOString();
}

interface ReportOptions extends InWorkspace {
  title: string;
  aware?: string;
  zone?: string;
}

const report: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('report')
      .description(text.report.description)
      .requiredOption('--title <words>', text.report.title)
      .option('--aware <moment>', text.report.aware)
      .option('--zone <zone>', text.report.zone),
  ).action(async ({ title, aware, zone, ...options }: ReportOptions) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const awareAt = asMoment(aware);
        const done = await client.breaches.report({ title, awareAt, ...(zone === undefined ? {} : { zone }) });
        if (options.json) terminal.json(done);
        else terminal.say(text.report.done(done.ref, done.dueAt, done.registerEntry));
        return 0;
      }),
    );
  });
  example(command, text.report.examples);
};

const show: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program.command('show').description(text.show.description).argument('<breach>', text.breach),
  ).action(async (breach: string, options: InWorkspace) => {
    exit(
      await inWorkspace(options, async ({ client, terminal }) => {
        const found = await client.breaches.get({ breach });
        if (options.json) terminal.json(found);
        else {
          const { body, clock, affected: who, protection, unclosed, forms } = found;
          const lines = [
            `${body.ref} ${body.facts.title} (${text.words.states[body.state]})`,
            text.show.clock(text.words.clock(clock.state, clock.hoursLeft), minute(clock.dueAt)),
            who === null
              ? text.show.notCounted
              : text.show.people(text.words.people(who.people), text.words.minors(who.minors, who.unknownAge)),
            text.words.protection[protection.because],
            ...forms.map(({ id, filled, fields }) => text.show.form(id, filled, fields)),
            ...(body.closing === null ? [text.show.open(unclosed.map((one) => text.words.unclosed[one]))] : []),
          ];
          terminal.data(lines.filter((line) => line !== '').join('\n'));
        }
        return 0;
      }),
    );
  });
  example(command, text.show.examples);
};

/** The register of personal data breaches. */
export const breach: AddCommand = (program, exit) => {
  const command = program.command('breach').description(text.description);
  for (const add of [list, report, show, affected, change, exportDraft, reopen, erase]) add(command, exit);
};
