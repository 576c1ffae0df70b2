import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writeJson } from './json-file.ts';

const note = z.string().max(10_000);
const publicKey = z.string().max(200);

/** `head.json` in the workspace's folder. */
const folderHead = z.strictObject({ format: z.literal('custos-head'), formatVersion: z.literal(1), workspaceId: z.string(), publicKey, note });
export type FolderHead = z.infer<typeof folderHead>;

/** `heads/<workspace id>.json` in the user's profile: outside every workspace. `seen`: heads that a later register did not contain. */
const profileHead = z.strictObject({ format: z.literal('custos-profile-head'), formatVersion: z.literal(1), workspaceId: z.string(), publicKey, note, seen: z.array(note) });
export type ProfileHead = z.infer<typeof profileHead>;

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

export function writeProfileHead(profileDirectory: string, head: Pick<ProfileHead, 'workspaceId' | 'publicKey' | 'note' | 'seen'>): void {
  mkdirSync(join(profileDirectory, 'heads'), { recursive: true, mode: 0o700 });
  writeJson(profileHeadFile(profileDirectory, head.workspaceId), { format: 'custos-profile-head', formatVersion: 1, ...head } satisfies ProfileHead);
}
