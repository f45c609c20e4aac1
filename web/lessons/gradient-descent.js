// Experiments with gradient descent: the first steps, the learning rate, steep and non-convex functions.

/** @typedef {import('./presets.js').Entry} Entry */

/** @type {readonly Entry[]} */
export const DESCENT = [
  {
    key: 'gd-first-steps',
    deck: '1.1',
    query: 'lab=descent&steps=40&v=1',
    title: { en: 'x², the first steps', vi: 'x², những bước đầu tiên' },
    text: {
      en: 'Each step leaves 0.8 of x, so the steps shrink with the slope: 70, 56, 44.8, 35.84, 28.672.',
      vi:
        'Mỗi bước giữ lại 0,8 lần x, nên bước ngắn dần theo độ dốc: 70; 56; 44,8; ' +
        '35,84; 28,672.',
    },
  },
  {
    key: 'gd-smooth',
    deck: '1.2',
    query: 'lab=descent&x0=99&v=1',
    title: { en: 'A rate that suits: η = 0.1', vi: 'Learning rate vừa phải: η = 0,1' },
    text: {
      en: 'The path comes down smoothly and never crosses the minimum.',
      vi: 'Đường đi xuống êm và không lần nào vượt qua cực tiểu.',
    },
  },
  {
    key: 'gd-crawls',
    deck: '1.3',
    query: 'lab=descent&x0=99&run=sgd,lr:0.001&v=1',
    title: { en: 'Too small: η = 0.001', vi: 'Quá nhỏ: η = 0,001' },
    text: {
      en: 'It goes the right way, but after 30 steps it has hardly moved: 99 has become 93.2.',
      vi: 'Đi đúng hướng nhưng sau 30 bước gần như chưa đi được gì: từ 99 chỉ tới 93,2.',
    },
  },
  {
    key: 'gd-overshoots',
    deck: '1.4',
    query: 'lab=descent&x0=99&run=sgd,lr:0.8&steps=20&v=1',
    title: { en: 'Large: η = 0.8', vi: 'Lớn: η = 0,8' },
    text: {
      en: 'Every step lands on the other side of the minimum, yet nearer to it: it still converges.',
      vi: 'Bước nào cũng nhảy sang phía bên kia cực tiểu nhưng gần hơn, nên vẫn hội tụ.',
    },
  },
  {
    key: 'gd-diverges',
    deck: '1.5',
    query: 'lab=descent&x0=99&run=sgd,lr:1.1&view=-400,400&v=1',
    title: { en: 'Too large: η = 1.1', vi: 'Quá lớn: η = 1,1' },
    text: {
      en: 'Every step ends further away than it began, by a factor of 1.2: it diverges.',
      vi: 'Bước nào cũng dừng ở chỗ xa hơn lúc đầu, gấp 1,2 lần: phân kỳ.',
    },
  },
  {
    key: 'gd-four-rates',
    query: 'lab=descent&x0=99&run=sgd,lr:0.001&run=sgd&run=sgd,lr:0.8&run=sgd,lr:1.1&steps=20&v=1',
    title: { en: 'Four learning rates at once', vi: 'Bốn learning rate cùng lúc' },
    text: {
      en: 'The same start, the same function: one crawls, one arrives, one overshoots, one diverges.',
      vi:
        'Cùng điểm xuất phát, cùng hàm: một đường bò, một đường tới đích, một ' +
        'vượt qua đáy, một phân kỳ.',
    },
  },
  {
    key: 'gd-plane',
    deck: '1.6',
    query: 'lab=descent&f=bowl&v=1',
    title: { en: 'Two variables: x² + y²', vi: 'Hai biến: x² + y²' },
    text: {
      en: 'The bowl is equally steep in all directions, so the path is a straight line to the minimum.',
      vi: 'Cái bát dốc như nhau theo mọi hướng, nên đường đi là đường thẳng tới cực tiểu.',
    },
  },
];

/** @type {readonly Entry[]} */
export const STEEPNESS = [
  {
    key: 'steep-zigzag',
    deck: '1.7',
    query: 'lab=descent&f=quadratic,a:9&v=1',
    title: { en: '9x²: the same rate zigzags', vi: '9x²: cùng learning rate mà zíc zắc' },
    text: {
      en: 'The rate that came down smoothly on x² jumps to and fro on a steeper one: 70, −56, 44.8.',
      vi: 'Learning rate đi êm trên x² thì nhảy qua nhảy lại trên hàm dốc hơn: 70; −56; 44,8.',
    },
  },
  {
    key: 'steep-zigzag-99',
    deck: '1.7',
    query: 'lab=descent&f=quadratic,a:9&x0=99&v=1',
    title: { en: '9x² from further away', vi: '9x² từ xa hơn' },
    text: {
      en: 'The start changes the size of the jumps, not their factor: −0.8 at every step.',
      vi: 'Điểm xuất phát đổi độ dài bước nhảy chứ không đổi hệ số: mỗi bước −0,8.',
    },
  },
  {
    key: 'too-steep',
    deck: '1.8',
    query: 'lab=descent&f=quadratic,a:20&x0=2&view=-60,60&v=1',
    title: { en: '20x²: too steep for η = 0.1', vi: '20x²: quá dốc với η = 0,1' },
    text: {
      en:
        'More than twice as steep again, and it diverges: 2, −6, 18, −54. Find the largest rate that ' +
        'does not.',
      vi:
        'Dốc hơn gấp đôi nữa thì phân kỳ: 2; −6; 18; −54. Hãy tìm learning rate lớn ' +
        'nhất còn hội tụ.',
    },
  },
  {
    key: 'chain-rule-glides',
    deck: '1.9',
    query: 'lab=descent&f=composite&run=sgd,lr:0.0005&steps=300&v=1',
    title: { en: 'Chain rule, small rate', vi: 'Chain rule, learning rate nhỏ' },
    text: {
      en: 'On (x³ − 2x)² the slope at 3 is 1050: a very small rate glides into √2.',
      vi: 'Với (x³ − 2x)², độ dốc tại 3 là 1050: learning rate rất nhỏ trượt êm vào √2.',
    },
  },
  {
    key: 'chain-rule-jumps',
    deck: '1.9',
    query: 'lab=descent&f=composite&run=sgd,lr:0.005&v=1',
    title: { en: 'Chain rule, ten times the rate', vi: 'Chain rule, learning rate gấp mười' },
    text: {
      en: 'The first step jumps across three minima; the run ends in −√2 instead of √2.',
      vi: 'Bước đầu nhảy qua cả ba cực tiểu; kết quả là −√2 thay vì √2.',
    },
  },
  {
    key: 'no-minimum',
    deck: '1.10',
    query: 'lab=descent&f=logsquare&run=sgd,lr:10&v=1',
    title: { en: 'ln x²: no minimum to find', vi: 'ln x²: không có cực tiểu' },
    text: {
      en: 'Near 0 the slope grows without bound and throws the path out again; it never settles.',
      vi: 'Gần 0 độ dốc tăng vô hạn và hất đường đi ra xa; nó không bao giờ dừng.',
    },
  },
];

/** @type {readonly Entry[]} */
export const NON_CONVEX = [
  {
    key: 'hops-around-minimum',
    deck: '1.11',
    query: 'lab=descent&f=wavy&run=sgd,lr:0.2&steps=60&v=1',
    title: { en: 'Hopping around a local minimum', vi: 'Nhảy quanh cực tiểu địa phương' },
    text: {
      en: 'A constant rate never settles here: it hops around −1.993 and never sees the lower valley.',
      vi:
        'Learning rate cố định không dừng được: nhảy quanh −1,993, không thấy thung lũng ' +
        'thấp hơn.',
    },
  },
  {
    key: 'jumps-over-global',
    deck: '0',
    query: 'lab=descent&f=wavy&x0=1.5&run=sgd&run=sgd,lr:0.36&v=1',
    title: { en: 'Jumping over the global minimum', vi: 'Nhảy qua cực tiểu toàn cục' },
    text: {
      en: 'η = 0.1 settles in the global minimum; 0.36 leaps over it, from valley to valley.',
      vi:
        'η = 0,1 dừng ở cực tiểu toàn cục; 0,36 nhảy vượt qua, từ thung lũng này sang ' +
        'thung lũng kia.',
    },
  },
  {
    key: 'vanishing-gradient',
    deck: '0',
    query: 'lab=descent&f=plateau&run=sgd,lr:1&run=rmsprop&run=adam&steps=150&v=1',
    title: { en: 'A plateau: the gradient vanishes', vi: 'Cao nguyên: gradient biến mất' },
    text: {
      en: 'Gradient descent hardly moves where the error is largest; methods that divide by it arrive.',
      vi:
        'Gradient descent gần như đứng yên ở chỗ sai số lớn nhất; các cách chia cho ' +
        'gradient thì tới đích.',
    },
  },
  {
    key: 'corner-never-settles',
    deck: '0',
    query: 'lab=descent&f=abs&run=sgd,lr:0.5&run=sgd,lr:0.5,schedule:exponential&steps=60&v=1',
    title: { en: 'A corner: |x|', vi: 'Điểm gãy: |x|' },
    text: {
      en: 'The slope never shrinks, so a constant rate hops across 0 for ever; a decaying one closes in.',
      vi:
        'Độ dốc không nhỏ đi nên learning rate cố định nhảy mãi qua 0; learning rate ' +
        'giảm dần thì tới gần.',
    },
  },
  {
    key: 'stairs-stand-still',
    deck: '0',
    query: 'lab=descent&f=staircase&run=sgd&run=adam&v=1',
    title: { en: 'Stairs: no slope to follow', vi: 'Bậc thang: không có độ dốc' },
    text: {
      en: 'On a step of the stairs the derivative is 0, and no method that follows it moves at all.',
      vi:
        'Trên mặt bậc đạo hàm bằng 0, ' +
        'nên không thuật toán nào dựa ' +
        'vào nó nhúc nhích được.',
    },
  },
];
