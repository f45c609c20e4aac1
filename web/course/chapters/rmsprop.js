// Adagrad with an average.

/** @type {import('../types.js').Chapter} */
export const rmsprop = {
  key: 'rmsprop',
  title: { en: 'An Adagrad that forgets', vi: 'Adagrad biết quên' },
  idea: {
    en: 'Put an average where the sum was, and the steps stay alive.',
    vi: 'Thay tổng bằng trung bình, và bước đi không tắt nữa.',
  },
  beats: [
    {
      text: {
        en:
          '*RMSProp* keeps an average of squared slopes, s₁ = ρ s₀ + (1 − ρ) g₁², and steps as ' +
          'Adagrad does. Take x² from 9, where g₁ = 18, with ρ = 0.9 and s₀ = 0.',
        vi:
          '*RMSProp* giữ trung bình của bình phương độ dốc, s₁ = ρ s₀ + (1 − ρ) ' +
          'g₁², rồi bước như Adagrad. Xét x² từ 9, nơi g₁ = 18, với ρ = 0,9 và s₀ = ' +
          '0.',
      },
      query: 'lab=descent&x0=9&run=rmsprop&v=1',
      predict: {
        kind: 'number',
        ask: { en: 'What is s₁?', vi: 's₁ bằng bao nhiêu?' },
        answer: 32.4,
        digits: 3,
        after: {
          en:
            '0.1 · 18² = 32.4. With η = 0.1 the step is 0.1 · 18/√32.4 = 0.316: longer than η, ' +
            'because s started too low.',
          vi:
            '0,1 · 18² = 32,4. Với η = 0,1, bước dài 0,1 · 18/√32,4 = 0,316: dài hơn η, vì ' +
            's bắt đầu quá thấp.',
        },
        then: 'lab=descent&x0=9&run=rmsprop&t=1&v=1',
      },
      notes: {
        en: 'Put the rule of Adagrad beside it and let the class find what has changed.',
        vi: 'Đặt quy tắc của Adagrad bên cạnh và để lớp tìm chỗ thay đổi.',
      },
    },
    {
      text: {
        en: 'From 99 Adagrad died out. RMSProp gets the same η, 0.5.',
        vi: 'Từ 99, Adagrad đã tắt dần. RMSProp cũng nhận η như thế, 0,5.',
      },
      query: 'lab=descent&x0=99&run=adagrad&run=rmsprop,lr:0.5&steps=300&v=1',
      predict: {
        kind: 'choice',
        ask: { en: 'Does it die out too?', vi: 'Nó có tắt dần như vậy không?' },
        options: [
          { en: 'Yes', vi: 'Có' },
          { en: 'No', vi: 'Không' },
        ],
        answer: 1,
        after: {
          en:
            'As slopes shrink, s forgets the large ones, so step 100 is still 0.46 long. It ' +
            'arrives; after 300 steps Adagrad is at 82.9.',
          vi:
            'Khi độ dốc nhỏ đi, s quên những độ dốc lớn trước kia, nên bước thứ ' +
            '100 vẫn dài 0,46. Nó tới đích; sau 300 bước Adagrad mới tới 82,9.',
        },
        then: 'lab=descent&x0=99&run=adagrad&run=rmsprop,lr:0.5&steps=300&t=300&v=1',
      },
    },
    {
      text: {
        en:
          'The price: it never rests. With η = 0.4 it ends by hopping to and fro across 0, ' +
          'from 0.2 to −0.2.',
        vi:
          'Cái giá: nó không bao giờ nghỉ. Với η = 0,4, cuối cùng nó nhảy qua nhảy ' +
          'lại quanh 0, từ 0,2 sang −0,2.',
      },
      query: 'lab=descent&x0=9&run=rmsprop,lr:0.4&steps=300&t=300&v=1',
      controls: 'lr',
    },
    {
      text: {
        en:
          'Nor does it climb hills: from −3.5 it ends near −1.993, within 0.06, and never sees ' +
          'the lower valley.',
        vi:
          'Nó cũng không leo đồi: từ −3,5, nó kết thúc cách −1,993 không quá 0,06, và ' +
          'không hề thấy thung lũng thấp hơn.',
      },
      query: 'lab=descent&f=wavy&x0=-3.5&run=rmsprop&steps=500&t=500&v=1',
    },
  ],
};
