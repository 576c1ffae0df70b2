import { Failure } from '#shared/contract/failure.ts';
import type { FairnessAudit, Grouping } from '#shared/domain/fairness-audit.ts';
import { fairnessCommandText as text } from '#shared/text/cli/fairness.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { errorRows, hasTooSmall, overallRows, selectionRow } from '#shared/text/fairness-rows.ts';
import { fairnessText } from '#shared/text/fairness.ts';
import { withContext } from '../terminal/context.ts';
import { table } from '../terminal/output.ts';
import {
  columnList,
  example,
  intakeOptionsFrom,
  readingOptions,
  type AddCommand,
  type ReadingOptions,
} from './command.ts';

interface FairnessOptions extends ReadingOptions {
  outcome: string;
  chosen?: string[];
  label?: string;
  positive?: string[];
  score?: string;
  groups: string[];
  reference?: string[];
  decimal?: '.' | ',';
  report?: string;
  workspace?: string;
  passphraseFile?: string;
  force?: boolean;
  json?: boolean;
}

const again = (typed: string, before: string[] = []): string[] => [...before, typed];

/** `COLUMN=VALUE` of a column of groups, for each. @throws Failure WRONG_USAGE */
function referenceFrom(typed: readonly string[], groups: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    typed.map((one) => {
      const column = groups.find((name) => one.startsWith(`${name}=`));
      if (column === undefined) throw new Failure('WRONG_USAGE', fairnessText.badReference(one));
      return [column, one.slice(column.length + 1)];
    }),
  );
}

/** What stands over the groups: over all, and over those that are judged where others are among them. */
function overallLines(grouping: Grouping, fewest: number): string[] {
  const { overAll, overAllWithSmall, overJudged, noneJudged, overallHeads } = fairnessText;
  const { overall, overallJudged } = grouping;
  if (overall.length === 0) return [];
  const named = (title: string, rows: Grouping['overall']): string[] => [
    `${title}:`,
    table(overallHeads, overallRows(rows)),
    '',
  ];
  if (!hasTooSmall(grouping)) return named(overAll, overall);
  return [
    ...named(overAllWithSmall, overall),
    ...(overallJudged.length === 0 ? [noneJudged(fewest), ''] : named(overJudged(fewest), overallJudged)),
  ];
}

function lines(audit: FairnessAudit): string[] {
  return audit.groupings.flatMap((grouping) => {
    const errors = audit.label === null ? [] : grouping.groups.flatMap(errorRows);
    return [
      text.grouped(grouping.columns),
      table(fairnessText.selectionHeads, grouping.groups.map(selectionRow)),
      '',
      ...(errors.length === 0 ? [] : [table(fairnessText.errorHeads, errors), '']),
      ...overallLines(grouping, audit.settings.smallestGroup),
    ];
  });
}

export const fairness: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('fairness')
      .description(text.description)
      .argument('<file>')
      .requiredOption('--outcome <column>', text.outcome)
      .requiredOption('--groups <columns>', text.groups, columnList)
      .option('--chosen <value>', text.chosen, again)
      .option('--label <column>', text.label)
      .option('--positive <value>', text.positive, again)
      .option('--score <column>', text.score)
      .option('--reference <column=value>', text.reference, again)
      .option('--decimal <mark>', text.decimal)
      .option('--report <page>', text.report)
      .option('--workspace <directory>', text.workspace)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--force', text.force)
      .option('--json', optionsText.json),
  ).action(async (file: string, options: FairnessOptions) => {
    exit(
      await withContext(async (context) => {
        const { report: page, force = false } = options;
        if (page !== undefined && !/\.html?$/i.test(page)) throw new Failure('WRONG_USAGE', text.ending(page));
        context.guard({
          outputs: page === undefined ? [] : [{ path: page }],
          inputs: { source: file },
          workspace: options.workspace,
          force,
        });
        if (options.workspace !== undefined) await context.openWorkspace(options.workspace, options.passphraseFile);
        const audit = await context.follow(
          context.client.files.fairness({
            grantId: await context.readGrant(file),
            options: intakeOptionsFrom(options),
            outcome: options.outcome,
            chosen: options.chosen ?? [],
            label: options.label,
            positive: options.positive ?? [],
            score: options.score,
            groups: options.groups,
            reference: referenceFrom(options.reference ?? [], options.groups),
            ...(options.decimal === undefined ? {} : { decimalMark: options.decimal }),
            ...(page === undefined ? {} : { pageGrantId: context.writeGrant(page) }),
          }),
        );
        const { terminal } = context;
        if (options.json) terminal.json(audit);
        else {
          const { column, rule, chosen } = audit.outcome;
          terminal.say(text.chosenOf(chosen, audit.people, column, rule));
          for (const note of audit.notes) terminal.say(note);
          terminal.data(lines(audit).join('\n').trimEnd());
          terminal.say(fairnessText.methods);
          terminal.say(fairnessText.tested(audit.tested));
          if (page !== undefined) terminal.say(text.written(page));
          if (audit.registerEntry !== null) terminal.say(text.entered(audit.registerEntry));
        }
        return 0;
      }),
    );
  });
  example(command, text.examples);
};
