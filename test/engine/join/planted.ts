/** A column's value by turns, so that every one of them is there as often as the others. */
const turn = (values: readonly string[], at: number): string => values[at % values.length]!;

const cities = ['Berlin', 'Hamburg', 'Köln', 'München'];
const bands = ['18-24', '25-34', '35-44', '45-54'];
const plans = ['basic', 'family', 'premium', 'trial'];
const regions = ['north', 'south', 'east', 'west'];

export const planted = 50;
const crowd = 3000;

/**
 * Two datasets of the same people. Of the crowd, whoever shares city and age band shares plan and region, too, with many
 * others; fifty people have a plan and region that nobody else of their city and age band has, while both are those of
 * many people elsewhere. So nobody is alone in either dataset, and the fifty are alone in both together.
 */
export function plantedFiles(): { customers: string; contracts: string; alone: Set<string> } {
  const alone = new Set<string>();
  const people = Array.from({ length: crowd }, (_, at) => ({
    email: `person${at}@example.org`,
    left: at % 16,
    right: at % 16,
  }));
  // 16 groups of each side; a planted person joins group g on the left with another group on the right, each pair once.
  for (let at = 0; at < planted; at += 1) {
    const left = at % 16;
    const right = (left + 1 + Math.floor(at / 16)) % 16;
    const email = `planted${at}@example.org`;
    alone.add(email);
    people.push({ email, left, right });
  }
  const group = (first: readonly string[], second: readonly string[], at: number): string =>
    `${turn(first, at)},${turn(second, Math.floor(at / first.length))}`;
  const customers = people.map(({ email, left }) => `${email},${group(cities, bands, left)}`);
  // Spelled otherwise, and in another order.
  const contracts = people
    .toReversed()
    .map(({ email, right }) => `${email.toUpperCase()} ,${group(plans, regions, right)}`);
  return {
    customers: `email,city,age_band\n${customers.join('\n')}\n`,
    contracts: `contact_email,plan,region\n${contracts.join('\n')}\n`,
    alone,
  };
}
