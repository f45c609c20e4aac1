// What training is: walking downhill on a loss, and what stands in the way.

/** @type {import('../types.js').Chapter} */
export const loss = {
  key: 'loss',
  title: { en: 'A loss to walk down', vi: 'Loss: một con dốc để đi xuống' },
  idea: {
    en: 'Training is walking downhill while seeing only the ground under your feet.',
    vi: 'Huấn luyện là đi xuống dốc mà chỉ thấy mặt đất dưới chân.',
  },
  beats: [
    {
      text: {
        en:
          'A network makes mistakes: its *loss* f says how large they are, and training looks ' +
          'for weights that make f small. The simplest case: one weight x, f(x) = x². A ball ' +
          'walks down.',
        vi:
          'Mạng nào cũng có lúc sai: *loss* f cho biết sai bao nhiêu, còn huấn luyện là đi ' +
          'tìm trọng số (weight) làm f nhỏ. Đơn giản nhất: một trọng số x, và f(x) = ' +
          'x². Quả bóng đi xuống.',
      },
      query: 'lab=descent&x0=80&run=sgd,lr:0.25&t=4&v=1',
      notes: {
        en:
          'Ask first what was minimized when they last trained a network; then let the class point ' +
          'to the lowest place.',
        vi:
          'Hỏi trước: lần gần nhất huấn luyện mạng, các bạn đã cực tiểu ' +
          'hóa cái gì; rồi cho lớp chỉ chỗ thấp nhất.',
      },
    },
    {
      text: {
        en:
          'x² is *convex*: one valley, and every way down ends at its bottom. A network’s loss ' +
          'is not. This curve lies in fog: look around.',
        vi:
          'x² là hàm *lồi* (convex): một thung lũng, đường xuống nào cũng tới đáy. ' +
          'Loss của mạng thì không lồi. Đường cong này nằm trong sương mù: hãy ' +
          'nhìn quanh.',
      },
      query: 'lab=descent&f=wavy&x0=1.5&run=sgd,lr:0.05&view=-3.2,2.2&v=1',
      predict: {
        kind: 'place',
        ask: { en: 'Where is it lowest?', vi: 'Nó thấp nhất ở đâu?' },
        answer: 0.672,
        within: 0.25,
        looks: 10,
        after: {
          en:
            'The curve has two valleys. A program never sees a curve, only the height and the ' +
            'slope where it stands.',
          vi:
            'Đường cong có hai thung lũng. Chương trình không bao giờ thấy ' +
            'đường cong, chỉ biết độ cao và độ dốc tại chỗ.',
        },
      },
    },
    {
      text: {
        en: 'Let the ball feel its way down from −1.5.',
        vi: 'Hãy đặt quả bóng ở −1,5 và để nó dò đường đi xuống.',
      },
      query: 'lab=descent&f=wavy&run=sgd,lr:0.05&view=-3.2,2.2&v=1',
      predict: {
        kind: 'place',
        ask: { en: 'Where does it come to rest?', vi: 'Nó sẽ dừng lại ở đâu?' },
        answer: -1.993,
        within: 0.2,
        after: {
          en:
            'The bottom of its valley is a *local* minimum. Nothing there tells of the ' +
            '*global* one, which is lower: −2.472 against 1.729.',
          vi:
            'Đáy thung lũng ấy là một cực tiểu *địa phương* (local). Ở đó không gì ' +
            'cho biết cực tiểu *toàn cục* (global) còn thấp hơn: −2,472 so với 1,729.',
        },
      },
    },
    {
      text: {
        en:
          'Some curves have corners: |x| is as steep near its bottom as far away, so the ball ' +
          'hops over it for ever.',
        vi:
          'Có những đường cong bị gãy: |x| ở gần đáy cũng dốc như ở xa, nên quả ' +
          'bóng cứ nhảy mãi qua đáy.',
      },
      query: 'lab=descent&f=abs&run=sgd,lr:0.5&t=30&v=1',
    },
    {
      text: {
        en: 'On stairs the slope is 0. Nothing shows the way: the ball stays at 3.5.',
        vi:
          'Trên bậc thang, độ dốc bằng 0. Không gì chỉ hướng xuống, quả bóng đứng ' +
          'yên tại 3,5.',
      },
      query: 'lab=descent&f=staircase&t=30&v=1',
    },
  ],
};
