// The exercise that goes with the lecture.

/** @type {import('../types.js').Chapter} */
export const exercise = {
  key: 'exercise',
  title: { en: 'The homework', vi: 'Bài tập' },
  idea: {
    en: 'Two steps by hand, and you know all four.',
    vi: 'Hai bước bằng tay là hiểu cả bốn thuật toán.',
  },
  beats: [
    {
      text: {
        en:
          'Now you: f = 0.1w₁² + 2w₂² from (−5, −2), two steps by hand for each of four ' +
          'optimizers. The gradient is (0.2w₁, 4w₂), at the start (−1, −8). The figure’s axes ' +
          'x and y are w₁ and w₂.',
        vi:
          'Đến lượt bạn: f = 0,1w₁² + 2w₂² từ (−5; −2), hãy tính tay hai bước cho ' +
          'mỗi thuật toán trong bốn thuật toán. Gradient là (0,2w₁; 4w₂), tại điểm ' +
          'xuất phát là (−1; −8). Trục x và y của hình là w₁ và w₂.',
      },
      query: 'lab=descent&f=elongated&run=sgd,lr:0.4&v=1',
      predict: {
        kind: 'number',
        ask: {
          en: 'Gradient descent, η = 0.4: what is w₂ after one step?',
          vi: 'Gradient descent, η = 0,4: sau một bước, w₂ bằng bao nhiêu?',
        },
        answer: 1.2,
        digits: 2,
        after: { en: '−2 − 0.4 · (−8) = 1.2.', vi: '−2 − 0,4 · (−8) = 1,2.' },
        then: 'lab=descent&f=elongated&run=sgd,lr:0.4&t=1&v=1',
      },
      notes: {
        en: 'Give the class time with pencil and paper before you go on.',
        vi: 'Cho lớp thời gian tính bằng bút và giấy trước khi đi tiếp.',
      },
    },
    {
      text: {
        en:
          'Momentum as an average: m ← β m + (1 − β) g, then w ← w − η m, with β = 0.5, η = ' +
          '0.6 and m = 0 to begin with.',
        vi:
          'Momentum dạng trung bình: m ← β m + (1 − β) g, rồi w ← w − η m, với β = 0,5, ' +
          'η = 0,6 và ban đầu m = 0.',
      },
      query: 'lab=descent&f=elongated&run=momentum_ewa,lr:0.6,beta1:0.5&v=1',
      predict: {
        kind: 'number',
        ask: { en: 'And w₁ after one step?', vi: 'Còn w₁ sau một bước?' },
        answer: -4.7,
        digits: 2,
        after: {
          en: 'm = 0.5 · (−1) = −0.5, so w₁ = −5 + 0.6 · 0.5 = −4.7.',
          vi: 'm = 0,5 · (−1) = −0,5 nên w₁ = −5 + 0,6 · 0,5 = −4,7.',
        },
        then: 'lab=descent&f=elongated&run=momentum_ewa,lr:0.6,beta1:0.5&t=1&v=1',
      },
    },
    {
      text: { en: 'RMSProp with γ = 0.9, η = 0.3.', vi: 'RMSProp với γ = 0,9, η = 0,3.' },
      query: 'lab=descent&f=elongated&run=rmsprop,lr:0.3,eps:0.000001&v=1',
      predict: {
        kind: 'number',
        ask: {
          en: 'w₁ after one step, to three digits?',
          vi: 'w₁ sau một bước, lấy ba chữ số?',
        },
        answer: -4.051,
        digits: 3,
        after: {
          en: 's = 0.1 · 1² = 0.1, so w₁ = −5 + 0.3 · 1/√0.1 = −4.051.',
          vi: 's = 0,1 · 1² = 0,1 nên w₁ = −5 + 0,3 · 1/√0,1 = −4,051.',
        },
        then: 'lab=descent&f=elongated&run=rmsprop,lr:0.3,eps:0.000001&t=1&v=1',
      },
    },
    {
      text: {
        en:
          'Adam, η = 0.2, you know already: (−4.8, −1.8). Now take the second steps, open the ' +
          'figure in the lab, and type your numbers into the check. It finds the first wrong ' +
          'one, and often says which mistake it was.',
        vi:
          'Adam, η = 0,2, thì bạn biết rồi: (−4,8; −1,8). Giờ hãy tính bước thứ hai, ' +
          'mở hình trong phòng thí nghiệm, và nhập các số vào phần kiểm tra. Nó tìm ra ' +
          'số sai đầu tiên, và thường nói được lỗi là gì.',
      },
      query:
        'lab=descent&f=elongated&run=sgd,lr:0.4&run=momentum_ewa,lr:0.6,beta1:0.5' +
        '&run=rmsprop,lr:0.3,eps:0.000001&run=adam,lr:0.2,eps:0.000001&check=1&v=1',
    },
  ],
};
