import { basename, extname, join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { localEfforts, type LocalEffort } from '#shared/domain/anonymised-file.ts';
import { tablesCertificateName, type AnonymisedTables } from '#shared/domain/anonymised-tables.ts';
import { stateOf } from '#shared/domain/guardrail.ts';
import { attackCells, attackText } from '#shared/text/attack.ts';
import { anonymiseCommandText as oneText } from '#shared/text/cli/anonymise.ts';
import { anonymiseTablesText as text } from '#shared/text/cli/anonymise-tables.ts';
import { programText } from '#shared/text/cli/program.ts';
import { principleStates } from '#shared/text/principles.ts';
import type { CommandContext } from '../terminal/context.ts';
import { table, type Terminal } from '../terminal/output.ts';
import type { AnonymiseOptions } from './anonymise-options.ts';
import { intakeOptionsFrom } from './command.ts';
import { hierarchyFiles } from './hierarchy-files.ts';

/** Options that say something of one table alone, and those that say something of several. */
const ofOne = [
  'l',
  't',
  'sensitive',
  'person',
  'model',
  'populationFile',
  'local',
  'metric',
  'minLevel',
  'maxLevel',
  'weight',
  'timeLimit',
  'keepOrder',
  'output',
] as const;
const ofSeveral = [
  'key',
  'withKey',
  'household',
  'rowsPerPerson',
  'sets',
  'outFolder',
  'workspace',
  'attack',
  'purpose',
] as const;

/** As it is typed. */
const typed = (option: string): string =>
  option === 'output'
    ? '-o'
    : `--${option === 'attack' ? 'no-attack' : option.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`;

/** @throws Failure WRONG_USAGE for what belongs to one table where there are several, and the other way round */
export function checkTogether(options: AnonymiseOptions, given: (option: string) => boolean): void {
  const several = options.with !== undefined;
  const odd = (several ? ofOne : ofSeveral).find((option) => given(option));
  if (odd !== undefined) throw new Failure('WRONG_USAGE', (several ? text.ofOne : text.ofSeveral)(typed(odd)));
}

/** What a table is written to: delimited text, whatever it was. */
const outputName = (file: string): string => {
  const ending = extname(file);
  return `${basename(file, ending)}${ending.toLowerCase() === '.tsv' ? '.tsv' : '.csv'}`;
};

/** @throws Failure WRONG_USAGE */
function effortFrom({ effort = 'quick' }: Pick<AnonymiseOptions, 'effort'>): LocalEffort {
  const known = localEfforts.find((one) => one === effort);
  if (known === undefined) throw new Failure('WRONG_USAGE', oneText.noEffort(localEfforts));
  return known;
}

/** Files, keys and places as they were typed. @throws Failure WRONG_USAGE */
function tablesOf(
  file: string,
  { with: others = [], key, withKey = [], outFolder, rowsPerPerson }: Omit<AnonymiseOptions, 'suppression'>,
) {
  if (key === undefined) throw new Failure('WRONG_USAGE', text.noKey);
  if (outFolder === undefined) throw new Failure('WRONG_USAGE', text.noOutFolder);
  if ([file, ...others].includes('-')) throw new Failure('WRONG_USAGE', text.noStdin);
  if (!Number.isInteger(rowsPerPerson) || rowsPerPerson < 1 || rowsPerPerson > 200)
    throw new Failure('WRONG_USAGE', text.noRowsPerPerson);
  if (withKey.length > others.length) throw new Failure('WRONG_USAGE', text.manyKeys);
  const files = [file, ...others];
  const outputs = files.map((path) => join(outFolder, outputName(path)));
  const twice = outputs.find((path, at) => outputs.indexOf(path) !== at);
  if (twice !== undefined) throw new Failure('WRONG_USAGE', text.sameName(basename(twice)));
  return { files, outputs, key, keys: others.map((_, at) => withKey[at] ?? key), outFolder };
}

/** A guardrail's answer about each table, in words. */
const checkRows = ({ guardrails }: AnonymisedTables): string[][] =>
  (guardrails[0]?.findings ?? []).map(({ id }) => [
    id,
    ...guardrails.flatMap(({ findings }) =>
      findings.filter((one) => one.id === id).map((one) => principleStates[stateOf(one)]),
    ),
  ]);

function tell(terminal: Terminal, made: AnonymisedTables): void {
  terminal.say(text.written(made));
  terminal.say(text.mayBeCalled(made.label));
  for (const sentence of made.against) terminal.say(text.against(sentence));
  for (const note of made.notes) terminal.say(programText.remark(note));
  terminal.data(table(text.tableHeads, text.tableRows(made)));
  terminal.data(table(text.measures, text.figures(made)));
  terminal.data(table(text.questionHeads, text.questionRows(made)));
  terminal.data(table(text.checkHeads(made), checkRows(made)));
  if (made.attacks !== null) terminal.data(table(Object.values(attackText.heads), made.attacks.map(attackCells)));
  terminal.say(text.files(made.certificate, made.registerEntry));
}

/** A table of people and others with several rows a person, as one release. */
export async function anonymiseTables(
  context: CommandContext,
  file: string,
  options: Omit<AnonymiseOptions, 'suppression'> & { suppression: number | undefined },
): Promise<number> {
  const { files, outputs, key, keys, outFolder } = tablesOf(file, options);
  const effort = effortFrom(options);
  const { workspace, passphraseFile, force = false, qi, household, purpose, suppression } = options;
  if (options.sets === true && options.hierarchies !== undefined) throw new Failure('WRONG_USAGE', text.setsAlone);
  const hierarchies = hierarchyFiles(options.hierarchies, null);
  const certificate = join(outFolder, tablesCertificateName);
  context.guard({
    outputs: [...outputs.map((path) => ({ path })), { path: certificate, companion: true }],
    inputs: { source: [...files, ...hierarchies.map(({ path }) => path)], passphrase: passphraseFile },
    workspace,
    folder: outFolder,
    force,
  });
  if (workspace !== undefined) await context.openWorkspace(workspace, passphraseFile);
  const intake = intakeOptionsFrom(options);
  const { table: _table, layout: _layout, totals: _totals, ...shared } = intake as Record<string, unknown>;
  const grants: string[] = [];
  for (const path of files) grants.push(await context.readGrant(path));
  const granted: { column: string; grantId: string }[] = [];
  for (const { column, path } of hierarchies) granted.push({ column, grantId: await context.readGrant(path) });
  const made = await context.follow(
    context.client.files.anonymiseTables({
      grantId: grants[0]!,
      options: intake,
      key,
      ...(household === undefined ? {} : { household }),
      ...(qi === undefined ? {} : { qi }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(suppression === undefined ? {} : { suppression }),
      children: keys.map((own, at) => ({ grantId: grants[at + 1]!, options: shared, key: own })),
      k: options.k,
      rowsPerPerson: options.rowsPerPerson,
      effort,
      cells: options.sets === true ? 'sets' : 'levels',
      hierarchies: granted,
      attack: options.attack,
      outputGrantIds: outputs.map((path) => context.writeGrant(path)),
      certificateGrantId: context.writeGrant(certificate),
      force,
    }),
  );
  if (options.json === true) context.terminal.json(made);
  else tell(context.terminal, made);
  return 0;
}
