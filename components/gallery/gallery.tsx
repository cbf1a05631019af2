'use client';

import { useTranslations } from 'next-intl';
import {
  CIRCUMSTANCE_SAMPLES,
  REMARK_SAMPLES,
  WRONG_CUSTOMER_SAMPLES,
} from '@/components/pings/sample-evidence';
import { FAILURE_SAMPLES, MORE_FAILURE_SAMPLES } from '@/components/pings/sample-failures';
import { LINE_SAMPLES } from '@/components/pings/sample-histories';
import { INTERMITTENT_SAMPLES, SILENT_SAMPLES, STABLE_SAMPLES } from '@/components/pings/sample-verdicts';
import { LanguageMenu } from '@/components/shell/language-menu';
import { ThemeMenu } from '@/components/shell/theme-menu';
import { CertaintyShelf } from './certainty-shelf';
import { DeskShelf, LeftShelf, NeighboursShelf } from './desk-shelf';
import { GalleryData } from './gallery-data';
import { LineShelf } from './line-shelf';
import { PacketShelf } from './packet-shelf';
import { BadgeShelf, PrimitiveShelf } from './primitives';
import { ProgressShelf } from './progress-shelf';
import { QuietShelf } from './quiet-shelf';
import { RefusalShelf } from './refusal-shelf';
import { BareResults, LineResults, WholeResults } from './result-shelf';
import { ServiceShelf } from './service-shelf';
import { StatusShelf } from './status-shelf';
import { CustomerTextShelf, TicketShelf } from './text-shelf';

const CONTENTS = [
  ['badges', 'Badges'],
  ['stable', 'Stable'],
  ['intermittent', 'Intermittent'],
  ['silent', 'No reply'],
  ['failed', 'Could not measure'],
  ['failures', 'Every failure'],
  ['certainty', 'Certainty'],
  ['remarks', 'Remarks'],
  ['packets', 'Packets'],
  ['normal', 'Own normal'],
  ['quiet', 'Never answers'],
  ['circumstances', 'Circumstances'],
  ['wrong', 'Wrong customer'],
  ['desk', 'On the desk'],
  ['line', 'Over time'],
  ['ticket', 'Ticket'],
  ['customer-texts', 'Messages'],
  ['neighbours', 'Neighbours'],
  ['refused', 'Refused'],
  ['progress', 'Progress'],
  ['left', 'Left to others'],
  ['accounts', 'Accounts'],
  ['records', 'Cards'],
  ['ui', 'Primitives'],
] as const;

function Header() {
  const t = useTranslations('gallery');
  return (
    <header className="mb-6 flex flex-col gap-4">
      <div className="flex items-start justify-between gap-4">
        <div>
          <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="text-base text-ink-muted">{t('hint')}</p>
        </div>
        <div className="flex">
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </div>
      <nav lang="en" aria-label="Contents" className="flex flex-wrap gap-x-4 gap-y-1">
        {CONTENTS.map(([id, name]) => (
          <a key={id} href={`#${id}`} className="text-brand-ink underline-offset-4 hover:underline">
            {name}
          </a>
        ))}
      </nav>
    </header>
  );
}

/** What a ping can say, by verdict. */
function Verdicts({ at }: { at: Date }) {
  return (
    <>
      <WholeResults at={at} id="stable" name="Stable" samples={STABLE_SAMPLES} />
      <WholeResults at={at} id="intermittent" name="Intermittent" samples={INTERMITTENT_SAMPLES} />
      <WholeResults at={at} id="silent" name="No reply" samples={SILENT_SAMPLES} />
      <WholeResults
        at={at}
        id="failed"
        name="Could not measure"
        hint="One failure for each advice on what to do next."
        samples={FAILURE_SAMPLES}
      />
      <BareResults
        at={at}
        id="failures"
        name="Could not measure: every other failure"
        samples={MORE_FAILURE_SAMPLES}
      />
    </>
  );
}

/** Every component in every state, on invented data that begins at the given moment. */
export function Gallery({ at }: { at: string }) {
  const now = new Date(at);
  return (
    <GalleryData at={now}>
      <main className="mx-auto max-w-screen-xl px-4 py-8">
        <Header />
        <BadgeShelf />
        <Verdicts at={now} />
        <CertaintyShelf at={now} />
        <BareResults at={now} id="remarks" name="Remarks" samples={REMARK_SAMPLES} />
        <PacketShelf at={now} />
        <LineResults
          at={now}
          id="normal"
          name="This line’s own normal"
          hint="Today against the last measurements of the same line, and against the one before."
          samples={LINE_SAMPLES}
        />
        <QuietShelf at={now} />
        <BareResults at={now} id="circumstances" name="Circumstances" samples={CIRCUMSTANCE_SAMPLES} />
        <BareResults at={now} id="wrong" name="The wrong customer" samples={WRONG_CUSTOMER_SAMPLES} mayMark />
        <DeskShelf at={now} />
        <LineShelf at={now} />
        <TicketShelf at={now} />
        <CustomerTextShelf at={now} />
        <NeighboursShelf />
        <RefusalShelf />
        <ProgressShelf at={now} />
        <LeftShelf at={now} />
        <ServiceShelf at={now} />
        <StatusShelf />
        <PrimitiveShelf />
      </main>
    </GalleryData>
  );
}
