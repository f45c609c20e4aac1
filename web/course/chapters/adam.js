// Momentum and RMSProp in one, with corrected averages.

/** @type {import('../types.js').Chapter} */
export const adam = {
  key: 'adam',
  title: { en: 'Both at once: Adam', vi: 'Cả hai cùng lúc: Adam' },
  idea: {
    en: 'Momentum over RMSProp, and both averages corrected.',
    vi: 'Momentum chia cho RMSProp, và cả hai trung bình được hiệu chỉnh.',
  },
  beats: [
    {
      text: {
        en:
          '*Adam* keeps two averages: m of the slopes, as momentum does, and v of their ' +
          'squares, as RMSProp does. It steps by η m/√v.',
        vi:
          '*Adam* giữ hai trung bình: m của độ dốc như momentum, và v của bình phương ' +
          'độ dốc như RMSProp. Mỗi bước đi η m/√v.',
      },
      query: 'lab=descent&f=elongated&run=adam,lr:0.2&t=12&v=1',
      notes: {
        en: 'Ask which ideas are joined here before you show the rule.',
        vi: 'Hỏi những ý tưởng nào được ghép ở đây trước khi cho xem quy tắc.',
      },
    },
    {
      text: {
        en:
          'Both start at 0, so both begin too low: m₁ = 0.1 g and v₁ = 0.001 g². Dividing by 1 ' +
          '− βᵗ corrects that. Three versions, with η = 0.1, correct neither, only m, or both.',
        vi:
          'Cả hai xuất phát từ 0 nên lúc đầu đều quá thấp: m₁ = 0,1 g và v₁ = 0,001 ' +
          'g². Chia cho 1 − βᵗ là hiệu chỉnh được. Có ba dạng, với η = 0,1: không ' +
          'hiệu chỉnh, chỉ hiệu chỉnh m, hoặc cả hai.',
      },
      query: 'lab=descent&run=adam_simple&run=adam_first&run=adam&steps=1&view=66.5,70.5&v=1',
      predict: {
        kind: 'choice',
        ask: {
          en: 'Whose first step is exactly η long?',
          vi: 'Dạng nào có bước đầu dài đúng η?',
        },
        options: [
          { en: 'Neither corrected', vi: 'Không hiệu chỉnh' },
          { en: 'Only m', vi: 'Chỉ m' },
          { en: 'Both', vi: 'Cả hai' },
        ],
        answer: 2,
        after: {
          en:
            'Then m = g and √v = |g|. With neither the step is 0.316 long, with m alone 3.162: ' +
            'over thirty times too long.',
          vi:
            'Khi đó m = g và √v = |g|. Không hiệu chỉnh thì bước dài 0,316, chỉ hiệu ' +
            'chỉnh m thì 3,162: dài gấp hơn ba mươi lần.',
        },
        then:
          'lab=descent&run=adam_simple&run=adam_first&run=adam&steps=1&view=66.5,70.5' + '&t=1&v=1',
      },
    },
    {
      text: {
        en:
          'Every coordinate gets such a step. From (−5, −2) with η = 0.2, Adam goes to (−4.8, ' +
          '−1.8): the steep and the flat direction alike.',
        vi:
          'Tọa độ nào cũng có bước như vậy. Từ (−5; −2) với η = 0,2, Adam tới ' +
          '(−4,8; −1,8): hướng dốc và hướng thoải như nhau.',
      },
      query: 'lab=descent&f=elongated&run=adam,lr:0.2&t=1&v=1',
      controls: 'lr,x0',
    },
    {
      text: {
        en:
          'So Adam’s η is nearly the length of a step. From 70 with η = 0.1, 60 steps lead to ' +
          '64.07. Gradient descent arrived long ago.',
        vi:
          'Vậy η của Adam gần như là độ dài của bước. Từ 70 với η = 0,1, 60 bước ' +
          'chỉ tới 64,07. Gradient descent đã tới nơi từ lâu.',
      },
      query: 'lab=descent&run=sgd&run=adam&steps=60&t=60&v=1',
      controls: 'lr',
    },
  ],
};
