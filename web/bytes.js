// Bytes carried as text in an HTML file, seven bits a character: a seventh
// longer than the bytes, where base64 is a third longer. The three characters
// that HTML would change or read (NUL, carriage return, "<") are written, with
// the seven bits after them, as one character of two UTF-8 bytes. After the
// base122 of Kevin Albertson. The file must be served and read as UTF-8.

const kIllegal = [0x00, 0x0d, 0x3c];

/** @param {Uint8Array} bytes @returns {string} their number, a colon, the characters */
export function encodeBytes(bytes) {
  const groups = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 7) {
      bits -= 7;
      groups.push((held >> bits) & 0x7f);
      held &= (1 << bits) - 1;
    }
  }
  if (bits > 0) groups.push((held << (7 - bits)) & 0x7f);
  const out = [];
  for (let i = 0; i < groups.length; i++) {
    const illegal = kIllegal.indexOf(groups[i]);
    out.push(String.fromCharCode(illegal < 0 ? groups[i] : 0x80 + (illegal << 7) + (groups[++i] ?? 0)));
  }
  return `${bytes.length}:${out.join('')}`;
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function decodeBytes(text) {
  const colon = text.indexOf(':');
  const length = Number(text.slice(0, colon));
  if (colon < 1 || !Number.isSafeInteger(length)) throw new Error('the carried bytes have no length');
  const bytes = new Uint8Array(length);
  let at = 0;
  let held = 0;
  let bits = 0;
  /** @param {number} group */
  const take = (group) => {
    held = (held << 7) | group;
    bits += 7;
    if (bits < 8) return;
    bits -= 8;
    if (at < length) bytes[at++] = held >> bits;
    held &= (1 << bits) - 1;
  };
  for (let i = colon + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      take(unit);
    } else {
      take(kIllegal[(unit - 0x80) >> 7]);
      take((unit - 0x80) & 0x7f);
    }
  }
  if (at !== length) throw new Error(`the carried bytes are cut off: ${at} of ${length}`);
  return bytes;
}
