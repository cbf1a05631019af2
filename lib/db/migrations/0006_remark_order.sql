DROP INDEX "pings_remarks_idx";--> statement-breakpoint
CREATE INDEX "pings_slow_idx" ON "pings" USING btree ("created_at","id") WHERE remarks @> '{slow}';--> statement-breakpoint
CREATE INDEX "pings_jittery_idx" ON "pings" USING btree ("created_at","id") WHERE remarks @> '{jittery}';--> statement-breakpoint
CREATE INDEX "pings_link_only_idx" ON "pings" USING btree ("created_at","id") WHERE remarks @> '{link_only}';--> statement-breakpoint
CREATE INDEX "pings_path_alive_idx" ON "pings" USING btree ("created_at","id") WHERE remarks @> '{path_alive}';--> statement-breakpoint
CREATE INDEX "pings_ttl_varies_idx" ON "pings" USING btree ("created_at","id") WHERE remarks @> '{ttl_varies}';--> statement-breakpoint
CREATE INDEX "pings_duplicates_idx" ON "pings" USING btree ("created_at","id") WHERE remarks @> '{duplicates}';