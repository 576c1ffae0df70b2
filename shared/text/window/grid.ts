/** Words of the data grid. */
export const gridText = {
  filterColumn: (name: string) => `Filter ${name}`,
  doubt: 'in doubt',
  greater: 'Greater than',
  less: 'Less than',
  empty: '–',
  /** Said before the shape of a value, for people who do not see that it is one. */
  masked: 'masked',
  revealed: 'revealed',
};
