import { engineEnvironment } from '#engine/engine-environment.ts';
import { checkCertificateFile, checkedCertificateFile } from '#engine/release/check-certificate-file.ts';
import { writeWhole } from '#engine/release/place/write-whole.ts';
import { Failure } from '#shared/contract/failure.ts';
import { certificateSourceText } from '#shared/text/certificate.ts';
import { certificateCommandText as text } from '#shared/text/cli/certificate.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { scriptText } from '#shared/text/script.ts';
import { withContext } from '../terminal/context.ts';
import { example, type AddCommand } from './command.ts';

interface CertificateOptions {
  output?: string;
  out?: string;
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
    .option('--out <page>', text.out)
    .option('--workspace <directory>', text.workspace)
    .option('--force', text.force)
    .option('--json', optionsText.json)
    .action(async (file: string, options: CertificateOptions) => {
      exit(
        await withContext(async (context) => {
          const { workspace, force = false, json = false } = options;
          const output = options.output ?? options.out;
          if (output !== undefined && !/\.(html?|pdf)$/i.test(output))
            throw new Failure('WRONG_USAGE', text.ending(output));
          const outputs = output === undefined ? [] : [{ path: output }];
          context.guard({ outputs, inputs: { source: file }, workspace, force });
          const found = await checkCertificateFile(file, workspace);
          if (output !== undefined) {
            const { resourcesDirectory } = engineEnvironment();
            await writeWhole(output, await checkedCertificateFile(found, output, resourcesDirectory));
          }
          const { ok, signature, outputMatches, problems, entry, rewrittenSince } = found;
          const holds = found.ofTold !== null ? text.toldHolds : found.ofTables !== null ? text.tablesHold : text.holds;
          if (json)
            context.terminal.json({
              ok,
              signature,
              outputMatches,
              problems,
              registerEntry: entry?.seq ?? null,
              rewrittenSince,
              ...(found.ofTold === null ? {} : { recomputed: false }),
            });
          else {
            context.terminal.data(ok ? holds(outputMatches === null) : text.doesNot(problems));
            const ranOn = found.certificate?.elsewhere?.engine;
            if (ranOn !== undefined) context.terminal.data(text.elsewhere(scriptText.engine(ranOn)));
            if (rewrittenSince) context.terminal.data(certificateSourceText.rewrittenSince(rewrittenSince));
            if (output !== undefined) context.terminal.say(text.written(output));
          }
          return ok ? 0 : 1;
        }),
      );
    });
  example(command, text.examples);
};
