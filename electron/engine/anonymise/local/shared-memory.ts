type Words = Uint8Array | Uint16Array | Uint32Array;

/** Memory that workers see, too: nothing is copied for them. */
export const sharedWords = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(4 * length));

export const sharedBytes = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length));

/** Codes below `domain` in the narrowest shared array. @param places what each code becomes */
export function sharedCodes(codes: Uint16Array | Uint32Array, domain: number, places?: Uint32Array): Words {
  const { length } = codes;
  const made: Words =
    domain <= 256
      ? sharedBytes(length)
      : domain <= 65_536
        ? new Uint16Array(new SharedArrayBuffer(2 * length))
        : sharedWords(length);
  if (places === undefined) made.set(codes);
  else for (let row = 0; row < length; row += 1) made[row] = places[codes[row]!]!;
  return made;
}
