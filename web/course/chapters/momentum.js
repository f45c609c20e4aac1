// Velocity.

/** @type {import('../types.js').Chapter} */
export const momentum = {
  key: 'momentum',
  title: { en: 'A ball has inertia', vi: 'Quả bóng có quán tính' },
  idea: {
    en: 'Remember the direction, and roll through small obstacles.',
    vi: 'Nhớ hướng đi, và lăn qua chướng ngại nhỏ.',
  },
  beats: [
    {
      text: {
        en:
          '*Momentum* keeps a velocity: v₁ = m v₀ − η g₁, then x₁ = x₀ + v₁. On x² from ' +
          '90, with η = 0.1 and m = 0.9, the first step gives v₁ = −18 and x₁ = 72.',
        vi:
          '*Momentum* giữ một vận tốc: v₁ = m v₀ − η g₁, rồi x₁ = x₀ + v₁. Trên ' +
          'x² từ 90, với η = 0,1 và m = 0,9, bước đầu cho v₁ = −18 và x₁ = 72.',
      },
      query: 'lab=descent&x0=90&run=momentum&steps=100&t=1&v=1',
      predict: {
        kind: 'number',
        ask: {
          en: 'The slope at 72 is 144. Where is x₂?',
          vi: 'Độ dốc tại 72 là 144. x₂ ở đâu?',
        },
        answer: 41.4,
        digits: 3,
        after: {
          en: 'v₂ = 0.9 · (−18) − 0.1 · 144 = −30.6, so x₂ = 41.4.',
          vi: 'v₂ = 0,9 · (−18) − 0,1 · 144 = −30,6 nên x₂ = 41,4.',
        },
        then: 'lab=descent&x0=90&run=momentum&steps=100&t=2&v=1',
      },
      notes: {
        en: 'Let somebody describe a ball in a bowl; write down speed and friction.',
        vi: 'Để một bạn mô tả quả bóng trong cái bát; ghi lại vận tốc và ma sát.',
      },
    },
    {
      text: {
        en:
          'It gathers speed: after 3 steps it is at 5.58, and it rolls on to −27.774. It ' +
          'swings, and the swings die away.',
        vi:
          'Nó lấy đà, sau 3 bước tới 5,58, rồi lăn quá sang −27,774. Nó dao động, và ' +
          'dao động tắt dần.',
      },
      query: 'lab=descent&x0=90&run=momentum&steps=100&t=4&v=1',
      controls: 'm',
    },
    {
      text: {
        en:
          'What is inertia good for? From −3.2 gradient descent and RMSProp end in the local ' +
          'minimum.',
        vi:
          'Quán tính để làm gì? Từ −3,2, gradient descent và RMSProp kết thúc ở cực ' +
          'tiểu địa phương.',
      },
      query: 'lab=descent&f=wavy&x0=-3.2&run=sgd&run=momentum&steps=200&v=1',
      predict: {
        kind: 'choice',
        ask: {
          en: 'Does the ball get over the hill?',
          vi: 'Quả bóng có qua được đồi không?',
        },
        options: [
          { en: 'Yes', vi: 'Có' },
          { en: 'No', vi: 'Không' },
        ],
        answer: 0,
        after: {
          en: 'It rolls through −1.993, over the hill, and comes to rest at 0.672.',
          vi: 'Nó lăn qua −1,993, vượt đồi, và dừng lại ở 0,672.',
        },
        then: 'lab=descent&f=wavy&x0=-3.2&run=sgd&run=momentum&steps=200&t=200&v=1',
      },
    },
    {
      text: {
        en:
          'In the narrow valley the pushes along y cancel, those along x add up. After 10 ' +
          'steps x is at −0.75; without momentum, at −2.17.',
        vi:
          'Trong thung lũng hẹp, các lực đẩy theo y triệt tiêu nhau, theo x thì cộng dồn. ' +
          'Sau 10 bước, x ở −0,75; không có momentum thì ở −2,17.',
      },
      query: 'lab=descent&f=elongated&run=sgd,lr:0.4&run=momentum,lr:0.4,m:0.5&t=10&v=1',
    },
    {
      text: {
        en:
          'Books write momentum in several ways. With matching constants these three take the ' +
          'very same steps.',
        vi:
          'Mỗi sách viết momentum một kiểu. Với hằng số tương ứng, ba dạng này đi ' +
          'những bước y hệt nhau.',
      },
      query:
        'lab=descent&x0=90&run=momentum,lr:0.05,m:0.75' +
        '&run=momentum_averaged,lr:0.2,rho:0.75&run=momentum_ewa,lr:0.2,beta1:0.75&t=12' +
        '&v=1',
    },
  ],
};
