// Experiments with rates that change: decay, Adagrad, RMSProp.

/** @typedef {import('./presets.js').Entry} Entry */

/** @type {readonly Entry[]} */
export const DECAY = [
  {
    key: 'decay-step',
    deck: '2.1',
    query: 'lab=descent&f=wavy&run=sgd,lr:0.2,schedule:step&steps=60&view=-2.4,-1.4&v=1',
    title: { en: 'Step decay', vi: 'Giảm theo bậc (step decay)' },
    text: {
      en: 'The run that hopped around −1.993 settles there once η is halved after 10 steps.',
      vi: 'Đường nhảy quanh −1,993 lúc trước nay dừng lại khi η giảm một nửa sau 10 bước.',
    },
  },
  {
    key: 'decay-exponential',
    deck: '2.1',
    query: 'lab=descent&f=wavy&run=sgd,lr:0.2,schedule:exponential&steps=60&view=-2.4,-1.4&v=1',
    title: { en: 'Exponential decay', vi: 'Giảm theo hàm mũ (exponential decay)' },
    text: {
      en: 'The rate shrinks a little at every step, so the hops shrink from the first one on.',
      vi: 'Learning rate giảm một chút ở mỗi bước, nên các bước nhảy nhỏ dần ngay từ đầu.',
    },
  },
  {
    key: 'decay-compared',
    query:
      'lab=descent&f=wavy&run=sgd,lr:0.2&run=sgd,lr:0.2,schedule:step' +
      '&run=sgd,lr:0.2,schedule:exponential&steps=60&view=-2.4,-1.4&v=1',
    title: { en: 'Constant rate or decay', vi: 'Learning rate cố định hay giảm dần' },
    text: {
      en: 'Three runs from one start: look at x over t. Which settles first, which never?',
      vi:
        'Ba đường từ một điểm: hãy xem x theo t. Đường nào dừng trước, đường nào ' +
        'không bao giờ?',
    },
  },
];

/** @type {readonly Entry[]} */
export const ADAGRAD = [
  {
    key: 'adagrad-parabola',
    deck: '2',
    query: 'lab=descent&x0=9&run=adagrad&steps=60&v=1',
    title: { en: 'Adagrad on x²', vi: 'Adagrad trên x²' },
    text: {
      en: 'The first step is η long whatever the slope; every later one is divided by a larger sum.',
      vi:
        'Bước đầu dài đúng η dù dốc thế ' +
        'nào; mọi bước sau đều bị chia ' +
        'cho một tổng lớn hơn.',
    },
  },
  {
    key: 'adagrad-first-sum',
    deck: '2',
    query: 'lab=descent&x0=0.3&run=adagrad,lr:0.1&run=adagrad,lr:0.1,s0:0.1&v=1',
    title: { en: 'Adagrad: where the sum starts', vi: 'Adagrad: tổng bắt đầu từ đâu' },
    text: {
      en: 's₀ = 0 and s₀ = 0.1: where gradients are small, a sum that starts higher shortens each step.',
      vi:
        's₀ = 0 và s₀ = 0,1: ở chỗ gradient ' +
        'nhỏ, tổng bắt đầu cao hơn làm ' +
        'mọi bước ngắn lại.',
    },
  },
  {
    key: 'adagrad-plane',
    deck: '2',
    query: 'lab=descent&f=bowl&run=adagrad&run=sgd&steps=60&v=1',
    title: { en: 'Adagrad in two variables', vi: 'Adagrad với hai biến' },
    text: {
      en: 'Each coordinate has its own sum: both first steps are η, so the path starts along a diagonal.',
      vi:
        'Mỗi tọa độ có tổng riêng: bước đầu của cả hai đều dài η, nên đường ' +
        'đi bắt đầu theo đường chéo.',
    },
  },
  {
    key: 'adagrad-or-decay',
    deck: '2',
    query: 'lab=descent&x0=9&run=adagrad&run=sgd,schedule:step&steps=60&v=1',
    title: { en: 'Adagrad or decay?', vi: 'Adagrad hay giảm dần?' },
    text: {
      en: 'Decay follows a plan and the slope; Adagrad’s rate follows from the gradients it has met.',
      vi:
        'Giảm dần theo lịch định trước ' +
        'và theo độ dốc; Adagrad suy ra ' +
        'từ các gradient đã gặp.',
    },
  },
  {
    key: 'adagrad-dies-out',
    deck: '2',
    query: 'lab=descent&x0=99&run=adagrad&steps=1000&v=1',
    title: { en: 'Adagrad’s limit: the steps die out', vi: 'Giới hạn của Adagrad: bước tắt dần' },
    text: {
      en: 'The sum only grows: after 1,000 steps from 99 it has come no further than 69.95.',
      vi: 'Tổng chỉ tăng: sau 1.000 bước từ 99 mới tới 69,95.',
    },
  },
];

/** @type {readonly Entry[]} */
export const RMSPROP = [
  {
    key: 'rmsprop-first-steps',
    deck: '2.6',
    query: 'lab=descent&x0=9&run=rmsprop&v=1',
    title: { en: 'RMSProp on x²', vi: 'RMSProp trên x²' },
    text: {
      en: 's is a moving average of g²: follow 32.4, 59.323, 82.008 and the steps they lead to.',
      vi: 's là trung bình trượt của g²: theo dõi 32,4; 59,323; 82,008 và các bước tương ứng.',
    },
  },
  {
    key: 'rmsprop-larger-rate',
    deck: '2.7',
    query: 'lab=descent&x0=9&run=rmsprop&run=rmsprop,lr:0.4&steps=300&v=1',
    title: { en: 'RMSProp with four times the rate', vi: 'RMSProp với learning rate gấp bốn' },
    text: {
      en: 'η = 0.4 arrives sooner than 0.1, and then hops to and fro over 0 by 0.4.',
      vi: 'η = 0,4 tới sớm hơn 0,1, rồi nhảy qua nhảy lại quanh 0 với bước dài 0,4.',
    },
  },
  {
    key: 'rmsprop-forgets',
    query: 'lab=descent&x0=99&run=adagrad&run=rmsprop,lr:0.5&steps=300&v=1',
    title: { en: 'Adagrad remembers, RMSProp forgets', vi: 'Adagrad nhớ, RMSProp quên' },
    text: {
      en: 'The same η: the average forgets old gradients, so RMSProp keeps its pace and arrives.',
      vi: 'Cùng η: trung bình quên dần gradient cũ, nên RMSProp giữ được nhịp và tới đích.',
    },
  },
  {
    key: 'rmsprop-plane',
    deck: '2',
    query: 'lab=descent&f=bowl&run=adagrad&run=rmsprop,lr:0.5&v=1',
    title: {
      en: 'A sum or an average, per coordinate',
      vi: 'Tổng hay trung bình, theo từng tọa độ',
    },
    text: {
      en: 'Both divide x and y by numbers of their own; compare the rates that the coordinates get.',
      vi:
        'Cả hai chia x và y cho số riêng của từng tọa độ; hãy so sánh rate mà mỗi tọa ' +
        'độ nhận được.',
    },
  },
  {
    key: 'rmsprop-stays-local',
    deck: '2.8',
    query: 'lab=descent&f=wavy&x0=-3.5&run=rmsprop&steps=500&v=1',
    title: { en: 'RMSProp stays in the local valley', vi: 'RMSProp kẹt ở thung lũng địa phương' },
    text: {
      en:
        'It ends jumping within ±0.05, in the valley at −1.99: adapting the rate alone does not leave a ' +
        'basin.',
      vi:
        'Cuối cùng nó nhảy trong ±0,05, ở thung lũng tại −1,99: chỉ thích nghi learning ' +
        'rate thì không ' +
        'thoát ra được.',
    },
  },
];
