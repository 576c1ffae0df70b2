import type { SuiteCase } from '../suite-case.ts';
import { kindsOfData } from './kinds-of-data.ts';
import { specialCategories } from './special-categories.ts';
import { whoGetsIt } from './who-gets-it.ts';
import { whyAndHowLong } from './why-and-how-long.ts';

/** All invented tables with their registers. */
export const cases: readonly SuiteCase[] = [...kindsOfData, ...specialCategories, ...whoGetsIt, ...whyAndHowLong];
