import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, whole programs and engines, before those that take moments. */
const longFirst = ['/test/cli/', '/test/engine/', '/test/foreign/', '/scripts/', '/test/'];

const rank = ({ moduleId, project }: TestSpecification): number => {
  // A process is kept for the next file only where that file may share it: those that run alone come in one go.
  if (project.config.isolate) return longFirst.length + 1;
  const found = longFirst.findIndex((part) => moduleId.includes(part));
  return found < 0 ? longFirst.length : found;
};

/**
 * Begins with what takes long: of two workers none is left waiting at the end for the one file that the other began
 * last. Where nobody ran the tests before, their sizes are all that vitest goes by.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
