// Experiments on well-known functions of two variables.

/** @typedef {import('./presets.js').Entry} Entry */

/** @type {readonly Entry[]} */
export const LANDSCAPES = [
  {
    key: 'saddle-ridge',
    query: 'lab=descent&f=saddle&x0=1.5,0&run=sgd&run=adam&steps=60&v=1',
    title: { en: 'A saddle from its ridge', vi: 'Điểm yên ngựa, từ sống yên' },
    text: {
      en: 'Exactly on y = 0 the gradient has no part in y: the runs come to rest on the saddle.',
      vi:
        'Đúng trên y = 0, gradient không có thành phần y: các đường đi dừng ngay tại ' +
        'điểm yên ngựa.',
    },
  },
  {
    key: 'saddle-noise',
    query: 'lab=descent&f=saddle&x0=1.5,0&steps=40&sigma=0.05&v=1',
    title: { en: 'A saddle and a little noise', vi: 'Điểm yên ngựa và chút nhiễu' },
    text: {
      en: 'The same start with noise in the gradient, as from a sample: now it slides off and down.',
      vi:
        'Cùng điểm xuất phát nhưng gradient có nhiễu, như khi lấy mẫu: nay nó trượt ' +
        'khỏi yên và đi xuống.',
    },
  },
  {
    key: 'saddle-escape',
    query: 'lab=descent&f=saddle&run=sgd&run=momentum&run=rmsprop&run=adam&v=1',
    title: { en: 'Who escapes the saddle first?', vi: 'Ai thoát khỏi yên ngựa trước?' },
    text: {
      en: 'From y = 0.001: the adaptive ones enlarge the tiny slope and turn off first.',
      vi: 'Từ y = 0,001: các thuật toán thích nghi phóng to độ dốc rất nhỏ và rẽ đi trước.',
    },
  },
  {
    key: 'rosenbrock-valley',
    query: 'lab=descent&f=rosenbrock&run=sgd,lr:0.001&run=momentum,lr:0.001&run=adam&steps=500&v=1',
    title: { en: 'Rosenbrock’s curved valley', vi: 'Thung lũng cong Rosenbrock' },
    text: {
      en: 'All find the valley within a few steps, and then creep along its floor towards (1, 1).',
      vi: 'Chỉ vài bước là tới thung lũng, rồi bò rất chậm theo đáy về phía (1; 1).',
    },
  },
  {
    key: 'rosenbrock-methods',
    query: 'lab=descent&f=rosenbrock&run=bfgs&run=nelder_mead&run=adam&steps=120&v=1',
    title: {
      en: 'Methods that search, in the valley',
      vi: 'Các phương pháp dò tìm, trong thung lũng',
    },
    text: {
      en:
        'BFGS arrives in 40 steps, the triangle of Nelder–Mead in 100 without any gradient; Adam is far ' +
        'away. Step, and see what is tried.',
      vi:
        'BFGS tới nơi trong 40 bước, tam giác Nelder–Mead trong 100 bước mà không cần gradient; Adam ' +
        'còn ở xa. Đi từng bước để xem những điểm được thử.',
    },
  },
  {
    key: 'himmelblau-four-minima',
    query:
      'lab=descent&f=himmelblau&x0=-0.2,-0.9&run=sgd,lr:0.005&run=adam&run=momentum,lr:0.02,m:0.7' +
      '&run=momentum,lr:0.02&steps=150&v=1',
    title: { en: 'Himmelblau: one start, four minima', vi: 'Himmelblau: một điểm, bốn cực tiểu' },
    text: {
      en: 'Beside the hilltop four runs part, and each finds another minimum. Drag the start and see.',
      vi:
        'Từ cạnh đỉnh đồi, bốn đường tách ra và mỗi đường tới một cực tiểu. ' +
        'Hãy kéo điểm xuất phát.',
    },
  },
  {
    key: 'rastrigin-pits',
    query:
      'lab=descent&f=rastrigin&run=sgd,lr:0.002&run=adam&run=momentum,lr:0.008,m:0.8&steps=100&v=1',
    title: { en: 'Rastrigin: stuck in a pit', vi: 'Rastrigin: kẹt trong hố' },
    text: {
      en: 'Gradient descent and Adam fall into the nearest pit; with enough speed one rolls to (0, 0).',
      vi: 'Gradient descent và Adam rơi vào hố gần nhất; đủ vận tốc thì lăn được tới (0; 0).',
    },
  },
  {
    key: 'hole-in-a-plain',
    query:
      'lab=descent&f=plateau2d&x0=4,3&run=sgd,lr:0.5&run=momentum,lr:0.5&run=rmsprop&run=adam&steps=80&v=1',
    title: { en: 'A plateau with a hole', vi: 'Cao nguyên có một cái hố' },
    text: {
      en: 'Far out the gradient points the right way but is almost 0: only the adaptive ones set off.',
      vi:
        'Ở xa, gradient chỉ đúng hướng nhưng gần bằng 0: chỉ các thuật toán thích nghi ' +
        'lên đường.',
    },
  },
];
