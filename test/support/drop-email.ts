/** A recipe file's text that drops one column, as it was made in November 2026; anything else by `changes`. */
export const dropEmail = (changes: object = {}): string =>
  JSON.stringify({
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'p1-find-segments',
    release: 'pseudonymised',
    referenceDate: '2026-11-01',
    target: { k: 1, suppression: 1 },
    steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['email'] }, reason: 'x' }],
    ...changes,
  });

/** Forty people in two cities, by e-mail address. */
export const fortyPeople = `email,city\n${Array.from({ length: 40 }, (_, i) => `p${i}@example.org,${i % 2 ? 'Bonn' : 'Lyon'}`).join('\n')}\n`;
