import { InvalidArgumentError } from 'commander';
import { engineEnvironment } from '#engine/engine-environment.ts';
import { getEntry, listEntries, verifyRegister } from '#engine/register/read-register.ts';
import { createTerminal, table } from '../terminal/output.ts';
import { example, type AddCommand } from './command.ts';

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
};

/** None of these asks for a passphrase: the register can be read and checked by whoever holds the folder. */
export const register: AddCommand = (program, exit) => {
  const command = program.command('register').description('list, show and verify the processing register');
  const terminal = createTerminal();

  const list = command
    .command('list')
    .description('entries, newest first')
    .requiredOption('--workspace <directory>', 'the workspace')
    .option('--kind <kind>', 'only entries of this kind')
    .option('--text <text>', 'only entries that contain this text')
    .option('--limit <n>', 'how many', wholeNumber, 200)
    .option('--offset <n>', 'how many to pass over', wholeNumber, 0)
    .option('--json', 'one JSON document on stdout')
    .action(async (options: { workspace: string; kind?: string; text?: string; limit: number; offset: number; json?: boolean }) => {
      const found = await listEntries(options.workspace, { offset: options.offset, limit: options.limit, ...(options.kind ? { kind: options.kind } : {}), ...(options.text ? { text: options.text } : {}) });
      if (options.json) terminal.json(found);
      else terminal.data(table(['seq', 'time', 'kind', 'who', 'subject'], found.entries.map((e) => [e.seq, e.ts, e.kind, e.actor, e.subjectRef])));
      exit(0);
    });
  example(list, 'custos register list --workspace Acme.custos --kind release.written');

  const show = command
    .command('show')
    .description('one entry, whole')
    .argument('<seq>', 'number of the entry', wholeNumber)
    .requiredOption('--workspace <directory>', 'the workspace')
    .option('--json', 'one JSON document on stdout')
    .action(async (seq: number, options: { workspace: string; json?: boolean }) => {
      terminal.json(await getEntry(options.workspace, seq));
      exit(0);
    });
  example(show, 'custos register show 3 --workspace Acme.custos');

  const verify = command
    .command('verify')
    .description('check every hash, the order, the signed head; exit 1 when anything was changed')
    .requiredOption('--workspace <directory>', 'the workspace')
    .option('--json', 'one JSON document on stdout')
    .action(async (options: { workspace: string; json?: boolean }) => {
      const found = await verifyRegister(options.workspace, { profileDirectory: engineEnvironment().profileDirectory });
      if (options.json) terminal.json(found);
      else {
        terminal.data(found.ok ? `The register verifies: ${found.entries} entries, head ${found.checkpoint?.root.slice(0, 16) ?? 'none'} signed ${found.checkpoint?.at ?? ''}.` : `The register does NOT verify: ${found.problems.length} problems in ${found.entries} entries.`);
        for (const problem of found.problems) terminal.data(`  ${problem.seq === null ? 'register' : `entry ${problem.seq}`}: ${problem.kind}: ${problem.detail}`);
      }
      exit(found.ok ? 0 : 1);
    });
  example(verify, 'custos register verify --workspace Acme.custos');
};
