'use client';

import { PingResult } from '@/components/pings/ping-result';
import { PACKET_SAMPLES } from '@/components/pings/sample-evidence';
import { defaultSettings } from '@/lib/domain/settings';
import { Shelf, Specimen, Unfolded } from './shelf';

/** The packets of a result, drawn and listed. */
export function PacketShelf({ at }: { at: Date }) {
  return (
    <Shelf
      id="packets"
      name="Packets"
      hint="Every outcome of a packet, and how the picture holds from one packet to a hundred."
      columns="two"
    >
      {PACKET_SAMPLES.map(({ name, ping }, index) => {
        const result = (
          <PingResult ping={ping(at)} mayMark={false} settings={defaultSettings} baseline={null} />
        );
        return (
          <Specimen key={name} name={name}>
            {index === 0 ? <Unfolded>{result}</Unfolded> : result}
          </Specimen>
        );
      })}
    </Shelf>
  );
}
