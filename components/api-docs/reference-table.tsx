import type { ReactNode } from 'react';

type ReferenceTableProps = {
  label: string;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
};

/**
 * A table to look things up in. On a phone its cells stand below each other, so that nothing is scrolled sideways; what is
 * laid out as a block is no table to a browser any more, and so each part says what it is.
 */
export function ReferenceTable({ label, head, rows }: ReferenceTableProps) {
  return (
    <table role="table" aria-label={label} className="w-full text-left text-sm max-sm:block">
      <thead role="rowgroup" className="border-b border-line text-xs text-ink-muted max-sm:sr-only">
        <tr role="row">
          {head.map((title) => (
            <th key={title} role="columnheader" scope="col" className="py-2 pr-4 font-semibold">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-sm:block">
        {rows.map(({ key, cells }) => (
          <tr
            key={key}
            role="row"
            className="border-b border-line align-top last:border-b-0 max-sm:block max-sm:py-2"
          >
            {cells.map((cell, index) => (
              <td
                key={head[index]}
                role="cell"
                className="py-2 pr-4 first:max-w-64 max-sm:block max-sm:py-0.5 sm:nth-2:max-w-64"
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
