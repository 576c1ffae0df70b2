import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.ts';
import { makeFolder } from './make-folder.ts';

const note = z.string().max(10_000);
const publicKey = z.string().max(200);

/** `head.json` in the workspace's folder. */
const folderHead = z.strictObject({
  format: z.literal('custos-head'),
  formatVersion: z.literal(1),
  workspaceId: z.string(),
  publicKey,
  note,
});
export type FolderHead = z.infer<typeof folderHead>;

/**
 * `heads/<workspace id>.json` in the user's profile: outside every workspace. The register is known by its own id,
 * whatever its folder is called: the newest head of it, and of every branch that did not go on from there (a copy, or a
 * register that was put back).
 */
const profileHead = z.strictObject({
  format: z.literal('custos-profile-head'),
  formatVersion: z.literal(2),
  workspaceId: z.string(),
  publicKey,
  heads: z.array(note).max(1000),
});
/** The same as Custos wrote it before, by folder. */
const place = z.strictObject({ directory: z.string().max(10_000), note, seen: z.array(note).max(1000) });
const headByFolder = z.strictObject({
  format: z.literal('custos-profile-head'),
  formatVersion: z.literal(1),
  workspaceId: z.string(),
  publicKey,
  places: z.array(place),
});

export interface ProfileHead {
  publicKey: string;
  /** `older`: may have been continued by one of the others. */
  heads: { note: string; older: boolean }[];
}

const mostHeads = 200;

export const folderHeadFile = (directory: string): string => join(directory, 'head.json');
const profileHeadFile = (profileDirectory: string, workspaceId: string): string =>
  join(profileDirectory, 'heads', `${workspaceId}.json`);

function read<T>(schema: z.ZodType<T>, file: string): T | 'missing' | 'unusable' {
  try {
    const value = readJson(file);
    if (value === undefined) return 'missing';
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : 'unusable';
  } catch {
    return 'unusable';
  }
}

export const readFolderHead = (directory: string): FolderHead | 'missing' | 'unusable' =>
  read(folderHead, folderHeadFile(directory));
/** @param directory the register's folder, which decides only about what an older Custos remembered */
export function readProfileHead(
  profileDirectory: string,
  workspaceId: string,
  directory: string,
): ProfileHead | 'missing' | 'unusable' {
  const found = read(z.union([profileHead, headByFolder]), profileHeadFile(profileDirectory, workspaceId));
  if (typeof found === 'string') return found;
  if (found.formatVersion === 2)
    return { publicKey: found.publicKey, heads: found.heads.map((kept) => ({ note: kept, older: false })) };
  return { publicKey: found.publicKey, heads: headsByFolder(found.places, directory) };
}

const sizeOf = (text: string): number => Number(text.split('\n')[1]);

/** Heads kept by folder do not say which of them go on from which: that of this folder does, or the largest. */
function headsByFolder(places: readonly z.infer<typeof place>[], directory: string): ProfileHead['heads'] {
  const own = places.find((candidate) => candidate.directory === placeName(directory));
  const newest = own?.note ?? places.map((candidate) => candidate.note).toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  return [...new Set(places.flatMap((candidate) => [candidate.note, ...candidate.seen]))].map((text) => ({
    note: text,
    older: text !== newest,
  }));
}

export function writeFolderHead(directory: string, head: Pick<FolderHead, 'workspaceId' | 'publicKey' | 'note'>): void {
  writeJson(folderHeadFile(directory), { format: 'custos-head', formatVersion: 1, ...head } satisfies FolderHead);
}

/**
 * Remembers the newest head of a register, before those of other branches.
 * @param continued heads that the register holds: this one goes on from them
 */
export function rememberHead(
  profileDirectory: string,
  head: { workspaceId: string; publicKey: string; directory: string; note: string },
  continued: ReadonlySet<string>,
): void {
  const { workspaceId, publicKey: key, directory, note: newest } = head;
  const known = readProfileHead(profileDirectory, workspaceId, directory);
  const others =
    typeof known === 'string'
      ? []
      : known.heads.map((kept) => kept.note).filter((kept) => kept !== newest && !continued.has(kept));
  makeFolder(join(profileDirectory, 'heads'));
  const content: z.infer<typeof profileHead> = {
    format: 'custos-profile-head',
    formatVersion: 2,
    workspaceId,
    publicKey: key,
    heads: [newest, ...others].slice(0, mostHeads),
  };
  writeJson(profileHeadFile(profileDirectory, workspaceId), content);
}

/** The folder's name for the profile: the same however it was reached. */
export const placeName = (directory: string): string => realpathSync(directory);
