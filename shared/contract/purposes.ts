import { z } from 'zod';
import { purpose } from '#shared/domain/purpose.ts';
import { method } from './failure.ts';

export const purposes = {
  list: method.input(z.object({})).output(z.array(purpose)),
  save: method.input(purpose).output(purpose),
};
