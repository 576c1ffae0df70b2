import { app } from 'electron';
import { join } from 'node:path';

declare const __SHIPPED_ELECTRON__: string;

const majorOf = (version: string): number => Number.parseInt(version, 10);

/**
 * Whether a runtime is older than the three majors that are supported when the product ships on `shipped`: it is for
 * trying out only.
 */
export const isEvaluationRuntime = (running: string, shipped: string): boolean =>
  majorOf(running) < majorOf(shipped) - 2;

export const evaluationRuntime = (): boolean => isEvaluationRuntime(process.versions.electron, __SHIPPED_ELECTRON__);

/** The folder that plain Node can read: what is beside the archive in a package, the checkout itself otherwise. */
export const unpackedFolder = (): string => app.getAppPath().replace(/app\.asar$/, 'app.asar.unpacked');

export const preloadFile = (): string => join(app.getAppPath(), 'dist', 'preload', 'preload.cjs');
export const rendererFolder = (): string => join(app.getAppPath(), 'dist', 'renderer');

/** The folder with the sample: of the package, or of the checkout. */
export const resourcesFolder = (): string =>
  app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources');
