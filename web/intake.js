// How a text comes in: dropped, opened as a file, or pasted anywhere on the page.
// Files are decoded here (UTF-8, UTF-16 with its mark, and the old Windows
// Arabic), and what is no text is refused by name. Nothing is kept.

/** @typedef {{text: (text: string) => void, refuse: (name: string, reason: 'notText' | 'fileTooBig') => void}} Receiver */

/** Files past this size are refused: the page holds text, marks and lists at once. */
export const kMostMegabytes = 20;

/** @param {ArrayBuffer} buffer @returns {string | undefined} nothing for what is not text */
export function decodeText(buffer) {
  const bytes = new Uint8Array(buffer);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return normalise(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return normalise(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.subarray(0, 8192).includes(0)) return undefined;
  try {
    return normalise(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return normalise(new TextDecoder('windows-1256').decode(bytes));
  }
}

/** One kind of line break, as a text field would make it. @param {string} text */
export const normalise = (text) => text.replace(/\r\n?/g, '\n');

/** @param {File} file @param {Receiver} receiver */
export async function readFile(file, receiver) {
  if (file.size > kMostMegabytes * 2 ** 20) {
    receiver.refuse(file.name, 'fileTooBig');
    return;
  }
  const text = decodeText(await file.arrayBuffer());
  if (text === undefined) receiver.refuse(file.name, 'notText');
  else receiver.text(text);
}

/** @param {EventTarget | null} target */
const isField = (target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** @param {Receiver} receiver */
export function listenForText(receiver) {
  let depth = 0;
  const drag = (/** @type {boolean} */ on) => document.body.classList.toggle('dragging', on);
  document.addEventListener('dragenter', (event) => {
    event.preventDefault();
    drag(++depth > 0);
  });
  document.addEventListener('dragleave', () => drag(--depth > 0));
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    depth = 0;
    drag(false);
    const [file] = event.dataTransfer?.files ?? [];
    const text = event.dataTransfer?.getData('text/plain');
    if (file) void readFile(file, receiver);
    else if (text) receiver.text(normalise(text));
  });
  document.addEventListener('paste', (event) => {
    if (isField(event.target)) return;
    const text = event.clipboardData?.getData('text/plain');
    if (!text) return;
    event.preventDefault();
    receiver.text(normalise(text));
  });
}
