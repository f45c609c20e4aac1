// The story of G. Goh, Why Momentum Really Works, Distill 2017: facts only.

/** @type {import('../types.js').Chapter} */
export const goh = {
  key: 'goh',
  title: { en: 'Why momentum works', vi: 'Vì sao momentum hiệu quả' },
  idea: {
    en: 'After Gabriel Goh, “Why Momentum Really Works”, Distill.',
    vi: 'Theo Gabriel Goh, “Why Momentum Really Works”, Distill.',
  },
  beats: [
    {
      text: {
        en:
          'In a valley each direction goes its own way: a step multiplies it by 1 − ηλ, where ' +
          'λ is its curvature. Here λ is 0.2 along x and 4 along y.',
        vi:
          'Trong thung lũng, mỗi hướng đi theo cách riêng: mỗi bước nhân nó với 1 − ' +
          'ηλ, λ là độ cong của hướng đó. Ở đây λ là 0,2 theo x và 4 theo y.',
      },
      query: 'lab=descent&f=elongated&run=sgd,lr:0.4&v=1',
      predict: {
        kind: 'number',
        ask: {
          en: 'For which η are both factors equally large, one positive, one negative?',
          vi: 'Với η nào thì hai hệ số lớn bằng nhau, một dương, một âm?',
        },
        answer: 0.476,
        digits: 3,
        after: {
          en:
            '2/(0.2 + 4) = 0.476, and the factors are 0.905 and −0.905. Gradient descent ' +
            'cannot do better here.',
          vi:
            '2/(0,2 + 4) = 0,476, và hai hệ số là 0,905 và −0,905. Ở đây gradient descent ' +
            'không thể tốt hơn.',
        },
        then: 'lab=descent&f=elongated&run=sgd,lr:0.476&t=30&v=1',
      },
    },
    {
      text: {
        en:
          'Add momentum: v ← βv + g, x ← x − ηv. With the best pair, β = 0.403 and η = 0.668, ' +
          'a step leaves about 0.635, the root of β.',
        vi:
          'Thêm momentum: v ← βv + g, x ← x − ηv. Với cặp tốt nhất, β = 0,403 và η = ' +
          '0,668, mỗi bước giữ lại khoảng 0,635, tức căn của β.',
      },
      query:
        'lab=descent&f=elongated&run=sgd,lr:0.476&run=momentum_torch,lr:0.668,mu:0.403' +
        '&t=12&v=1',
      controls: 'lr,mu',
    },
    {
      text: {
        en: 'Three runs with η = 0.4, and with β = 0.1, 0.4 and 0.9.',
        vi: 'Ba lượt chạy với η = 0,4, và với β = 0,1; 0,4; 0,9.',
      },
      query:
        'lab=descent&f=elongated&run=momentum_torch,lr:0.4,mu:0.1' +
        '&run=momentum_torch,lr:0.4,mu:0.4&run=momentum_torch,lr:0.4&steps=60&v=1',
      predict: {
        kind: 'choice',
        ask: {
          en: 'Which β is nearest to the minimum after 60 steps?',
          vi: 'Sau 60 bước, β nào ở gần cực tiểu nhất?',
        },
        options: [
          { en: '0.1', vi: '0,1' },
          { en: '0.4', vi: '0,4' },
          { en: '0.9', vi: '0,9' },
        ],
        answer: 1,
        after: {
          en:
            'With too small a β it creeps, with too large a one it swings, like a weight on a ' +
            'spring.',
          vi: 'β quá nhỏ thì bò, β quá lớn thì dao động, như quả nặng treo lò xo.',
        },
        then:
          'lab=descent&f=elongated&run=momentum_torch,lr:0.4,mu:0.1' +
          '&run=momentum_torch,lr:0.4,mu:0.4&run=momentum_torch,lr:0.4&steps=60&t=60' +
          '&v=1',
      },
    },
    {
      text: {
        en:
          'And momentum bears a larger rate: it is stable below (2 + 2β)/λ. With β = 0.9 that ' +
          'is 0.95 instead of 0.5, so 0.94 comes in and 0.96 leaves.',
        vi:
          'Momentum còn chịu được learning rate lớn hơn: nó ổn định khi η nhỏ hơn (2 + ' +
          '2β)/λ. Với β = 0,9 đó là 0,95 thay vì 0,5, nên 0,94 vẫn tới đích còn 0,96 thì ' +
          'phân kỳ.',
      },
      query:
        'lab=descent&f=elongated&run=momentum_torch,lr:0.94&run=momentum_torch,lr:0.96' +
        '&steps=120&view=-6,6,-8,8&t=120&v=1',
      controls: 'lr',
    },
  ],
};
