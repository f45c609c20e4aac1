// The gradient of one sample, of some, of all.

/** @type {import('../types.js').Chapter} */
export const samples = {
  key: 'samples',
  title: { en: 'One sample, some, or all', vi: 'Một mẫu, vài mẫu hay tất cả' },
  idea: {
    en: 'Many rough steps beat a few exact ones.',
    vi: 'Nhiều bước thô thắng vài bước chính xác.',
  },
  beats: [
    {
      text: {
        en:
          'A line is fitted to 150 flowers. The loss is the mean of 150 errors, so an exact ' +
          'gradient must look at all of them. A cheaper step looks at a few, a *batch*.',
        vi:
          'Ở đây ta khớp một đường thẳng với 150 bông hoa. Loss là trung bình của 150 ' +
          'sai số, nên gradient chính xác phải xem hết tất cả. Bước rẻ hơn chỉ xem ' +
          'vài bông, gọi là một *batch*.',
      },
      query: 'lab=sampling&v=1',
      predict: {
        kind: 'number',
        ask: {
          en: 'One pass over all data is an *epoch*. With batches of 10, how many steps is that?',
          vi:
            'Xem hết dữ liệu một lượt là một *epoch*. Với batch 10 mẫu thì đó là bao ' +
            'nhiêu bước?',
        },
        answer: 15,
        digits: 2,
        after: {
          en: '150/10 = 15. With 1 flower a step an epoch has 150 steps, with all of them just 1.',
          vi:
            '150/10 = 15. Mỗi bước 1 bông thì một epoch có 150 bước, mỗi bước xem tất ' +
            'cả thì chỉ có 1.',
        },
        then: 'lab=sampling&t=15&v=1',
      },
      notes: {
        en: 'Ask what is lost when the gradient is taken on a part of the data, and what is gained.',
        vi: 'Hỏi mất gì và được gì khi chỉ tính gradient trên một phần dữ liệu.',
      },
    },
    {
      text: {
        en:
          'Three runs: 1, 10 or all 150 flowers a step. See their paths in the plane of w and ' +
          'b, the line’s weights.',
        vi:
          'Ba lượt chạy: mỗi bước xem 1, 10 hay cả 150 bông. Hãy xem đường đi của ' +
          'chúng trên mặt phẳng w và b, các trọng số của đường thẳng.',
      },
      query: 'lab=sampling&v=1',
      predict: {
        kind: 'choice',
        ask: {
          en: 'Which path jumps about the most?',
          vi: 'Đường đi nào nhảy loạn nhất?',
        },
        options: [
          { en: '1 flower', vi: '1 bông' },
          { en: '10 flowers', vi: '10 bông' },
          { en: 'All 150', vi: 'Cả 150' },
        ],
        answer: 0,
        after: {
          en:
            'The gradient of one flower is only a guess at the true one. With all 150 the path ' +
            'is straight.',
          vi:
            'Gradient của một bông chỉ là ước lượng cho gradient thật. Với cả 150 ' +
            'bông, đường đi thẳng.',
        },
        then: 'lab=sampling&t=1500&v=1',
      },
    },
    {
      text: {
        en:
          'But compare after one epoch, for the same work. The loss is 0.043 with 1 flower, ' +
          '0.044 with 10, and still 1.305 with all.',
        vi:
          'Nhưng hãy so sánh sau một epoch, với cùng khối lượng tính toán. Loss là 0,043 ' +
          'với 1 bông, 0,044 với 10 bông, và vẫn còn 1,305 với tất cả.',
      },
      query: 'lab=sampling&t=150&v=1',
    },
    {
      text: {
        en:
          'So people train with *mini-batches*: many steps, little noise. This is SGD, ' +
          '*stochastic* gradient descent.',
        vi:
          'Vì thế người ta huấn luyện bằng *mini-batch*: nhiều bước, ít nhiễu. Đó ' +
          'là SGD, gradient descent *ngẫu nhiên* (stochastic).',
      },
      query: 'lab=sampling&run=sgd&t=15&v=1',
      controls: 'batch,lr',
    },
  ],
};
