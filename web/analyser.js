// The page's side of the engine: asks the worker, and keeps only the newest
// question alive. An older one is answered `superseded`; a worker that works too
// long on a stale text, or dies, is replaced. Every question gets an answer.

/** @typedef {import('./result.js').Result} Result */
/**
 * @typedef {{kind: 'done', result: Result, ms: number} | {kind: 'superseded'} | {kind: 'failed', error: string, restarted: boolean}} Outcome
 */
/** @typedef {{id: number, text: string, date: string, settle: (outcome: Outcome) => void}} Question */

/** A stale analysis may run this long before its worker is stopped for a newer one. */
const kStalePatienceMs = 400;
/** A worker that dies this often in a row is not started again by itself. */
const kMostDeaths = 3;

export class Analyser {
  /**
   * @param {() => Worker} makeWorker
   * @param {() => string} readWasm the gzipped module as bytes.js carries it
   * @param {{ready: (version: string) => void, broken: (error: string) => void}} tell
   */
  constructor(makeWorker, readWasm, tell) {
    this.makeWorker = makeWorker;
    this.readWasm = readWasm;
    this.tell = tell;
    this.lastId = 0;
    this.deaths = 0;
    /** @type {Question | undefined} */
    this.running = undefined;
    /** @type {Question | undefined} */
    this.waiting = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.patience = undefined;
    this.worker = this.startWorker();
  }

  startWorker() {
    const worker = this.makeWorker();
    worker.onmessage = (event) => worker === this.worker && this.receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.worker) this.lose(event.message || 'the worker stopped');
    };
    worker.postMessage({ kind: 'start', wasm: this.readWasm() });
    return worker;
  }

  /** @param {string} text @param {string} date @returns {Promise<Outcome>} */
  ask(text, date) {
    return new Promise((settle) => {
      const question = { id: ++this.lastId, text, date, settle };
      this.waiting?.settle({ kind: 'superseded' });
      this.waiting = question;
      if (!this.running) this.next();
      else this.patience ??= setTimeout(() => this.abandon(), kStalePatienceMs);
    });
  }

  /** Drops whatever is being analysed or waits to be. */
  cancel() {
    this.waiting?.settle({ kind: 'superseded' });
    this.waiting = undefined;
    if (this.running) this.patience ??= setTimeout(() => this.abandon(), kStalePatienceMs);
  }

  next() {
    clearTimeout(this.patience);
    this.patience = undefined;
    this.running = this.waiting;
    this.waiting = undefined;
    if (!this.running) return;
    if (this.deaths >= kMostDeaths) {
      this.deaths = 0;
      this.replaceWorker();
    }
    const { id, text, date } = this.running;
    this.worker.postMessage({ kind: 'analyse', id, text, date });
  }

  /** Stops a worker that is busy with a text nobody waits for any more. */
  abandon() {
    this.replaceWorker();
    this.settle({ kind: 'superseded' });
  }

  /** @param {string} error */
  lose(error) {
    this.deaths++;
    if (this.deaths < kMostDeaths) this.replaceWorker();
    else this.worker.terminate();
    const restarted = this.deaths < kMostDeaths;
    if (!this.running && !restarted) this.tell.broken(error);
    this.settle({ kind: 'failed', error, restarted });
  }

  replaceWorker() {
    this.worker.terminate();
    this.worker = this.startWorker();
  }

  /** @param {Outcome} outcome */
  settle(outcome) {
    const question = this.running;
    this.running = undefined;
    // A question that a newer one waits behind is stale whatever its answer is.
    question?.settle(this.waiting && outcome.kind === 'done' ? { kind: 'superseded' } : outcome);
    this.next();
  }

  /** @param {Outcome} outcome */
  answer(outcome) {
    this.deaths = 0;
    this.settle(outcome);
  }

  /** @param {any} message */
  receive(message) {
    if (message.kind === 'ready') this.tell.ready(message.version);
    else if (message.kind === 'broken') this.tell.broken(message.error);
    else if (message.id !== this.running?.id) return;
    else if (message.kind === 'answer') this.answer({ kind: 'done', result: message.result, ms: message.ms });
    else if (message.fatal) this.lose(message.error);
    else this.settle({ kind: 'failed', error: message.error, restarted: false });
  }
}
