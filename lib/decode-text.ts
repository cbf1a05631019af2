/** How the bytes of a file stand for letters, as the programs that people use write them. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

type Found = { encoding: Encoding; label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' };

const UTF_8: Found = { encoding: 'UTF-8', label: 'utf-8' };
const UTF_16_LITTLE: Found = { encoding: 'UTF-16', label: 'utf-16le' };
const UTF_16_BIG: Found = { encoding: 'UTF-16', label: 'utf-16be' };
const WINDOWS: Found = { encoding: 'Windows-1252', label: 'windows-1252' };

/** A letter of UTF-8 has at most so many bytes. */
const MOST_BYTES = 4;

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);

/** By the mark at its beginning, or by the zeros that every second byte is when plain letters are written in UTF-16. */
function foundByStart(bytes: Uint8Array): Found | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return UTF_8;
  if (startsWith(bytes, 0xff, 0xfe)) return UTF_16_LITTLE;
  if (startsWith(bytes, 0xfe, 0xff)) return UTF_16_BIG;
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return UTF_16_LITTLE;
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? UTF_16_BIG : null;
}

/** Bytes beyond ASCII that happen to make sense as UTF-8 are UTF-8: accented letters of Windows-1252 never do. */
function foundByLetter(letter: Uint8Array): Found {
  const first = letter[0] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(letter.subarray(0, length));
    return UTF_8;
  } catch {
    return WINDOWS;
  }
}

type Seen = {
  found: Found | null;
  /** So many bytes at the beginning are ASCII, whatever the encoding. */ ascii: number;
};

/** What the bytes at hand tell; those after the ASCII ones must be seen again together with more. */
function look(bytes: Uint8Array, isStart: boolean, isEnd: boolean): Seen {
  if (isStart && bytes.length < MOST_BYTES && !isEnd) return { found: null, ascii: 0 };
  const found = isStart ? foundByStart(bytes) : null;
  if (found !== null) return { found, ascii: 0 };
  const at = bytes.findIndex((byte) => byte >= 0x80);
  if (at === -1) return { found: null, ascii: bytes.length };
  if (bytes.length - at < MOST_BYTES && !isEnd) return { found: null, ascii: at };
  return { found: foundByLetter(bytes.subarray(at, at + MOST_BYTES)), ascii: at };
}

/**
 * Decodes a file whose encoding nobody has told, piece by piece. The first letter beyond ASCII decides between UTF-8 and
 * Windows-1252, however late it comes; plain ASCII passes as UTF-8. What is no letter becomes U+FFFD.
 */
export async function* decodeText(
  pieces: AsyncIterable<Uint8Array>,
  onEncoding: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let held: Uint8Array = new Uint8Array();
  let isStart = true;
  onEncoding(UTF_8.encoding);
  for await (const piece of pieces) {
    if (decoder !== null) {
      yield decoder.decode(piece, { stream: true });
      continue;
    }
    const bytes = held.length === 0 ? piece : Buffer.concat([held, piece]);
    const { found, ascii } = look(bytes, isStart, false);
    if (found !== null) {
      decoder = new TextDecoder(found.label);
      onEncoding(found.encoding);
      yield decoder.decode(bytes, { stream: true });
      continue;
    }
    isStart &&= ascii === 0;
    yield Buffer.from(bytes.subarray(0, ascii)).toString('latin1');
    held = bytes.subarray(ascii);
  }
  if (decoder !== null) return yield decoder.decode();
  const { found } = look(held, isStart, true);
  if (found !== null) onEncoding(found.encoding);
  yield new TextDecoder((found ?? UTF_8).label).decode(held);
}
