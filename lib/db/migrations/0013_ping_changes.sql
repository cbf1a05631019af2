-- Says with its commit which ping has something new to read: a hint for the instances whose callers wait for it. What
-- counts as new is what `pingVersion` is made of; a look that found nothing is not.
CREATE FUNCTION "tell_ping_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('pulso_changed', NEW.id::text);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "pings_changed_told" AFTER UPDATE ON "pings" FOR EACH ROW WHEN (
  (OLD.state, OLD.phase, OLD.round, OLD.launches, OLD.planned, OLD.stop_asked, OLD.wrong_customer_at, OLD.packets)
    IS DISTINCT FROM
  (NEW.state, NEW.phase, NEW.round, NEW.launches, NEW.planned, NEW.stop_asked, NEW.wrong_customer_at, NEW.packets)
  OR (NEW.phase = 'launch' AND OLD.due_at IS DISTINCT FROM NEW.due_at)
) EXECUTE FUNCTION tell_ping_changed();
