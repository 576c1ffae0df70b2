import { z } from 'zod';
import { method } from './failure.ts';

/** Per-installation settings, outside any workspace. */
export const settingsShape = z.strictObject({ theme: z.enum(['system', 'light', 'dark']) });
export type Settings = z.infer<typeof settingsShape>;

export const settings = {
  get: method.input(z.object({})).output(settingsShape),
  set: method.input(settingsShape.partial()).output(settingsShape),
};
