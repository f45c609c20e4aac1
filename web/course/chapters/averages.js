// Moving averages, and how they forget.

/** @type {import('../types.js').Chapter} */
export const averages = {
  key: 'averages',
  title: { en: 'Remember, but forget', vi: 'Nhớ, nhưng biết quên' },
  idea: {
    en: 'An exponential average remembers the last few values, with one number.',
    vi: 'Trung bình mũ nhớ vài giá trị gần nhất, chỉ bằng một con số.',
  },
  beats: [
    {
      text: {
        en:
          'A sum forgets nothing. An average of the latest values does. Of ten numbers, 3, 8, ' +
          '6, 5, 1, 7, 9, 0, 8, 4, the mean of the last two (SMA) goes 5.5, 7, 5.5 and so on.',
        vi:
          'Tổng thì không quên gì. Trung bình của các giá trị gần nhất thì biết quên. ' +
          'Với mười số 3; 8; 6; 5; 1; 7; 9; 0; 8; 4, trung bình hai số gần nhất (SMA) là ' +
          '5,5; 7; 5,5, cứ thế.',
      },
      query: 'lab=smoothing&v=1',
    },
    {
      text: {
        en:
          'The *exponential* average (EWA) keeps one number: V₃ = ρ V₂ + (1 − ρ) s₃. Here ρ = ' +
          '0.5, and V₁ is the first value.',
        vi:
          'Trung bình *mũ* (EWA) chỉ giữ một con số: V₃ = ρ V₂ + (1 − ρ) s₃. Ở đây ' +
          'ρ = 0,5, và V₁ là giá trị đầu tiên.',
      },
      query: 'lab=smoothing&run=ewa_first,rho:0.5&t=2&v=1',
      predict: {
        kind: 'number',
        ask: {
          en: 'V₂ = 5.5 and s₃ = 6. What is V₃?',
          vi: 'V₂ = 5,5 và s₃ = 6. V₃ bằng bao nhiêu?',
        },
        answer: 5.75,
        digits: 3,
        after: { en: '0.5 · 5.5 + 0.5 · 6 = 5.75.', vi: '0,5 · 5,5 + 0,5 · 6 = 5,75.' },
        then: 'lab=smoothing&run=ewa_first,rho:0.5&t=3&v=1',
      },
    },
    {
      text: { en: 'Drag the 9 down to 0.', vi: 'Kéo số 9 xuống 0.' },
      query: 'lab=smoothing&t=7&v=1',
      predict: {
        kind: 'choice',
        ask: {
          en: 'How long does each average feel it?',
          vi: 'Mỗi trung bình còn chịu ảnh hưởng bao lâu?',
        },
        options: [
          { en: 'Both for two values', vi: 'Cả hai: trong hai giá trị' },
          { en: 'SMA for two, EWA to the end', vi: 'SMA: hai giá trị; EWA: tới cuối' },
          { en: 'Both to the end', vi: 'Cả hai: tới cuối' },
        ],
        answer: 1,
        after: {
          en: 'SMA for two. EWA to the end, but by half as much each time: 4.5, 2.25, 1.125.',
          vi:
            'SMA trong hai giá trị. EWA thì tới cuối, nhưng mỗi lần chỉ còn một nửa: ' +
            '4,5; 2,25; 1,125.',
        },
        then: 'lab=smoothing&data=3,8,6,5,1,7,0,0,8,4&t=7&v=1',
      },
    },
    {
      text: {
        en:
          'The last three weights are 0.5, 0.25, 0.125 for ρ = 0.5, and 0.1, 0.09, 0.081 for ρ ' +
          '= 0.9. It remembers about 1/(1 − ρ) values: 2, or 10.',
        vi:
          'Ba trọng số cuối là 0,5; 0,25; 0,125 với ρ = 0,5 và 0,1; 0,09; 0,081 với ρ = 0,9. ' +
          'Nó nhớ khoảng 1/(1 − ρ) giá trị: 2, hay 10.',
      },
      query: 'lab=smoothing&run=ewa,rho:0.5&run=ewa&run=ewa,rho:0.98&t=3&v=1',
      controls: 'rho',
    },
    {
      text: {
        en:
          'Started from V₀ = 0 it is too low: of a series of ones, V₁ is 0.1. Dividing by 1 − ' +
          'ρᵗ repairs that. It is called *bias correction*.',
        vi:
          'Bắt đầu từ V₀ = 0 thì nó quá thấp: với dãy toàn số một, V₁ chỉ là ' +
          '0,1. Chia cho 1 − ρᵗ là sửa được. Đó là *hiệu chỉnh độ lệch* (bias ' +
          'correction).',
      },
      query: 'lab=smoothing&series=constant,noise:0&run=ewa&run=ewa_corrected&t=1&v=1',
    },
  ],
};
