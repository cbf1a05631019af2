import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardText } from './csv';
import { mergeRecord } from './merge-record';
import {
  readAmount,
  readDate,
  readDocument,
  readId,
  readIp,
  readMac,
  readPhones,
  readText,
} from './service-cell';
import { FILE_FIELDS, fieldsOf, templateHeader } from './service-file';
import { fileRecordSchema, readFileRow } from './service-file-row';
import { rejectedLine } from './service-file-text';
import { testService } from './test-ping';

const value = (reading: { value: unknown } | { problem: string }) =>
  'problem' in reading ? reading.problem : reading.value;

describe('the header of a file', () => {
  it.each(['es', 'pt-BR', 'en'] as const)('is that of our own template in %s', (language) => {
    expect(fieldsOf(templateHeader(language))).toEqual(FILE_FIELDS);
  });

  it("is recognised in WispHub's own words, whatever its accents, case and underscores", () => {
    const header =
      'ID_SERVICIO,Nombre,CEDULA,telefono,direccion,estado_facturas,mac_cpe,Plan Internet,sectorial';
    expect(fieldsOf(header.split(','))).toEqual([
      ...['serviceId', 'name', 'document', 'phones', 'address', 'billingStatus', 'mac', 'plan', 'sector'],
    ]);
  });

  it('leaves out what nobody knows', () => {
    expect(fieldsOf(['id', 'Notas', '', 'password_servicio'])).toEqual(['serviceId', null, null, null]);
  });

  it('takes the id of the service and not that of the customer, wherever they stand', () => {
    expect(fieldsOf(['id', 'id_servicio', 'nombre'])).toEqual([null, 'serviceId', 'name']);
    expect(fieldsOf(['Id del servicio', 'id'])).toEqual(['serviceId', null]);
  });

  it('may have several columns of phones, and one of everything else', () => {
    expect(fieldsOf(['id', 'telefono', 'celular', 'cliente', 'nombre'])).toEqual([
      ...['serviceId', 'phones', 'phones', null, 'name'],
    ]);
  });

  it('gives no name to two kinds of columns', () => {
    const all = (['es', 'pt-BR', 'en'] as const).flatMap((language) =>
      templateHeader(language).map((name, index) => [fieldsOf([name])[0], FILE_FIELDS[index]]),
    );
    for (const [found, meant] of all) expect(found).toBe(meant);
  });
});

describe('a cell', () => {
  it.each([
    ['7', 7],
    [' 2147483647 ', 2147483647],
    ['2147483648', 'not_an_id'],
    ['0', 'not_an_id'],
    ['12.345', 'not_an_id'],
    ['0x10', 'not_an_id'],
    ['7a', 'not_an_id'],
    ['1,2E+09', 'cut_number'],
    ['', null],
  ])('%j as an id is %j', (cell, read) => expect(value(readId(cell))).toBe(read));

  it.each([
    ['90000.00', '90000.00'],
    ['90.000,50', '90000.50'],
    ['90,000.5', '90000.5'],
    ['$ 90.000', '90000'],
    ['R$ 1.234,5', '1234.5'],
    ['-5000', '-5000'],
    ["'-5000", '-5000'],
    ['1.234.567', '1234567'],
    ['0', '0'],
    ['12 000', '12000'],
    ['noventa', 'not_an_amount'],
    ['1,2,3', 'not_an_amount'],
    ['9'.repeat(13), 'not_an_amount'],
    ['-', null],
  ])('%j as an amount is %j', (cell, read) => expect(value(readAmount(cell))).toBe(read));

  it.each([
    ['2026-05-08', '2026-05-08'],
    ['8/05/2026', '2026-05-08'],
    ['8-5-2026', '2026-05-08'],
    ['08.05.2026', '2026-05-08'],
    ['2026-05-08 00:00:00', '2026-05-08'],
    ['31/02/2026', 'not_a_date'],
    ['5/13/2026', 'not_a_date'],
    ['ayer', 'not_a_date'],
  ])('%j as a date is %j', (cell, read) => expect(value(readDate(cell))).toBe(read));

  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['10.0.0.256', 'not_an_address'],
    ['10.0.0.1/24', 'not_an_address'],
    ['10.0.0', 'not_an_address'],
    ['—', null],
  ])('%j as an address is %j', (cell, read) => expect(value(readIp(cell))).toBe(read));

  it.each([
    ['02:00:5e:10:00:01', '02:00:5E:10:00:01'],
    ['02-00-5E-10-00-01', '02:00:5E:10:00:01'],
    ['0200.5e10.0001', '02:00:5E:10:00:01'],
    ['02005e100001', '02:00:5E:10:00:01'],
    ['02:00:5e:10:00', 'not_a_mac'],
    ['zz:00:5e:10:00:01', 'not_a_mac'],
  ])('%j as a MAC is %j', (cell, read) => expect(value(readMac(cell))).toBe(read));

  it.each([
    ['300 000 0001', ['300 000 0001']],
    ['3000000001, 6010000001;3000000001', ['3000000001', '6010000001']],
    ["'+57 300", ['+57 300']],
    ['300 000 0001 (mamá)', ['300 000 0001 (mamá)']],
    ['', []],
    ['no tiene', 'not_a_phone'],
    ['3000000001/x', 'not_a_phone'],
    ['3,0E+09', 'cut_number'],
  ])('%j as phones is %j', (cell, read) => expect(value(readPhones(cell))).toEqual(read));

  it('that a spreadsheet cut short is not taken for a document', () => {
    expect(value(readDocument('1,03E+09'))).toBe('cut_number');
    expect(value(readDocument('V-1.030.000'))).toBe('V-1.030.000');
  });

  it('that cannot be shown, or is too long, is an error and not a shorter text', () => {
    expect(value(readText('Jos\ufffd'))).toBe('unreadable');
    expect(value(readText('x'.repeat(301)))).toBe('too_long');
    expect(value(readText('a\nb\0c'))).toBe('a b c');
  });

  it('of any text is read back as it was exported', () => {
    const piece = fc.constantFrom('=', '+', '-', '@', "'", ' ', 'a', 'ñ', '7', '＝', ';', '"');
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('').trim());
    fc.assert(
      fc.property(text, (written) => {
        const expected = /^-*$/.test(written) ? null : written;
        expect(readText(guardText(written))).toEqual({ value: expected });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a row', () => {
  const columns = (...header: string[]) => ({ header, fields: fieldsOf(header) });

  it('says nothing of what its file has no column for', () => {
    const row = readFileRow(['7', 'Ana', ''], columns('id', 'nombre', 'ip'));
    expect(row).toEqual({ kind: 'good', serviceId: 7, said: { serviceId: 7, name: 'Ana', ip: null } });
    expect(row.kind === 'good' && fileRecordSchema.parse(row.said)).toEqual({
      serviceId: 7,
      name: 'Ana',
      ip: null,
    });
  });

  it('that ends early has empty cells there, as spreadsheets write it', () => {
    expect(readFileRow(['7'], columns('id', 'nombre'))).toMatchObject({ said: { name: null } });
  });

  it('with more cells than the header is wrong, unless they are empty', () => {
    expect(readFileRow(['7', 'Ana', '', ' '], columns('id', 'nombre')).kind).toBe('good');
    expect(readFileRow(['7', 'Ana', 'x'], columns('id', 'nombre'))).toMatchObject({
      serviceId: 7,
      problems: [{ column: '', code: 'too_many_cells' }],
    });
  });

  it('names everything that is wrong with it at once', () => {
    expect(readFileRow(['', 'x', '1'], columns('id', 'ip', 'celular'))).toEqual({
      kind: 'bad',
      serviceId: null,
      problems: [
        { column: 'id', code: 'missing_id' },
        { column: 'ip', code: 'not_an_address' },
        { column: 'celular', code: 'not_a_phone' },
      ],
    });
  });

  it('gathers the phones of all its columns', () => {
    expect(readFileRow(['7', '30001', '30002,30001'], columns('id', 'telefono', 'celular'))).toMatchObject({
      said: { phones: ['30001', '30002'] },
    });
  });
});

describe('what a file says of a known service', () => {
  it('is laid on top of what is known', () => {
    const merged = mergeRecord(testService, { serviceId: testService.serviceId, name: 'Nueva', plan: null });
    expect(merged).toEqual({ ...testService, name: 'Nueva', plan: null });
  });

  it('leaves a node of the same name its id and its mark of a failure', () => {
    const router = { id: 77, name: 'RB-Norte', outage: true, outageNote: 'corte' };
    const said = { id: null, name: 'rb norte', outage: false, outageNote: null };
    const known = { ...testService, router };
    expect(mergeRecord(known, { serviceId: 1, router: said }).router).toEqual(router);
    expect(mergeRecord(known, { serviceId: 1, router: { ...said, name: 'RB-Sur' } }).router?.name).toBe(
      'RB-Sur',
    );
  });
});

describe('a rejected row', () => {
  it('comes back as it was, with the reason after its cells, and no formula in it', () => {
    const form = { columns: 3, separator: ';' as const };
    expect(rejectedLine(['x', '=1+1'], 'línea 3', form)).toBe("x;'=1+1;;línea 3\r\n");
    expect(rejectedLine(['x', "'=1+1", '', 'sobra'], 'línea 3', form)).toBe("x;'=1+1;;línea 3;sobra\r\n");
  });
});
