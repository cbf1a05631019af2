-- The column is made anew, and with it what depends on it.
DROP TRIGGER "pings_changed" ON "pings";--> statement-breakpoint
ALTER TABLE "pings" drop column "took_ms";--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "took_ms" integer GENERATED ALWAYS AS (case when finished_at is not null then least(extract(epoch from (finished_at - created_at)) * 1000, 2147483647)::integer end) STORED;--> statement-breakpoint
CREATE INDEX "pings_slowness_idx" ON "pings" USING btree ((coalesce(took_ms, -1)),"id");--> statement-breakpoint
-- The facts that totals and charts are made of, so that they are read from this index and not from the wide rows.
CREATE INDEX "pings_facts_idx" ON "pings" USING btree ("created_at") INCLUDE ("slot", "service_id", "outcome", "source", "zone_name", "router_name", "sector_name", "starter_id", "took_ms", "remarks") WHERE wrong_customer_at is null;--> statement-breakpoint
-- Only what totals and charts are made of; the many steps of a running ping change none of it.
CREATE TRIGGER "pings_changed" AFTER UPDATE ON "pings" FOR EACH ROW WHEN (
  (OLD.outcome, OLD.finished_at, OLD.wrong_customer_at IS NULL, OLD.remarks, OLD.frozen, OLD.starter_id, OLD.service_id, OLD.source)
  IS DISTINCT FROM
  (NEW.outcome, NEW.finished_at, NEW.wrong_customer_at IS NULL, NEW.remarks, NEW.frozen, NEW.starter_id, NEW.service_id, NEW.source)
) EXECUTE FUNCTION note_history_change();
