// The derivative, and the direction it gives.

/** @type {import('../types.js').Chapter} */
export const slope = {
  key: 'slope',
  title: { en: 'The slope knows the way', vi: 'Độ dốc chỉ đường' },
  idea: {
    en: 'Down is against the sign of the derivative.',
    vi: 'Hướng xuống ngược với dấu của đạo hàm.',
  },
  beats: [
    {
      text: {
        en:
          'You stand at x = 3 on f(x) = x². Go Δx = 2 to the right, and f rises from 9 to 25: ' +
          'by 8 for each unit. The line through both points, a *secant*, has slope 8.',
        vi:
          'Bạn đứng tại x = 3 trên f(x) = x². Đi sang phải Δx = 2 thì f tăng từ 9 lên ' +
          '25, tức là 8 cho mỗi đơn vị. Đường thẳng qua hai điểm, gọi là *cát ' +
          'tuyến* (secant), có hệ số góc 8.',
      },
      query: 'lab=derivative&v=1',
      controls: 'x0',
    },
    {
      text: {
        en:
          'You want the slope where you stand, so let Δx shrink: 2, 1, 0.4. The secant’s slope ' +
          'goes 8, 7, 6.4.',
        vi:
          'Bạn cần độ dốc ngay chỗ mình đứng, nên hãy cho Δx nhỏ dần: 2; 1; 0,4. ' +
          'Hệ số góc của cát tuyến là 8; 7; 6,4.',
      },
      query: 'lab=derivative&t=2&v=1',
      predict: {
        kind: 'number',
        ask: { en: 'Which number is it on its way to?', vi: 'Nó đang tiến tới số nào?' },
        answer: 6,
        digits: 1,
        after: {
          en:
            '6. The secant has become the *tangent*, and its slope is the *derivative* f′(3). ' +
            'For x², f′(x) = 2x.',
          vi:
            '6. Cát tuyến đã trở thành *tiếp tuyến* (tangent), và hệ số góc của nó ' +
            'là *đạo hàm* f′(3). Với x² thì f′(x) = 2x.',
        },
        then: 'lab=derivative&t=12&v=1',
      },
    },
    {
      text: {
        en: 'Now the fog is back. You stand at 3 and know one thing: f′(3) = 6.',
        vi:
          'Giờ thì sương mù trở ' +
          'lại. Bạn đứng tại 3 và ' +
          'chỉ biết một điều: f′(3) ' +
          '= 6.',
      },
      query: 'lab=derivative&t=12&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Which way is down?', vi: 'Hướng nào là hướng xuống?' },
        options: [
          { en: 'Left', vi: 'Trái' },
          { en: 'Right', vi: 'Phải' },
        ],
        answer: 0,
        after: {
          en:
            'Left: f rises to the right. At −2 the slope is −4, and down is to the right. ' +
            'Always go *against* the sign of f′.',
          vi:
            'Trái, vì f tăng về bên phải. Tại −2 độ dốc là −4, và hướng xuống ' +
            'là bên phải. Hãy luôn đi *ngược* dấu của f′.',
        },
        then: 'lab=derivative&x0=-2&t=12&v=1',
      },
    },
    {
      text: {
        en:
          'The sign knows the next step, not the goal. At −1.5 on this curve it says left. The ' +
          'lowest point is on the right.',
        vi:
          'Dấu của đạo hàm chỉ biết bước kế tiếp, không biết đích. Tại −1,5 ' +
          'trên đường cong này nó bảo đi sang trái, còn điểm thấp nhất lại nằm bên ' +
          'phải.',
      },
      query: 'lab=derivative&f=wavy&t=12&v=1',
      controls: 'x0',
    },
  ],
};
