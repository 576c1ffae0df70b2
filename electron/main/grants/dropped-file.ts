import { statSync } from 'node:fs';
import type { GrantUse } from '#shared/contract/bridge.ts';

/**
 * How a file that a person dropped or named is meant: a folder with a workspace's name is one, anything else is a
 * dataset.
 */
export function useOfPath(path: string): GrantUse {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder && /\.custos[\\/]?$/.test(path) ? 'workspace-open' : 'read';
}
