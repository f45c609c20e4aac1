// Questions on the learning rate.

/** @typedef {import('./quiz.js').Question} Question */

/** @type {Question} */
export const STEEPER_FUNCTION = {
  key: 'steeper_function',
  topic: { en: 'A steeper function', vi: 'Hàm dốc hơn' },
  prompt: {
    en:
      'With η = 0.1, gradient descent on f₁(x) = x² keeps 0.8 of x at every step. f₂(x) = 9x² is nine ' +
      'times as curved. Which η makes f₂ behave as f₁ does?',
    vi:
      'Với η = 0,1, gradient descent trên f₁(x) = x² giữ lại 0,8 lần x ở mỗi bước. ' +
      'f₂(x) = 9x² cong gấp ' +
      'chín lần. Chọn η nào để f₂ giống như f₁?',
  },
  figure: 'lab=descent&f=quadratic,a:9&steps=20&t=6&v=1',
  attempt: {
    en: '9x² with the rate that suited x². Press “More” and change η until the path comes down on one side.',
    vi:
      '9x² với learning rate vốn hợp với x². Bấm “Xem thêm” và đổi η cho tới khi ' +
      'đường đi xuống ở một ' +
      'phía.',
  },
  options: [
    {
      key: 'larger',
      text: { en: 'Nine times larger: 0.9', vi: 'Lớn gấp chín: 0,9' },
      reply: {
        en: 'The gradient is already nine times larger. The steps would be 81 times as long, and diverge.',
        vi: 'Gradient vốn đã lớn gấp chín. Bước đi sẽ dài gấp 81 lần và phân kỳ.',
      },
    },
    {
      key: 'same',
      text: { en: 'The same: 0.1', vi: 'Giữ nguyên: 0,1' },
      reply: {
        en: 'That is the figure: x is multiplied by 1 − 0.1 · 18 = −0.8, so it jumps to and fro.',
        vi: 'Chính là hình bên: x được nhân với 1 − 0,1 · 18 = −0,8 nên nhảy qua nhảy lại.',
      },
    },
    {
      key: 'third',
      text: { en: 'A third: about 0.033', vi: 'Một phần ba: khoảng 0,033' },
      reply: {
        en:
          'It converges, but with another factor: 1 − 0.033 · 18 = 0.4. The rate goes with the ' +
          'curvature, not its root.',
        vi:
          'Có hội tụ, nhưng với hệ số khác: 1 − 0,033 · 18 = 0,4. Learning rate tỉ lệ ' +
          'nghịch với độ ' +
          'cong, không phải với căn của nó.',
      },
    },
    {
      key: 'ninth',
      text: { en: 'A ninth: about 0.011', vi: 'Một phần chín: khoảng 0,011' },
      reply: {
        en: 'Nine times the curvature asks for a ninth of the rate.',
        vi: 'Độ cong gấp chín thì learning rate còn một phần chín.',
      },
    },
  ],
  answer: 'ninth',
  why: {
    en:
      'Each step multiplies x by 1 − η f″, and f″ is 2 for x² and 18 for 9x². Equal factors need equal ' +
      'η f″: 0.1 · 2 = 0.0111 · 18 = 0.2. The steeper the function, the smaller the rate, in proportion ' +
      'to the curvature.',
    vi:
      'Mỗi bước nhân x với 1 − η f″; f″ bằng 2 với x² và bằng 18 với 9x². Muốn ' +
      'hệ số như nhau thì η f″ ' +
      'phải như nhau: 0,1 · 2 = 0,0111 · 18 = 0,2. Hàm càng dốc, learning rate càng nhỏ, tỉ ' +
      'lệ nghịch ' +
      'với độ cong.',
  },
};

/** @type {Question} */
export const GROWING_JUMPS = {
  key: 'growing_jumps',
  topic: { en: 'To and fro, and growing', vi: 'Qua lại và lớn dần' },
  prompt: {
    en:
      'The path jumps from one side of the valley to the other, and each jump is longer than the last. ' +
      'What is the usual cause?',
    vi:
      'Đường đi nhảy từ bên này sang bên kia thung lũng, và bước sau dài hơn bước ' +
      'trước. Nguyên nhân ' +
      'thường gặp là gì?',
  },
  figure: 'lab=descent&f=quadratic,a:20&x0=2&steps=10&t=4&v=1',
  attempt: {
    en: 'Take a few steps: 2, −6, 18, −54. Then press “More” and change one thing until the path comes in.',
    vi:
      'Đi vài bước: 2; −6; 18; −54. Sau đó bấm “Xem thêm” và đổi một thứ cho tới ' +
      'khi đường đi hội tụ.',
  },
  options: [
    {
      key: 'far_start',
      text: { en: 'The start is too far away', vi: 'Điểm xuất phát quá xa' },
      reply: {
        en:
          'On a parabola the factor of a step is the same everywhere; from nearer it would grow just as ' +
          'fast.',
        vi:
          'Trên parabol, hệ số của mỗi bước ở đâu cũng như nhau; xuất phát gần hơn ' +
          'thì nó vẫn lớn nhanh ' +
          'như vậy.',
      },
    },
    {
      key: 'large_rate',
      text: { en: 'The learning rate is too large', vi: 'Learning rate quá lớn' },
      reply: {
        en: 'Every step overshoots by more than it came from.',
        vi: 'Bước nào cũng vượt quá đích, xa hơn cả lúc đầu.',
      },
    },
    {
      key: 'small_rate',
      text: { en: 'The learning rate is too small', vi: 'Learning rate quá nhỏ' },
      reply: {
        en: 'A rate that is too small creeps, always on the same side.',
        vi: 'Learning rate quá nhỏ thì bò chậm, và luôn ở cùng một phía.',
      },
    },
    {
      key: 'local_minimum',
      text: { en: 'It is caught in a local minimum', vi: 'Nó mắc kẹt ở một cực tiểu địa phương' },
      reply: {
        en: 'A run that is caught stays near one place; this one leaves.',
        vi: 'Đường đi mắc kẹt thì quanh quẩn một chỗ; đường này lại đi xa mãi.',
      },
    },
  ],
  answer: 'large_rate',
  why: {
    en:
      'On 20x² a step multiplies x by 1 − 40η. With η = 0.1 that is −3: the sign jumps to the other ' +
      'side, the size 3 makes it grow. It converges for η below 2/40 = 0.05, and without jumping below ' +
      '0.025.',
    vi:
      'Trên 20x², mỗi bước nhân x với 1 − 40η. Với η = 0,1 đó là −3: dấu âm làm ' +
      'nhảy sang phía kia, độ ' +
      'lớn 3 làm nó tăng. Muốn hội tụ cần η nhỏ hơn 2/40 = 0,05; muốn không nhảy qua ' +
      'lại cần η nhỏ hơn ' +
      '0,025.',
  },
};

/** @type {Question} */
export const CREEP_AND_SWING = {
  key: 'creep_and_swing',
  topic: { en: 'One creeps, one swings', vi: 'Một bò, một dao động' },
  prompt: {
    en:
      'In a long narrow valley x creeps towards the minimum while y swings from side to side. What is ' +
      'the most sensible cure?',
    vi:
      'Trong thung lũng dài và hẹp, x bò chậm về cực tiểu còn y dao động hai bên. Cách ' +
      'chữa hợp lý nhất ' +
      'là gì?',
  },
  figure: 'lab=descent&f=elongated&run=sgd,lr:0.4&t=12&v=1',
  attempt: {
    en: 'Press “More” and look at x and y over t. Can one η serve both? Try a larger and a smaller one.',
    vi:
      'Bấm “Xem thêm” rồi xem x và y theo t. Một η có hợp được với cả hai không? ' +
      'Thử một giá trị lớn ' +
      'hơn và một giá trị nhỏ hơn.',
  },
  options: [
    {
      key: 'larger_rate',
      text: { en: 'A larger learning rate', vi: 'Learning rate lớn hơn' },
      reply: {
        en: 'x would hurry, but y already overshoots: from η = 0.5 on it no longer converges.',
        vi:
          'x sẽ nhanh hơn, nhưng y vốn đã nhảy qua đáy: từ η = 0,5 trở lên nó không còn ' +
          'hội tụ.',
      },
    },
    {
      key: 'smaller_rate',
      text: { en: 'A smaller learning rate', vi: 'Learning rate nhỏ hơn' },
      reply: {
        en: 'y would calm down, but x would creep even more slowly.',
        vi: 'y sẽ êm lại, nhưng x còn bò chậm hơn nữa.',
      },
    },
    {
      key: 'more_steps',
      text: { en: 'The same rate, more steps', vi: 'Giữ learning rate, đi thêm bước' },
      reply: {
        en: 'It arrives one day, but the ratio of the two speeds stays as bad as it is.',
        vi: 'Rồi cũng tới, nhưng sự chênh lệch giữa hai tốc độ vẫn y nguyên.',
      },
    },
    {
      key: 'rate_each',
      text: {
        en: 'A learning rate for each variable',
        vi: 'Mỗi biến một learning rate riêng',
      },
      reply: {
        en: 'A large one where the ground is flat, a small one where it is steep.',
        vi: 'Lớn ở hướng thoải, nhỏ ở hướng dốc.',
      },
    },
  ],
  answer: 'rate_each',
  why: {
    en:
      'The curvatures are 0.2 along x and 4 along y, so with η = 0.4 a step multiplies x by 0.92 and y ' +
      'by −0.6. Adagrad, RMSProp and Adam divide every coordinate by the size of its own gradients, and ' +
      'so give each a rate of its own.',
    vi:
      'Độ cong theo x là 0,2 và theo y là 4, nên với η = 0,4 mỗi bước nhân x với 0,92 và ' +
      'nhân y với ' +
      '−0,6. Adagrad, RMSProp và Adam chia mỗi tọa độ cho độ lớn gradient của chính nó, ' +
      'nhờ vậy mỗi tọa ' +
      'độ có learning rate riêng.',
  },
};
