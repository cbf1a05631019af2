CREATE TABLE "last_pings" (
	"service_id" integer PRIMARY KEY NOT NULL,
	"ping_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "last_pings_ping_idx" ON "last_pings" USING btree ("ping_id");--> statement-breakpoint
CREATE INDEX "last_pings_order_idx" ON "last_pings" USING btree ("created_at","ping_id");--> statement-breakpoint
-- Whoever comes second for a service waits for the first one here, and then sees what that one did.
CREATE FUNCTION "settle_last_ping"(service integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  held boolean;
  latest record;
BEGIN
  PERFORM FROM last_pings WHERE service_id = service FOR UPDATE;
  held := FOUND;
  SELECT id, created_at INTO latest FROM pings
    WHERE service_id = service AND wrong_customer_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1;
  IF NOT FOUND THEN
    DELETE FROM last_pings WHERE service_id = service;
  ELSE
    INSERT INTO last_pings AS last (service_id, ping_id, created_at) VALUES (service, latest.id, latest.created_at)
      ON CONFLICT (service_id) DO UPDATE SET ping_id = excluded.ping_id, created_at = excluded.created_at
      WHERE held OR (excluded.created_at, excluded.ping_id) > (last.created_at, last.ping_id);
  END IF;
END $$;--> statement-breakpoint
CREATE FUNCTION "note_last_pings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO last_pings AS last (service_id, ping_id, created_at)
    SELECT DISTINCT ON (service_id) service_id, id, created_at FROM changed
    WHERE wrong_customer_at IS NULL ORDER BY service_id, created_at DESC, id DESC
    ON CONFLICT (service_id) DO UPDATE SET ping_id = excluded.ping_id, created_at = excluded.created_at
    WHERE (excluded.created_at, excluded.ping_id) > (last.created_at, last.ping_id);
  RETURN NULL;
END $$;--> statement-breakpoint
-- Retention deletes thousands at once, and hardly one of them is the last of its service.
CREATE FUNCTION "note_last_pings_gone"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  service integer;
BEGIN
  PERFORM FROM last_pings WHERE service_id IN (SELECT service_id FROM changed) ORDER BY service_id FOR UPDATE;
  FOR service IN
    SELECT last.service_id FROM last_pings last JOIN changed ON changed.id = last.ping_id ORDER BY 1
  LOOP
    PERFORM settle_last_ping(service);
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION "note_last_ping_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM settle_last_ping(OLD.service_id);
  IF NEW.service_id <> OLD.service_id THEN
    PERFORM settle_last_ping(NEW.service_id);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "pings_inserted_last" AFTER INSERT ON "pings" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_last_pings();--> statement-breakpoint
CREATE TRIGGER "pings_deleted_last" AFTER DELETE ON "pings" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_last_pings_gone();--> statement-breakpoint
-- The many steps of a running ping change none of it.
CREATE TRIGGER "pings_changed_last" AFTER UPDATE ON "pings" FOR EACH ROW WHEN (
  (OLD.wrong_customer_at IS NULL, OLD.service_id, OLD.created_at)
  IS DISTINCT FROM
  (NEW.wrong_customer_at IS NULL, NEW.service_id, NEW.created_at)
) EXECUTE FUNCTION note_last_ping_changed();--> statement-breakpoint
INSERT INTO "last_pings" ("service_id", "ping_id", "created_at") SELECT DISTINCT ON (service_id) service_id, id, created_at FROM pings WHERE wrong_customer_at IS NULL ORDER BY service_id, created_at DESC, id DESC;
