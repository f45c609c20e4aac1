// What came after the lecture.

/** @type {import('../types.js').Chapter} */
export const beyond = {
  key: 'beyond',
  title: { en: 'After the lecture', vi: 'Sau bài giảng' },
  idea: {
    en: 'Many newer optimizers change one line of Adam.',
    vi: 'Nhiều thuật toán mới chỉ sửa một dòng của Adam.',
  },
  beats: [
    {
      text: {
        en:
          'An old idea first. *Newton’s method* divides the slope by the curvature: x₁ = x₀ − ' +
          'f′(x₀)/f″(x₀).',
        vi:
          'Trước hết là một ý tưởng cũ. *Phương pháp Newton* chia độ dốc cho độ ' +
          'cong: x₁ = x₀ − f′(x₀)/f″(x₀).',
      },
      query: 'lab=descent&run=newton&v=1',
      predict: {
        kind: 'number',
        ask: { en: 'x² from 70: where is x₁?', vi: 'x² từ 70: x₁ ở đâu?' },
        answer: 0,
        digits: 1,
        after: {
          en:
            '70 − 140/2 = 0, in one step. But n weights have n² curvatures, far too many in a ' +
            'network. Adam’s √v is a cheap stand-in.',
          vi:
            '70 − 140/2 = 0, chỉ một bước. Nhưng n trọng số có n² độ cong, quá nhiều ' +
            'với một mạng. √v của Adam là thứ thay thế ít tốn kém.',
        },
        then: 'lab=descent&run=newton&t=1&v=1',
      },
      notes: {
        en: 'Choose what your students meet in their code; the rest is for reading.',
        vi: 'Chọn những gì sinh viên gặp trong mã của mình; phần còn lại để đọc.',
      },
    },
    {
      text: {
        en:
          'Weight decay pulls every weight towards 0. Inside Adam’s gradient it is divided by ' +
          '√v too, so flat x ends at 1.33 and steep y at 1.99. *AdamW* keeps it outside: x = y ' +
          'at every step.',
        vi:
          'Weight decay kéo mọi trọng số về 0. Nằm trong gradient của Adam, nó cũng bị ' +
          'chia cho √v, nên x thoải dừng ở 1,33 còn y dốc ở 1,99. *AdamW* để nó ở ' +
          'ngoài: x = y ở mọi bước.',
      },
      query:
        'lab=descent&fx=(x-2)%5E2%2B100*(y-2)%5E2&x0=0,0&run=adam,l2:1' +
        '&run=adamw,weight_decay:1&steps=200&view=-0.5,3.5,-0.5,3.5&t=200&v=1',
    },
    {
      text: {
        en:
          '*Lion* keeps only the sign of an average. With η = 1 every step is 1 long: 70, 69, ' +
          '68.',
        vi:
          '*Lion* chỉ giữ lại dấu của một trung bình. Với η = 1, bước nào cũng dài ' +
          '1: 70; 69; 68.',
      },
      query: 'lab=descent&run=lion,lr:1&t=10&v=1',
      controls: 'lr',
    },
    {
      text: {
        en:
          'And Adam can fail: here f is 3x in every third step and −x else, x on the whole. ' +
          'Adam forgets the large slope too soon and climbs to 1. *AMSGrad* remembers it and ' +
          'goes down to −1.',
        vi:
          'Và Adam có thể thất bại: ở đây cứ ba bước một lần f là 3x, còn lại là ' +
          '−x, tính chung là x. Adam quên độ dốc lớn quá sớm và leo lên 1. *AMSGrad* ' +
          'nhớ nó và đi xuống −1.',
      },
      query:
        'lab=descent&fx=where(t-3*floor(t/3)%3E0,-1,3)*max(-1,min(x,1))&x0=0' +
        '&run=adam,lr:0.05,beta1:0,beta2:0.1&run=amsgrad,lr:0.05,beta1:0,beta2:0.1' +
        '&steps=200&view=-1.5,1.5,-3.5,3.5&t=200&v=2',
    },
  ],
};
