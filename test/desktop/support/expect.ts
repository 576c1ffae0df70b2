import { expect as ofPlaywright, type Locator } from '@playwright/test';

type Matcher = (...words: unknown[]) => Promise<void>;

/**
 * A matcher of Playwright's that waits for its element first. As long as the element is not there, the matcher would
 * write down all of the page that a reader of screens is told, at every look: a tenth of what a page works in a test.
 */
const onceThere = (name: string) =>
  async function matcher(this: { isNot: boolean }, locator: Locator, ...words: unknown[]) {
    const ofLocator = ofPlaywright(locator);
    if (this.isNot) {
      await (ofLocator.not as unknown as Record<string, Matcher>)[name]!(...words);
      return { pass: false, message: () => '' };
    }
    const given = words.find((word) => typeof word === 'object' && word !== null && 'timeout' in word);
    await locator
      .first()
      .waitFor({ state: 'attached', timeout: Number((given as { timeout?: unknown } | undefined)?.timeout ?? 40_000) })
      // What never came is told by the matcher itself, as always.
      .catch(() => undefined);
    await (ofLocator as unknown as Record<string, Matcher>)[name]!(...words);
    return { pass: true, message: () => '' };
  };

const waiting = ['toBeVisible', 'toContainText', 'toHaveText', 'toHaveAttribute', 'toHaveValue', 'toBeFocused'];

export const expect = ofPlaywright.extend(
  Object.fromEntries(waiting.map((name) => [name, onceThere(name)])),
) as unknown as typeof ofPlaywright;
