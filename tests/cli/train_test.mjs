// The recipe that makes the names model, from end to end over a few made-up
// sentences: the same data give the same bytes, other data give others, and what
// was learned is found again. Says nothing of how good the real model is.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fihris-train-'));
let passed = 0;
let failed = 0;
/** @param {string} name @param {boolean} good @param {unknown} [seen] */
function check(name, good, seen) {
  good ? passed++ : failed++;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}${good ? '' : ' ' + JSON.stringify(seen)}`);
}

const people = ['سامر الحلواني', 'نجوى البستاني', 'رائد القصار', 'هالة النحاس', 'وليد الدباغ', 'ريم العطار'];
const places = ['القاهرة', 'عمان', 'الرباط', 'تونس', 'بيروت', 'صنعاء'];
const bodies = ['وزارة الزراعة', 'بنك الواحات', 'جامعة السهول', 'شركة النوارس'];
const frames = [
  'قال P إن B ستفتح فرعا في G خلال أيام.',
  'زار P مدينة G ثم عاد إلى G مساء.',
  'أعلنت B في بيان أن P استقال من منصبه.',
  'وصل وفد من B إلى G أمس برئاسة P.',
];

/** One article for each frame and person. @param {string[]} names */
function articles(names) {
  const types = { P: 'PERSON', G: 'GPE', B: 'ORG' };
  const out = [];
  for (const [i, person] of names.entries()) {
    for (const [j, frame] of frames.entries()) {
      let text = '';
      /** @type {{start: number, end: number, type: string}[]} */
      const spans = [];
      for (const [k, word] of frame.split(' ').entries()) {
        if (k > 0) text += ' ';
        const lists = { P: [person], G: [places[(i + j + k) % places.length]], B: [bodies[(i + j) % bodies.length]] };
        const mark = /** @type {'P' | 'G' | 'B'} */ (word);
        if (mark in lists) spans.push({ start: text.length, end: text.length + lists[mark][0].length, type: types[mark] });
        text += mark in lists ? lists[mark][0] : word;
      }
      out.push({ id: `${i}-${j}`, text, mentions: spans });
    }
  }
  return out;
}

/** @param {string} name @param {string[]} names */
function make_data(name, names) {
  const shared = join(folder, name);
  mkdirSync(join(shared, 'text'), { recursive: true });
  mkdirSync(join(shared, 'ner'));
  const gold = articles(names);
  const lines = gold.map((article) => JSON.stringify(article)).join('\n') + '\n';
  writeFileSync(join(shared, 'ner/news-train.jsonl'), lines);
  writeFileSync(join(shared, 'ner/news-dev.jsonl'), lines);
  writeFileSync(join(shared, 'ner/silver.jsonl'), lines);
  const plain = gold.map((article) => article.text).join('\n') + '\n';
  for (const year of [2015, 2022]) {
    const { stdout } = spawnSync('xz', ['-c'], { input: plain.repeat(8) });
    writeFileSync(join(shared, `text/news-${year}.txt.xz`), stdout);
  }
  return shared;
}

/** The model's bytes. @param {string} shared @param {string} name @param {boolean} [silver] */
function train(shared, name, silver = false) {
  const work = join(folder, name);
  const extra = silver ? { SILVER: join(shared, 'ner/silver.jsonl') } : {};
  const env = { ...process.env, SHARED: shared, WORK: work, ...extra };
  const { status, stdout, stderr } = spawnSync(join(root, 'scripts/train'), { env, encoding: 'utf8' });
  check(`training ends well: ${name}`, status === 0, stderr.slice(-600));
  const all = Number(/^all .* F1 +([\d.]+)/m.exec(stdout)?.[1]);
  check(`what was learned is found again: ${name}`, all >= 80, stdout);
  return readFileSync(join(work, 'model.bin'));
}

const shared = make_data('data', people);
const other = make_data('other', [...people.slice(1), 'فادي المراكبي']);
const first = train(shared, 'first');
check('the same data give the same bytes', first.equals(train(shared, 'again')));
check('other data give other bytes', !first.equals(train(other, 'different')));
const silver = train(shared, 'with-silver', true);
check('with silver too', silver.equals(train(shared, 'with-silver-again', true)) && !silver.equals(first));

const bad = join(folder, 'bad.jsonl');
writeFileSync(bad, '\n{"id": 1, "text": "no marks"}\n');
const judged = spawnSync(join(root, 'build/native/fihris-train'), ['eval', '--model', join(folder, 'first/model.bin'), '--gold', bad]);
check('a bad line is named', judged.status === 2 && judged.stderr.includes('bad.jsonl:2: '), String(judged.stderr));

rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
