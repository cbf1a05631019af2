import { describe, expect, it } from 'vitest';
import { decodeText, type Encoding } from './decode-text';
import { BrokenCsv, readCsv } from './read-csv';

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 7) {
  let encoding: Encoding = 'UTF-8';
  let separator = '';
  const rows: { line: number; cells: string[] }[] = [];
  const text = decodeText(inPieces(bytes, size), (found) => (encoding = found));
  for await (const row of readCsv(text, (found) => (separator = found))) rows.push(row);
  return { encoding, separator, rows, cells: rows.map(({ cells }) => cells) };
}
const readText = (text: string) => read(Buffer.from(text));

const TABLE = 'Id;Nombre\r\n1;José Ñuñez – €\r\n2;São João\r\n';
const CELLS = [
  ['Id', 'Nombre'],
  ['1', 'José Ñuñez – €'],
  ['2', 'São João'],
];
const windows = (text: string) =>
  Buffer.from([...text].map((letter) => ({ '€': 0x80, '–': 0x96 })[letter] ?? letter.charCodeAt(0)));
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('a file', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8', Buffer.from(`\ufeff${TABLE}`)],
    ['UTF-16', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['UTF-16', bigEndian(`\ufeff${TABLE}`)],
    ['UTF-16', Buffer.from(TABLE, 'utf16le')],
    ['UTF-16', bigEndian(TABLE)],
    ['Windows-1252', windows(TABLE)],
  ])('in %s is read the same, in pieces of any size', async (encoding, bytes) => {
    for (const size of [1, 2, 3, 5, 4096]) {
      expect(await read(bytes, size)).toMatchObject({ encoding, separator: ';', cells: CELLS });
    }
  });

  it('whose first accent comes late is still recognised', async () => {
    const plain = '1;Ana\r\n'.repeat(20_000);
    expect((await read(windows(`Id;Nombre\r\n${plain}2;Ñandú`), 4096)).encoding).toBe('Windows-1252');
    const late = await read(Buffer.from(`Id;Nombre\r\n${plain}2;Ñandú`), 4096);
    expect([late.encoding, late.cells.at(-1)]).toEqual(['UTF-8', ['2', 'Ñandú']]);
  });

  it('with a broken letter of UTF-8 shows where it is', async () => {
    const bytes = Buffer.concat([Buffer.from('id;a\n1;ñ\n2;'), Buffer.from([0xc3]), Buffer.from('x\n')]);
    expect((await read(bytes)).cells).toEqual([
      ['id', 'a'],
      ['1', 'ñ'],
      ['2', '\ufffdx'],
    ]);
  });

  it('that is empty has no rows', async () => {
    for (const text of ['', '\ufeff', '\r\n\r\n', ';;;\n ; \n'])
      expect((await readText(text)).rows).toEqual([]);
  });
});

describe('the separator', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['a;b;c\n1,5;2;3', ';'],
    ['a\tb\n1,5\t2', '\t'],
    ['"x, y, z";b\n1;2', ';'],
    ['id\n1\n2', ','],
  ])('of %j is %j', async (text, separator) => {
    expect((await readText(text)).separator).toBe(separator);
  });

  it('may be told as Excel tells it, in a line of its own', async () => {
    const { separator, rows } = await readText('sep=;\r\na,b\r\n1,5;2\r\n');
    expect(separator).toBe(';');
    expect(rows).toEqual([
      { line: 2, cells: ['a,b'] },
      { line: 3, cells: ['1,5', '2'] },
    ]);
  });
});

describe('the line of a row', () => {
  it('is where it begins, as an editor counts, past empty rows and cells of several lines', async () => {
    const { rows } = await readText('id,note\r\n1,"a\r\nb\r\nc"\r\n\r\n2,x\r\n,,\r\n3,y');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'id'],
      [2, '1'],
      [6, '2'],
      [8, '3'],
    ]);
  });

  it('is told of a file that is no CSV: a quote that is never closed', async () => {
    const broken = readText(`id,name\n1,Ana\n2,"Be${'x'.repeat(200_000)}\n3,Cruz\n`);
    await expect(broken).rejects.toThrow(BrokenCsv);
    const atTheEnd = readText('id,name\n1,Ana\n2,"Beto\n3,Cruz\n');
    await expect(atTheEnd).rejects.toThrow(BrokenCsv);
  });
});

it('a quote in the middle of a name is a letter like another', async () => {
  expect((await readText('id,name\n1,Ana "La Flaca" Ruiz\n2,5" pipe\n')).cells.slice(1)).toEqual([
    ['1', 'Ana "La Flaca" Ruiz'],
    ['2', '5" pipe'],
  ]);
});
