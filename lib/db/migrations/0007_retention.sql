CREATE INDEX "idempotency_keys_ping_idx" ON "idempotency_keys" USING btree ("ping_id");--> statement-breakpoint
CREATE INDEX "ping_bodies_received_idx" ON "ping_bodies" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "service_notes_ping_idx" ON "service_notes" USING btree ("ping_id");