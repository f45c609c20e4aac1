// What D. Kingma and J. Ba say of the steps of Adam, in A Method for Stochastic Optimization, 2015.

/** @type {import('../types.js').Chapter} */
export const kingma = {
  key: 'kingma',
  title: { en: 'What does not change Adam', vi: 'Điều gì không làm Adam thay đổi' },
  idea: {
    en: 'After Kingma and Ba, “Adam: A Method for Stochastic Optimization”.',
    vi: 'Theo Kingma và Ba, “Adam: A Method for Stochastic Optimization”.',
  },
  beats: [
    {
      text: {
        en: 'Adam on x², from 70 with η = 1. Now take 100x² instead, 100 times as steep.',
        vi: 'Adam trên x², từ 70 với η = 1. Giờ thay bằng 100x², dốc gấp 100 lần.',
      },
      query: 'lab=descent&run=adam,lr:1&steps=300&t=40&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'How long are the steps now?', vi: 'Giờ các bước dài bao nhiêu?' },
        options: [
          { en: '100 times as long', vi: 'Dài gấp 100 lần' },
          { en: 'Shorter', vi: 'Ngắn hơn' },
          { en: 'As long as before', vi: 'Dài như trước' },
        ],
        answer: 2,
        after: {
          en:
            'm is 100 times as large, and so is √v: m/√v stays the same. After 40 steps both ' +
            'runs are at 33.06.',
          vi:
            'm lớn gấp 100 lần, √v cũng vậy: m/√v không đổi. Sau 40 bước, cả hai ' +
            'lượt chạy đều ở 33,06.',
        },
        then: 'lab=descent&f=quadratic,a:100&run=adam,lr:1&steps=300&t=40&v=1',
      },
    },
    {
      text: {
        en:
          'Gradient descent is not like that: with η = 0.1 a step keeps 0.8 of x on x², and ' +
          'multiplies x by −19 on 100x².',
        vi:
          'Gradient descent thì không như vậy: với η = 0,1, mỗi bước giữ lại 0,8 lần x ' +
          'trên x², và nhân x với −19 trên 100x².',
      },
      query: 'lab=descent&f=quadratic,a:100&steps=4&t=2&v=1',
    },
    {
      text: {
        en:
          'No step here is longer than η: it is the radius in which the gradient is trusted. ' +
          'Near the minimum the slopes change their sign, m averages them away, v does not, ' +
          'and the steps shrink by themselves. The paper compares m/√v with the ratio of ' +
          'signal to noise.',
        vi:
          'Ở đây không bước nào dài hơn η: đó là bán kính mà trong đó ta tin gradient. ' +
          'Gần cực tiểu, độ dốc đổi dấu, m lấy trung bình nên triệt tiêu chúng, v ' +
          'thì không, và bước tự ngắn lại. Bài báo so m/√v với tỉ số tín hiệu ' +
          'trên nhiễu.',
      },
      query: 'lab=descent&run=adam,lr:1&steps=300&t=300&v=1',
      controls: 'lr',
    },
  ],
};
