/** Words of the data grid. */
export const gridText = {
  filterColumn: (name: string) => `Filter ${name}`,
  doubt: 'in doubt',
  greater: 'Greater than',
  less: 'Less than',
  empty: '–',
};
