// The example of S. Reddi, S. Kale and S. Kumar, On the Convergence of Adam and Beyond, ICLR 2018.

/** @type {import('../types.js').Chapter} */
export const reddi = {
  key: 'reddi',
  title: { en: 'Where Adam fails', vi: 'Nơi Adam thất bại' },
  idea: {
    en: 'After Reddi, Kale and Kumar, “On the Convergence of Adam and Beyond”.',
    vi: 'Theo Reddi, Kale và Kumar, “On the Convergence of Adam and Beyond”.',
  },
  beats: [
    {
      text: {
        en:
          'Here f changes from step to step: 3x in every third step, −x in the two others, for ' +
          'x from −1 to 1. Three steps in a row add up to x, so −1 is the best place.',
        vi:
          'Ở đây f thay đổi theo từng bước: 3x ở mỗi bước thứ ba, −x ở hai ' +
          'bước còn lại, với x từ −1 tới 1. Ba bước liên tiếp cộng lại thành x, ' +
          'nên chỗ tốt nhất là −1.',
      },
      query:
        'lab=descent&fx=where(t-3*floor(t/3)%3E0,-1,3)*max(-1,min(x,1))&x0=0' +
        '&run=adam,lr:0.05,beta1:0,beta2:0.1&steps=200&view=-1.5,1.5,-3.5,3.5&v=2',
      predict: {
        kind: 'choice',
        ask: {
          en: 'To which end does Adam go, with β₁ = 0 and β₂ = 0.1?',
          vi: 'Adam đi về đầu nào, với β₁ = 0 và β₂ = 0,1?',
        },
        options: [
          { en: 'To −1', vi: 'Về −1' },
          { en: 'To 1', vi: 'Về 1' },
        ],
        answer: 1,
        after: {
          en:
            'The slope 3 makes v large at once and so moves x by −0.052 only. The slopes −1 ' +
            'move it by 0.038 and 0.048: up it goes.',
          vi:
            'Độ dốc 3 làm v lớn ngay lập tức nên chỉ dời x đi −0,052. Các độ dốc ' +
            '−1 dời nó đi 0,038 và 0,048: thế là nó leo lên.',
        },
        then:
          'lab=descent&fx=where(t-3*floor(t/3)%3E0,-1,3)*max(-1,min(x,1))&x0=0' +
          '&run=adam,lr:0.05,beta1:0,beta2:0.1&steps=200&view=-1.5,1.5,-3.5,3.5&t=200' +
          '&v=2',
      },
    },
    {
      text: {
        en:
          '*AMSGrad* divides by the largest v so far. Then the slope 3 keeps its weight, and ' +
          'the run goes down to −1.',
        vi:
          '*AMSGrad* chia cho v lớn nhất từ trước tới nay. Khi đó độ dốc 3 giữ ' +
          'được sức nặng, và lượt chạy đi xuống −1.',
      },
      query:
        'lab=descent&fx=where(t-3*floor(t/3)%3E0,-1,3)*max(-1,min(x,1))&x0=0' +
        '&run=adam,lr:0.05,beta1:0,beta2:0.1&run=amsgrad,lr:0.05,beta1:0,beta2:0.1' +
        '&steps=200&view=-1.5,1.5,-3.5,3.5&t=200&v=2',
    },
    {
      text: {
        en:
          'A larger β₂ remembers longer. With 0.999, Adam’s usual value, this example does no ' +
          'harm; the paper shows that for every β₂ there is one that does.',
        vi:
          'β₂ lớn hơn thì nhớ lâu hơn. Với 0,999, giá trị thường dùng của Adam, ví ' +
          'dụ này vô hại; bài báo chứng minh rằng với mọi β₂ đều có một ví dụ ' +
          'gây hại.',
      },
      query:
        'lab=descent&fx=where(t-3*floor(t/3)%3E0,-1,3)*max(-1,min(x,1))&x0=0' +
        '&run=adam,lr:0.05,beta1:0&steps=200&view=-1.5,1.5,-3.5,3.5&t=200&v=2',
      controls: 'beta2',
    },
  ],
};
