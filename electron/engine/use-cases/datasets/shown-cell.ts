import { maskValue } from '#engine/classify/mask-value.ts';

/** A cell as the window may see it: an empty one hides nothing. */
export const shownCell = (text: string | null, hide: boolean): { text: string | null; masked: boolean } =>
  hide && text !== null && text !== '' ? { text: maskValue(text), masked: true } : { text, masked: false };
