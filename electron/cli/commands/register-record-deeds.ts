import type { Command } from 'commander';
import { basename } from 'node:path';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { RecordKind, RecordSummary } from '#shared/contract/records.ts';
import { registerRecordsText as text } from '#shared/text/cli/register-records.ts';
import { withContext, type CommandContext } from '../terminal/context.ts';
import { example } from './command.ts';
import { kindNamed, recordNamed } from './record-named.ts';
import { workspaceOptions } from './in-workspace.ts';

interface Doing {
  workspace: string;
  passphraseFile?: string;
  reason?: string;
  from?: string;
  takeOver?: boolean;
  json?: boolean;
}

/** Bytes that a file of fields may have. */
const largest = 4_000_000;

/** Fields of a file, or of standard input. @throws Failure FILE_MISSING, WRONG_USAGE for anything but a JSON object */
async function fieldsFrom({ stdinFile }: CommandContext, from: string): Promise<Record<string, unknown>> {
  const name = from === '-' ? from : basename(from);
  const bytes = await readBounded(from === '-' ? await stdinFile(largest) : from, largest).catch((error: unknown) => {
    const code = error instanceof UnreadableFile && error.why === 'missing' ? 'FILE_MISSING' : 'FILE_UNREADABLE';
    throw new Failure(code, text.set.unreadable(name), { cause: error });
  });
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below, like any other thing that is no object.
  }
  throw new Failure('WRONG_USAGE', text.set.noJson(name));
}

/** A command on one record that is there: opens the workspace, finds the record, does it, says what was done. */
function deed<T>(
  command: Command,
  exit: (status: number) => void,
  name: 'send' | 'approve' | 'return' | 'retire' | 'discard',
  work: (context: CommandContext, record: RecordSummary, options: Doing) => Promise<{ result: T; said: string[] }>,
): Command {
  const made = workspaceOptions(
    command
      .command(name)
      .description(text[name].description)
      .argument('<kind>', text.kind)
      .argument('<ref>', text.ref)
      .option('--reason <text>', text.reason, ''),
  ).action(async (kind: string, ref: string, options: Doing) => {
    exit(
      await withContext(async (context) => {
        const named = kindNamed(kind);
        await context.openWorkspace(options.workspace, options.passphraseFile);
        const record = recordNamed(await context.client.records.list({ kind: named }), named, ref);
        const { result, said } = await work(context, record, options);
        if (options.json) context.terminal.json(result);
        else for (const sentence of said) context.terminal.say(sentence);
        return 0;
      }),
    );
  });
  return example(made, text[name].examples);
}

function addSet(command: Command, exit: (status: number) => void): void {
  const set = workspaceOptions(
    command
      .command('set')
      .description(text.set.description)
      .argument('<kind>', text.kind)
      .argument('[ref]', text.ref)
      .requiredOption('--from <file>', text.set.from)
      .option('--reason <text>', text.set.reason),
  ).action(async (typed: string, ref: string | undefined, options: Doing) => {
    exit(
      await withContext(async (context) => {
        const { client, terminal } = context;
        const kind: RecordKind = kindNamed(typed);
        const fields = await fieldsFrom(context, options.from ?? '-');
        await context.openWorkspace(options.workspace, options.passphraseFile);
        const id = ref === undefined ? null : recordNamed(await client.records.list({ kind }), kind, ref).id;
        const { reason } = options;
        const saved = await client.records.setFields({ kind, id, fields, ...(reason === undefined ? {} : { reason }) });
        await client.records.endSitting({ kind, id: saved.id });
        if (options.json) terminal.json(saved);
        else terminal.say(text.set.saved(saved.ref, saved.version));
        return 0;
      }),
    );
  });
  example(set, text.set.examples);
}

/** What is shown is what is approved: the version in review, by the hash that it has now. */
async function approve({ client }: CommandContext, { kind, id, ref }: RecordSummary, { takeOver }: Doing) {
  const { versions } = await client.records.get({ kind, id });
  const waiting = versions.find(({ state }) => state === 'in-review');
  if (waiting === undefined) throw new Failure('WRONG_USAGE', text.approve.none(ref));
  const { version } = waiting;
  const shown = (await client.records.get({ kind, id, version })).version;
  if (shown === null || 'unreadable' in shown) throw new Failure('WORKSPACE_FROM_FUTURE', text.record.unreadable(ref));
  const takingOver = takeOver === true ? 'all' : [];
  const result = await client.records.approve({ kind, id, version, recordSha256: shown.sha256, takingOver });
  return { result, said: [text.approve.done(ref, version, result.approval?.takenOver.length ?? 0)] };
}

/** What writes: `register set`, `send`, `approve`, `return`, `retire` and `discard`. */
export function addRecordDeeds(command: Command, exit: (status: number) => void): void {
  addSet(command, exit);
  deed(command, exit, 'send', async ({ client }, { kind, id, ref }, { reason = '' }) => {
    const result = await client.records.send({ kind, id, reason });
    return { result, said: [text.send.done(ref, result.version)] };
  });
  deed(command, exit, 'approve', approve).option('--take-over', text.approve.takeOver);
  deed(command, exit, 'return', async ({ client }, { kind, id, ref }, { reason = '' }) => {
    const result = await client.records.sendBack({ kind, id, reason });
    return { result, said: [text.return.done(ref, result.version)] };
  });
  deed(command, exit, 'retire', async ({ client }, { kind, id, ref }, { reason = '' }) => {
    const result = await client.records.retire({ kind, id, reason });
    const names = [...new Set(result.referredBy.map((other) => other.ref))];
    const said = [text.retire.done(ref, result.version.version)];
    return { result, said: names.length === 0 ? said : [...said, text.retire.referredBy(names)] };
  });
  deed(command, exit, 'discard', async ({ client }, { kind, id, ref }, { reason = '' }) => ({
    result: await client.records.discardDraft({ kind, id, reason }),
    said: [text.discard.done(ref)],
  }));
}
