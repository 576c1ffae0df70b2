import { packageRules, rooms, type Room } from './import-table.ts';
import { importsOf, resolveImport, type ImportOf } from './read-module.ts';
import { isTest, type RepositoryFile } from './source-files.ts';

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The room a file belongs to: the longest folder that fits. */
export const roomOf = (path: string): Room | undefined =>
  rooms.filter((room) => within(path, room.folder)).sort((a, b) => b.folder.length - a.folder.length)[0];

function judgePackage(from: string, name: string, one: ImportOf): string | undefined {
  const rule = packageRules.find((candidate) => candidate.packages.includes(name));
  if (rule === undefined)
    return `package ${name} is in no line of the package table (test/architecture/import-table.ts)`;
  if (rule.folders.some((folder) => within(from, folder))) return undefined;
  if (one.typesOnly && rule.typesAnywhereIn?.some((folder) => within(from, folder))) return undefined;
  return `package ${name} belongs to ${rule.folders.join(', ')}: ${rule.because}`;
}

/** Rules between rooms of one kind, which the table of folders cannot say. */
function judgeNeighbours(from: string, to: string): string | undefined {
  const screen = (path: string) => /^renderer\/screens\/([^/]+)\//.exec(path)?.[1];
  if (screen(from) !== undefined && screen(to) !== undefined && screen(from) !== screen(to))
    return `screens do not import each other: move what they share to renderer/design or renderer/client`;
  const handlers = 'electron/engine/handlers/';
  if (to.startsWith(handlers) && from.startsWith(handlers) && !from.endsWith('/index.ts'))
    return 'handlers do not import handlers: a service both need goes into its own folder';
  if (
    to.startsWith(handlers) &&
    !from.startsWith(handlers) &&
    !within(from, 'electron/engine/dispatch') &&
    from !== 'electron/engine/create-engine.ts'
  )
    return 'only the dispatch and the composition root import handlers';
  return undefined;
}

function judgeOne(from: string, one: ImportOf): string | undefined {
  if (one.specifier.startsWith('../../'))
    return `write ${one.specifier} with #shared/, #engine/, #cli/, #main/, #renderer/ or #test/`;
  const target = resolveImport(from, one.specifier);
  if (isTest(from)) return undefined;
  const room = roomOf(from);
  if (room === undefined) return 'the file is in no room of the import table';
  if (target.kind === 'node') return room.node ? undefined : `${room.folder} does without Node: ${room.because}`;
  if (target.kind === 'package') return judgePackage(from, target.name, one);
  const open =
    within(target.name, room.folder) ||
    room.may.some((folder) => within(target.name, folder)) ||
    (one.typesOnly && (room.mayTypes ?? []).some((folder) => within(target.name, folder)));
  // `shared` as a whole never opens a smaller room within it to its neighbours: the longest folder of the importer has
  // decided.
  if (!open) return `${room.folder} may not import ${target.name}: ${room.because}`;
  return judgeNeighbours(from, target.name);
}

/** Every import of the file that the tables forbid, as `file:line: sentence`. */
export const judgeImports = (file: RepositoryFile): string[] =>
  importsOf(file).flatMap((one) => {
    const problem = judgeOne(file.path, one);
    return problem === undefined ? [] : [`${file.path}:${one.line}: ${problem}`];
  });
