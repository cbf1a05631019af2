import { Check, Copy } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button } from './button';
import { CONTROL } from './field';
import { useCopy } from './use-copy';

type OneTimeValueProps = {
  value: string;
  testId: string;
  words: { label: string; copy: string; copied: string; close: string };
  onClose: () => void;
  /** What to know of it, below the field. */
  children: ReactNode;
};

/** Something that is shown this once, to be copied before it is gone. */
export function OneTimeValue({ value, testId, words, onClose, children }: OneTimeValueProps) {
  const field = useRef<HTMLInputElement>(null);
  const { isCopied: copied, copy } = useCopy(() => value, { shownMs: null });
  const selectAndCopy = () => {
    field.current?.select();
    copy();
  };
  const Icon = copied ? Check : Copy;
  return (
    <>
      <input
        ref={field}
        readOnly
        aria-label={words.label}
        value={value}
        onFocus={(event) => event.target.select()}
        className={CONTROL}
        data-testid={testId}
      />
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onClose}>
          {words.close}
        </Button>
        <Button variant="primary" onClick={selectAndCopy} data-next>
          <Icon className="size-4" aria-hidden />
          {copied ? words.copied : words.copy}
        </Button>
      </div>
      {/* Beside the button: a live region within it takes its name away. */}
      <p role="status" className="sr-only">
        {copied ? words.copied : ''}
      </p>
    </>
  );
}
