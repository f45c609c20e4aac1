// The quiz's words outside its questions. They are not in i18n/: the lab never needs them.

/** @type {Record<string, Record<string, string>>} */
export const WORDS = {
  en: {
    title: 'Six questions on gradient descent',
    language: 'Language',
    questions: 'Questions',
    question: 'Question {n} of {all}',
    isRight: 'answered right',
    isWrong: 'answered wrong',
    isOpen: 'not answered yet',
    check: 'Check',
    next: 'Next question',
    toResult: 'See the result',
    right: 'Right.',
    wrong: 'Not quite.',
    rightOption: 'right answer',
    yourOption: 'your answer',
    tryIt: 'Try it',
    figure: 'Live figure: {topic}',
    figureFull: 'Open the figure in a tab of its own',
    result: 'Your result',
    count: '{right} of {all} right: {score} of 100 points.',
    passed: 'Passed.',
    failed: 'Not passed yet: {pass} points are needed. Read the explanations, then start again.',
    best: 'Your best round counts: {best} points.',
    again: 'Start again',
    reported: 'Your score is reported to your course.',
    preview: 'This is a preview: your course keeps no score.',
    alone: 'This page was opened outside a course platform: no score is reported.',
    fault:
      'Your course platform did not accept the score ({detail}). It is sent again with your next answer.',
    refused:
      'Your course platform did not open a session ({detail}): no score is reported. Close the page and ' +
      'open it again from the course.',
    sendAgain: 'Send again',
  },
  vi: {
    title: 'Sáu câu hỏi về gradient descent',
    language: 'Ngôn ngữ',
    questions: 'Các câu hỏi',
    question: 'Câu {n} / {all}',
    isRight: 'trả lời đúng',
    isWrong: 'trả lời sai',
    isOpen: 'chưa trả lời',
    check: 'Kiểm tra',
    next: 'Câu tiếp theo',
    toResult: 'Xem kết quả',
    right: 'Đúng.',
    wrong: 'Chưa đúng.',
    rightOption: 'đáp án đúng',
    yourOption: 'bạn chọn',
    tryIt: 'Thử xem',
    figure: 'Hình tương tác: {topic}',
    figureFull: 'Mở hình trong thẻ riêng',
    result: 'Kết quả',
    count: 'Đúng {right} / {all} câu: {score} / 100 điểm.',
    passed: 'Đạt.',
    failed: 'Chưa đạt: cần {pass} điểm. Hãy đọc phần giải thích rồi làm lại.',
    best: 'Tính theo lượt làm tốt nhất: {best} điểm.',
    again: 'Làm lại từ đầu',
    reported: 'Điểm của bạn được gửi về khóa học.',
    preview: 'Đây là bản xem trước: khóa học không lưu điểm.',
    alone: 'Trang này được mở ngoài hệ thống học tập: điểm không được gửi đi đâu.',
    fault:
      'Hệ thống học tập không nhận điểm ({detail}). ' +
      'Điểm sẽ được gửi lại cùng câu trả lời tiếp theo.',
    refused:
      'Hệ thống học tập không mở được phiên làm bài ' +
      '({detail}): điểm không được gửi. Hãy đóng trang và mở ' +
      'lại từ khóa học.',
    sendAgain: 'Gửi lại',
  },
};

/**
 * A sentence with its blanks filled in.
 * @param {string} lang @param {string} key @param {Record<string, string|number>} [values]
 */
export const say = (lang, key, values = {}) =>
  WORDS[lang][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
