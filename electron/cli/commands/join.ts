import { Failure } from '#shared/contract/failure.ts';
import type { AskedJoin, JoinResult } from '#shared/contract/joins.ts';
import { joinRows, type JoinMatch } from '#shared/domain/joined-view.ts';
import { joinCommandText as text } from '#shared/text/cli/join.ts';
import { programText } from '#shared/text/cli/program.ts';
import { joinedViewText } from '#shared/text/joined-view.ts';
import type { CommandContext } from '../terminal/context.ts';
import { table, type Terminal } from '../terminal/output.ts';
import { columnList, example, type AddCommand } from './command.ts';
import { inWorkspace, workspaceOptions, type InWorkspace } from './in-workspace.ts';

interface JoinOptions extends InWorkspace {
  left: string;
  right: string;
  leftKey?: string;
  rightKey?: string;
  name?: string;
  preview?: boolean;
  rows: string;
  callingCode?: string;
  qi?: string[];
}

/** What was typed, in the contract's form. @throws Failure WRONG_USAGE, DATASET_UNKNOWN */
async function asked({ engine, client, terminal }: CommandContext, options: JoinOptions): Promise<AskedJoin> {
  const { success, data: rows } = joinRows.safeParse(options.rows);
  if (!success) throw new Failure('WRONG_USAGE', text.noRows(options.rows));
  const callingCode = options.callingCode ?? '';
  if (!/^([1-9]\d{0,3})?$/.test(callingCode)) throw new Failure('WRONG_USAGE', text.noCallingCode);
  const [leftId, rightId] = [await engine.findDataset(options.left), await engine.findDataset(options.right)];
  const { leftKey, rightKey, qi } = options;
  if ((leftKey === undefined) !== (rightKey === undefined)) throw new Failure('WRONG_USAGE', text.oneKey);
  let keys = leftKey === undefined || rightKey === undefined ? null : { left: leftKey, right: rightKey };
  if (keys === null) {
    const [proposed] = await client.joins.keys({ leftId, rightId });
    if (proposed === undefined) throw new Failure('WRONG_USAGE', text.noKeys(options.left, options.right));
    terminal.say(text.keys(proposed.left, proposed.right, proposed.why));
    keys = proposed;
  }
  return {
    left: { datasetId: leftId, column: keys.left },
    right: { datasetId: rightId, column: keys.right },
    rows,
    callingCode,
    ...(qi === undefined ? {} : { qi }),
  };
}

/** How many match, what the view holds, and who could be singled out in it. */
function tell(terminal: Terminal, match: JoinMatch, isNamed: boolean): void {
  terminal.say(text.alike(match.normalisation));
  terminal.data(table(joinedViewText.sideHeads, joinedViewText.sideRows(match)));
  terminal.say(text.kept(match));
  if (match.leftOutColumns.length > 0) terminal.say(text.leftOut(match.leftOutColumns.map(({ column }) => column)));
  const { consent, risk, riskOfLinkable } = match;
  if (consent !== null) {
    const leftOut = consent.leftOut.map(({ standing, people }) => ({
      people,
      says: joinedViewText.standing(standing),
    }));
    terminal.say(text.consent(leftOut, consent.people));
  }
  if (risk !== null && riskOfLinkable !== null) {
    const over = isNamed ? joinedViewText.overNamed : joinedViewText.overAll;
    terminal.data('');
    terminal.data(
      table(joinedViewText.riskHeadsOf('left', 'right'), [
        joinedViewText.riskRow(over, risk),
        joinedViewText.riskRow(joinedViewText.overLinkable, riskOfLinkable),
      ]),
    );
    if (risk.worst.length > 0) terminal.say(text.worst(joinedViewText.worst(risk)));
  }
  for (const remark of match.remarks) terminal.say(programText.remark(remark));
}

function tellMade(terminal: Terminal, { dataset, registerEntry, activity }: JoinResult): void {
  terminal.say(text.made(dataset.name, dataset.rows, registerEntry));
  if (activity !== null) terminal.say(text.activity(activity.ref, activity.title));
}

export const join: AddCommand = (program, exit) => {
  const command = workspaceOptions(
    program
      .command('join')
      .description(text.description)
      .requiredOption('--left <dataset>', text.left)
      .requiredOption('--right <dataset>', text.right)
      .option('--left-key <column>', text.leftKey)
      .option('--right-key <column>', text.rightKey)
      .option('--name <name>', text.name)
      .option('--preview', text.preview)
      .option('--rows <which>', text.rows, 'both')
      .option('--calling-code <digits>', text.callingCode)
      .option('--qi <columns>', text.qi, columnList),
  ).action(async (options: JoinOptions) => {
    const { preview = false, name, json = false } = options;
    if (!preview && (name ?? '').trim() === '') throw new Failure('WRONG_USAGE', text.noName);
    exit(
      await inWorkspace(options, async (context) => {
        const { client, terminal } = context;
        const wish = await asked(context, options);
        const made = preview ? null : await context.follow(client.joins.run({ ...wish, name: name! }));
        const match = made ?? (await context.follow(client.joins.preview(wish)));
        if (json) terminal.json(match);
        else {
          tell(terminal, match, options.qi !== undefined);
          if (made === null) terminal.say(text.nothingWritten);
          else tellMade(terminal, made);
        }
        return match.both.most === 0 ? 1 : 0;
      }),
    );
  });
  example(command, text.examples);
};
