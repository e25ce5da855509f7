// The command line from outside: exit statuses, messages, formats, batches.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fihris-cli-'));
let passed = 0;
let failed = 0;
/** @param {string} name @param {boolean} good @param {unknown} [seen] */
function check(name, good, seen) {
  good ? passed++ : failed++;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}${good ? '' : ' ' + JSON.stringify(seen)}`);
}
/** @param {string[]} args @param {string | Buffer} [input] */
function run(args, input = '') {
  const { status, stdout, stderr } = spawnSync(join(root, 'build/native/fihris'), args, { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}
/** @param {string} name @param {string | Buffer} content */
function file(name, content) {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const good = file('good.txt', 'بلغت الأرباح 5 ملايين دولار\n');
const bad = file('bad.txt', Buffer.from([0x61, 0x62, 0xff, 0x63]));

const one = run([], 'بلغت الأرباح 5 ملايين دولار');
check('off a terminal the result is JSON', one.status === 0 && JSON.parse(one.stdout).schema === 'fihris/1', one);
const money = JSON.parse(one.stdout).figures[0];
check('a figure is read', money?.type === 'MONEY' && money.value === 5e6 && money.unit === 'USD', money);

const mixed = run([bad, good, join(folder, 'missing.txt')]);
check('bad files are named, the run goes on', mixed.status === 1 && JSON.parse(mixed.stdout).length === 1, mixed);
check('the first bad byte is told', mixed.stderr.includes('bad.txt: not UTF-8: bad byte at offset 2'), mixed.stderr);
check('a missing file is told', mixed.stderr.includes('missing.txt: cannot be read'), mixed.stderr);

for (const args of [['--format', 'xml'], ['--date', '2025-02-30'], ['--unknown'], ['--format'], ['--jsonl', '--format', 'csv']]) {
  const call = run(args);
  check(`a wrong call has status 2: ${args.join(' ')}`, call.status === 2 && call.stderr !== '' && call.stdout === '', call);
}
for (const format of ['json', 'text', 'jsonl', 'csv', 'brat', 'conll', 'tei', 'webanno', 'html']) {
  const call = run(['--format', format, good]);
  check(`--format ${format}`, call.status === 0 && call.stdout.length > 0 && call.stderr === '', call);
}

const lines = run(['--jsonl'], '{"id":1,"text":"x"}\n\n{"id":2}\nnonsense\n{"id":"d","text":"أمس","date":"2025-02-26"}\n');
const answers = lines.stdout.trim().split('\n').map((line) => JSON.parse(line));
check('every line is answered in order', answers.map((a) => a.id).join() === '1,2,,d', answers);
check('bad lines carry their error', answers[1].error && answers[2].error && !answers[3].error, answers);
check('a bad line makes status 1', lines.status === 1 && lines.stderr.includes(':4:'), lines);

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const example = /```json\n([\s\S]*?)\n```/.exec(readme)?.[1] ?? '';
const input = /<!-- example: (.*?) \| (\d{4}-\d\d-\d\d) -->/.exec(readme);
const shown = run(['--format', 'json', '--date', input?.[2] ?? ''], input?.[1] ?? '').stdout;
// Confidences move with every training of the model; all else must be as shown.
/** @param {string} json */
const withoutConfidence = (json) => JSON.stringify(JSON.parse(json), (key, value) => (key === 'confidence' ? undefined : value));
check(
  'the README shows what the engine answers',
  example !== '' && withoutConfidence(example) === withoutConfidence(shown),
  shown,
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
