import type { ReadingOptions } from './command.ts';

/** Of one table, or with `with` of several. */
export interface AnonymiseOptions extends ReadingOptions {
  qi?: string[];
  k: number;
  l?: number;
  sensitive?: string[];
  person?: string;
  t?: number;
  model?: string[];
  populationFile?: string;
  suppression: number;
  local?: boolean;
  effort?: string;
  hierarchies?: string;
  metric: string;
  minLevel?: string[];
  maxLevel?: string[];
  weight?: string[];
  timeLimit: number;
  keepOrder?: boolean;
  output?: string;
  with?: string[];
  key?: string;
  withKey?: string[];
  household?: string;
  rowsPerPerson: number;
  sets?: boolean;
  outFolder?: string;
  attack: boolean;
  purpose?: string;
  workspace?: string;
  passphraseFile?: string;
  force?: boolean;
  json?: boolean;
}
