// Experiments with momentum and Adam.

/** @typedef {import('./presets.js').Entry} Entry */

/** @type {readonly Entry[]} */
export const MOMENTUM = [
  {
    key: 'momentum-swings',
    deck: '3.1',
    query: 'lab=descent&x0=90&run=momentum&steps=100&v=1',
    title: { en: 'Momentum on x²', vi: 'Momentum trên x²' },
    text: {
      en: 'The velocity builds up, carries the ball past the minimum, and swings die away.',
      vi: 'Vận tốc tích lũy, đưa quả bóng vượt qua cực tiểu, rồi dao động tắt dần.',
    },
  },
  {
    key: 'momentum-small-rate',
    deck: '3.2',
    query: 'lab=descent&x0=90&run=momentum,lr:0.01&steps=100&v=1',
    title: { en: 'Momentum, a tenth of the rate', vi: 'Momentum, learning rate một phần mười' },
    text: {
      en: 'It starts ten times as slowly and gathers speed: one long swing instead of many.',
      vi: 'Xuất phát chậm hơn mười lần rồi lấy đà: một nhịp dài thay vì nhiều nhịp.',
    },
  },
  {
    key: 'ball-rolls',
    deck: '3.3',
    query: 'lab=descent&f=wavy&x0=-3.2&run=momentum&run=sgd&run=rmsprop&steps=500&v=1',
    title: { en: 'A ball rolls through', vi: 'Quả bóng lăn qua' },
    text: {
      en: 'Momentum rolls through the local minimum into the global one; the others stay behind.',
      vi: 'Momentum lăn qua cực tiểu địa phương tới cực tiểu toàn cục; hai cách kia ở lại.',
    },
  },
  {
    key: 'momentum-one-path',
    deck: '3.4',
    query:
      'lab=descent&x0=90&run=momentum,lr:0.05,m:0.75&run=momentum_averaged,lr:0.2,rho:0.75' +
      '&run=momentum_ewa,lr:0.2,beta1:0.75&v=1',
    title: { en: 'Three ways to write it, one path', vi: 'Ba cách viết, một đường đi' },
    text: {
      en: 'With matched constants, η = (1 − ρ)α, the three forms take the very same steps.',
      vi: 'Khi hằng số tương ứng, η = (1 − ρ)α, ba dạng đi cùng một đường.',
    },
  },
  {
    key: 'narrow-valley',
    deck: '3.5',
    query: 'lab=descent&f=elongated&run=sgd,lr:0.4&run=momentum,lr:0.4,m:0.5&v=1',
    title: { en: 'A narrow valley, with and without', vi: 'Thung lũng hẹp, có và không momentum' },
    text: {
      en: 'Without momentum y jumps across the valley while x creeps; with it the run is far ahead.',
      vi: 'Không momentum, y nhảy ngang thung lũng còn x bò chậm; có momentum thì đi xa hơn hẳn.',
    },
  },
];

/** @type {readonly Entry[]} */
export const ADAM = [
  {
    key: 'adam-three-forms',
    deck: '3',
    query: 'lab=descent&run=adam_simple&run=adam_first&run=adam&steps=60&v=1',
    title: { en: 'Adam, three ways to correct', vi: 'Adam, ba cách hiệu chỉnh' },
    text: {
      en: 'Without correction the first step is √10·η, with the first moment alone 10√10·η, with both η.',
      vi: 'Không hiệu chỉnh, bước đầu dài √10·η; chỉ moment bậc nhất: 10√10·η; cả hai: η.',
    },
  },
  {
    key: 'epsilon-in-or-out',
    deck: '3',
    query: 'lab=descent&x0=1&run=rmsprop,eps:0.09&run=rmsprop_torch,alpha:0.9,eps:0.09&v=1',
    title: { en: 'ε inside the root or outside', vi: 'ε trong căn hay ngoài căn' },
    text: {
      en: 'Two rules, not one: with an ε this large the difference can be seen from the first step on.',
      vi: 'Hai quy tắc khác nhau: với ε lớn thế này, khác biệt thấy được ngay từ bước đầu.',
    },
  },
  {
    key: 'adamw-or-l2',
    query:
      'lab=descent&fx=(x-2)%5E2%2B100*(y-2)%5E2&x0=0,0&run=adam,l2:1&run=adamw,weight_decay:1' +
      '&steps=200&view=-0.5,3.5,-0.5,3.5&v=1',
    title: { en: 'AdamW, or Adam with L2', vi: 'AdamW, hay Adam với L2' },
    text: {
      en:
        'One λ, two meanings: Adam divides L2 by √v̂ too, so flat x is drawn to 1.33 and steep y only to ' +
        '1.99. AdamW draws both alike: x = y at every step.',
      vi:
        'Một λ, hai nghĩa: Adam chia cả L2 cho √v̂ nên hướng thoải x bị kéo về 1,33 còn ' +
        'hướng dốc y chỉ về ' +
        '1,99. AdamW kéo cả hai như nhau: x = y ở mọi bước.',
    },
  },
  {
    key: 'adam-fails',
    query:
      'lab=descent&fx=where(t-3*floor(t/3)%3E0,-1,3)*max(-1,min(x,1))&x0=0' +
      '&run=adam,lr:0.05,beta1:0,beta2:0.1&run=amsgrad,lr:0.05,beta1:0,beta2:0.1' +
      '&steps=200&view=-1.5,1.5,-3.5,3.5&v=2',
    title: { en: 'Where Adam fails', vi: 'Nơi Adam thất bại' },
    text: {
      en:
        'f is 3x in every third step, −x else: x on the whole. Adam forgets the large slope too soon and ' +
        'climbs to 1; AMSGrad keeps it and descends to −1 (Reddi et al., 2018).',
      vi:
        'Cứ ba bước một lần f là 3x, còn lại là −x: tính chung là x. Adam quên độ ' +
        'dốc lớn quá sớm nên ' +
        'leo lên 1; AMSGrad nhớ nó và đi xuống −1 (Reddi và cộng sự, 2018).',
    },
  },
  {
    key: 'course-exercise',
    deck: '3',
    query:
      'lab=descent&f=elongated&run=sgd,lr:0.4&run=momentum_ewa,lr:0.6,beta1:0.5' +
      '&run=rmsprop,lr:0.3,eps:0.000001&run=adam,lr:0.2,eps:0.000001&v=1',
    title: { en: 'The exercise: four optimizers', vi: 'Bài tập: bốn thuật toán' },
    text: {
      en: '0.1 w₁² + 2 w₂² from (−5, −2): two steps by hand, then 30. Check yours in the step table.',
      vi:
        '0,1 w₁² + 2 w₂² từ (−5; −2): hai bước bằng tay rồi 30 bước. Đối chiếu ' +
        'với bảng từng bước.',
    },
  },
];
