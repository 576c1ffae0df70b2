/** What `verifyFiles` found: the file concerned, the entry where it is one, a kind, and a sentence. */
export interface Finding {
  file: string;
  seq: number | null;
  kind: string;
  detail: string;
}
export interface Found {
  ok: boolean;
  checked: string[];
  files: number;
  problems: Finding[];
}
export function verifyFiles(files: ReadonlyMap<string, Uint8Array>, given?: string): Promise<Found>;
export function told(found: Found): string;
