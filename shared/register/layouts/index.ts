import { cnil } from './cnil.ts';
import { dpc } from './dpc.ts';
import { ico } from './ico.ts';
import type { Layout } from './layout.ts';

/** The one list of authorities' layouts. */
export const layouts = { cnil, ico, dpc } satisfies Record<string, Layout>;
export type LayoutId = keyof typeof layouts;
export const layoutIds = Object.keys(layouts) as [LayoutId, ...LayoutId[]];
