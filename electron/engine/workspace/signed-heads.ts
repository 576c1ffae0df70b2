import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.ts';

const note = z.string().max(10_000);
const publicKey = z.string().max(200);

/** `head.json` in the workspace's folder. */
const folderHead = z.strictObject({ format: z.literal('custos-head'), formatVersion: z.literal(1), workspaceId: z.string(), publicKey, note });
export type FolderHead = z.infer<typeof folderHead>;

/**
 * `heads/<workspace id>.json` in the user's profile: outside every workspace. One place for each folder in which this machine had the
 * workspace open (a workspace may be copied): its newest head, and heads that a later register in the same folder did not contain.
 */
const place = z.strictObject({ directory: z.string().max(10_000), note, seen: z.array(note).max(1000) });
const profileHead = z.strictObject({ format: z.literal('custos-profile-head'), formatVersion: z.literal(1), workspaceId: z.string(), publicKey, places: z.array(place) });
export type ProfileHead = z.infer<typeof profileHead>;
export type RememberedPlace = z.infer<typeof place>;

const mostPlaces = 50;

export const folderHeadFile = (directory: string): string => join(directory, 'head.json');
const profileHeadFile = (profileDirectory: string, workspaceId: string): string => join(profileDirectory, 'heads', `${workspaceId}.json`);

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

export const readFolderHead = (directory: string): FolderHead | 'missing' | 'unusable' => read(folderHead, folderHeadFile(directory));
export const readProfileHead = (profileDirectory: string, workspaceId: string): ProfileHead | 'missing' | 'unusable' => read(profileHead, profileHeadFile(profileDirectory, workspaceId));

export function writeFolderHead(directory: string, head: Pick<FolderHead, 'workspaceId' | 'publicKey' | 'note'>): void {
  writeJson(folderHeadFile(directory), { format: 'custos-head', formatVersion: 1, ...head } satisfies FolderHead);
}

/** Remembers the newest head of one folder, before those of its copies. */
export function rememberHead(profileDirectory: string, { workspaceId, publicKey: key, ...here }: { workspaceId: string; publicKey: string } & RememberedPlace): void {
  const known = readProfileHead(profileDirectory, workspaceId);
  const others = typeof known === 'string' ? [] : known.places.filter(({ directory }) => directory !== here.directory);
  mkdirSync(join(profileDirectory, 'heads'), { recursive: true, mode: 0o700 });
  const head: ProfileHead = { format: 'custos-profile-head', formatVersion: 1, workspaceId, publicKey: key, places: [here, ...others].slice(0, mostPlaces) };
  writeJson(profileHeadFile(profileDirectory, workspaceId), head);
}

/** The folder's name for the profile: the same however it was reached. */
export const placeName = (directory: string): string => realpathSync(directory);
