export const classifyText = {
  title: 'Classify',
  markOpen: (open: number) => `${open} ${open === 1 ? 'needs' : 'need'} you`,
  markDone: 'decided',
};
