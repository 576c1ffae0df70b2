import { setNonce } from 'get-nonce';

/** The nonce the app protocol wrote into the page: every style element made at run time must carry it. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Hands the nonce to the scroll-lock library, which would else inject a refused style. */
export function adoptStyleNonce(): void {
  setNonce(styleNonce());
}
