import { runProgram } from './index.ts';

/** Entry of the command line: what was typed after `custos`, and its exit status. */
process.exitCode = await runProgram(process.argv.slice(2));
