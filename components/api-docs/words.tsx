import type { ReactNode } from 'react';

const MARKED = /(`[^`]+`|\*\*[^*]+\*\*)/;

export const Code = ({ children }: { children: ReactNode }) => (
  <code className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em] wrap-anywhere text-ink">
    {children}
  </code>
);

function marked(text: string, place: number): ReactNode {
  if (text.startsWith('`')) return <Code key={place}>{text.slice(1, -1)}</Code>;
  if (text.startsWith('**')) return <strong key={place}>{text.slice(2, -2)}</strong>;
  return text;
}

/** One sentence of the document, with its `code` and **strong** words. The document is in English, whatever the page is. */
export const Words = ({ children }: { children: string }) => (
  <span lang="en">{children.split(MARKED).map(marked)}</span>
);

/** The same as paragraphs. */
export const Paragraphs = ({ children }: { children: string }) =>
  children
    .split('\n\n')
    .filter(Boolean)
    .map((paragraph) => (
      <p key={paragraph}>
        <Words>{paragraph}</Words>
      </p>
    ));
