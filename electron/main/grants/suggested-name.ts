import type { SaveKind } from '#shared/contract/bridge.ts';
import { shellText } from '#shared/text/main/shell.ts';

/** The ending a kind must have; a release's ending chooses its format and is the person's. */
const endings: Record<SaveKind, string | null> = {
  release: null,
  recipe: '.json',
  dictionary: null,
  workspace: '.custos',
  key: '.txt',
  report: null,
  certificate: null,
  evidence: '.zip',
  history: null,
  head: null,
  assessment: null,
  register: null,
  people: '.csv',
  copy: null,
  letter: null,
  calendar: '.ics',
  notice: null,
  breach: null,
  backup: '.zip',
  audit: null,
  segments: null,
  tables: null,
  hierarchy: '.csv',
};

/**
 * A name proposed by the page, made harmless: one file name, no folder, no control character, at most 120 characters.
 */
export function safeName(suggested: string): string {
  const name = suggested
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f/\\:*?"<>|\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  return name.slice(0, 120) || shellText.untitled;
}

/** The path with the ending its kind must have. */
export function withEnding(path: string, kind: SaveKind): string {
  const ending = endings[kind];
  return ending && !path.toLowerCase().endsWith(ending) ? `${path}${ending}` : path;
}
