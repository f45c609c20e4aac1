// The learning rate: four of them, and the factor behind them.

/** @type {import('../types.js').Chapter} */
export const rate = {
  key: 'rate',
  title: { en: 'One number decides', vi: 'Một con số quyết định' },
  idea: {
    en: 'Too small crawls, too large explodes.',
    vi: 'Nhỏ quá thì bò, lớn quá thì nổ tung.',
  },
  beats: [
    {
      text: {
        en: 'Four runs on x², all from 99. They differ in η alone: 0.001, 0.1, 0.8 and 1.1.',
        vi:
          'Bốn lượt chạy trên x², đều từ 99. Chúng ' +
          'chỉ khác nhau ở η: 0,001; 0,1; 0,8 và ' +
          '1,1.',
      },
      query:
        'lab=descent&x0=99&run=sgd,lr:0.001&run=sgd&run=sgd,lr:0.8&run=sgd,lr:1.1' +
        '&steps=20&view=-200,200&v=1',
      predict: {
        kind: 'choice',
        ask: {
          en: 'One of them leaves for ever. Which?',
          vi: 'Một trong số đó đi mất và không bao giờ trở lại. Với η nào?',
        },
        options: [
          { en: '0.001', vi: '0,001' },
          { en: '0.1', vi: '0,1' },
          { en: '0.8', vi: '0,8' },
          { en: '1.1', vi: '1,1' },
        ],
        answer: 3,
        after: {
          en: 'Every step ends on the other side, 1.2 times as far out: it *diverges*.',
          vi: 'Mỗi bước rơi sang phía bên kia, xa gấp 1,2 lần: nó *phân kỳ*.',
        },
        then:
          'lab=descent&x0=99&run=sgd,lr:0.001&run=sgd&run=sgd,lr:0.8&run=sgd,lr:1.1' +
          '&steps=20&view=-200,200&t=3&v=1',
      },
      notes: {
        en: 'Let the class vote by a show of hands first; ask somebody who chose 0.8 why.',
        vi: 'Cho lớp giơ tay chọn trước; hỏi một bạn chọn 0,8 vì sao.',
      },
    },
    {
      text: {
        en: '0.001 goes the right way and crawls: 30 steps take it from 99 to 93.2.',
        vi: '0,001 đi đúng hướng nhưng bò: 30 bước mới từ 99 tới 93,2.',
      },
      query: 'lab=descent&x0=99&run=sgd,lr:0.001&t=30&v=1',
    },
    {
      text: {
        en:
          '0.1 comes down smoothly. 0.8 overshoots: every step jumps over the minimum, but ' +
          'lands nearer to it, so it still arrives.',
        vi:
          '0,1 đi xuống êm. 0,8 thì vượt quá: bước nào cũng nhảy qua cực tiểu nhưng ' +
          'rơi gần hơn, nên cuối cùng vẫn tới.',
      },
      query: 'lab=descent&x0=99&run=sgd&run=sgd,lr:0.8&steps=20&t=4&v=1',
    },
    {
      text: {
        en:
          'It is all in one factor. On x² a step multiplies x by 1 − 2η. That is 0.8 for η = ' +
          '0.1, −0.6 for 0.8, and −1.2 for 1.1.',
        vi:
          'Tất cả nằm ở một hệ số. Trên x², mỗi bước nhân x với 1 − 2η. Đó ' +
          'là 0,8 khi η = 0,1; −0,6 khi η = 0,8; và −1,2 khi η = 1,1.',
      },
      query: 'lab=descent&x0=99&run=sgd,lr:0.8&t=4&v=1',
      controls: 'lr',
      predict: {
        kind: 'number',
        ask: {
          en: 'Below which η does it converge?',
          vi: 'η phải nhỏ hơn bao nhiêu thì lượt chạy hội tụ?',
        },
        answer: 1,
        digits: 1,
        after: {
          en: 'There the factor is −1, and x jumps between 99 and −99. Try η on both sides of it.',
          vi:
            'Ở đó hệ số là −1, và x ' +
            'cứ nhảy mãi giữa 99 và ' +
            '−99. Hãy thử η ở cả hai ' +
            'phía.',
        },
        then: 'lab=descent&x0=99&run=sgd,lr:1&t=5&v=1',
      },
    },
    {
      text: {
        en:
          'All of it in one *map*: every point is a run, η across, the start upwards, its fate ' +
          'in colour. The borders are vertical: on x² the start makes no difference.',
        vi:
          'Tất cả trong một *bản đồ*: mỗi điểm là một lượt chạy, η theo chiều ' +
          'ngang, điểm xuất phát theo chiều dọc, màu cho biết kết cục của nó. Các ' +
          'đường biên thẳng đứng: trên x², điểm xuất phát không quan trọng.',
      },
      query: 'lab=descent&x0=99&map=lr,x&mapshow=fate&v=1',
    },
  ],
};
