import { Failure } from '#shared/contract/failure.ts';
import type { AudienceResult } from '#shared/contract/audiences.ts';
import { platformFields } from '#shared/recipe/platforms/platform-profile.ts';
import { platformIds } from '#shared/recipe/platforms/index.ts';
import { applyText } from '#shared/text/cli/apply.ts';
import { audienceCommandText as text } from '#shared/text/cli/audience.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { programText } from '#shared/text/cli/program.ts';
import { withContext } from '../terminal/context.ts';
import type { Terminal } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

interface AudienceOptions extends ReadingOptions {
  platform: string;
  where: string[];
  purpose: string;
  callingCode?: string;
  match?: string;
  output: string;
  workspace: string;
  today?: string;
  force?: boolean;
  passphraseFile?: string;
  json?: boolean;
}

/** `COLUMN=VALUE`; the first sign parts them. @throws Failure WRONG_USAGE */
function criterion(typed: string): { column: string; value: string } {
  const at = typed.indexOf('=');
  const [column, value] = [typed.slice(0, at).trim(), typed.slice(at + 1).trim()];
  if (at < 1 || column === '' || value === '' || value.length > 500)
    throw new Failure('WRONG_USAGE', text.noCriterion(typed));
  return { column, value };
}

/** An option that is given again adds to those before. */
const criteria = (typed: string, before: string[] = []): string[] => [...before, typed];

/** What was written and removed, by what it is matched, and what a person has to know of it. */
function tell(terminal: Terminal, result: AudienceResult): void {
  const { label, identifiers, profile, layout, smallest, retention } = result.audience;
  terminal.say(text.written(result.rowsOut, result.rowsIn, result.excluded));
  const columns = identifiers.map(({ column }) => column);
  terminal.say(text.match(label, columns, profile.version, profile.checkedOn, profile.source));
  terminal.say(text.laidOut(layout.headers, layout.checkedOn, layout.source));
  if (smallest !== null) terminal.say(text.smallest(label, smallest.people, smallest.checkedOn));
  if (retention !== null) terminal.say(text.retention(label, retention.days, retention.note));
  if (result.registerEntry !== null)
    terminal.say(applyText.filesAndEntry(result.output, result.certificate, result.registerEntry));
  for (const { id, verdict, message } of result.guardrails)
    if (verdict === 'warn') terminal.say(programText.remark(text.check(id, message)));
  terminal.say(text.stillPersonal);
  if (!profile.confirmed) terminal.say(programText.remark(text.profileNotConfirmed(label)));
  if (!layout.confirmed) terminal.say(programText.remark(text.layoutNotConfirmed(label)));
}

export const audience: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('audience')
      .description(text.description)
      .argument('<file>')
      .requiredOption('--platform <name>', text.platform(platformIds))
      .requiredOption('--where <criterion>', text.where, criteria)
      .option('--purpose <id>', text.purpose, 'P2')
      .option('--calling-code <digits>', text.callingCode)
      .option('--match <kind>', text.matchBy(platformFields))
      .requiredOption('-o, --output <file>', text.output)
      .requiredOption('--workspace <directory>', text.workspace)
      .option('--today <date>', text.today)
      .option('--force', text.force)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: AudienceOptions) => {
    const where = options.where.map(criterion);
    const match = platformFields.find((field) => field === options.match);
    if (options.match !== undefined && match === undefined)
      throw new Failure('WRONG_USAGE', text.noMatch(options.match, platformFields));
    if (!/^([1-9]\d{0,3})?$/.test(options.callingCode ?? '')) throw new Failure('WRONG_USAGE', text.noCallingCode);
    exit(
      await withContext(async (context) => {
        const { output, workspace } = options;
        const endings = ['.certificate.json', '.certificate.json.tlog-proof'];
        context.guard({
          outputs: [{ path: output }, ...endings.map((ending) => ({ path: `${output}${ending}`, companion: true }))],
          inputs: { source: file, passphrase: options.passphraseFile },
          workspace,
          force: options.force ?? false,
        });
        const outputGrantId = context.writeGrant(output);
        await context.openWorkspace(workspace, options.passphraseFile);
        const result = await context.follow(
          context.client.audiences.release({
            grantId: await context.readGrant(file),
            options: intakeOptionsFrom(options),
            platform: options.platform,
            where,
            purpose: options.purpose,
            callingCode: options.callingCode ?? '',
            ...(match === undefined ? {} : { match }),
            outputGrantId,
            force: options.force ?? false,
            ...(options.today === undefined ? {} : { today: options.today }),
          }),
        );
        if (result.rejectedRows > 0)
          context.terminal.say(programText.remark(programText.setAside(result.rejectedRows)));
        if (options.json) context.terminal.json(result);
        else tell(context.terminal, result);
        return 0;
      }),
    );
  });
  example(command, text.examples);
};
