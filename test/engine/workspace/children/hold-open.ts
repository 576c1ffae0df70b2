// Opens the workspace given, puts a clear file into its working directory, says where that is, and stays until it is
// killed or its input ends.
import { randomBytes } from 'node:crypto';
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';

const [directory = '', profileDirectory = '', workRoot = '', passphrase = ''] = process.argv.slice(2);
const workspace = await openWorkspace(
  directory,
  { passphrase },
  { clock: () => new Date(), random: (n) => randomBytes(n), profileDirectory, workRoot, appVersion: '1.2.3' },
);
writeFileSync(join(workspace.workDirectory, 'clear.txt'), 'a value in the clear');
writeSync(1, `${workspace.workDirectory}\n`);
process.stdin.on('end', () => void workspace.close().then(() => process.exit(0))).resume();
