/** `custos purposes`. */
export const purposesText = {
  description: 'the purpose presets P1–P8: data needed, lawful bases, benefit, retention',
  examples: ['custos purposes --json'],
  columns: ['id', 'code', 'title', 'retention', 'lawful bases'],
  days: (days: number | null) => (days === null ? 'to be decided' : `${days} days`),
};
