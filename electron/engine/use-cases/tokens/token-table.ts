import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { TokenPairs } from '#engine/release/token-pairs.ts';
import { sealedTokens } from '#engine/workspace/sealed-names.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** A line of the table: a token and what it stands for. */
const line = z.tuple([z.string(), z.string()]);

/** Every token of a domain that is known; in the clear it lies in the workspace's private directory, and only while it is read. */
export async function readTokens(workspace: Workspace, domain: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const name = sealedTokens(domain);
  if (!workspace.hasSealed(name)) return found;
  const open = await workspace.unseal(name);
  try {
    for await (const text of createInterface({ input: createReadStream(open), crlfDelay: Infinity })) {
      const [token, value] = line.parse(JSON.parse(text));
      found.set(token, value);
    }
  } finally {
    await rm(open, { force: true });
  }
  return found;
}

/** One table is read, filled and sealed at a time: two releases at once would lose what the other added. */
let before: Promise<unknown> = Promise.resolve();

/** Adds tokens to the sealed tables of their domains; a table is there whole or as it was. */
export function keepTokens(workspace: Workspace, pairs: TokenPairs): Promise<void> {
  const done = before.catch(() => undefined).then(() => addTokens(workspace, pairs));
  before = done;
  return done;
}

async function addTokens(workspace: Workspace, pairs: TokenPairs): Promise<void> {
  for (const [domain, added] of pairs) {
    const known = await readTokens(workspace, domain);
    const fresh = [...added].filter(([token]) => !known.has(token));
    if (fresh.length === 0) continue;
    const name = sealedTokens(domain);
    const open = join(workspace.workDirectory, `${name}.new`);
    try {
      await writeFile(open, `${[...known, ...fresh].map((pair) => JSON.stringify(pair)).join('\n')}\n`, {
        mode: 0o600,
      });
      await workspace.seal(name, open);
    } finally {
      await rm(open, { force: true });
    }
  }
}
