export function loaderAsar(): Uint8Array;
