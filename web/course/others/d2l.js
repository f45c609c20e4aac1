// Experiments of Zhang, Lipton, Li and Smola, Dive into Deep Learning, chapter 12, with the
// numbers printed there.

/** @type {import('../types.js').Chapter} */
export const d2l = {
  key: 'd2l',
  title: { en: 'Dive into Deep Learning, chapter 12', vi: 'Dive into Deep Learning, chương 12' },
  idea: {
    en: 'The book’s experiments, to the last digit printed there.',
    vi: 'Các thí nghiệm của cuốn sách, đúng tới chữ số cuối in trong đó.',
  },
  beats: [
    {
      text: {
        en: 'The book begins with x² from 10, η = 0.2 and 10 steps. Each step keeps 0.6 of x.',
        vi: 'Sách bắt đầu với x² từ 10, η = 0,2 và 10 bước. Mỗi bước giữ lại 0,6 lần x.',
      },
      query: 'lab=descent&x0=10&run=sgd,lr:0.2&steps=10&v=1',
      predict: {
        kind: 'number',
        ask: {
          en: 'Where is it then, to one digit?',
          vi: 'Khi đó nó ở đâu, lấy một chữ số?',
        },
        answer: 0.060466,
        digits: 1,
        after: {
          en: '10 · 0.6¹⁰ = 0.060466. With η = 0.05 it is at 3.486784, and with 1.1 at 61.917364.',
          vi: '10 · 0,6¹⁰ = 0,060466. Với η = 0,05 nó ở 3,486784, và với 1,1 ở 61,917364.',
        },
        then:
          'lab=descent&x0=10&run=sgd,lr:0.2&run=sgd,lr:0.05&run=sgd,lr:1.1&steps=10' + '&t=10&v=1',
      },
    },
    {
      text: {
        en:
          'x cos(0.15πx) has many valleys. From 10 with η = 2 the ball flies over the deep one ' +
          'at 7.27 and ends at −1.528166, a local minimum.',
        vi:
          'x cos(0,15πx) có nhiều thung lũng. Từ 10 với η = 2, quả bóng bay qua thung lũng ' +
          'sâu tại 7,27 và kết thúc tại −1,528166, một cực tiểu địa phương.',
      },
      query: 'lab=descent&fx=x*cos(0.15*pi*x)&x0=10&run=sgd,lr:2&steps=10&view=-11,11&t=10&v=1',
    },
    {
      text: {
        en:
          '0.1x² + 2y² from (−5, −2), 20 steps. With η = 0.4 it comes to (−0.943467, ' +
          '−0.000073). With 0.6, x comes nearer, to −0.387814, but y is out at −1,673.365109.',
        vi:
          '0,1x² + 2y² từ (−5; −2), 20 bước. Với η = 0,4 nó tới (−0,943467; ' +
          '−0,000073). Với 0,6, x tới gần hơn, −0,387814, nhưng y văng ra tận ' +
          '−1.673,365109.',
      },
      query:
        'lab=descent&f=elongated&run=sgd,lr:0.4&run=sgd,lr:0.6&steps=20&view=-6,6,-8,8' +
        '&t=20&v=1',
    },
    {
      text: {
        en: 'The same valley with momentum, v ← βv + g, and the η = 0.6 that was too large.',
        vi: 'Vẫn thung lũng ấy với momentum, v ← βv + g, và η = 0,6 vốn quá lớn.',
      },
      query:
        'lab=descent&f=elongated&run=momentum_torch,lr:0.6,mu:0.5' +
        '&run=momentum_torch,lr:0.6,mu:0.25&steps=20&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Does β = 0.5 rescue it?', vi: 'β = 0,5 có cứu được không?' },
        options: [
          { en: 'Yes', vi: 'Có' },
          { en: 'No', vi: 'Không' },
        ],
        answer: 0,
        after: {
          en:
            'After 20 steps it is at (0.007188, 0.002553). Even β = 0.25 helps: (−0.126340, ' +
            '−0.186632).',
          vi:
            'Sau 20 bước nó ở (0,007188; 0,002553). Ngay cả β = 0,25 cũng giúp được: ' +
            '(−0,126340; −0,186632).',
        },
        then:
          'lab=descent&f=elongated&run=momentum_torch,lr:0.6,mu:0.5' +
          '&run=momentum_torch,lr:0.6,mu:0.25&steps=20&t=20&v=1',
      },
    },
    {
      text: {
        en:
          'Adagrad comes to (−2.382563, −0.158591) in 20 steps with η = 0.4, and to x = ' +
          '−0.002295 with η = 2. RMSProp needs only η = 0.4 for x = −0.010599.',
        vi:
          'Adagrad tới (−2,382563; −0,158591) sau 20 bước với η = 0,4, và tới x = ' +
          '−0,002295 với η = 2. RMSProp chỉ cần η = 0,4 để tới x = −0,010599.',
      },
      query:
        'lab=descent&f=elongated&run=adagrad,lr:0.4,eps:0.000001' +
        '&run=adagrad,lr:2,eps:0.000001&run=rmsprop,lr:0.4,eps:0.000001&steps=20&t=20' +
        '&v=1',
    },
  ],
};
