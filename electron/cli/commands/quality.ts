import type { QualityShown } from '#shared/contract/quality.ts';
import { Failure } from '#shared/contract/failure.ts';
import { isOpen, qualityRules, type QualityFinding, type QualityResult } from '#shared/domain/quality.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { qualityCommandText as text } from '#shared/text/cli/quality.ts';
import { qualityText } from '#shared/text/quality.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { table, type Terminal } from '../terminal/output.ts';
import { example, intakeOptionsFrom, readingOptions, type AddCommand, type ReadingOptions } from './command.ts';
import { shownFromOne, withRowsFromOne } from './quality-rows.ts';
import { qualityAudit, qualitySample } from './quality-sample.ts';
import { qualitySchedule, qualitySettle } from './quality-settle.ts';

interface QualityOptions extends ReadingOptions {
  workspace?: string;
  dataset?: string;
  passphraseFile?: string;
  propose?: boolean;
  json?: boolean;
}

type Told = QualityResult & Partial<Pick<QualityFinding, 'settled'>>;

const settledOf = ({ settled = null }: Told): QualityFinding['settled'] => settled;

/** The findings as a table: what failed first. */
function tell(terminal: Terminal, findings: readonly Told[], rows: number): void {
  const order: readonly Told['state'][] = ['failed', 'not-done', 'warn', 'passed'];
  const sorted = findings.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const said = (finding: Told): string => {
    const settled = settledOf(finding);
    const { at } = finding;
    return [
      qualityText.found(finding),
      ...(at.length === 0 ? [] : [qualityText.rowsNamed(at)]),
      ...(settled === null ? [] : [qualityText.settled(settled.way, settled.reason, settled.until)]),
    ].join(' ');
  };
  terminal.data(
    table(
      text.heads,
      sorted.map((finding) => [
        qualityText.states[finding.state],
        qualityText.asks(finding),
        said(finding),
        finding.examples.join('  '),
      ]),
    ),
  );
  const open = findings.filter((finding) => isOpen({ state: finding.state, settled: settledOf(finding) })).length;
  const failed = findings.filter(({ state }) => state === 'failed').length;
  terminal.say(text.done(findings.length, rows, failed, open));
}

/** 1 where something failed that nobody settled. */
const statusOf = (findings: readonly Told[]): number =>
  findings.some((finding) => finding.state === 'failed' && settledOf(finding) === null) ? 1 : 0;

async function checkFile(file: string, options: QualityOptions, context: CommandContext): Promise<number> {
  const { client, terminal, follow, readGrant } = context;
  const input = { grantId: await readGrant(file), options: intakeOptionsFrom(options) };
  const found = await follow(client.quality.file(input));
  if (options.json) terminal.json(withRowsFromOne(found));
  else tell(terminal, found.findings, found.rows);
  return statusOf(found.findings);
}

function propose({ terminal }: CommandContext, shown: QualityShown): void {
  const rows = shown.proposed.map((check) => [
    qualityText.dimensions[qualityRules[check.rule]],
    qualityText.asks(check),
    qualityText.why(check),
    check.id,
  ]);
  terminal.data(table(text.proposedHeads, rows));
  terminal.say(text.next(shown.everyDays, shown.next, shown.overdue));
}

async function checkDataset(word: string, options: QualityOptions, context: CommandContext): Promise<number> {
  const { client, terminal, follow, engine } = context;
  const datasetId = await engine.findDataset(word);
  if (options.propose) {
    const shown = await client.quality.get({ datasetId });
    if (options.json) terminal.json(shownFromOne(shown));
    else propose(context, shown);
    return 0;
  }
  const run = await follow(client.quality.run({ datasetId }));
  if (options.json) terminal.json(withRowsFromOne(run));
  else {
    tell(terminal, run.findings, run.rows);
    terminal.say(text.kept(run.entry, (await client.quality.get({ datasetId })).next));
  }
  return statusOf(run.findings);
}

/** Checks of the accuracy of a file, or of a dataset of a workspace. */
export const quality: AddCommand = (program, exit) => {
  const command = readingOptions(
    program
      .command('quality')
      .description(text.description)
      .argument('[file]')
      .option('--workspace <directory>', optionsText.workspace)
      .option('--dataset <dataset>', text.dataset)
      .option('--propose', text.propose)
      .option('--passphrase-file <file>', optionsText.passphraseFile)
      .option('--json', optionsText.json),
  ).action(async (file: string | undefined, options: QualityOptions) => {
    const { workspace, dataset, passphraseFile } = options;
    exit(
      await withContext(async (context) => {
        if (file !== undefined) {
          if (workspace !== undefined || dataset !== undefined || options.propose)
            throw new Failure('WRONG_USAGE', text.notBoth);
          return checkFile(file, options, context);
        }
        if (workspace === undefined || dataset === undefined) throw new Failure('WRONG_USAGE', text.which);
        await context.openWorkspace(workspace, passphraseFile);
        return checkDataset(dataset, options, context);
      }),
    );
  });
  example(command, text.examples);
  for (const add of [qualitySettle, qualitySchedule, qualitySample, qualityAudit]) add(command, exit);
};
