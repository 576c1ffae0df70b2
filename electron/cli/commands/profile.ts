import { optionsText } from '#shared/text/cli/options.ts';
import { profileText as text } from '#shared/text/cli/profile.ts';
import { programText } from '#shared/text/cli/program.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';

export const profile: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('profile')
      .description(text.description)
      .argument('<file>')
      .option('--examples', text.showValues)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: ReadingOptions & { examples?: boolean; json?: boolean }) => {
    exit(
      await withContext(async (context) => {
        const found = await context.follow(
          context.client.files.profile({
            grantId: await context.readGrant(file),
            options: intakeOptionsFrom(options),
            examples: options.examples ?? false,
          }),
        );
        if (options.json) context.terminal.json({ file, ...found });
        else {
          context.terminal.say(text.size(found.rows, found.rejectedRows, found.columns.length));
          for (const warning of found.warnings) context.terminal.say(programText.remark(warning));
          for (const { name, dateForms } of found.columns)
            if (dateForms.length > 1) context.terminal.say(programText.remark(text.eitherWay(name)));
          context.terminal.data(
            table(
              [...text.columns, ...(options.examples ? text.valueColumns : [])],
              found.columns.map((c) => [
                c.name.slice(0, 60),
                c.valueType,
                c.nulls,
                `${c.distinctIsApproximate ? '~' : ''}${c.distinct}`,
                `${c.minLength}–${c.maxLength}`,
                ...(options.examples ? [c.min ?? '', c.max ?? ''] : []),
              ]),
            ),
          );
        }
        return 0;
      }),
    );
  });
  example(command, text.examples);
};
