import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'rolldown';
import { onTestFinished } from 'vitest';
import { projectRoot } from '#scripts/runtime/project-root.mjs';

/**
 * A program that a test starts many times, bundled as the engine is shipped: read module by module, it takes three times
 * as long to start. It lies where it finds the packages that stay outside, until the test has finished.
 *
 * @param program a TypeScript file
 * @returns the path of what Node starts
 */
export async function bundledProgram(program: URL): Promise<string> {
  const input = fileURLToPath(program);
  const name = basename(input, '.ts');
  const dir = join(projectRoot, 'node_modules', '.cache', 'programs', `${name}-${process.pid}`);
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const { modules } = (await import(new URL('../../rolldown.config.ts', import.meta.url).href)) as {
    modules(input: Record<string, string>, dir: string): BuildOptions;
  };
  await build({ ...modules({ [name]: input }, dir), cwd: projectRoot, logLevel: 'warn' });
  return join(dir, `${name}.mjs`);
}
