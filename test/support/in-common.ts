/** Whether `length` letters in a row are the same in both texts. */
export const haveInCommon = (length: number, one: string, other: string): boolean =>
  Array.from(one, (_, at) => one.slice(at, at + length)).some((run) => run.length === length && other.includes(run));
