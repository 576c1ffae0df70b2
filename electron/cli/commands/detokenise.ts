import { readFileSync } from 'node:fs';
import { Failure } from '#shared/contract/failure.ts';
import { detokeniseText as text } from '#shared/text/cli/detokenise.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';

interface Detokenise extends InWorkspace {
  domain: string;
  forget?: boolean;
  reason?: string;
}

const most = 10_000;
/** Bytes that so many tokens fit into. */
const mostTyped = 2_000_000;

export const detokenise: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('detokenise')
      .description(text.description)
      .argument('<tokens...>', text.tokens)
      .option('--domain <name>', text.domain, 'people')
      .option('--forget', text.forget)
      .option('--reason <text>', text.reason),
  ).action(async (typed: string[], options: Detokenise) => {
    exit(
      await inWorkspace(options, async (context) => {
        const lines = typed.includes('-') ? readFileSync(await context.stdinFile(mostTyped), 'utf8').split('\n') : [];
        const tokens = [...typed.filter((token) => token !== '-'), ...lines]
          .map((token) => token.trim())
          .filter((token) => token !== '');
        if (tokens.length > most) throw new Failure('WRONG_USAGE', text.tooMany(most));
        if (options.forget) {
          const { domain, reason = '' } = options;
          const done = await context.client.tokens.forget({ domain, tokens, reason });
          if (options.json) context.terminal.json(done);
          else context.terminal.say(text.forgotten(done.forgotten));
          return 0;
        }
        const { values } = await context.client.tokens.lookUp({ domain: options.domain, tokens });
        if (options.json) context.terminal.json(tokens.map((token, at) => ({ token, value: values[at] ?? null })));
        else
          context.terminal.data(
            table(
              text.heads,
              tokens.map((token, at) => [token, values[at] ?? text.unknown]),
            ),
          );
        return values.every((value) => value !== null) ? 0 : 1;
      }),
    );
  });
  example(command, text.examples);
};
