import { Command, CommanderError } from 'commander';
import { createRequire } from 'node:module';
import { programText } from '#shared/text/cli/program.ts';
import { anonymise } from './commands/anonymise.ts';
import { apply } from './commands/apply.ts';
import { attack } from './commands/attack.ts';
import { audience } from './commands/audience.ts';
import { backup } from './commands/backup.ts';
import { breach } from './commands/breach.ts';
import { certificate } from './commands/certificate.ts';
import { certify } from './commands/certify.ts';
import { classify } from './commands/classify.ts';
import type { AddCommand } from './commands/command.ts';
import { compare } from './commands/compare.ts';
import { compile } from './commands/compile.ts';
import { consent } from './commands/consent.ts';
import { decide } from './commands/decide.ts';
import { decipher } from './commands/decipher.ts';
import { detokenise } from './commands/detokenise.ts';
import { dpia } from './commands/dpia.ts';
import { due } from './commands/due.ts';
import { demo } from './commands/demo.ts';
import { evidence } from './commands/evidence.ts';
import { fairness } from './commands/fairness.ts';
import { guard } from './commands/guard.ts';
import { importCommand } from './commands/import.ts';
import { join } from './commands/join.ts';
import { init } from './commands/init.ts';
import { keys } from './commands/keys.ts';
import { operator } from './commands/operator.ts';
import { platforms } from './commands/platforms.ts';
import { policy } from './commands/policy.ts';
import { principles } from './commands/principles.ts';
import { profile } from './commands/profile.ts';
import { purposes } from './commands/purposes.ts';
import { quality } from './commands/quality.ts';
import { recommend } from './commands/recommend.ts';
import { register } from './commands/register.ts';
import { retention } from './commands/retention.ts';
import { risk } from './commands/risk.ts';
import { segments } from './commands/segments.ts';
import { request } from './commands/request.ts';
import { subject } from './commands/subject.ts';
import { verify } from './commands/verify.ts';
import { ways } from './commands/ways.ts';
import { addOperatorOption } from './terminal/operator.ts';
import { describeFailure, isUsageError } from './terminal/exit-status.ts';
import { printable } from './terminal/output.ts';
import { watchStdout } from './terminal/watch-stdout.ts';

declare const CUSTOS_VERSION: string | undefined;
const version =
  typeof CUSTOS_VERSION === 'string'
    ? CUSTOS_VERSION
    : (createRequire(import.meta.url)('../../package.json') as { version: string }).version;

const commands: readonly AddCommand[] = [
  init,
  importCommand,
  profile,
  classify,
  decide,
  purposes,
  consent,
  retention,
  platforms,
  policy,
  operator,
  recommend,
  ways,
  compare,
  compile,
  certify,
  apply,
  anonymise,
  detokenise,
  decipher,
  risk,
  attack,
  guard,
  audience,
  fairness,
  quality,
  due,
  segments,
  request,
  subject,
  breach,
  backup,
  keys,
  join,
  register,
  principles,
  evidence,
  verify,
  dpia,
  certificate,
  demo,
];
const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)];
/** A command as it is typed: with the commands that it belongs to. */
const typedName = (command: Command): string =>
  command.parent === null ? command.name() : `${typedName(command.parent)} ${command.name()}`;

/** The program with every command; `exit` is told the status of the one that ran. */
function makeProgram(exit: (status: number) => void): Command {
  const program = new Command('custos')
    .description(programText.description)
    .version(version)
    // Where a command has commands of its own, an option belongs to the one that it stands behind.
    .enablePositionalOptions()
    .configureOutput({ outputError: (text, write) => write(text) });
  for (const add of commands) add(program, exit);
  for (const command of everyCommand(program)) {
    command.exitOverride().showHelpAfterError(programText.helpAfterError(typedName(command)));
    addOperatorOption(command);
  }
  return program;
}

/** Says what a command threw. @returns its exit status */
function sayFailure(error: unknown, running: Command): number {
  const { sentence, exit, findings } = describeFailure(error);
  const help = isUsageError(error) ? ` ${programText.helpAfterError(typedName(running))}` : '';
  process.stderr.write(`custos: ${printable(sentence, true)}${help}\n`);
  for (const { id, verdict, message, fix } of findings as {
    id: string;
    verdict: string;
    message: string;
    fix: string;
  }[])
    if (verdict === 'block') process.stderr.write(`  ${id}: ${printable(message)} ${printable(fix)}\n`);
  if (process.env.CUSTOS_DEBUG) console.error(error);
  return exit;
}

/**
 * Runs one command line: words as they were typed after `custos`. What it says goes to this process's own stdout and
 * stderr, and nothing of it stays when it is over.
 * @returns the exit status
 */
export async function runProgram(words: readonly string[]): Promise<number> {
  let status = 0;
  const program = makeProgram((code) => (status = code));
  let running: Command = program;
  program.hook('preAction', (_program, command) => void (running = command));
  const stdout = watchStdout();
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) status = error.exitCode === 0 ? 0 : 2;
    else status = sayFailure(error, running);
  }
  await stdout.flushed();
  const unwritten = stdout.failure();
  if (unwritten !== null) {
    process.stderr.write(`custos: ${unwritten}\n`);
    if (status === 0) status = 3;
  }
  return status;
}
