// Questions about models and optimizers.

/** @typedef {import('./quiz.js').Question} Question */

/** @type {Question} */
export const NON_CONVEX_LOSS = {
  key: 'non_convex_loss',
  topic: { en: 'Convex or not', vi: 'Lồi hay không lồi' },
  prompt: {
    en: 'The training data are fixed. Which of these models has a loss that is not convex in its parameters?',
    vi:
      'Dữ liệu huấn luyện cố định. Mô hình nào có hàm mất mát (loss) không lồi theo ' +
      'các tham số?',
  },
  figure:
    'lab=descent&f=himmelblau&x0=-0.2,-0.9&run=sgd,lr:0.005&run=momentum,lr:0.02,m:0.7&steps=150&t=150&v=1',
  attempt: {
    en: 'A function that is not convex. Move the start a little: into which minimum do the runs fall?',
    vi:
      'Một hàm không lồi. Dời điểm ' +
      'xuất phát một chút: các đường ' +
      'đi rơi vào cực tiểu nào?',
  },
  options: [
    {
      key: 'linear',
      text: {
        en: 'Linear regression with squared error',
        vi: 'Hồi quy tuyến tính (linear regression) với sai số bình phương',
      },
      reply: {
        en: 'Squared error of a linear model is a paraboloid in the weights: one valley, whatever the data.',
        vi:
          'Sai số bình phương của mô hình tuyến tính là một paraboloid theo trọng số: ' +
          'chỉ một thung ' +
          'lũng, với mọi dữ liệu.',
      },
    },
    {
      key: 'logistic',
      text: {
        en: 'Logistic regression with binary cross-entropy',
        vi: 'Hồi quy logistic với binary cross-entropy',
      },
      reply: {
        en:
          'The sigmoid is not convex, but cross-entropy takes its logarithm, and the sum is convex in ' +
          'the weights.',
        vi:
          'Bản thân sigmoid không lồi, nhưng cross-entropy lấy logarit của nó, và tổng thu ' +
          'được lồi ' +
          'theo trọng số.',
      },
    },
    {
      key: 'softmax',
      text: {
        en: 'Softmax regression with cross-entropy',
        vi: 'Hồi quy softmax với cross-entropy',
      },
      reply: {
        en: 'Its loss is a log-sum-exp of linear scores minus a linear score: a sum of convex functions.',
        vi:
          'Loss của nó là log-sum-exp của các điểm số tuyến tính trừ đi một điểm số ' +
          'tuyến tính: tổng ' +
          'của những hàm lồi.',
      },
    },
    {
      key: 'mlp',
      text: {
        en: 'A multilayer perceptron (MLP) with ReLU',
        vi: 'Mạng nhiều lớp (MLP) với ReLU',
      },
      reply: {
        en: 'The weights of one layer are multiplied by those of the next, and that breaks convexity.',
        vi:
          'Trọng số của lớp này nhân với ' +
          'trọng số của lớp sau, và điều ' +
          'đó phá vỡ tính lồi.',
      },
    },
  ],
  answer: 'mlp',
  why: {
    en:
      'Swap two hidden units of an MLP, weights and all, and it computes the same function: a second ' +
      'minimum, exactly as good. Halfway between the two the loss is higher in general, which a convex ' +
      'function forbids. With several minima, start and optimizer decide where training ends.',
    vi:
      'Hoán đổi hai nút ẩn của MLP cùng với trọng số của chúng thì mạng vẫn tính ' +
      'đúng hàm đó: ta có cực ' +
      'tiểu thứ hai, tốt ngang cực tiểu đầu. Ở giữa hai điểm ấy, loss nói chung cao ' +
      'hơn, điều mà hàm ' +
      'lồi không cho phép. Khi có nhiều cực tiểu, điểm xuất phát và thuật toán quyết ' +
      'định huấn luyện ' +
      'kết thúc ở đâu.',
  },
};

/** @type {Question} */
export const WEIGHT_RECORD = {
  key: 'weight_record',
  topic: { en: 'The record of a weight', vi: 'Nhật ký của một trọng số' },
  prompt: {
    en: 'After every update you write down the value of one weight. What kind of data is the record you get?',
    vi:
      'Sau mỗi lần cập nhật, bạn ghi lại giá trị của một trọng số. Dãy ghi được ' +
      'là loại dữ liệu gì?',
  },
  figure: 'lab=descent&x0=90&run=momentum&steps=60&t=60&v=1',
  attempt: {
    en:
      'Press “More”: the plot of x over t is such a record. Does one value tell you something about the ' +
      'next?',
    vi:
      'Bấm “Xem thêm”: đồ thị x theo t chính là dãy ghi đó. Biết một giá trị có ' +
      'giúp đoán giá trị kế ' +
      'tiếp không?',
  },
  options: [
    {
      key: 'independent',
      text: {
        en: 'Independent samples of one distribution',
        vi: 'Các mẫu độc lập từ một phân phối',
      },
      reply: {
        en: 'Each value is computed from the one before it, so the values are anything but independent.',
        vi: 'Mỗi giá trị được tính từ giá trị trước nó, nên chúng không hề độc lập.',
      },
    },
    {
      key: 'time_series',
      text: { en: 'A time series', vi: 'Chuỗi thời gian (time series)' },
      reply: {
        en: 'One number for each t, and the order carries the meaning.',
        vi: 'Mỗi thời điểm t một con số, và chính thứ tự mang ý nghĩa.',
      },
    },
    {
      key: 'categories',
      text: { en: 'Categorical data', vi: 'Dữ liệu phân loại (categorical)' },
      reply: {
        en: 'A weight is a real number, not one of a few names.',
        vi: 'Trọng số là số thực, không phải một trong vài tên gọi.',
      },
    },
    {
      key: 'image',
      text: { en: 'An image', vi: 'Một hình ảnh' },
      reply: {
        en: 'An image has two directions in space. This record has one, and it is time.',
        vi: 'Ảnh có hai chiều không gian. Dãy này chỉ có một chiều, và đó là thời gian.',
      },
    },
  ],
  answer: 'time_series',
  why: {
    en:
      'So the tools for time series apply: a moving average smooths the record and shows its trend. ' +
      'Momentum and Adam do just that with the gradients g, RMSProp and Adam with g².',
    vi:
      'Vì vậy ta dùng được công cụ của chuỗi thời gian: trung bình trượt làm trơn ' +
      'dãy số và cho thấy xu ' +
      'hướng. Momentum và Adam làm đúng như thế với gradient g, RMSProp và Adam với g².',
  },
};

/** @type {Question} */
export const BEST_OPTIMIZER = {
  key: 'best_optimizer',
  topic: { en: 'The best optimizer', vi: 'Thuật toán tốt nhất' },
  prompt: {
    en: 'You are given a network and its data, and have not trained it yet. Which optimizer will do best?',
    vi:
      'Bạn nhận một mạng cùng dữ liệu và chưa huấn luyện lần nào. Thuật toán tối ' +
      'ưu (optimizer) nào sẽ ' +
      'tốt nhất?',
  },
  figure:
    'lab=descent&f=wavy&x0=-3.2&run=sgd&run=momentum&run=rmsprop&run=adam&steps=200&t=200&v=1',
  attempt: {
    en: 'Four optimizers, one start. Which one reaches the lower valley? Does it still, from another start?',
    vi:
      'Bốn thuật toán, một điểm xuất phát. Thuật toán nào tới được thung lũng thấp ' +
      'hơn? Đổi điểm xuất ' +
      'phát thì sao?',
  },
  options: [
    {
      key: 'adam',
      text: { en: 'Adam', vi: 'Adam' },
      reply: {
        en: 'Often a good first choice, but no certain winner: in the figure it stays in the higher valley.',
        vi:
          'Thường là lựa chọn đầu tiên hợp lý, nhưng không chắc thắng: trong hình nó ' +
          'kẹt ở thung lũng ' +
          'cao hơn.',
      },
    },
    {
      key: 'momentum',
      text: { en: 'Gradient descent with momentum', vi: 'Gradient descent với momentum' },
      reply: {
        en:
          'In the figure it wins. On x² the same momentum swings for long where plain gradient descent ' +
          'glides in.',
        vi:
          'Trong hình thì nó thắng. Nhưng trên x², momentum dao động rất lâu còn gradient descent ' +
          'thường thì trượt êm vào đích.',
      },
    },
    {
      key: 'rmsprop',
      text: { en: 'RMSProp', vi: 'RMSProp' },
      reply: {
        en: 'It evens out steep and flat directions, yet in the figure it does not leave the nearest valley.',
        vi:
          'Nó cân bằng hướng dốc và hướng thoải, nhưng trong hình nó không ra khỏi ' +
          'thung lũng gần nhất.',
      },
    },
    {
      key: 'unknown',
      text: { en: 'That cannot be said beforehand', vi: 'Không thể nói trước được' },
      reply: {
        en: 'It depends on the loss, the start, the data and the rates.',
        vi: 'Điều đó phụ thuộc vào loss, điểm xuất phát, dữ liệu và learning rate.',
      },
    },
  ],
  answer: 'unknown',
  why: {
    en:
      'Each optimizer has functions on which it wins and functions on which it loses, and its own ' +
      'hyper-parameters can turn the order round. In practice: try two or three with a few learning ' +
      'rates and compare them on validation data.',
    vi:
      'Thuật toán nào cũng có hàm nó thắng và hàm nó thua, và siêu tham số của nó có ' +
      'thể đảo ngược thứ ' +
      'hạng. Trên thực tế: thử hai ba thuật toán với vài learning rate rồi so sánh trên ' +
      'tập validation.',
  },
};
