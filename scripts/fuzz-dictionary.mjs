// Prints the words of src/data as a libFuzzer dictionary: a sample of every
// table, so that the fuzzer's mutations speak the engine's language.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../src/data', import.meta.url));
const kWordsPerTable = 150;

/** @param {string} word */
const escaped = (word) => [...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

for (const name of readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.tsv')).sort()) {
  const words = new Set(readFileSync(join(folder, name), 'utf8').match(/[\u0620-\u064a]{2,}/g) ?? []);
  const step = Math.max(1, Math.floor(words.size / kWordsPerTable));
  for (const [i, word] of [...words].entries()) if (i % step === 0) console.log(`"${escaped(word)}"`);
}
for (const mark of ['\u064e', '\u0640', '\u200f', '\ufefb', '\u066b', '\u00ab', '\u00bb', '\ud83d\ude00', ' ', '%']) {
  console.log(`"${escaped(mark)}"`);
}
