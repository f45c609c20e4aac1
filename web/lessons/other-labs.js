// First experiments for the labs of averages, schedules, sampling and the derivative.

/** @typedef {import('./presets.js').Entry} Entry */

/** @type {readonly Entry[]} */
export const AVERAGES = [
  {
    key: 'averages-of-ten',
    query: 'lab=smoothing&v=1',
    title: { en: 'Two averages of ten numbers', vi: 'Hai trung bình của mười số' },
    text: {
      en:
        'The mean of the last two: 5.5, 7, 5.5, 3 …; the exponential one with ρ = 0.5: 3, 5.5, 5.75, ' +
        '5.375 …',
      vi: 'Trung bình hai số gần nhất: 5,5; 7; 5,5; 3 …; EWA với ρ = 0,5: 3; 5,5; 5,75; 5,375 …',
    },
  },
  {
    key: 'averages-weights',
    query: 'lab=smoothing&run=ewa,rho:0.5&run=ewa&run=ewa,rho:0.98&t=3&v=1',
    title: { en: 'How much each value counts', vi: 'Mỗi giá trị nặng bao nhiêu' },
    text: {
      en: 'The weights of s₁, s₂, s₃: 0.125, 0.25, 0.5 for ρ = 0.5; 0.081, 0.09, 0.1 for ρ = 0.9.',
      vi: 'Trọng số của s₁, s₂, s₃: 0,125; 0,25; 0,5 với ρ = 0,5 và 0,081; 0,09; 0,1 với ρ = 0,9.',
    },
  },
  {
    key: 'averages-bias',
    query: 'lab=smoothing&series=constant,noise:0&run=ewa&run=ewa_corrected&v=1',
    title: { en: 'Why Adam corrects the bias', vi: 'Vì sao Adam hiệu chỉnh độ lệch' },
    text: {
      en:
        'Of a series of ones the average from V₀ = 0 starts at 0.1; divided by 1 − ρᵗ it is 1 from the ' +
        'start.',
      vi:
        'Với dãy toàn số 1, trung bình từ V₀ = 0 bắt đầu ở 0,1; chia cho 1 − ρᵗ thì ' +
        'bằng 1 ngay từ đầu.',
    },
  },
  {
    key: 'averages-sine',
    query:
      'lab=smoothing&series=sine,n:200,noise:0.3&run=sma,window:10&run=ewa&run=ewa,rho:0.98&v=1',
    title: { en: 'Smoother, and later', vi: 'Trơn hơn, và trễ hơn' },
    text: {
      en: 'The more of the past counts, the less noise is left, and the later the average follows.',
      vi: 'Quá khứ càng nặng thì nhiễu càng ít, và trung bình đi theo càng trễ.',
    },
  },
];

/** @type {readonly Entry[]} */
export const SCHEDULES = [
  {
    key: 'schedules-decays',
    query: 'lab=schedules&v=1',
    title: { en: 'A constant rate hops, decays settle', vi: 'η cố định thì nhảy, η giảm thì dừng' },
    text: {
      en:
        'From −1.5 with η = 0.2: step and exponential decay settle at −1.993; the rate over t stands ' +
        'beside.',
      vi:
        'Từ −1,5 với η = 0,2: giảm theo bậc và theo hàm mũ đều dừng ở −1,993; bên ' +
        'cạnh là η theo t.',
    },
  },
  {
    key: 'schedules-torch',
    query:
      'lab=schedules&run=sgd,lr:0.2,schedule:cosine&run=sgd,lr:0.2,schedule:warmup_cosine' +
      '&run=sgd,lr:0.2,schedule:one_cycle&run=sgd,lr:0.2,schedule:reduce_on_plateau&v=1',
    title: { en: 'Schedules of PyTorch', vi: 'Các lịch η của PyTorch' },
    text: {
      en: 'Cosine, warm-up and cosine, one cycle, reduce on plateau: four ways down, and all of them settle.',
      vi:
        'Cosine, khởi động rồi cosine, một chu kỳ, giảm khi chững lại: bốn cách giảm, ' +
        'cách nào cũng dừng.',
    },
  },
];

/** @type {readonly Entry[]} */
export const SAMPLES = [
  {
    key: 'samples-one-ten-all',
    query: 'lab=sampling&v=1',
    title: { en: '1 sample, 10 samples, all of them', vi: '1 mẫu, 10 mẫu, tất cả' },
    text: {
      en:
        'A line fitted by steps that see 1, 10 or all 150 points: noisier steps, but more of them an ' +
        'epoch.',
      vi:
        'Khớp đường thẳng với mỗi bước thấy 1, 10 hay cả 150 điểm: nhiễu hơn nhưng ' +
        'nhiều bước hơn mỗi ' +
        'epoch.',
    },
  },
  {
    key: 'samples-scale',
    query: 'lab=sampling&standardise=0&run=sgd,lr:0.05,batch:150&epochs=200&v=1',
    title: { en: 'Why x is standardised', vi: 'Vì sao phải chuẩn hóa x' },
    text: {
      en: 'Without it the condition number is 105: η must stay below 0.0554, and b creeps.',
      vi: 'Không chuẩn hóa thì số điều kiện là 105: η phải dưới 0,0554, còn b nhích từng chút.',
    },
  },
];

/** @type {readonly Entry[]} */
export const DERIVATIVE = [
  {
    key: 'derivative-secant',
    query: 'lab=derivative&v=1',
    title: { en: 'From the secant to the tangent', vi: 'Từ cát tuyến đến tiếp tuyến' },
    text: {
      en: 'Of x² at 3 the secant has slope 6 + Δx; the tangent’s is 6, so a step goes left, to 2.4.',
      vi:
        'Với x² tại 3, cát tuyến có hệ số góc 6 + Δx, tiếp tuyến là 6, nên bước đi ' +
        'sang trái, đến 2,4.',
    },
  },
  {
    key: 'derivative-digits',
    query: 'lab=derivative&fx=exp(x)&dx=1&t=24&v=1',
    title: { en: 'A Δx can be too small', vi: 'Δx có thể quá nhỏ' },
    text: {
      en: 'Down to 1e−8 the slope gets better, then digits are lost; at 1e−16 none is left.',
      vi:
        'Đến 1e−8 hệ số góc còn tốt lên, ' +
        'sau đó mất dần chữ số; ở 1e−16 ' +
        'không còn chữ số nào.',
    },
  },
];
