import type { Database } from './client';

/** Has the database write down every change of a ping, as it saw it, in the table `witness`. */
export async function bearWitness(db: Database): Promise<void> {
  await db.$client.query(`
    create table witness (n bigserial, id uuid, was text, became text, old_fence bigint, new_fence bigint);
    create function bear_witness() returns trigger language plpgsql as $$ begin
      insert into witness (id, was, became, old_fence, new_fence)
        values (new.id, old.state, new.state, old.fence, new.fence);
      return new;
    end $$;
    create trigger bear_witness after update on pings for each row execute function bear_witness();`);
}
