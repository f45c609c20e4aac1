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
          'by 8 for each unit. That is the slope of the *secant*, the line through both points.',
        vi:
          'Bạn đứng tại x = 3 trên f(x) = x². Đi sang phải Δx = 2 thì f tăng từ 9 lên ' +
          '25, tức là 8 cho mỗi đơn vị. Đó là hệ số góc của *cát tuyến* (secant), ' +
          'đường thẳng qua hai điểm.',
      },
      query: 'lab=derivative&v=1',
      predict: {
        kind: 'number',
        ask: { en: 'And with Δx = 1?', vi: 'Còn với Δx = 1?' },
        answer: 7,
        digits: 1,
        after: {
          en:
            '(16 − 9)/1 = 7. The nearer the second point, the better it tells the slope where ' +
            'you stand.',
          vi:
            '(16 − 9)/1 = 7. Điểm thứ hai càng gần, hệ số góc càng sát với độ dốc ' +
            'ngay chỗ bạn đứng.',
        },
        then: 'lab=derivative&t=1&v=1',
      },
      notes: {
        en: 'Draw a tangent on the board and read its slope before the page does.',
        vi: 'Vẽ một tiếp tuyến lên bảng và đọc độ dốc trước khi trang làm việc đó.',
      },
    },
    {
      text: {
        en:
          'So let Δx shrink on: 6.4, 6.2, and in the end 6. The secant has become the ' +
          '*tangent*, and its slope is the *derivative* f′(3). For x², f′(x) = 2x.',
        vi:
          'Vậy hãy cho Δx nhỏ dần nữa: 6,4; 6,2, và cuối cùng là 6. Cát tuyến đã trở ' +
          'thành *tiếp tuyến* (tangent), và hệ số góc của nó là *đạo hàm* f′(3). ' +
          'Với x² thì f′(x) = 2x.',
      },
      query: 'lab=derivative&t=12&v=1',
      controls: 'x0',
    },
    {
      text: {
        en: 'Now in fog, without a figure. You stand at −2 and know one thing: f′(−2) = −4.',
        vi:
          'Giờ hãy đi trong sương mù, không nhìn hình. Bạn đứng tại −2 và chỉ biết ' +
          'một điều: f′(−2) = −4.',
      },
      query: 'lab=derivative&t=12&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Which way is down?', vi: 'Hướng nào là hướng xuống?' },
        options: [
          { en: 'Left', vi: 'Trái' },
          { en: 'Right', vi: 'Phải' },
        ],
        answer: 1,
        after: {
          en:
            'There f falls to the right. At 3 the slope was 6, and down was left. Always go ' +
            '*against* the sign of f′.',
          vi:
            'Ở đó f giảm về bên phải. Còn tại 3, độ dốc là 6 và hướng xuống là ' +
            'bên trái. Hãy luôn đi *ngược* dấu của f′.',
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
