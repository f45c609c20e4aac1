// Rates that shrink by a schedule.

/** @type {import('../types.js').Chapter} */
export const decay = {
  key: 'decay',
  title: { en: 'Large steps first, small ones later', vi: 'Bước lớn trước, bước nhỏ sau' },
  idea: {
    en: 'A large rate travels, a small rate lands.',
    vi: 'Learning rate lớn để đi xa, nhỏ để dừng lại.',
  },
  beats: [
    {
      text: {
        en:
          'The curve with two valleys again. Start at −1.5 with η = 0.2; the minimum at −1.993 ' +
          'is close.',
        vi:
          'Lại đường cong có hai thung lũng. Xuất phát tại −1,5 với η = 0,2; cực ' +
          'tiểu −1,993 ở ngay gần đó.',
      },
      query: 'lab=descent&f=wavy&run=sgd,lr:0.2&steps=60&view=-2.4,-1.4&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Will it settle there?', vi: 'Nó có dừng lại ở đó không?' },
        options: [
          { en: 'Yes', vi: 'Có' },
          { en: 'No', vi: 'Không' },
        ],
        answer: 1,
        after: {
          en: 'It ends up hopping between −2.178 and −1.725, for ever.',
          vi: 'Cuối cùng nó cứ nhảy mãi giữa −2,178 và −1,725.',
        },
        then: 'lab=descent&f=wavy&run=sgd,lr:0.2&steps=60&view=-2.4,-1.4&t=60&v=1',
      },
      notes: {
        en: 'Ask when large steps help and when they hurt, before any formula.',
        vi: 'Hỏi khi nào bước lớn có lợi, khi nào có hại, trước mọi công thức.',
      },
    },
    {
      text: {
        en:
          'So let η shrink on the way. *Step decay* halves it after every 10 steps, and the ' +
          'same run comes to rest.',
        vi:
          'Vậy hãy giảm η dọc đường. *Step decay* cứ sau 10 bước lại chia đôi η, và ' +
          'vẫn lượt chạy ấy nay dừng lại.',
      },
      query: 'lab=descent&f=wavy&run=sgd,lr:0.2,schedule:step&steps=60&view=-2.4,-1.4&t=60&v=1',
    },
    {
      text: {
        en: '*Exponential decay* shrinks η a little at every step, also to a half in 10.',
        vi: '*Exponential decay* giảm η một chút ở mỗi bước, sau 10 bước cũng còn một nửa.',
      },
      query:
        'lab=descent&f=wavy&run=sgd,lr:0.2,schedule:exponential&steps=60&view=-2.4,-1.4' +
        '&t=60&v=1',
    },
    {
      text: {
        en:
          'But η can die too soon. Halved every 2 steps by *exponential decay*, it strands this ' +
          'run on x² at 33.8, on an open slope.',
        vi:
          'Nhưng η có thể tắt quá sớm. Với *exponential decay* cứ 2 bước giảm một ' +
          'nửa, lượt chạy này trên x² mắc cạn tại 33,8, giữa sườn dốc.',
      },
      query: 'lab=descent&run=sgd,schedule:exponential,every:2&t=30&v=1',
      controls: 'every',
    },
    {
      text: {
        en:
          'A schedule knows only the clock. Somebody must choose how fast it falls, before the ' +
          'first step. Could the gradients choose instead?',
        vi:
          'Lịch giảm (schedule) chỉ biết đếm bước. Phải có người chọn nó giảm ' +
          'nhanh hay chậm, trước cả bước đầu tiên. Hay là để gradient tự chọn?',
      },
      query: 'lab=schedules&t=60&v=1',
    },
  ],
};
