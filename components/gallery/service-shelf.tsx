'use client';

import { AccountNotices } from '@/components/services/account-notices';
import { AccountTag, BillingTag } from '@/components/services/account-tags';
import { SAMPLE_READINGS, SAMPLE_SERVICES } from '@/components/services/sample-services';
import { ServiceCard } from '@/components/services/service-card';
import { ServiceRow } from '@/components/services/service-row';
import { Shelf, Specimen } from './shelf';

const nothing = () => {};

/** The customer before and above a result: what the account says, and how fresh that is. */
export function ServiceShelf({ at }: { at: Date }) {
  const first = SAMPLE_SERVICES.map(({ service }) => service(at))[0];
  if (!first) return null;
  return (
    <>
      <Shelf
        id="accounts"
        name="Accounts"
        hint="The row of a search, the tags of the account, and what must be read before a ping."
        columns="two"
      >
        {SAMPLE_SERVICES.map(({ name, service }) => (
          <Specimen key={name} name={name}>
            <ServiceRow service={service(at)} />
            <div className="flex flex-wrap gap-2">
              <AccountTag status={service(at).status} />
              <BillingTag service={service(at)} />
            </div>
            <AccountNotices service={service(at)} />
          </Specimen>
        ))}
      </Shelf>
      <Shelf
        id="results"
        name="Results of a search"
        hint="Homonyms, the second line of one customer, and a service that WispHub no longer lists."
      >
        <Specimen name="homonyms">
          <ServiceRow service={first} isHomonym />
          <ServiceRow service={{ ...first, service_id: 1022, address: 'Vereda La Peña, casa 9' }} isHomonym />
        </Specimen>
        <Specimen name="two services of one customer">
          <ServiceRow service={first} services={2} />
          <ServiceRow
            service={{ ...first, service_id: 1023, address: 'Finca El Ñandú' }}
            services={2}
            isFollowing
          />
        </Specimen>
        <Specimen name="no longer listed">
          <ServiceRow service={{ ...first, vanished_at: at.toISOString() }} />
        </Specimen>
      </Shelf>
      <Shelf id="records" name="The card of a customer" columns="two">
        {SAMPLE_READINGS.map(({ name, reading }) => {
          const { service, ...rest } = reading(at);
          return (
            <Specimen key={name} name={name}>
              <ServiceCard service={service} reading={{ service, ...rest }} onClose={nothing} />
            </Specimen>
          );
        })}
      </Shelf>
    </>
  );
}
