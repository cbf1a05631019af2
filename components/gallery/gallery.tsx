'use client';

import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FaceShape } from '@/components/pings/ping-face';
import { PingBadge } from '@/components/pings/ping-badge';
import { PingProgress } from '@/components/pings/ping-progress';
import { PingResult } from '@/components/pings/ping-result';
import { SAMPLE_PINGS, SAMPLE_RUNNING } from '@/components/pings/sample-pings';
import { AccountNotices } from '@/components/services/account-notices';
import { AccountTag, BillingTag } from '@/components/services/account-tags';
import { SAMPLE_SERVICES } from '@/components/services/sample-services';
import { ServiceRow } from '@/components/services/service-row';
import { LanguageMenu } from '@/components/shell/language-menu';
import { ThemeMenu } from '@/components/shell/theme-menu';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { Tag } from '@/components/ui/tag';
import { defaultSettings } from '@/lib/domain/settings';
import { FACES } from '@/lib/domain/face';

function Shelf({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 border-t border-line py-8">
      <h2 className="text-base font-semibold">{name}</h2>
      {children}
    </section>
  );
}

function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4"
      data-specimen={name}
    >
      <p className="text-xs text-ink-muted">{name}</p>
      {children}
    </div>
  );
}

function Primitives() {
  return (
    <Shelf name="ui">
      <div className="flex flex-wrap items-center gap-3">
        {(['primary', 'secondary', 'quiet'] as const).map((variant) => (
          <Button key={variant} variant={variant}>
            {variant}
          </Button>
        ))}
        <Button variant="primary" disabled>
          disabled
        </Button>
        <Button variant="primary" size="lg">
          Ping <Kbd>Enter</Kbd>
        </Button>
        {(['plain', 'good', 'warn', 'bad', 'unknown'] as const).map((tone) => (
          <Tag key={tone} tone={tone}>
            {tone}
          </Tag>
        ))}
        <Skeleton className="h-6 w-40" />
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        <Notice tone="info" icon={Info}>
          info
        </Notice>
        <Notice tone="warn" icon={TriangleAlert}>
          warn
        </Notice>
        <Notice tone="bad" icon={CircleAlert}>
          bad
        </Notice>
      </div>
    </Shelf>
  );
}

function Badges() {
  return (
    <Shelf name="badge">
      {(['lg', 'sm'] as const).map((size) => (
        <div key={size} className="flex flex-wrap items-center gap-3">
          {FACES.flatMap((face) =>
            (['solid', 'hollow'] as const).map((certainty) => (
              <PingBadge key={`${face} ${certainty}`} face={face} certainty={certainty} size={size} />
            )),
          )}
        </div>
      ))}
      <div className="flex gap-3">
        {FACES.map((face) => (
          <FaceShape key={face} face={face} filled={false} className="size-6" />
        ))}
      </div>
    </Shelf>
  );
}

/** Every component in every state, on invented data that begins at the given moment. */
export function Gallery({ at }: { at: string }) {
  const t = useTranslations('gallery');
  const start = new Date(at);
  return (
    <main className="mx-auto max-w-screen-xl px-4 py-8">
      <header className="mb-6 flex items-start justify-between gap-4">
        <div>
          <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="text-base text-ink-muted">{t('hint')}</p>
        </div>
        <div className="flex">
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </header>
      <Badges />
      <Shelf name="progress">
        <div className="grid gap-4 md:grid-cols-2">
          {SAMPLE_RUNNING.map(({ name, ping }) => (
            <Specimen key={name} name={name}>
              <PingProgress ping={ping(start)} askedAt={start.getTime()} />
            </Specimen>
          ))}
        </div>
      </Shelf>
      <Shelf name="result">
        <div className="grid gap-4 md:grid-cols-2">
          {SAMPLE_PINGS.map(({ name, ping }) => (
            <Specimen key={name} name={name}>
              <PingResult
                ping={ping(start)}
                mayMark={false}
                settings={defaultSettings}
                baseline={null}
                inconclusive={false}
              />
            </Specimen>
          ))}
        </div>
      </Shelf>
      <Shelf name="service">
        <div className="grid gap-4 md:grid-cols-2">
          {SAMPLE_SERVICES.map(({ name, service }) => (
            <Specimen key={name} name={name}>
              <ServiceRow service={service} />
              <div className="flex gap-2">
                <AccountTag status={service.status} />
                <BillingTag service={service} />
              </div>
              <AccountNotices service={service} />
            </Specimen>
          ))}
        </div>
      </Shelf>
      <Primitives />
    </main>
  );
}
