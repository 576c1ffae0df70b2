import type { Command } from 'commander';
import { getRecordOf, listRecordsOf, namesOfFolder } from '#engine/use-cases/records/records-of-folder.ts';
import type { RecordDetail, RecordSummary } from '#shared/contract/records.ts';
import { optionsText } from '#shared/text/cli/options.ts';
import { registerRecordsText as text } from '#shared/text/cli/register-records.ts';
import { answerWords } from '#shared/text/register/answer-words.ts';
import { cellNames, cellWords, fieldLabel, kindName, stateWords } from '#shared/text/register/index.ts';
import { createTerminal, table, type Terminal } from '../terminal/output.ts';
import { example } from './command.ts';
import { kindNamed, recordNamed } from './record-named.ts';
import { addRecordDeeds } from './register-record-deeds.ts';

interface Reading {
  workspace: string;
  version?: string;
  json?: boolean;
}

const titleOf = ({ title, unreadable }: RecordSummary): string => (unreadable ? text.records.unreadable(title) : title);

type MinimumCell = NonNullable<RecordSummary['minimum']>['cells'][number];

/** Where the answer to a cell has to be given: the record by its reference, and its fields. */
function placesOf({ missing }: MinimumCell, refs: ReadonlyMap<string, string>): string[] {
  const fields = new Map<string, string[]>();
  for (const { kind, id, field } of missing) {
    const ref = (id === null ? undefined : refs.get(id)) ?? kindName(kind);
    fields.set(ref, [...(fields.get(ref) ?? []), fieldLabel(kind, field)]);
  }
  return [...fields].map(([ref, labels]) => text.activities.place(ref, labels));
}

function activityRow(record: RecordSummary, refs: ReadonlyMap<string, string>): (string | number)[] {
  const cells = record.minimum?.cells ?? [];
  const open = cells.filter(({ state }) => state !== 'filled' && state !== 'none-stated');
  return [
    record.ref,
    titleOf(record),
    stateWords[record.state],
    record.version,
    text.activities.minimum(cells.length - open.length, cells.length),
    text.activities.lacking(
      open.map((cell) =>
        text.activities.lacks(cellNames[cell.id] ?? cell.id, cellWords[cell.state], placesOf(cell, refs)),
      ),
    ),
  ];
}

/** One version with every answer, in the order of its fields. */
function show(
  terminal: Terminal,
  { version, draft, versions }: RecordDetail,
  names: ReadonlyMap<string, string>,
): void {
  const shown = version ?? draft;
  if (shown === null) return;
  if ('unreadable' in shown) {
    terminal.data(text.record.unreadable(shown.ref));
    return;
  }
  const { kind, ref, state, savedBy, savedAt, approval, body } = shown;
  terminal.data(text.record.heading(ref, stateWords[state], shown.version, savedBy, savedAt));
  if (approval !== null) terminal.data(text.record.approved(approval.by, approval.at, approval.byAnother));
  const answers = Object.entries(body);
  if (answers.length === 0) terminal.data(text.record.nothing);
  for (const [field, answer] of answers) {
    const [first = '', ...more] = answerWords(kind, field, answer, (id) => names.get(id) ?? id);
    terminal.data(text.record.answer(fieldLabel(kind, field), first));
    for (const line of more) terminal.data(text.record.line(line));
  }
  if (draft !== null && draft !== shown) terminal.say(text.record.draftToo(draft.version, draft.savedBy));
  if (versions.length > 0)
    terminal.say(
      text.record.versions(
        versions.map(({ version: number, state: stands }) => text.record.versionLine(number, stateWords[stands])),
      ),
    );
}

const reading = (command: Command): Command =>
  command.requiredOption('--workspace <directory>', optionsText.workspace).option('--json', optionsText.json);

/** Records of the register of processing; what only reads asks for no passphrase. */
export function addRecords(command: Command, exit: (status: number) => void): void {
  const terminal = createTerminal();

  const activities = reading(command.command('activities').description(text.activities.description)).action(
    ({ workspace, json }: Reading) => {
      const all = listRecordsOf(workspace);
      const found = all.filter(({ kind }) => kind === 'activity');
      const refs = new Map(all.map(({ id, ref }) => [id, ref]));
      if (json) terminal.json(found);
      else
        terminal.data(
          table(
            text.activities.columns,
            found.map((one) => activityRow(one, refs)),
          ),
        );
      exit(0);
    },
  );
  example(activities, text.activities.examples);

  const records = reading(
    command.command('records').description(text.records.description).argument('[kind]', text.kind),
  ).action((typed: string | undefined, { workspace, json }: Reading) => {
    const found = listRecordsOf(workspace, typed === undefined ? undefined : kindNamed(typed));
    if (json) terminal.json(found);
    else
      terminal.data(
        table(
          text.records.columns,
          found.map((one) => [
            one.kind,
            one.ref,
            titleOf(one),
            stateWords[one.state],
            one.version,
            one.savedAt,
            one.savedBy,
          ]),
        ),
      );
    exit(0);
  });
  example(records, text.records.examples);

  const record = reading(
    command
      .command('record')
      .description(text.record.description)
      .argument('<kind>', text.kind)
      .argument('<ref>', text.ref)
      .option('--version <n>', text.version),
  ).action((typed: string, ref: string, { workspace, version, json }: Reading) => {
    const kind = kindNamed(typed);
    const all = listRecordsOf(workspace);
    const { id } = recordNamed(all, kind, ref);
    const detail = getRecordOf(workspace, { kind, id, version: version === undefined ? undefined : Number(version) });
    if (json) terminal.json(detail);
    else show(terminal, detail, namesOfFolder(workspace));
    exit(0);
  });
  example(record, text.record.examples);

  addRecordDeeds(command, exit);
}
