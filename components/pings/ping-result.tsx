'use client';

import { Ban, RotateCcw } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { Moment } from '@/components/shell/moment';
import { Term } from '@/components/terms/term';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Notice } from '@/components/ui/notice';
import type { Baseline } from '@/lib/domain/baseline';
import { explain } from '@/lib/domain/explanation';
import { faceOf } from '@/lib/domain/face';
import type { PingDetails } from '@/lib/domain/ping-details';
import type { RemarkSettings } from '@/lib/domain/remark';
import { useMarkWrongCustomer } from '@/lib/queries/pings';
import { PROVEN_MOMENT } from '@/lib/i18n/moments';
import { PacketPicture } from './packet-picture';
import { PacketTable } from './packet-table';
import { PingBadge } from './ping-badge';
import { PingBaseline } from './ping-baseline';
import { PingNumbers } from './ping-numbers';
import { PingRemarks } from './ping-remarks';
import { PingResponders } from './ping-responders';
import { useCertaintyNotes } from './use-certainty-note';
import { usePacketCounts } from './use-packet-counts';

function Meaning({ ping }: { ping: PingDetails }) {
  const t = useTranslations('explanation');
  const tFailure = useTranslations('failure');
  if (ping.failure !== null) {
    return (
      <div className="max-w-prose text-base" data-testid="ping-meaning" data-failure={ping.failure.code}>
        <p>{tFailure(ping.failure.code)}</p>
        <p className="mt-1 text-ink-muted">{tFailure('title')}</p>
      </div>
    );
  }
  const meaning = explain(ping);
  if (meaning === null) return null;
  return (
    <p className="max-w-prose text-base text-pretty" data-testid="ping-meaning" data-meaning={meaning.key}>
      {t(meaning.key, { address: meaning.address })}
    </p>
  );
}

function Provenance({ ping }: { ping: PingDetails }) {
  const t = useTranslations('result');
  const format = useFormatter();
  const names = format.list([...new Set(ping.requested_by.map((who) => who.name))]);
  const at = format.dateTime(new Date(ping.finished_at ?? ping.started_at), PROVEN_MOMENT);
  return (
    <p className="text-xs text-ink-muted">
      {/* On paper an age says nothing. */}
      <span className="hidden print:inline">{`${at} · ${ping.case_code} · `}</span>
      {names !== '' && t('by', { names })}
      {ping.rounds > 1 && (
        <>
          {' · '}
          <Term name="extension">{t('rounds', { count: ping.rounds })}</Term>
        </>
      )}
      {ping.launch_uncertain && (
        <>
          {' · '}
          <Term name="launch_uncertain">{t('uncertain')}</Term>
        </>
      )}
    </p>
  );
}

function WrongCustomer({ ping }: { ping: PingDetails }) {
  const t = useTranslations('result');
  const mark = useMarkWrongCustomer();
  return (
    <Button
      variant="quiet"
      size="sm"
      className="-ml-3"
      disabled={mark.isPending}
      onClick={() => mark.mutate({ taskId: ping.task_id, wrong: !ping.wrong_customer })}
    >
      {ping.wrong_customer ? (
        <RotateCcw className="size-4" aria-hidden />
      ) : (
        <Ban className="size-4" aria-hidden />
      )}
      {ping.wrong_customer ? t('unmarkWrong') : t('markWrong')}
    </Button>
  );
}

type PingResultProps = {
  ping: PingDetails;
  mayMark: boolean;
  settings: RemarkSettings;
  /** What is normal for this line; null where nobody asked. */
  baseline: Baseline | null;
  /** True where the packets are shown without being asked for. */
  unfolded?: boolean;
  /** True where the answer is to be read at arm's length. */
  isPlain?: boolean;
  /** What may be done next about this result, under its meaning and under its numbers. */
  next?: ReactNode;
  children?: ReactNode;
};

/** The answer: the badge, what it means, the numbers and the packets behind it. */
export function PingResult(props: PingResultProps) {
  const { ping, mayMark, settings, baseline, unfolded = false, isPlain = false, next, children } = props;
  const t = useTranslations('result');
  const tCertainty = useTranslations('certainty');
  const face = faceOf(ping);
  const notes = useCertaintyNotes()(ping);
  const counts = usePacketCounts()(ping);
  // The badge itself says "lost 1 of 20" when that is why it is hollow.
  const saysCounts = counts !== null && ping.state === 'finished' && notes[0]?.reason !== 'packets_lost';
  return (
    <div className="flex flex-col items-start gap-4" data-testid="ping-result" data-task-id={ping.task_id}>
      <div className="flex w-full flex-col items-start gap-2">
        <PingBadge
          size={isPlain ? 'xl' : 'lg'}
          face={face}
          certainty={ping.certainty?.level ?? null}
          note={face === 'inconclusive' ? tCertainty('never_answers') : notes[0]?.text}
          reason={face === 'inconclusive' ? 'never_answers' : (notes[0]?.reason ?? null)}
        />
        <p className="text-base text-ink-muted">
          {saysCounts && (
            <span className={classNames('font-medium text-ink', isPlain && 'text-lg')}>{counts} · </span>
          )}
          <Moment at={ping.finished_at ?? ping.started_at} />
        </p>
      </div>
      {ping.wrong_customer && (
        <Notice tone="info" icon={Ban}>
          {t('wrongNotice')}
        </Notice>
      )}
      <Meaning ping={ping} />
      {notes.length > 1 && (
        <p className="text-sm text-ink-muted">
          {t('why')}:{' '}
          {notes.map(({ reason, text }, index) => (
            <Fragment key={reason}>
              {index > 0 && ' · '}
              <Term name={reason}>{text}</Term>
            </Fragment>
          ))}
        </p>
      )}
      {next}
      <div className="flex flex-wrap items-end gap-x-10 gap-y-4">
        <PacketPicture replies={ping.replies} normal={baseline?.kind === 'known' ? baseline : null} />
        <PingNumbers ping={ping} />
      </div>
      {baseline && <PingBaseline ping={ping} baseline={baseline} />}
      <PingRemarks ping={ping} settings={settings} />
      <PingResponders ping={ping} />
      {children}
      {ping.replies.length > 0 && <PacketTable replies={ping.replies} open={unfolded} />}
      <Provenance ping={ping} />
      {mayMark && <WrongCustomer ping={ping} />}
    </div>
  );
}
