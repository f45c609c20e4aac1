// Experiments with narrower number formats.

/** @typedef {import('./presets.js').Entry} Entry */

/** @type {readonly Entry[]} */
export const PRECISION = [
  {
    key: 'precision-underflow',
    query: 'lab=descent&x0=1&run=sgd,lr:0.25&steps=40&precision=float16&v=1',
    title: { en: 'x² until it underflows', vi: 'x² cho đến khi tràn dưới (underflow)' },
    text: {
      en:
        'x halves at each step. From step 13 on f is 0, but x never gets there: it ' +
        'rests at 2⁻²⁴, the smallest float16.',
      vi:
        'Mỗi bước x giảm một nửa. Từ bước 13, f bằng 0, nhưng x không tới 0: nó dừng ở ' +
        '2⁻²⁴, số float16 nhỏ nhất.',
    },
  },
  {
    key: 'precision-stall',
    query: 'lab=descent&x0=300&run=sgd,lr:0.001&steps=200&precision=bfloat16&v=1',
    title: { en: 'Updates that vanish', vi: 'Bước cập nhật biến mất' },
    text: {
      en: 'Near 300 bfloat16 has every second number only. Each update is 0.6, so x never moves.',
      vi:
        'Gần 300, bfloat16 chỉ có các số cách nhau 2. Mỗi bước cập nhật là 0,6 nên x ' +
        'đứng yên.',
    },
  },
  {
    key: 'precision-stochastic',
    query: 'lab=descent&x0=300&run=sgd,lr:0.001&steps=200&precision=bfloat16,stochastic:1&v=1',
    title: { en: 'Stochastic rounding saves them', vi: 'Làm tròn ngẫu nhiên cứu chúng' },
    text: {
      en: 'The same run, rounded up or down at random: in the mean each update counts, and x comes down.',
      vi:
        'Cùng lượt chạy, nhưng làm tròn lên hoặc xuống ngẫu nhiên: tính trung bình mỗi ' +
        'bước đều có tác dụng, x đi xuống.',
    },
  },
  {
    key: 'precision-vanishing-gradient',
    query: 'lab=descent&fx=x%5E4&x0=0.001&run=sgd,lr:1000&steps=200&precision=float16,master:1&v=1',
    title: { en: 'A gradient that vanishes', vi: 'Gradient biến mất' },
    text: {
      en:
        '4x³ is 4·10⁻⁹ here, and the smallest float16 is 6·10⁻⁸: the gradient is 0, ' +
        'and nothing moves.',
      vi:
        '4x³ ở đây là 4·10⁻⁹, mà số float16 nhỏ nhất là 6·10⁻⁸: gradient bằng 0 nên ' +
        'không gì chuyển động.',
    },
  },
  {
    key: 'precision-loss-scaling',
    query:
      'lab=descent&fx=(8*x)%5E4&x0=0.001&rule=x=x-lr*g/4096&run=custom,lr:1000&steps=200' +
      '&precision=float16,master:1&v=1',
    title: { en: 'Loss scaling', vi: 'Nhân loss lên (loss scaling)' },
    text: {
      en:
        'The same f times 4096, and its gradient divided by 4096 in float32: now it is ' +
        'seen, and x moves.',
      vi:
        'Cùng f nhân với 4096, rồi gradient chia cho 4096 ở float32: nay gradient khác ' +
        '0 và x chuyển động.',
    },
  },
  {
    key: 'precision-epsilon',
    query: 'lab=descent&f=elongated&x0=-5,0&run=adam&precision=float16&v=1',
    title: { en: 'ε = 10⁻⁸ is 0 in float16', vi: 'ε = 10⁻⁸ bằng 0 trong float16' },
    text: {
      en: 'The slope in y is 0: Adam divides 0 by √0 + ε, here 0/0, and the run ends at step 1.',
      vi: 'Độ dốc theo y bằng 0: Adam chia 0 cho √0 + ε, ở đây là 0/0, nên dừng ở bước 1.',
    },
  },
  {
    key: 'precision-eight-bits',
    query: 'lab=descent&x0=9&steps=60&precision=e4m3&v=1',
    title: { en: 'Eight bits', vi: 'Tám bit' },
    text: {
      en:
        'e4m3 has eight numbers from 8 to 16. The descent takes coarse steps and rests ' +
        'before it arrives.',
      vi:
        'e4m3 chỉ có tám số từ 8 đến 16. Đường đi xuống theo những bước thô và dừng ' +
        'trước khi tới nơi.',
    },
  },
];
