// Experiments of the map: every pixel a run.

/** @typedef {import('./presets.js').Entry} Entry */

/** @type {readonly Entry[]} */
export const MAPS = [
  {
    key: 'map-gd',
    query: 'lab=descent&f=himmelblau&run=sgd,lr:0.01&steps=200&map=x,y&v=1',
    title: { en: 'Where each start ends: gradient descent', vi: 'Xuất phát ở đâu thì tới đâu' },
    text: {
      en:
        'Every pixel is a start, its colour the minimum that gradient descent reaches from there: four ' +
        'areas with smooth borders, each about a quarter.',
      vi:
        'Mỗi điểm ảnh là một điểm xuất phát, màu là cực tiểu mà gradient descent ' +
        'tới được: bốn vùng có biên trơn, mỗi vùng khoảng một phần tư.',
    },
  },
  {
    key: 'map-momentum',
    query: 'lab=descent&f=himmelblau&run=momentum,lr:0.01&steps=200&map=x,y&v=1',
    title: { en: 'Momentum folds the borders', vi: 'Momentum gấp các đường biên' },
    text: {
      en:
        'With the same η and m = 0.9 the ball rolls through minima: near a border a small change of the ' +
        'start changes the end, and a tenth of the starts leave the numbers.',
      vi:
        'Cùng η, thêm m = 0,9: bóng lăn xuyên qua cực tiểu. Gần biên, đổi điểm xuất ' +
        'phát một chút là đổi nơi tới, và một phần mười số điểm vượt khỏi ' +
        'các số hữu hạn.',
    },
  },
  {
    key: 'map-adam',
    query: 'lab=descent&f=himmelblau&run=adam&steps=300&map=x,y&v=1',
    title: { en: 'Adam from everywhere', vi: 'Adam từ mọi nơi' },
    text: {
      en:
        'Steps of about η whatever the slope: no start leaves the numbers, and the borders are plain ' +
        'again.',
      vi:
        'Mỗi bước dài khoảng η dù dốc thế nào: không điểm nào vượt khỏi các ' +
        'số hữu hạn, và các đường biên lại đơn giản.',
    },
  },
  {
    key: 'map-newton',
    query:
      'lab=descent&fx=(x%5E4-6*x%5E2*y%5E2%2By%5E4)/4-x&run=newton&steps=40&map=x,y' +
      '&maprange=-2,2,-2,2&v=1',
    title: { en: 'Newton’s fractal: z³ = 1', vi: 'Fractal của Newton: z³ = 1' },
    text: {
      en:
        'Where the slope of this f is 0, z = x + iy is a cube root of 1. Which root Newton’s method ' +
        'finds from a start near a border, nobody can guess: zoom in.',
      vi:
        'Nơi đạo hàm của f bằng 0, z = x + iy là một căn bậc ba của 1. Gần biên, ' +
        'không ai đoán được phương pháp Newton sẽ tìm ra căn nào: hãy phóng to.',
    },
  },
  {
    key: 'map-newton-saddles',
    query: 'lab=descent&f=himmelblau&run=newton&steps=40&map=x,y&v=1',
    title: { en: 'Newton likes saddles as much', vi: 'Newton cũng thích điểm yên ngựa' },
    text: {
      en:
        'On Himmelblau’s function Newton’s method goes to all nine stationary points: four minima, ' +
        'four saddles, a maximum.',
      vi:
        'Trên hàm Himmelblau, phương pháp Newton đi tới cả chín điểm dừng: bốn cực ' +
        'tiểu, bốn điểm yên ngựa và một cực đại.',
    },
  },
  {
    key: 'map-rates',
    query:
      'lab=descent&f=elongated&run=momentum&steps=100&map=lr,m&maprange=0.05,2,0,1&mapshow=fate&v=1',
    title: { en: 'Which η and m are stable', vi: 'η và m nào thì ổn định' },
    text: {
      en:
        'On 0.1x² + 2y² momentum diverges exactly where η > (1 + m)/2: the more momentum, the larger ' +
        'the rate that is still stable.',
      vi:
        'Trên 0,1x² + 2y², momentum phân kỳ đúng ở nơi η > (1 + m)/2: m càng lớn thì η ' +
        'còn ổn định càng lớn.',
    },
  },
  {
    key: 'map-start-rate',
    query: 'lab=descent&steps=100&map=x,lr&maprange=-100,100,0.01,2&mapshow=fate&v=1',
    title: {
      en: 'On a parabola the start does not matter',
      vi: 'Trên parabol, xuất phát không quan trọng',
    },
    text: {
      en: 'The bands are level: on x² the rate alone decides, and above η = 1 every start diverges.',
      vi:
        'Các dải nằm ngang: trên x² chỉ có η quyết định, và trên η = 1 thì xuất ' +
        'phát ở đâu cũng phân kỳ.',
    },
  },
  {
    key: 'map-wavy-rates',
    query: 'lab=descent&f=wavy&run=momentum,lr:0.05&steps=300&map=x,lr&maprange=-4,4,0.002,0.2&v=1',
    title: { en: 'Fast enough for the next valley', vi: 'Đủ nhanh để sang thung lũng bên' },
    text: {
      en:
        'With a small η each side of the hill at −0.946 keeps its own valley; with a larger one the ' +
        'ball has the speed to cross, from both sides.',
      vi:
        'η nhỏ thì mỗi phía của đỉnh −0,946 về thung lũng của mình; η lớn hơn ' +
        'thì bóng đủ nhanh để vượt đỉnh, từ cả hai phía.',
    },
  },
  {
    key: 'map-orbit',
    query:
      'lab=descent&f=doublewell,c:0&x0=0.5&run=sgd,lr:0.32&steps=1000&map=lr,x' +
      '&maprange=0.15,0.52,-1.6,1.6&mapshow=orbit&v=1',
    title: { en: 'From one place to chaos', vi: 'Từ một điểm tới hỗn loạn' },
    text: {
      en:
        'Where gradient descent on (x² − 1)² still goes after 500 steps: below η = 2/L = 0.25 to a ' +
        'minimum, then to and fro between 2 places, from 0.309 between 4, soon everywhere; from 0.3995 ' +
        'it crosses the hill, from 0.5 it leaves the numbers.',
      vi:
        'Sau 500 bước gradient descent trên (x² − 1)² còn đi đâu: dưới η = 2/L = 0,25 ' +
        'thì về cực tiểu, rồi qua lại giữa 2 nơi, từ 0,309 giữa 4, rồi khắp nơi; ' +
        'từ 0,3995 nó vượt đồi, từ 0,5 vượt khỏi các số hữu hạn.',
    },
  },
  {
    key: 'map-double-well',
    query: 'lab=descent&f=doublewell&run=momentum,lr:0.05&steps=300&map=x,m&v=1',
    title: { en: 'How often the ball crosses the hill', vi: 'Bóng vượt đồi mấy lần' },
    text: {
      en:
        'Without momentum the start decides which of two valleys is reached; the more momentum, the more ' +
        'stripes: each is one crossing more.',
      vi:
        'Không có momentum, điểm xuất phát quyết định thung lũng nào; momentum càng ' +
        'lớn càng nhiều sọc: mỗi sọc là thêm một lần vượt đồi.',
    },
  },
  {
    key: 'map-rosenbrock',
    query: 'lab=descent&f=rosenbrock&run=adam&steps=2000&map=x,y&mapshow=steps&maptol=0.01&v=1',
    title: { en: 'How long Adam takes through the valley', vi: 'Adam mất bao lâu qua thung lũng' },
    text: {
      en:
        'The colour counts the steps until a run stays within 0.01 of (1, 1): a few hundred from the ' +
        'best starts, nearly 2000 from others; from the grey ones it is not there yet.',
      vi:
        'Màu là số bước cho tới khi ở trong khoảng 0,01 quanh (1; 1): vài trăm từ ' +
        'những điểm tốt nhất, gần 2000 từ những điểm khác; từ vùng xám thì chưa ' +
        'tới.',
    },
  },
];
