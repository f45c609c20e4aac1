// A race on three landscapes.

/** @type {import('../types.js').Chapter} */
export const which = {
  key: 'which',
  title: { en: 'Which one is best?', vi: 'Thuật toán nào tốt nhất?' },
  idea: {
    en: 'None, everywhere. Each has a landscape on which it wins.',
    vi:
      'Không có thuật toán nào tốt nhất ở mọi ' +
      'nơi: mỗi thuật toán thắng trên một địa ' +
      'hình.',
  },
  beats: [
    {
      text: {
        en:
          'The same four race on three landscapes, each with η = 0.1. Place your bets. The ' +
          'first: x² from 70, 100 steps.',
        vi:
          'Đua nào: vẫn bốn thuật toán ấy, trên ba địa hình, đều với η = 0,1. Mời ' +
          'đặt cược. Đầu tiên: x² từ 70, 100 bước.',
      },
      query: 'lab=descent&run=sgd&run=momentum&run=rmsprop&run=adam&steps=100&v=1',
      predict: {
        kind: 'choice',
        ask: {
          en: 'Who is the first to come within 1 of the minimum, and stay?',
          vi: 'Ai đầu tiên tới cách cực tiểu không quá 1 và ở lại đó?',
        },
        options: [
          { en: 'Gradient descent', vi: 'Gradient descent' },
          { en: 'Momentum', vi: 'Momentum' },
          { en: 'RMSProp', vi: 'RMSProp' },
          { en: 'Adam', vi: 'Adam' },
        ],
        answer: 0,
        after: {
          en: 'It needs 20 steps. Momentum still swings, and after 100 Adam is only at 60.3.',
          vi: 'Chỉ cần 20 bước. Momentum còn dao động, và sau 100 bước Adam mới ở 60,3.',
        },
        then: 'lab=descent&run=sgd&run=momentum&run=rmsprop&run=adam&steps=100&t=100&v=1',
      },
      notes: {
        en: 'Write the bets on the board before each race.',
        vi: 'Ghi các lựa chọn lên bảng trước mỗi cuộc đua.',
      },
    },
    {
      text: { en: 'Two valleys, from −3.2.', vi: 'Hai thung lũng, từ −3,2.' },
      query:
        'lab=descent&f=wavy&x0=-3.2&run=sgd&run=momentum&run=rmsprop&run=adam&steps=200' + '&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Who finds the lower valley?', vi: 'Ai tìm được thung lũng thấp hơn?' },
        options: [
          { en: 'Gradient descent', vi: 'Gradient descent' },
          { en: 'Momentum', vi: 'Momentum' },
          { en: 'RMSProp', vi: 'RMSProp' },
          { en: 'Adam', vi: 'Adam' },
        ],
        answer: 1,
        after: {
          en: 'The other three stay in the higher one.',
          vi: 'Ba thuật toán kia ở lại thung lũng cao hơn.',
        },
        then:
          'lab=descent&f=wavy&x0=-3.2&run=sgd&run=momentum&run=rmsprop&run=adam' +
          '&steps=200&t=200&v=1',
      },
    },
    {
      text: {
        en:
          'Every point of this *map* is a run of momentum, η across, m upwards; the colour ' +
          'says where it ends. Few pairs find the lower valley.',
        vi:
          'Mỗi điểm của *bản đồ* này là một lượt chạy momentum, η theo chiều ' +
          'ngang, m theo chiều dọc; màu cho biết nó kết thúc ở đâu. Chỉ ít cặp tìm ' +
          'được thung lũng thấp hơn.',
      },
      query: 'lab=descent&f=wavy&x0=-3.2&run=momentum&steps=200&map=lr,m&v=1',
    },
    {
      text: { en: 'The plateau, from 6.', vi: 'Cao nguyên, từ 6.' },
      query: 'lab=descent&f=plateau&run=sgd&run=momentum&run=rmsprop&run=adam&steps=150&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Who gets off it in 150 steps?', vi: 'Ai ra khỏi đó trong 150 bước?' },
        options: [
          { en: 'All four', vi: 'Cả bốn' },
          { en: 'Only momentum', vi: 'Chỉ momentum' },
          { en: 'RMSProp and Adam', vi: 'RMSProp và Adam' },
        ],
        answer: 2,
        after: {
          en: 'Dividing by the size of the slope makes small slopes count.',
          vi: 'Nhờ chia cho độ lớn của độ dốc, độ dốc nhỏ cũng có tiếng nói.',
        },
        then:
          'lab=descent&f=plateau&run=sgd&run=momentum&run=rmsprop&run=adam&steps=150' +
          '&t=150&v=1',
      },
    },
    {
      text: {
        en:
          'And rates turn the order round: on x² with η = 0.01 for gradient descent and 5 for ' +
          'Adam, Adam is first. So nobody can say beforehand. Try two or three, each with a ' +
          'few rates, and compare on data kept aside.',
        vi:
          'Và learning rate đảo ngược được thứ hạng: trên x², với η = 0,01 cho ' +
          'gradient descent và 5 cho Adam, Adam tới trước. Vì thế không ai nói trước ' +
          'được. Hãy thử hai ba thuật toán, mỗi cái với vài learning rate, rồi so sánh ' +
          'trên dữ liệu để riêng (validation).',
      },
      query: 'lab=descent&run=sgd,lr:0.01&run=adam,lr:5&steps=300&t=100&v=1',
      controls: 'lr',
    },
  ],
};
