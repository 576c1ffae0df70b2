import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';

/** @throws Failure WRONG_USAGE, WORKSPACE_EXISTS, WORKSPACE_NONE: where no workspace can be made */
export function checkNewDirectory(directory: string): void {
  const name = basename(directory);
  if (!/^.+\.custos$/i.test(name)) throw new Failure('WRONG_USAGE', `A workspace's folder has a name that ends in .custos: ${name}.custos, for example.`);
  if (existsSync(directory)) throw new Failure('WORKSPACE_EXISTS', `${name} is already there. Choose another name, or open it.`);
  if (!existsSync(dirname(directory))) throw new Failure('WORKSPACE_NONE', `The folder in which ${name} should be made does not exist.`);
}
