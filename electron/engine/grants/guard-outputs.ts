import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { certificateFormat } from '#shared/certificate/certificate.ts';
import { tablesCertificateFormat } from '#shared/certificate/tables-certificate.ts';
import { toldCertificateFormat } from '#shared/certificate/told-certificate.ts';
import { Failure } from '#shared/contract/failure.ts';
import { outputsText } from '#shared/text/engine/outputs.ts';
import { isSamePlace, placeOf, type Place } from './where-it-lies.ts';

/** What a command reads and must find again afterwards. */
export interface GuardedInput {
  path: string;
  as: 'source' | 'recipe' | 'key' | 'passphrase' | 'codebook' | 'hierarchy' | 'note';
}

/** What a command will write. `companion`: the certificate beside a release, which follows its release. */
export interface GuardedOutput {
  path: string;
  companion?: boolean;
}

export interface GuardedPlaces {
  /** Folders of this account that hold what Custos itself needs. */
  own: string[];
  /** Workspaces in use, whose files are protected under other names too. */
  workspaces: string[];
}

/** No certificate is longer; what is larger is not read to find out. */
const largestNote = 20_000_000;

const certificateFormats: readonly string[] = [certificateFormat, tablesCertificateFormat, toldCertificateFormat];

const certificateEnding = /\.certificate\.json$/i;

/**
 * Refuses, before anything is read or written and whatever was forced, every output that would touch something that
 * must stay: an input, a certificate, another output, a workspace, a device. Links, other spellings and other cases of
 * a name are the same place.
 * @throws Failure TARGET_PROTECTED
 */
export function guardOutputs(
  outputs: readonly GuardedOutput[],
  inputs: readonly GuardedInput[],
  places: GuardedPlaces,
): void {
  const read = inputs.map((input) => ({ ...input, place: placeOf(input.path) }));
  const own = places.own.map((path) => placeOf(path).spellings.at(-1)!);
  const earlier: Place[] = [];
  for (const output of outputs) {
    const place = placeOf(output.path);
    const name = basename(output.path);
    const refuse = (why: string): never => {
      throw new Failure('TARGET_PROTECTED', why);
    };
    const touched = read.find((input) => isSamePlace(place, input.place));
    if (touched) refuse(outputsText.isInput[touched.as](name));
    if (earlier.some((other) => isSamePlace(place, other))) refuse(outputsText.isOtherOutput(name));
    if (place.kind === 'other' || place.spellings.some(isDevice)) refuse(outputsText.isDevice(name));
    if (place.spellings.some(liesInWorkspace) || isFileOf(places.workspaces, place))
      refuse(outputsText.inWorkspace(name));
    if (place.spellings.some((spelling) => own.some((folder) => spelling.startsWith(join(folder, '/')))))
      refuse(outputsText.inOwnFolder(name));
    if (
      !output.companion &&
      (place.spellings.some((spelling) => certificateEnding.test(spelling)) || isCertificate(output.path, place))
    )
      refuse(outputsText.isCertificate(name));
    earlier.push(place);
  }
}

/** Files that stand for a device or for another process's stream; /dev/shm is a folder like any other. */
const isDevice = (path: string): boolean => process.platform !== 'win32' && /^\/(?:dev\/(?!shm\/)|proc\/)/.test(path);

/** A folder on the way, or the path itself, is a workspace: by its name or by what it holds. */
export function liesInWorkspace(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (isWorkspace(at)) return true;
    if (dirname(at) === at) return false;
  }
}

function isWorkspace(path: string): boolean {
  if (placeOf(path).kind !== 'folder') return false;
  return basename(path).toLowerCase().endsWith('.custos') || existsSync(join(path, 'register.sqlite'));
}

/** Another name (a hard link) of a file that lies in one of the workspaces. */
function isFileOf(workspaces: readonly string[], place: Place): boolean {
  if (!place.linked || place.identity === null) return false;
  return workspaces.some((workspace) =>
    filesBelow(workspace).some((file) => placeOf(file).identity === place.identity),
  );
}

function filesBelow(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** Whether the file that is there is one of Custos's certificates, whatever it is called. */
function isCertificate(path: string, place: Place): boolean {
  if (place.kind !== 'file') return false;
  try {
    if (statSync(path).size > largestNote || !beginsAsOne(path)) return false;
    const { format } = JSON.parse(readFileSync(path, 'utf8')) as { format?: string };
    return certificateFormats.includes(format ?? '');
  } catch {
    return false;
  }
}

/** Whether a file begins as a certificate does: the release that is to be replaced is not read for it. */
function beginsAsOne(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const first = Buffer.alloc(1);
    return readSync(file, first, 0, 1, 0) === 1 && first.toString('latin1') === '{';
  } finally {
    closeSync(file);
  }
}
