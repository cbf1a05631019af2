'use client';

import { RESULT_SAMPLES } from '@/components/pings/sample-pings';
import { DESK_SAMPLE } from '@/components/pings/sample-histories';
import { STEPS } from '@/components/pings/next-steps';
import { CUSTOMER_TEXTS, customerTextOf, type CustomerText as TextKind } from '@/lib/domain/advice';
import type { PingDetails } from '@/lib/domain/ping-details';
import { CUSTOMER_VOICES, defaultSettings } from '@/lib/domain/settings';
import { GalleryData } from './gallery-data';
import { CustomerText, TicketText } from './ping-texts';
import { Shelf, Specimen } from './shelf';

function pingFor(kind: TextKind, at: Date): PingDetails | undefined {
  return RESULT_SAMPLES.map((sample) => sample.ping(at)).find((ping) => customerTextOf(ping) === kind);
}

/** Every text that a customer can be sent, in every voice that an operator can choose. */
export function CustomerTextShelf({ at }: { at: Date }) {
  return (
    <Shelf
      id="customer-texts"
      name="Messages to the customer"
      hint="The voice is a setting of the operator and does not follow the language of the page."
    >
      <div className="flex gap-4 overflow-x-auto pb-2" tabIndex={0} role="region" aria-label="Voices">
        {CUSTOMER_VOICES.map((customerVoice) => (
          <GalleryData
            key={customerVoice}
            at={at}
            settings={{ ...defaultSettings, customerVoice, operatorName: 'Fibra Ejemplo' }}
          >
            <div className="flex min-w-56 flex-1 flex-col gap-4">
              {CUSTOMER_TEXTS.map((kind) => {
                const ping = pingFor(kind, at);
                return (
                  <Specimen key={kind} name={`${customerVoice}: ${kind}`}>
                    {ping && <CustomerText ping={ping} />}
                  </Specimen>
                );
              })}
            </div>
          </GalleryData>
        ))}
      </div>
    </Shelf>
  );
}

/** A ticket with all that it can hold. */
export function TicketShelf({ at }: { at: Date }) {
  const ping = { ...DESK_SAMPLE.ping(at), reason: 'drops' as const };
  return (
    <Shelf id="ticket" name="The text for the ticket" columns="two">
      <Specimen name="every step done, with a note">
        <TicketText ping={ping} done={new Set(STEPS)} note="La cliente dice que se corta de noche." />
      </Specimen>
    </Shelf>
  );
}
