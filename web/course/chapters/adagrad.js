// Rates that shrink by the gradients.

/** @type {import('../types.js').Chapter} */
export const adagrad = {
  key: 'adagrad',
  title: { en: 'Let the gradients choose', vi: 'Để gradient chọn' },
  idea: {
    en: 'Adagrad gives each coordinate its own rate, and only ever shrinks it.',
    vi: 'Adagrad cho mỗi tọa độ một learning rate riêng, và chỉ biết giảm nó.',
  },
  beats: [
    {
      text: {
        en:
          '*Adagrad* keeps a sum of squared slopes, s₁ = s₀ + g₁², and divides by its root: x₁ ' +
          '= x₀ − η g₁/√s₁.',
        vi:
          '*Adagrad* cộng dồn bình phương độ dốc, s₁ = s₀ + g₁², rồi chia cho căn ' +
          'của tổng: x₁ = x₀ − η g₁/√s₁.',
      },
      query: 'lab=descent&x0=99&run=adagrad&steps=1000&v=1',
      predict: {
        kind: 'number',
        ask: {
          en: 'x² from x₀ = 99, with η = 0.5 and s₀ = 0. Where is x₁?',
          vi: 'x² từ x₀ = 99, với η = 0,5 và s₀ = 0. x₁ ở đâu?',
        },
        answer: 98.5,
        digits: 3,
        after: {
          en: 'g₁ is 198 and so is √s₁: the first step is η long, however steep it is.',
          vi: 'g₁ bằng 198 và √s₁ cũng vậy: bước đầu dài đúng η, dù dốc đến đâu.',
        },
        then: 'lab=descent&x0=99&run=adagrad&steps=1000&t=1&v=1',
      },
      notes: {
        en: 'Point out that the sum never shrinks, and ask what becomes of the steps.',
        vi: 'Chỉ ra rằng tổng không bao giờ giảm, và hỏi các bước sẽ ra sao.',
      },
    },
    {
      text: {
        en:
          'In the narrow valley each coordinate has its own sum, hence its own rate. From (−5, ' +
          '−2) both move by 0.5 at first, though y is 8 times as steep.',
        vi:
          'Trong thung lũng hẹp, mỗi tọa độ có tổng riêng nên có learning rate riêng. ' +
          'Từ (−5; −2), thoạt đầu cả hai cùng đi 0,5, dù y dốc gấp 8 lần.',
      },
      query: 'lab=descent&f=elongated&run=adagrad&steps=60&t=1&v=1',
      controls: 'x0',
    },
    {
      text: { en: 'Back to x² and 99.', vi: 'Trở lại x² và 99.' },
      query: 'lab=descent&x0=99&run=adagrad&steps=1000&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Where is it after 1,000 steps?', vi: 'Sau 1.000 bước, nó ở đâu?' },
        options: [
          { en: 'At 0', vi: 'Tại 0' },
          { en: 'Near 30', vi: 'Gần 30' },
          { en: 'Near 70', vi: 'Gần 70' },
        ],
        answer: 2,
        after: {
          en:
            'It is at 69.95. A sum only grows, so every step is shorter than the one before. ' +
            'The run dies out on the way.',
          vi:
            'Nó mới ở 69,95. Tổng chỉ có tăng, nên bước sau luôn ngắn hơn bước ' +
            'trước. Lượt chạy tắt dần giữa đường.',
        },
        then: 'lab=descent&x0=99&run=adagrad&steps=1000&t=1000&v=1',
      },
    },
    {
      text: {
        en:
          's need not start at 0. With s₀ = 0.1 small slopes make shorter steps: from 0.3 to ' +
          '0.212 here, instead of 0.2.',
        vi:
          's không nhất thiết bắt đầu từ 0. Với s₀ = 0,1, độ dốc nhỏ cho bước ' +
          'ngắn hơn: ở đây từ 0,3 tới 0,212 thay vì 0,2.',
      },
      query: 'lab=descent&x0=0.3&run=adagrad,lr:0.1&run=adagrad,lr:0.1,s0:0.1&t=1&v=1',
      controls: 's0',
    },
  ],
};
