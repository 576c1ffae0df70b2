import { checkCertificateFile, checkedCertificatePage } from '#engine/release/check-certificate-file.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { Failure } from '#shared/contract/failure.ts';
import { certificateCommandText as text } from '#shared/text/cli/certificate.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { withContext } from '../terminal/context.ts';
import { example, type AddCommand } from './command.ts';

interface CertificateOptions {
  output?: string;
  workspace?: string;
  force?: boolean;
  json?: boolean;
}

/** A certificate checked, and written as a page that is read without Custos. */
export const certificate: AddCommand = (program, exit) => {
  const command = program
    .command('certificate')
    .description(text.description)
    .argument('<file>', text.file)
    .option('-o, --output <page>', text.output)
    .option('--workspace <directory>', text.workspace)
    .option('--force', text.force)
    .option('--json', optionsText.json)
    .action(async (file: string, { output, workspace, force = false, json = false }: CertificateOptions) => {
      exit(
        await withContext(async (context) => {
          if (output !== undefined && !/\.html?$/i.test(output)) throw new Failure('WRONG_USAGE', text.ending(output));
          const outputs = output === undefined ? [] : [{ path: output }];
          context.guard({ outputs, inputs: { source: file }, workspace, force });
          const found = await checkCertificateFile(file, workspace);
          if (output !== undefined) await writeWhole(output, checkedCertificatePage(found));
          const { ok, signature, outputMatches, problems, entry } = found;
          if (json)
            context.terminal.json({ ok, signature, outputMatches, problems, registerEntry: entry?.seq ?? null });
          else {
            context.terminal.data(ok ? text.holds(outputMatches === null) : text.doesNot(problems));
            if (output !== undefined) context.terminal.say(text.written(output));
          }
          return ok ? 0 : 1;
        }),
      );
    });
  example(command, text.examples);
};
