import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { PingBadge } from '@/components/pings/ping-badge';
import { FaceShape } from '@/components/pings/ping-face';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { Tag } from '@/components/ui/tag';
import { FACES } from '@/lib/domain/face';
import { Shelf } from './shelf';

/** The smallest parts, that know no words of the domain. */
export function PrimitiveShelf() {
  return (
    <Shelf id="ui" name="Primitives">
      <div lang="en" className="flex flex-wrap items-center gap-3">
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
      <div lang="en" className="grid gap-3 sm:grid-cols-3">
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

/** The five faces, solid and hollow, and their shapes without the words. */
export function BadgeShelf() {
  return (
    <Shelf id="badges" name="Badges">
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
        {FACES.flatMap((face) =>
          [true, false].map((filled) => (
            <FaceShape key={`${face} ${filled}`} face={face} filled={filled} className="size-6" />
          )),
        )}
      </div>
    </Shelf>
  );
}
