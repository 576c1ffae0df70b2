import type { PrinciplesShown } from '#shared/contract/principles.ts';
import type { GuardState } from '#shared/domain/guardrail.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { principlesCommandText as text } from '#shared/text/cli/principles.ts';
import { checkedOver, keptAs, principleStates } from '#shared/text/principles.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';

/** What keeps controls from passing, the gravest first; what is said of several is told once, with all that it is of. */
function openReasons({ cells, datasets }: PrinciplesShown, workspace: string) {
  const names = new Map(datasets.map(({ id, name }) => [id, name]));
  const reasons = new Map<string, { state: GuardState; where: Map<string, string[]>; says: string; fix: string }>();
  for (const { control, dataset, checks } of cells)
    for (const { state, says, fix } of checks) {
      if (state === 'passed' || state === 'does-not-apply') continue;
      const key = JSON.stringify([state, says, fix]);
      const reason = reasons.get(key) ?? { state, where: new Map<string, string[]>(), says, fix };
      const about = dataset === null ? workspace : (names.get(dataset) ?? dataset);
      reason.where.set(about, [...new Set([...(reason.where.get(about) ?? []), control])]);
      reasons.set(key, reason);
    }
  const found = [...reasons.values()];
  return (['blocked', 'needs-you', 'not-stated'] as const).flatMap((state) =>
    found.filter((reason) => reason.state === state),
  );
}

export const principles: AddCommand = (program, exit) => {
  const command = program
    .command('principles')
    .description(text.description)
    .requiredOption('--workspace <directory>', optionsText.workspace)
    .option('--keep', text.keep)
    .option('--passphrase-file <file>', optionsText.passphraseFile)
    .option('--json', optionsText.json)
    .action(async (options: { workspace: string; keep?: boolean; passphraseFile?: string; json?: boolean }) => {
      exit(
        await withContext(async ({ client, terminal, openWorkspace }) => {
          await openWorkspace(options.workspace, options.passphraseFile);
          const found = options.keep ? (await client.principles.keep({})).shown : await client.principles.matrix({});
          if (options.json) terminal.json(found);
          else {
            const columns = [null, ...found.datasets.map(({ id }) => id)];
            const stateIn = (control: string, dataset: string | null): string =>
              principleStates[
                found.cells.find((cell) => cell.control === control && cell.dataset === dataset)?.state ?? 'not-stated'
              ];
            terminal.data(
              table(
                [text.control, text.workspace, ...found.datasets.map(({ name }) => name)],
                found.controls.map(({ id, title }) => [
                  `${id} ${title}`,
                  ...columns.map((dataset) => stateIn(id, dataset)),
                ]),
              ),
            );
            for (const { state, where, says, fix } of openReasons(found, text.workspace))
              terminal.data(text.reason(principleStates[state], where, says, fix));
            terminal.say(checkedOver(found.at, found.datasets.length, found.over));
            terminal.say(keptAs(found.kept));
          }
          return 0;
        }),
      );
    });
  example(command, text.examples);
};
