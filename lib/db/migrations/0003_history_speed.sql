CREATE TABLE "history_days" (
	"day" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "history_state" (
	"id" smallint PRIMARY KEY NOT NULL,
	"closed_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "history_state_is_one_row" CHECK ("history_state"."id" = 1)
);
--> statement-breakpoint
DROP INDEX "pings_service_history_idx";--> statement-breakpoint
DROP INDEX "pings_history_idx";--> statement-breakpoint
DROP INDEX "pings_outcome_history_idx";--> statement-breakpoint
DROP INDEX "pings_zone_history_idx";--> statement-breakpoint
DROP INDEX "pings_router_history_idx";--> statement-breakpoint
DROP INDEX "pings_sector_history_idx";--> statement-breakpoint
DROP INDEX "ping_requests_actor_idx";--> statement-breakpoint
DROP INDEX "service_notes_service_idx";--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "place" jsonb;--> statement-breakpoint
ALTER TABLE "ping_requests" ADD COLUMN "ping_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ping_requests" ADD COLUMN "joined" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "ping_requests" SET "ping_at" = "created_at", "joined" = "starter_id" IS NOT NULL AND "starter_id" <> "actor_id" FROM "pings" WHERE "pings"."id" = "ping_requests"."ping_id";--> statement-breakpoint
ALTER TABLE "ping_requests" ALTER COLUMN "ping_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "service_notes" ADD COLUMN "search_text" text GENERATED ALWAYS AS (translate(lower(text), 'ÁÀÂÃÄáàâãäÉÈÊËéèêëÍÌÎÏíìîïÓÒÔÕÖóòôõöÚÙÛÜúùûüÑñÇç', 'aaaaaaaaaaeeeeeeeeiiiiiiiioooooooooouuuuuuuunncc')) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "ping_requests_order_idx" ON "ping_requests" USING btree ("actor_id","ping_at","ping_id");--> statement-breakpoint
CREATE INDEX "ping_requests_joined_idx" ON "ping_requests" USING btree ("ping_at") WHERE "ping_requests"."joined";--> statement-breakpoint
CREATE INDEX "pings_service_order_idx" ON "pings" USING btree ("service_id","created_at","id");--> statement-breakpoint
CREATE INDEX "pings_order_idx" ON "pings" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "pings_outcome_order_idx" ON "pings" USING btree ("outcome","created_at","id");--> statement-breakpoint
CREATE INDEX "pings_zone_order_idx" ON "pings" USING btree ("zone_name","created_at","id");--> statement-breakpoint
CREATE INDEX "pings_router_order_idx" ON "pings" USING btree ("router_name","created_at","id");--> statement-breakpoint
CREATE INDEX "pings_sector_order_idx" ON "pings" USING btree ("sector_name","created_at","id");--> statement-breakpoint
CREATE INDEX "pings_slowness_idx" ON "pings" USING btree ((coalesce(took_ms, -1)),"id");--> statement-breakpoint
CREATE INDEX "pings_remarks_idx" ON "pings" USING gin ("remarks");--> statement-breakpoint
CREATE INDEX "service_notes_search_idx" ON "service_notes" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "ping_requests_actor_idx" ON "ping_requests" USING btree ("actor_id","requested_at");--> statement-breakpoint
CREATE INDEX "service_notes_service_idx" ON "service_notes" USING btree ("service_id","written_at");--> statement-breakpoint
-- The facts that totals and charts are made of, so that they are read from this index and not from the wide rows.
DROP INDEX "pings_facts_idx";--> statement-breakpoint
CREATE INDEX "pings_facts_idx" ON "pings" USING btree ("created_at") INCLUDE ("slot", "service_id", "outcome", "source", "zone_name", "router_name", "sector_name", "starter_id", "took_ms", "remarks") WHERE wrong_customer_at is null;--> statement-breakpoint
INSERT INTO "history_state" ("id", "closed_until") VALUES (1, '1970-01-01T00:00:00Z');--> statement-breakpoint
-- Whoever writes a ping holds this lock until the end of its transaction, and a day is closed only while nobody holds
-- it: a change is therefore either seen by the one who closes the day, or sees that the day is closed and is counted.
CREATE FUNCTION "note_history_changes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7385204);
  INSERT INTO history_days (day, version)
    SELECT DISTINCT changed.slot / 96, 1 FROM changed, history_state WHERE changed.created_at < closed_until ORDER BY 1
    ON CONFLICT (day) DO UPDATE SET version = history_days.version + 1;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "note_history_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7385204);
  INSERT INTO history_days (day, version)
    SELECT NEW.slot / 96, 1 FROM history_state WHERE NEW.created_at < closed_until
    ON CONFLICT (day) DO UPDATE SET version = history_days.version + 1;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "pings_inserted" AFTER INSERT ON "pings" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_history_changes();--> statement-breakpoint
CREATE TRIGGER "pings_deleted" AFTER DELETE ON "pings" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_history_changes();--> statement-breakpoint
-- Only what totals and charts are made of; the many steps of a running ping change none of it.
CREATE TRIGGER "pings_changed" AFTER UPDATE ON "pings" FOR EACH ROW WHEN (
  (OLD.outcome, OLD.took_ms, OLD.wrong_customer_at IS NULL, OLD.remarks, OLD.frozen, OLD.starter_id, OLD.service_id, OLD.source)
  IS DISTINCT FROM
  (NEW.outcome, NEW.took_ms, NEW.wrong_customer_at IS NULL, NEW.remarks, NEW.frozen, NEW.starter_id, NEW.service_id, NEW.source)
) EXECUTE FUNCTION note_history_change();
