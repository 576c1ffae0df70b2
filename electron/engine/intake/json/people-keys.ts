import { personalNames } from '#engine/written-values/personal-names.ts';

const looked = 200;
/** What a key of a person has: an address's sign, the digits of a number, two names. Of most keys nothing. */
const mayBe = /[@%]|(?:\d\D{0,3}){6}|^\p{Lu}\S* \p{Lu}/u;

/** Whether the keys are what people are called by: they stand for rows then, and never for columns. */
export function areOfPeople(keys: readonly string[]): boolean {
  const some = keys.slice(0, looked);
  return some.some((key) => mayBe.test(key)) && personalNames(some).size > 0.5 * some.length;
}
