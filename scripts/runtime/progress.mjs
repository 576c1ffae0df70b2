/**
 * Progress lines on stderr: one line per step on a terminal or in a log alike, so that a pipe sees the same as a
 * person.
 *
 * @param {string} line what is being done, without a trailing line break
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {number} bytes @returns {string} whole megabytes */
export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
