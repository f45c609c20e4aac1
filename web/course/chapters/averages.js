// Moving averages, and how they forget.

/** @type {import('../types.js').Chapter} */
export const averages = {
  key: 'averages',
  title: { en: 'Remember, but forget', vi: 'Nhớ, nhưng biết quên' },
  idea: {
    en: 'An exponential average remembers the last few values, with one number.',
    vi: 'Trung bình theo hàm mũ nhớ vài giá trị gần nhất, chỉ bằng một con số.',
  },
  beats: [
    {
      text: {
        en:
          'A sum never forgets; an average of the latest values does. Of ten numbers, 3, 8, 6, ' +
          '5, 1, 7, 9, 0, 8, 4, the mean of the last two (SMA, solid) goes 5.5, 7, 5.5 …',
        vi:
          'Tổng không bao giờ quên; trung bình của các giá trị gần nhất thì có. Với ' +
          'mười số 3; 8; 6; 5; 1; 7; 9; 0; 8; 4, trung bình hai số gần nhất (SMA, nét liền) ' +
          'là 5,5; 7; 5,5; …',
      },
      query: 'lab=smoothing&v=1',
      notes: {
        en: 'Work some averages out on the board; the question of where to start comes by itself.',
        vi: 'Tính vài trung bình trên bảng; câu hỏi bắt đầu từ đâu sẽ tự đến.',
      },
    },
    {
      text: {
        en:
          'The *exponential* average (EWA, dashed there) keeps one number: V₃ = ρ V₂ + (1 − ρ) ' +
          's₃. Here ρ = 0.5, V₁ the first value.',
        vi:
          'Trung bình *theo hàm mũ* (EWA, ở trên là nét đứt) chỉ giữ một con số: V₃ = ' +
          'ρ V₂ + (1 − ρ) s₃. Ở đây ρ = 0,5, và V₁ là giá trị đầu tiên.',
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
      text: { en: 'Imagine the 9 dragged down to 0.', vi: 'Hãy hình dung kéo số 9 xuống 0.' },
      query: 'lab=smoothing&t=7&v=1',
      predict: {
        kind: 'choice',
        ask: {
          en: 'How many values of each average change?',
          vi: 'Bao nhiêu giá trị của mỗi trung bình thay đổi?',
        },
        options: [
          { en: 'Two of both', vi: 'Cả hai: hai giá trị' },
          {
            en: 'Two of SMA, all later ones of EWA',
            vi: 'SMA: hai; EWA: tất cả từ đó về sau',
          },
          { en: 'All later ones of both', vi: 'Cả hai: tất cả từ đó về sau' },
        ],
        answer: 1,
        after: {
          en: 'An EWA never quite forgets, but the change halves each time: 4.5, 2.25, 1.125.',
          vi: 'EWA không bao giờ quên hẳn, nhưng thay đổi cứ giảm một nửa: 4,5; 2,25; 1,125.',
        },
        then: 'lab=smoothing&data=3,8,6,5,1,7,0,0,8,4&t=7&v=1',
      },
    },
    {
      text: {
        en:
          'The EWA gives the last three values the weights 0.5, 0.25, 0.125 for ρ = 0.5, and ' +
          '0.1, 0.09, 0.081 for ρ = 0.9. It remembers about 1/(1 − ρ) of them: 2, 10, or 50 ' +
          'for ρ = 0.98.',
        vi:
          'EWA cho ba giá trị cuối các trọng số 0,5; 0,25; 0,125 với ρ = 0,5 và 0,1; 0,09; ' +
          '0,081 với ρ = 0,9. Nó nhớ khoảng 1/(1 − ρ) giá trị: 2, 10, hay 50 với ρ = 0,98.',
      },
      query: 'lab=smoothing&run=ewa,rho:0.5&run=ewa&run=ewa,rho:0.98&t=3&v=1',
      controls: 'rho',
    },
    {
      text: {
        en:
          'Started from V₀ = 0 it is too low: of a series of ones, V₁ is 0.1. Dividing by 1 − ' +
          'ρᵗ repairs that: *bias correction*.',
        vi:
          'Bắt đầu từ V₀ = 0 thì nó quá thấp: với dãy toàn số một, V₁ chỉ là ' +
          '0,1. Chia cho 1 − ρᵗ là sửa được. Đó là *hiệu chỉnh độ lệch* (bias ' +
          'correction).',
      },
      query: 'lab=smoothing&series=constant,noise:0&run=ewa&run=ewa_corrected&t=1&v=1',
    },
  ],
};
