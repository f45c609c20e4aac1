// The landscapes of A. Radford, Visualizing Optimization Algos, 2014.

/** @type {import('../types.js').Chapter} */
export const radford = {
  key: 'radford',
  title: { en: 'Three famous races', vi: 'Ba cuộc đua nổi tiếng' },
  idea: {
    en: 'After Alec Radford’s animations: Beale’s function, a saddle, a long valley.',
    vi: 'Theo các hình động của Alec Radford: hàm Beale, điểm yên ngựa, thung lũng dài.',
  },
  beats: [
    {
      text: {
        en:
          'Beale’s function: steep walls, a flat floor, and its minimum at (3, 0.5). All start ' +
          'at (1, 1), Adagrad with η = 0.1, the others with 0.01.',
        vi:
          'Hàm Beale: vách dốc, đáy phẳng, và cực tiểu tại (3; 0,5). Tất cả xuất ' +
          'phát từ (1; 1), Adagrad với η = 0,1, các thuật toán khác với 0,01.',
      },
      query:
        'lab=descent&f=beale&run=sgd,lr:0.01&run=momentum,lr:0.01&run=rmsprop,lr:0.01' +
        '&run=adagrad,lr:0.1&steps=300&v=1',
      predict: {
        kind: 'choice',
        ask: {
          en: 'Whose f is below 0.01 first?',
          vi: 'f của ai xuống dưới 0,01 trước tiên?',
        },
        options: [
          { en: 'Gradient descent', vi: 'Gradient descent' },
          { en: 'Momentum', vi: 'Momentum' },
          { en: 'RMSProp', vi: 'RMSProp' },
          { en: 'Adagrad', vi: 'Adagrad' },
        ],
        answer: 1,
        after: {
          en:
            'It shoots past, down to y = −0.93, turns back, and is there after 66 steps. ' +
            'RMSProp needs 202.',
          vi:
            'Nó vọt quá, xuống tới y = −0,93, rồi quay lại, và tới nơi sau 66 bước. ' +
            'RMSProp cần 202.',
        },
        then:
          'lab=descent&f=beale&run=sgd,lr:0.01&run=momentum,lr:0.01&run=rmsprop,lr:0.01' +
          '&run=adagrad,lr:0.1&steps=300&t=300&v=1',
      },
    },
    {
      text: {
        en: 'A saddle, from (1.5, 0.001): only the tiny y can lead away.',
        vi: 'Điểm yên ngựa, từ (1,5; 0,001): chỉ có y bé tí mới dẫn được ra ngoài.',
      },
      query: 'lab=descent&f=saddle&run=sgd&run=momentum&run=rmsprop&run=adagrad&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Who is the last to get away?', vi: 'Ai thoát ra sau cùng?' },
        options: [
          { en: 'Gradient descent', vi: 'Gradient descent' },
          { en: 'Momentum', vi: 'Momentum' },
          { en: 'RMSProp', vi: 'RMSProp' },
          { en: 'Adagrad', vi: 'Adagrad' },
        ],
        answer: 0,
        after: {
          en:
            'Adagrad and RMSProp enlarge the small slope: y passes 1 after 3 and 4 steps. ' +
            'Momentum needs 19.',
          vi:
            'Adagrad và RMSProp phóng to độ dốc nhỏ: y vượt 1 sau 3 và 4 bước. Momentum ' +
            'cần 19.',
        },
        then: 'lab=descent&f=saddle&run=sgd&run=momentum&run=rmsprop&run=adagrad&t=19&v=1',
      },
    },
    {
      text: {
        en:
          'A long valley. Gradient descent swings across it and creeps along it; RMSProp and ' +
          'Adagrad, with a rate for each direction, hardly notice that it is narrow.',
        vi:
          'Thung lũng dài. Gradient descent dao động ngang và bò dọc theo nó; RMSProp và ' +
          'Adagrad, với learning rate riêng cho mỗi hướng, hầu như không biết là nó hẹp.',
      },
      query:
        'lab=descent&f=elongated&run=sgd,lr:0.4&run=rmsprop,lr:0.4&run=adagrad,lr:1' + '&t=20&v=1',
    },
  ],
};
