'use client';

import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import type { DocumentParameter } from '@/lib/openapi/document-types';
import { addressOf, sendRequest, type Outcome } from './send-request';
import { useTry } from './try-context';
import { TryBody, TryField } from './try-fields';
import { TryOutcome } from './try-outcome';

export type TryItProps = {
  id: string;
  method: string;
  path: string;
  parameters: readonly DocumentParameter[];
  /** The body to begin with, and what it is; null for a request without one. */
  body: { type: string; text: string } | null;
};

const TASK = /"task_id":\s*"([0-9a-f-]{36})"/;

const startOf = (parameters: readonly DocumentParameter[]) =>
  Object.fromEntries(
    parameters.map(({ name, required, example }) => [
      name,
      required && example !== undefined ? String(example) : '',
    ]),
  );

/** Sends one request to our own API, as the person who signed in or with the token that stands above. */
export function TryIt({ id, method, path, parameters, body }: TryItProps) {
  const t = useTranslations('apiDocs');
  const { token, lastTask, setLastTask } = useTry();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [text, setText] = useState(body?.text ?? null);
  const [outcome, setOutcome] = useState<Outcome | 'sending' | 'silent' | null>(null);
  const usual: Record<string, string> = {
    ...startOf(parameters),
    ...(lastTask === '' ? {} : { task_id: lastTask }),
  };
  const values = { ...usual, ...typed };
  const type = body?.type ?? 'application/json';
  const filled = { method, path, parameters, values, body: text, type, token };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setOutcome('sending');
    try {
      const answered = await sendRequest(filled);
      const task = id === 'createPing' ? TASK.exec(answered.text)?.[1] : undefined;
      if (task !== undefined) setLastTask(task);
      setOutcome(answered);
    } catch {
      setOutcome('silent');
    }
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-3">
      {parameters.length > 0 && (
        <div className="grid gap-3 sm:grid-cols-2">
          {parameters.map((parameter) => (
            <TryField
              key={`${parameter.in}.${parameter.name}`}
              parameter={parameter}
              value={values[parameter.name] ?? ''}
              onValue={(value) => setTyped((before) => ({ ...before, [parameter.name]: value }))}
            />
          ))}
        </div>
      )}
      {text !== null && <TryBody type={type} value={text} onValue={setText} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={outcome === 'sending'}>
          <Play className="size-4" aria-hidden />
          {outcome === 'sending' ? t('sending') : t('send')}
        </Button>
        <code className="min-w-0 font-mono text-xs wrap-anywhere text-ink-muted">
          {method} {addressOf(filled)}
        </code>
      </div>
      <TryOutcome outcome={outcome} />
    </form>
  );
}
