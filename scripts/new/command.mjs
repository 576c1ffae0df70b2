import { areNames, camel, listBefore } from './list-entry.mjs';

const commandFile = (name) => `import { optionsText } from '#shared/text/cli/options.ts';
import { ${camel(name)}Text as text } from '#shared/text/cli/${name}.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';

export const ${camel(name)}: AddCommand = (program, exit) => {
  const command = program
    .command('${name}')
    .description(text.description)
    .option('--json', optionsText.json)
    .action(async (options: { json?: boolean }) => {
      exit(
        await withContext(async ({ client, terminal }) => {
          const list = await client.purposes.list({});
          if (options.json) terminal.json(list);
          else
            terminal.data(
              table(
                text.columns,
                list.map(({ id, title }) => [id, title]),
              ),
            );
          return 0;
        }),
      );
    });
  example(command, text.examples);
};
`;

const commandText = (name) => `/** \`custos ${name}\`. */
export const ${camel(name)}Text = {
  description: 'say in half a line what it does',
  examples: ['custos ${name} --json'],
  columns: ['id', 'title'],
};
`;

/** A command that prints a list, as a table or as one JSON document. */
export const command = {
  usage: 'command NAME',
  make([name], read) {
    if (!areNames(name)) return null;
    const list = 'electron/cli/index.ts';
    const listed = listBefore(read(list), '  demo,\n];', `  ${camel(name)},\n`);
    return {
      fresh: {
        [`electron/cli/commands/${name}.ts`]: commandFile(name),
        [`shared/text/cli/${name}.ts`]: commandText(name),
      },
      changed: {
        [list]: listBefore(
          listed,
          'import { addOperatorOption }',
          `import { ${camel(name)} } from './commands/${name}.ts';\n`,
        ),
      },
    };
  },
};
