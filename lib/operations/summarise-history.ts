import { setImmediate as breathe } from 'node:timers/promises';
import { selectPeopleNames } from '@/lib/db/history-choices';
import { selectPlaces } from '@/lib/db/history-text';
import { selectQuietServices } from '@/lib/db/quiet-lines';
import { CONTACT_LOOKBACK_MS } from '@/lib/domain/contacts';
import { firstMoment, type FactBlock } from '@/lib/domain/fact';
import type { HistoryFilter, Span } from '@/lib/domain/history-filter';
import type { HistorySummary } from '@/lib/domain/history-summary';
import { historyTally, type TallyInput, type TalliedHistory } from '@/lib/domain/history-tally';
import { allow } from '@/lib/domain/role';
import type { Context } from './context';
import { historySelection, historySpan } from './history-scope';
import { readNames } from './read-names';

/** So many days are counted before others have their turn: a few milliseconds. */
const DAYS_AT_ONCE = 30;

async function* inTurns(blocks: readonly FactBlock[]): AsyncGenerator<FactBlock> {
  for (const [index, block] of blocks.entries()) {
    if (index > 0 && index % DAYS_AT_ONCE === 0) await breathe();
    yield block;
  }
}

/** With the days before, because a contact may have begun there, or come back from there. */
function readFacts(ctx: Context, { from, to }: Span): Promise<FactBlock[]> {
  const earlier = from && new Date(from.getTime() - CONTACT_LOOKBACK_MS);
  return ctx.facts.read(earlier, to, ctx.now());
}

async function tally(ctx: Context, input: TallyInput, blocks: readonly FactBlock[]): Promise<TalliedHistory> {
  const counted = historyTally(input, ctx.facts.names);
  if (input.filter.last) for await (const block of inTurns(blocks)) counted.note(block);
  for await (const block of inTurns(blocks)) counted.add(block);
  return counted.result();
}

/** Totals and charts of a whole filter; an agent's are of this day only. Pings of the wrong customer are not counted. */
export async function summariseHistory(
  ctx: Context,
  { filter }: { filter: HistoryFilter },
): Promise<HistorySummary> {
  allow(ctx.actor, 'history:read');
  const span = historySpan(ctx, filter);
  const [{ found }, blocks, quiet] = await Promise.all([
    historySelection(ctx, filter),
    readFacts(ctx, span),
    selectQuietServices(ctx.db),
  ]);
  const pings = found && (await selectPlaces(ctx.db, found.pingIds));
  const input: TallyInput = {
    filter,
    span: { from: span.from?.getTime() ?? -Infinity, to: span.to?.getTime() ?? Infinity },
    found: found && { serviceIds: found.serviceIds, pings: pings ?? [] },
    firstAt: firstMoment(blocks) ?? ctx.now().getTime(),
    quiet: new Set(quiet),
    now: ctx.now(),
    timeZone: ctx.timeZone,
  };
  const { agents, worst_services: worst, ...summary } = await tally(ctx, input, blocks);
  const [people, services] = await Promise.all([
    selectPeopleNames(
      ctx.db,
      agents.map(({ id }) => id),
    ),
    readNames(
      ctx,
      worst.map((service) => service.service_id),
    ),
  ]);
  return {
    ...summary,
    agents: agents.map((agent) => ({ ...agent, name: people.get(agent.id) ?? agent.id })),
    worst_services: worst.map((service) => ({
      ...service,
      name: services.get(service.service_id) ?? null,
    })),
  };
}
