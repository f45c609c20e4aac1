// Talks with the page around the lab's frame. Every message of ours is { source: 'descent-lab', v: 1, type, …
// }; we listen to { target: 'descent-lab', v: 1, type, id?, … } from the parent window alone and to nothing
// else. An answer carries the id of what it answers.
//
//   out        when                                            fields
//   ready      once the lab can answer                         query, lab, t, steps, notices
//   state      something changed, at most once a frame; and    query, lab, t, steps, notices
//              as the answer to what has none of its own
//   done       the last step was reached                       query, lab, t, steps, notices
//   resize     the content's height changed; also said as      height
//              AMP, LTI and H5P say it (height.js)
//   error      a message of ours could not be done             code, message
//   screenshot the answer to it                                dataUrl, width, height
//   data       the answer to getData                           query, lab, run, rows, from, columns
//   answer     somebody answered a question of an exercise,    question, given, isRight,
//              or had all of them told (question: "")          and the fields of score
//   score      the answer to getScore; and once all is done    score (0 to 100), right, of, done
//
//   in         does                                            fields
//   getState   answers with state
//   setState   shows another experiment, read as a link is;    query
//              lang, theme, embed, hide and lock stay unless
//              it names them; what plays already plays on
//   run        plays to the last step
//   pause      stops playing
//   step       one step on, or `by` steps, or to step `to`     by?, to?
//   getScore   answers with the score of an exercise
//   screenshot draws what is seen, with title and caption      scale? (1 to 4; 2)
//   getData    the numbers of the step table: a plain array    run? (from 1; the one shown in full),
//              for each column, t first, in full precision;    from?, to? (rows, from 0; at most
//              one that is not finite is NaN or ±Infinity      10,000 at once)
//
// Not modelled: origins. A link is public and so is all that can be asked for here; whoever frames the lab
// may ask.

import { decodeExperiment } from '../state/decode.js';
import { encodeExperiment } from '../state/encode.js';
import { labOf } from '../state/labs.js';
import { NAME, PROTOCOL_VERSION } from '../state/messages.js';
import { dressOf } from '../state/page-keys.js';
import { stepsOf } from '../state/steps.js';
import { asksHeight, H5P_HELLO, heightMessages, watchHeight } from './height.js';
import { isOurs, openInbox } from './inbox.js';
import { whenLeft } from './when-seen.js';

const LONGEST_ID = 100;
/** Rows that one message carries. */
const MOST_ROWS = 10_000;

/**
 * @typedef {import('../labs/types.js').Score} Score
 *
 * @typedef {{ play: () => void, pause: () => void, seek: (t: number) => void }} Player
 *
 * @typedef {object} HostedLab what is spoken about
 * @property {import('../state/types.js').AnyExperiment} experiment
 * @property {readonly import('../state/notices.js').Notice[]} notices about the link it came from
 * @property {import('../core/index.js').Core} core
 * @property {() => Player|null} player null where a lab has no steps
 * @property {(decoded: ReturnType<typeof decodeExperiment>) => void} show stops what plays, unless it is the
 *   same
 * @property {(index: number) => import('../labs/types.js').Table|undefined} table of a run; undefined where a
 *   lab has none
 * @property {() => Score|undefined} score of an exercise; undefined where none is set
 * @property {() => Promise<unknown>} settled once all of it shows the experiment
 * @property {(scale: number) => Promise<{ dataUrl: string, width: number, height: number }>} screenshot
 *
 * @typedef {import('./inbox.js').Message} Message
 * @typedef {(message: Message) => void} Send
 */

/** A request that cannot be done; its message is in English, for whoever wrote the host page. */
class Refusal extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The state of a lab as a message says it. @param {HostedLab} lab */
function stateOf({ experiment, core, notices }) {
  return {
    query: encodeExperiment(experiment, core.catalog),
    lab: experiment.lab,
    t: experiment.t ?? 0,
    steps: stepsOf(experiment),
    notices: notices.map((notice) => ({ ...notice, detail: null })),
  };
}

/** @param {HostedLab} lab @returns {Player} */
function playerOf(lab) {
  const player = lab.player();
  if (player) return player;
  throw new Refusal('no_steps', `the lab "${lab.experiment.lab}" has no steps to walk`);
}

/**
 * A whole number that a message may hold.
 * @param {Message} message @param {string} name @param {number} preset @param {number} min
 * @param {number} max
 */
function whole(message, name, preset, min, max) {
  const value = message[name] ?? preset;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max)
    return value;
  throw new Refusal('bad_field', `${name} must be a whole number from ${min} to ${max}`);
}

/**
 * The numbers of a run's step table.
 * @param {HostedLab} lab @param {Message} message
 */
function dataOf(lab, message) {
  const { experiment, core } = lab;
  const { cards } = labOf(experiment.lab);
  const shown = (experiment.selected ?? 0) + 1;
  const run = whole(message, 'run', shown, 1, Math.max(1, cards(experiment).length));
  const table = lab.table(run - 1);
  if (!table) throw new Refusal('no_data', `the lab "${experiment.lab}" has no table`);
  const { rows, names, columns } = table;
  const from = whole(message, 'from', 0, 0, rows - 1);
  const last = Math.min(rows, from + MOST_ROWS) - 1;
  const to = whole(message, 'to', last, from, last);
  const t = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const cut = (/** @type {string} */ name) => Array.from(columns[name].subarray(from, to + 1));
  return {
    query: encodeExperiment(experiment, core.catalog),
    lab: experiment.lab,
    run,
    rows,
    from,
    columns: { t, ...Object.fromEntries(names.map((name) => [name, cut(name)])) },
  };
}

/** @typedef {(lab: HostedLab, message: Message) => Message | Promise<Message>} Answer */

/** Messages that are answered with more than the state. @type {Map<string, Answer>} */
export const ANSWERS = new Map(
  Object.entries(
    /** @type {Record<string, Answer>} */ ({
      getData: (lab, message) => ({ type: 'data', ...dataOf(lab, message) }),
      getScore(lab) {
        const score = lab.score();
        if (!score) throw new Refusal('no_exercise', 'no exercise is set');
        return { type: 'score', ...score };
      },
      async screenshot(lab, message) {
        const scale = whole(message, 'scale', 2, 1, 4);
        return { type: 'screenshot', ...(await lab.screenshot(scale)) };
      },
    }),
  ),
);

/** @typedef {(lab: HostedLab, message: Message) => void} Act */

/** What each other message does, before the state is told. @type {Map<string, Act>} */
export const ACTS = new Map(
  Object.entries(
    /** @type {Record<string, Act>} */ ({
      getState() {},
      setState(lab, { query }) {
        if (typeof query !== 'string') throw new Refusal('bad_field', 'query must be a text');
        lab.show(decodeExperiment(query, '', lab.core, dressOf(lab.experiment)));
      },
      run: (lab) => playerOf(lab).play(),
      pause: (lab) => playerOf(lab).pause(),
      step(lab, message) {
        const player = playerOf(lab);
        const { t = 0 } = lab.experiment;
        const steps = stepsOf(lab.experiment);
        const by = whole(message, 'by', 1, -steps, steps);
        player.seek(whole(message, 'to', Math.min(steps, Math.max(0, t + by)), 0, steps));
      },
    }),
  ),
);

/** @param {{ t: number, steps: number }} state */
const isAtEnd = ({ t, steps }) => steps > 0 && t >= steps;

/** The id of a message, where it may be sent back: a number or a short text. @param {Message} message */
const idOf = ({ id }) =>
  typeof id === 'number' || (typeof id === 'string' && id.length <= LONGEST_ID) ? { id } : {};

/**
 * Answers one message.
 * @param {HostedLab} lab @param {Message} message ours @param {Send} send
 */
export async function answer(lab, message, send) {
  const id = idOf(message);
  try {
    const reply = ANSWERS.get(/** @type {string} */ (message.type));
    if (reply) {
      send({ ...(await reply(lab, message)), ...id });
      return;
    }
    const act = ACTS.get(/** @type {string} */ (message.type));
    if (!act) return;
    act(lab, message);
    await lab.settled();
    send({ type: 'state', ...id, ...stateOf(lab) });
  } catch (error) {
    const { code = 'failed', message: words } = /** @type {Refusal} */ (error);
    send({ type: 'error', ...id, code, message: words });
  }
}

/**
 * Speaks with the parent of a framed window. What arrives before the lab is there waits for it.
 * @param {Window} self whose parent is another window
 * @param {import('./inbox.js').Inbox} [inbox] what it has said so far
 */
export function listenToHost(self, inbox = openInbox(self)) {
  let height = 0;
  /** @type {Promise<unknown>} messages are answered one after the other, in their order */
  let answered = Promise.resolve();
  /** @param {Message} message in any dialect */
  const post = (message) => self.parent.postMessage(message, '*');
  /** @type {Send} */
  const send = (message) => post({ source: NAME, v: PROTOCOL_VERSION, ...message });
  const sayHeight = () => {
    send({ type: 'resize', height });
    heightMessages(height).forEach(post);
  };

  /** @param {HostedLab} hosted @param {Message} message */
  const answerInTurn = (hosted, message) => {
    answered = answered.then(() => answer(hosted, message, send));
  };

  return {
    /** The lab could not be started. @param {unknown} error */
    fail: (error) => send({ type: 'error', code: 'not_started', message: String(error) }),
    /**
     * The lab is there: what waited is answered, and from now on its changes are told.
     * @param {HostedLab} hosted @param {EventTarget} source of "change" events @param {HTMLElement} content
     */
    async connect(hosted, source, content) {
      await hosted.settled();
      send({ type: 'ready', ...stateOf(hosted) });
      inbox.open((data) => {
        if (asksHeight(data) && height) sayHeight();
        if (isOurs(data)) answerInTurn(hosted, data);
      });
      source.addEventListener('change', createTeller(hosted, send));
      source.addEventListener('answer', (event) => tellAnswer(event, send));
      whenLeft(content, () => hosted.player()?.pause());
      post(H5P_HELLO);
      watchHeight(content, (next) => {
        height = next;
        sayHeight();
      });
    },
  };
}

/**
 * Tells of an answer to an exercise, and of the score once all is done.
 * @param {Event} event @param {Send} send
 */
function tellAnswer(event, send) {
  const { detail } = /** @type {CustomEvent<import('../labs/types.js').AnswerDetail>} */ (event);
  const { question, given, isRight, ...score } = detail;
  send({ type: 'answer', question, given, isRight, ...score });
  if (score.done) send({ type: 'score', ...score });
}

/**
 * Tells of changes, at most once a frame, and of each arrival at the last step.
 * @param {HostedLab} lab @param {Send} send
 */
function createTeller(lab, send) {
  let isTelling = false;
  let wasAtEnd = isAtEnd(stateOf(lab));
  return () => {
    if (isTelling) return;
    isTelling = true;
    requestAnimationFrame(() => {
      isTelling = false;
      const state = stateOf(lab);
      send({ type: 'state', ...state });
      if (isAtEnd(state) && !wasAtEnd) send({ type: 'done', ...state });
      wasAtEnd = isAtEnd(state);
    });
  };
}
