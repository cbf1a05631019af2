import { digitsOf, fold } from '@/lib/domain/fold';
import type { Service } from '@/lib/domain/service';
import { soundOf } from '@/lib/domain/sound';

/** What a stored record is searched by. Whoever writes services in bulk fills these columns with it. */
export function searchColumnsOf(record: Service) {
  const name = fold(record.name ?? '');
  const rest = fold([record.address, record.locality, record.city, record.username].join(' '));
  const words = name === '' ? [] : name.split(' ');
  return {
    searchText: [name, rest].filter(Boolean).join(' '),
    searchPhones: record.phones.map(digitsOf).join(' '),
    searchDocument: digitsOf(record.document ?? ''),
    // One for each word of the name, in its order: the table of words pairs them.
    searchSounds: words.map((word) => ` ${soundOf(word)}`).join(''),
  };
}
