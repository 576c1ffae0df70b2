import { counted } from './numbers.ts';

export const datasetsText = {
  title: 'Datasets',
  mark: (many: number) => counted(many, 'dataset'),
};
