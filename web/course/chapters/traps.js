// Saddles, plateaus, no minimum, several minima.

/** @type {import('../types.js').Chapter} */
export const traps = {
  key: 'traps',
  title: { en: 'Where it gets stuck', vi: 'Những cái bẫy' },
  idea: {
    en: 'A small slope does not mean that the goal is near.',
    vi: 'Độ dốc nhỏ không có nghĩa là sắp tới đích.',
  },
  beats: [
    {
      text: {
        en:
          'Where the slope is 0, gradient descent stands still, and not only in minima. x² − ' +
          'y² falls away on both sides of the line y = 0. Start exactly on it, at (1.5, 0).',
        vi:
          'Ở đâu độ dốc bằng 0 thì gradient descent đứng yên, và không chỉ ở cực ' +
          'tiểu. x² − y² dốc xuống ở cả hai bên đường y = 0. Hãy xuất phát ngay ' +
          'trên đường đó, tại (1,5; 0).',
      },
      query: 'lab=descent&f=saddle&x0=1.5,0&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Where does it end?', vi: 'Nó kết thúc ở đâu?' },
        options: [
          { en: 'At (0, 0)', vi: 'Tại (0; 0)' },
          { en: 'Far down one side', vi: 'Tít phía dưới, ở một bên' },
        ],
        answer: 0,
        after: {
          en:
            'This is a *saddle*. On the line no gradient points sideways, so nothing pushes it ' +
            'off.',
          vi:
            'Đây là *điểm yên ngựa* (saddle). Trên đường này không gradient nào chỉ ' +
            'sang bên, nên không gì đẩy nó ra.',
        },
        then: 'lab=descent&f=saddle&x0=1.5,0&t=30&v=1',
      },
      notes: {
        en: 'Ask where this ball stops, then where a real one would: inertia comes later.',
        vi: 'Hỏi bóng này dừng ở đâu, rồi bóng thật sẽ dừng ở đâu: quán tính đến sau.',
      },
    },
    {
      text: {
        en:
          'A little noise in the gradient, and it slides off. In training that noise comes for ' +
          'free.',
        vi:
          'Chỉ cần chút nhiễu trong gradient là nó trượt khỏi yên. Khi huấn luyện, ' +
          'nhiễu ấy có sẵn.',
      },
      query: 'lab=descent&f=saddle&x0=1.5,0&steps=40&sigma=0.05&t=30&v=1',
    },
    {
      text: {
        en:
          'A *plateau*, the error of one saturated neuron. Where the error is largest, the ' +
          'slope is smallest: with η = 1, 150 steps lead from 6 to 5.2.',
        vi:
          'Một *cao nguyên* (plateau): sai số của một nơ-ron bão hòa. Chỗ sai số lớn ' +
          'nhất lại là chỗ độ dốc nhỏ nhất: với η = 1, 150 bước mới đi từ 6 ' +
          'tới 5,2.',
      },
      query: 'lab=descent&f=plateau&run=sgd,lr:1&steps=150&t=150&v=1',
    },
    {
      text: {
        en:
          'ln x² has no minimum at all. Its slope grows without bound near 0 and throws the ' +
          'ball out again: 9, 6.778, 3.827, −1.399, 12.896.',
        vi:
          'ln x² hoàn toàn không có cực tiểu. Gần 0, độ dốc tăng vô hạn và hất ' +
          'quả bóng ra ngoài: 9; 6,778; 3,827; −1,399; 12,896.',
      },
      query: 'lab=descent&f=logsquare&run=sgd,lr:10&t=4&v=1',
    },
    {
      text: {
        en:
          'And with several minima the rate chooses. On (x³ − 2x)², from 3, η = 0.0005 glides ' +
          'into √2. Ten times as much jumps across to −√2.',
        vi:
          'Còn khi có nhiều cực tiểu thì learning rate chọn hộ. Trên (x³ − 2x)², từ 3, ' +
          'η = 0,0005 trượt êm vào √2. Gấp mười lần thì nhảy sang tận −√2.',
      },
      query: 'lab=descent&f=composite&run=sgd,lr:0.0005&run=sgd,lr:0.005&steps=300&t=300&v=1',
    },
  ],
};
