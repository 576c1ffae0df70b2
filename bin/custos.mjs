#!/usr/bin/env node
// The `custos` command. Node 20 can start it; the work is done by the project's own Node 24.
import { spawn } from 'node:child_process';
import { compileCache } from '../scripts/runtime/project-root.mjs';
import { commandLineEntry, ensureSetUp, projectNode } from '../scripts/set-up.mjs';

await ensureSetUp({ only: ['cli'], quiet: true });
const child = spawn(projectNode(), ['--no-warnings', commandLineEntry, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: compileCache, ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 3)));
