declare module 'write-file-atomic' {
  interface Options {
    mode?: number;
    fsync?: boolean;
  }
  export default function writeFileAtomic(
    filename: string,
    data: string | Uint8Array,
    options?: Options,
  ): Promise<void>;
  /** Same, blocking. */
  export function sync(filename: string, data: string | Uint8Array, options?: Options): void;
}
