// The same rate on steeper functions.

/** @type {import('../types.js').Chapter} */
export const curvature = {
  key: 'curvature',
  title: { en: 'The steeper, the smaller', vi: 'Càng dốc, η càng nhỏ' },
  idea: {
    en: 'A rate is never good by itself: it must suit the curvature.',
    vi: 'Không có learning rate tốt cho mọi hàm: nó phải hợp với độ cong.',
  },
  beats: [
    {
      text: {
        en:
          'The rate 0.1 came down smoothly on x². Take the same rate to 9x², nine times as ' +
          'steep.',
        vi: 'Learning rate 0,1 đi xuống êm trên x². Hãy mang nó sang 9x², dốc gấp chín lần.',
      },
      query: 'lab=descent&f=quadratic,a:9&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'What will it do from 70?', vi: 'Từ 70, nó sẽ đi thế nào?' },
        options: [
          { en: 'Come down smoothly', vi: 'Đi xuống êm' },
          {
            en: 'Jump to and fro, ever nearer',
            vi: 'Nhảy qua nhảy lại, ngày càng gần',
          },
          { en: 'Jump to and fro, ever further', vi: 'Nhảy qua nhảy lại, ngày càng xa' },
        ],
        answer: 1,
        after: {
          en:
            'It zigzags in: 70, −56, 44.8. The slope at 70 is 1260, so the first step is 126 ' +
            'long and lands beyond the minimum.',
          vi:
            'Nó zíc zắc vào trong: 70; −56; 44,8. Độ dốc tại 70 là 1260 nên bước đầu ' +
            'dài 126 và rơi quá cực tiểu.',
        },
        then: 'lab=descent&f=quadratic,a:9&t=6&v=1',
      },
      notes: {
        en:
          'Ask why steep curves want small rates, and wait until somebody says that the ball ' +
          'overshoots.',
        vi:
          'Hỏi vì sao đường cong dốc cần learning rate nhỏ, và chờ đến khi có ' +
          'bạn nói quả bóng vượt quá đáy.',
      },
    },
    {
      text: {
        en:
          'How fast the slope itself changes is the *curvature* f″: 2 for x², 18 for 9x². A ' +
          'step multiplies x by 1 − η f″, here −0.8.',
        vi:
          '*Độ cong* f″ cho biết chính độ dốc thay đổi nhanh đến đâu: 2 với x², 18 ' +
          'với 9x². Mỗi bước nhân x với 1 − η f″, ở đây là −0,8.',
      },
      query: 'lab=descent&f=quadratic,a:9&t=1&v=1',
    },
    {
      text: {
        en: 'Steeper still: 20x², with f″ = 40. Start close by, at 2.',
        vi: 'Dốc hơn nữa: 20x², với f″ = 40. Hãy xuất phát gần thôi, tại 2.',
      },
      query: 'lab=descent&f=quadratic,a:20&x0=2&steps=6&view=-60,60&v=1',
      predict: {
        kind: 'number',
        ask: { en: 'With η = 0.1, where is x₁?', vi: 'Với η = 0,1, x₁ ở đâu?' },
        answer: -6,
        digits: 1,
        after: {
          en: '2 · (1 − 0.1 · 40) = −6. Then 18, then −54: it explodes.',
          vi: '2 · (1 − 0,1 · 40) = −6. Rồi 18, rồi −54: nó nổ tung.',
        },
        then: 'lab=descent&f=quadratic,a:20&x0=2&steps=6&view=-60,60&t=3&v=1',
      },
    },
    {
      text: {
        en:
          'A run is stable while η is below 2/f″: 1 on x², 0.05 on 20x². So 0.04 will do: ' +
          'twice the curvature, half the rate. Find the largest η that comes in without ' +
          'jumping.',
        vi:
          'Lượt chạy ổn định khi η nhỏ hơn 2/f″: 1 với x², 0,05 với 20x². Vậy 0,04 ' +
          'là được: độ cong gấp đôi thì learning rate còn một nửa. Hãy tìm η lớn ' +
          'nhất mà đường đi không nhảy qua lại.',
      },
      query: 'lab=descent&f=quadratic,a:20&x0=2&run=sgd,lr:0.04&view=-2.5,2.5&t=6&v=1',
      controls: 'lr',
    },
  ],
};
