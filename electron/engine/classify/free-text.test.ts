import { expect, test } from 'vitest';
import { classifyCells } from '#test/support/classify-cells.ts';

const texts = {
  English: [
    'The parcel came late, please call me back on +49 170 1234567 this week.',
    'Anna Schmidt complained about the delay and will come to the shop again.',
    'She was diagnosed with diabetes last year and needs sugar free options.',
    'Everything was fine with the order, thank you very much for all of it.',
  ],
  German: [
    'Die Lieferung kam zu spät, bitte Rückruf am Abend unter 030 1234567.',
    'Peter Meyer hat sich über die Wartezeit beschwert und kommt wieder.',
    'Der Kunde leidet an Depression und bittet um Ruhe bei allen Anrufen.',
    'Alles war in Ordnung mit der Lieferung, vielen Dank für die Mühe.',
  ],
  Spanish: [
    'El paquete llegó tarde, por favor llamen al +34 612 345 678 mañana.',
    'Carlos García se quejó de la espera y dijo que volvería otra vez.',
    'El cliente tiene asma y pide que no usen perfume en la tienda nunca.',
    'Todo estuvo bien con el pedido, muchas gracias por la atención dada.',
  ],
};

test.each(Object.entries(texts))(
  '%s: what free text holds is named with counts, and is never certain',
  async (_, said) => {
    const found = await classifyCells({
      ticket: (row) => `T${row}`,
      comment: (row) => `${said[row % 4]} (${row})`,
    });
    const { flags, evidence, needsReview, confidence, class: of } = found['comment']!;
    expect(flags).toEqual(expect.arrayContaining(['free_text_pii', 'health']));
    const held = evidence.find(({ detail }) => detail.startsWith('Of 80 different texts'))?.detail;
    expect(held).toContain('20 hold phone numbers');
    expect(held).toContain('20 hold names of persons');
    expect(held).toContain('20 hold names of illnesses');
    expect(of !== 'non_pii' || (needsReview && confidence < 0.9)).toBe(true);
  },
);

test('texts without anybody in them raise nothing, and evidence quotes no cell', async () => {
  const found = await classifyCells({
    comment: (row) => `Everything was fine with order number ${row}, the shop was clean and quiet.`,
    remarks: (row) => `${texts.English[row % 4]} (${row})`,
  });
  expect(found['comment']?.flags).toEqual([]);
  expect(JSON.stringify(found['remarks']?.evidence)).not.toMatch(/Schmidt|diabetes|1234567/);
});
