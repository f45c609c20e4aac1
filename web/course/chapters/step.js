// Gradient descent, one step at a time.

/** @type {import('../types.js').Chapter} */
export const step = {
  key: 'step',
  title: { en: 'One step', vi: 'Một bước' },
  idea: {
    en: 'x₁ = x₀ − η f′(x₀): against the slope, and the further the steeper it is.',
    vi: 'x₁ = x₀ − η f′(x₀): đi ngược dốc, càng dốc càng đi xa.',
  },
  beats: [
    {
      text: {
        en:
          '*Gradient descent* is one line, again and again: x₁ = x₀ − η f′(x₀). The number η ' +
          'is the *learning rate*: how far to go for each unit of slope.',
        vi:
          '*Gradient descent* chỉ là một dòng, lặp đi lặp lại: x₁ = x₀ − η f′(x₀). ' +
          'Số η là *learning rate* (tốc độ học): đi bao xa cho mỗi đơn vị độ dốc.',
      },
      query: 'lab=descent&steps=40&v=1',
      predict: {
        kind: 'number',
        ask: {
          en: 'f(x) = x², x₀ = 70, η = 0.1. Where does x₁ land?',
          vi: 'f(x) = x², x₀ = 70, η = 0,1. x₁ rơi vào đâu?',
        },
        answer: 56,
        digits: 2,
        after: {
          en:
            'f′(70) = 140, so x₁ = 70 − 0.1 · 140 = 56. The line under the figure does this ' +
            'sum at every step.',
          vi:
            'f′(70) = 140 nên x₁ = 70 − 0,1 · 140 = 56. Dòng dưới hình làm phép tính này ' +
            'ở mọi bước.',
        },
        then: 'lab=descent&steps=40&t=1&v=1',
      },
      notes: {
        en: 'Do the first step by hand, slowly: the slope, the product, the difference.',
        vi: 'Tính bước đầu bằng tay, thật chậm: độ dốc, tích, hiệu.',
      },
    },
    {
      text: { en: 'That was the first step.', vi: 'Đó là bước đầu tiên.' },
      query: 'lab=descent&steps=40&t=1&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'How long is the second?', vi: 'Bước thứ hai dài bao nhiêu?' },
        options: [
          { en: 'Longer', vi: 'Dài hơn' },
          { en: 'Just as long', vi: 'Dài bằng thế' },
          { en: 'Shorter', vi: 'Ngắn hơn' },
        ],
        answer: 2,
        after: {
          en:
            'It is 11.2 long, after 14: at 56 the slope is only 112, and the step shrinks with ' +
            'it.',
          vi:
            'Nó dài 11,2, bước trước dài 14: tại 56 độ dốc chỉ còn 112, và bước đi ' +
            'ngắn lại theo.',
        },
        then: 'lab=descent&steps=40&t=2&v=1',
      },
    },
    {
      text: {
        en:
          'So it goes on: 44.8, then 35.84, then 28.672. Nobody told it to slow down; the ' +
          'slope did. Each step keeps 0.8 of x, because x − 0.1 · 2x = 0.8x.',
        vi:
          'Cứ thế tiếp tục: 44,8, rồi 35,84, rồi 28,672. Không ai bảo nó đi chậm lại, ' +
          'chính độ dốc làm việc đó. Mỗi bước giữ lại 0,8 lần x, vì x − 0,1 · 2x ' +
          '= 0,8x.',
      },
      query: 'lab=descent&steps=40&t=4&v=1',
    },
    {
      text: {
        en:
          'After 31 steps 0.069 is left. It never quite reaches 0, but comes as near as you ' +
          'like: it *converges*. Drag the ball: the factor stays the same.',
        vi:
          'Sau 31 bước chỉ còn 0,069. Nó không bao giờ tới đúng 0 nhưng tới gần bao ' +
          'nhiêu cũng được: nó *hội tụ*. Hãy kéo quả bóng, hệ số vẫn y nguyên.',
      },
      query: 'lab=descent&steps=40&t=31&v=1',
      controls: 'x0',
    },
  ],
};
