// Two coordinates, and the valley between two curvatures.

/** @type {import('../types.js').Chapter} */
export const plane = {
  key: 'plane',
  title: { en: 'Two weights, one rate', vi: 'Hai trọng số, một learning rate' },
  idea: {
    en: 'The steepest direction limits the rate of all.',
    vi: 'Hướng dốc nhất giới hạn learning rate của mọi hướng.',
  },
  beats: [
    {
      text: {
        en:
          'With two weights there are two slopes, one for each direction; together they are ' +
          'the *gradient*. On x² + y² it is (2x, 2y). Each coordinate takes its own step: from ' +
          '(6, 9) to (4.8, 7.2).',
        vi:
          'Hai trọng số thì có hai độ dốc, mỗi hướng một độ dốc; gộp lại gọi ' +
          'là *gradient*. Với x² + y², gradient là (2x; 2y). Mỗi tọa độ đi bước của ' +
          'mình: từ (6; 9) tới (4,8; 7,2).',
      },
      query: 'lab=descent&f=bowl&t=1&v=1',
      controls: 'x0',
      notes: {
        en: 'Say that each coordinate takes its own step, from the gradient at the same point.',
        vi: 'Nhấn mạnh: mỗi tọa độ đi bước của mình, từ gradient tại cùng điểm đó.',
      },
    },
    {
      text: {
        en:
          'Stretch the bowl into a valley: 0.1x² + 2y². Its curvature is 0.2 along x and 4 ' +
          'along y.',
        vi: 'Kéo dài cái bát thành thung lũng: 0,1x² + 2y². Độ cong là 0,2 theo x và 4 theo y.',
      },
      query: 'lab=descent&f=elongated&run=sgd,lr:0.4&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Which coordinate limits η?', vi: 'Tọa độ nào giới hạn η?' },
        options: [
          { en: 'x, the flat one', vi: 'x, hướng thoải' },
          { en: 'y, the steep one', vi: 'y, hướng dốc' },
        ],
        answer: 1,
        after: {
          en:
            'For y, η must stay below 2/4 = 0.5. With 0.4, y swings from side to side, times ' +
            '−0.6 a step, while x creeps, times 0.92.',
          vi:
            'Vì y, η phải nhỏ hơn 2/4 = 0,5. Với 0,4, y dao động hai bên, mỗi bước nhân ' +
            '−0,6, còn x bò chậm, mỗi bước nhân 0,92.',
        },
        then: 'lab=descent&f=elongated&run=sgd,lr:0.4&t=10&v=1',
      },
    },
    {
      text: {
        en: 'After 10 steps y is almost 0. But x has only come from −5 to −2.17.',
        vi: 'Sau 10 bước, y gần như bằng 0. Nhưng x mới chỉ đi từ −5 tới −2,17.',
      },
      query: 'lab=descent&f=elongated&run=sgd,lr:0.4&t=10&v=1',
      controls: 'lr',
    },
    {
      text: {
        en:
          'Hurry x with η = 0.6, and y leaves: −2, 2.8, −3.92. One rate cannot please both. ' +
          'The ratio 4/0.2 = 20 is the *condition number*: the larger it is, the narrower the ' +
          'valley.',
        vi:
          'Giục x bằng η = 0,6 thì y phóng đi mất: −2; 2,8; −3,92. Một learning rate ' +
          'không chiều được cả hai. Tỉ số 4/0,2 = 20 gọi là *số điều kiện* ' +
          '(condition number): càng lớn, thung lũng càng hẹp.',
      },
      query: 'lab=descent&f=elongated&run=sgd,lr:0.6&steps=6&view=-6,6,-8,8&t=3&v=1',
    },
  ],
};
