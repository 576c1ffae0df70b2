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

/** One table is opened at a time: two at once would lose what the other added, or take its file away. */
let before: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = before.catch(() => undefined).then(work);
  before = done;
  return done;
}

/** In the clear a table lies in the workspace's private directory, and only while it is read. */
async function open(workspace: Workspace, domain: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const name = sealedTokens(domain);
  if (!workspace.hasSealed(name)) return found;
  const clear = await workspace.unseal(name);
  try {
    for await (const text of createInterface({ input: createReadStream(clear), crlfDelay: Infinity })) {
      const [token, value] = line.parse(JSON.parse(text));
      found.set(token, value);
    }
  } finally {
    await rm(clear, { force: true });
  }
  return found;
}

/** The table is there whole or as it was. */
async function seal(workspace: Workspace, domain: string, pairs: ReadonlyMap<string, string>): Promise<void> {
  const name = sealedTokens(domain);
  if (pairs.size === 0) {
    workspace.removeSealed(name);
    return;
  }
  const clear = join(workspace.workDirectory, `${name}.new`);
  try {
    await writeFile(clear, `${[...pairs].map((pair) => JSON.stringify(pair)).join('\n')}\n`, { mode: 0o600 });
    await workspace.seal(name, clear);
  } finally {
    await rm(clear, { force: true });
  }
}

/** Every token of a domain that is known, with what it stands for. */
export const readTokens = (workspace: Workspace, domain: string): Promise<Map<string, string>> =>
  inTurn(() => open(workspace, domain));

/** Adds tokens to the sealed tables of their domains. */
export const keepTokens = (workspace: Workspace, pairs: TokenPairs): Promise<void> =>
  inTurn(async () => {
    for (const [domain, added] of pairs) {
      const known = await open(workspace, domain);
      const fresh = [...added].filter(([token]) => !known.has(token));
      if (fresh.length > 0) await seal(workspace, domain, new Map([...known, ...fresh]));
    }
  });

/** Takes tokens out of their domain's table. @returns how many were in it */
export const forgetTokens = (workspace: Workspace, domain: string, tokens: readonly string[]): Promise<number> =>
  inTurn(async () => {
    const known = await open(workspace, domain);
    const gone = tokens.filter((token) => known.delete(token)).length;
    if (gone > 0) await seal(workspace, domain, known);
    return gone;
  });
