import { Check, Copy } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from './button';
import { CONTROL } from './field';

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
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Without https a browser has no clipboard; the value is selected, to be copied by hand.
    }
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
        <Button variant="primary" onClick={() => void copy()}>
          <Icon className="size-4" aria-hidden />
          <span role="status">{copied ? words.copied : words.copy}</span>
        </Button>
      </div>
    </>
  );
}
