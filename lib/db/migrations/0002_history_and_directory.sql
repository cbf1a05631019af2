CREATE TABLE "export_pieces" (
	"export_id" uuid NOT NULL,
	"piece" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "export_pieces_export_id_piece_pk" PRIMARY KEY("export_id","piece")
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"format" text NOT NULL,
	"filter" jsonb NOT NULL,
	"state" text NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_expected" integer NOT NULL,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exports_format_is_known" CHECK ("exports"."format" in ('csv', 'jsonl')),
	CONSTRAINT "exports_state_is_known" CHECK ("exports"."state" in ('queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"service_id" integer,
	"record" jsonb,
	"cells" text[],
	"errors" jsonb,
	CONSTRAINT "import_rows_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"encoding" text NOT NULL,
	"separator" text NOT NULL,
	"header" text[] NOT NULL,
	"state" text NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"taken_over_at" timestamp (3) with time zone,
	CONSTRAINT "imports_state_is_known" CHECK ("imports"."state" in ('reading', 'checked', 'taken_over'))
);
--> statement-breakpoint
CREATE TABLE "ping_totals" (
	"slot" integer NOT NULL,
	"outcome" text NOT NULL,
	"source" text NOT NULL,
	"zone_name" text NOT NULL,
	"router_name" text NOT NULL,
	"sector_name" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "ping_totals_pk" PRIMARY KEY("slot","outcome","source","zone_name","router_name","sector_name"),
	CONSTRAINT "ping_totals_count_is_positive" CHECK ("ping_totals"."count" > 0)
);
--> statement-breakpoint
CREATE TABLE "service_notes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"service_id" integer NOT NULL,
	"ping_id" uuid,
	"text" text NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "service_notes_text_length" CHECK (length("service_notes"."text") between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "remarks" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "starter_id" uuid;--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "starter_name" text;--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "outcome" text GENERATED ALWAYS AS (coalesce(verdict, state)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "zone_name" text GENERATED ALWAYS AS (frozen -> 'zone' ->> 'name') STORED;--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "router_name" text GENERATED ALWAYS AS (frozen -> 'router' ->> 'name') STORED;--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "sector_name" text GENERATED ALWAYS AS (frozen -> 'sector' ->> 'name') STORED;--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "slot" integer GENERATED ALWAYS AS (floor(extract(epoch from (created_at at time zone 'UTC')) / 900)::integer) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "took_ms" integer GENERATED ALWAYS AS (least(extract(epoch from (finished_at - created_at)) * 1000, 2147483647)::integer) STORED;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "search_sounds" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "zone_name" text GENERATED ALWAYS AS (zone ->> 'name') STORED;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "router_name" text GENERATED ALWAYS AS (router ->> 'name') STORED;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "sector_name" text GENERATED ALWAYS AS (sector ->> 'name') STORED;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "vanished_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "upstream_state" ADD COLUMN "sync_offset" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "upstream_state" ADD COLUMN "sync_look" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "export_pieces" ADD CONSTRAINT "export_pieces_export_id_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."exports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_notes" ADD CONSTRAINT "service_notes_ping_id_pings_id_fk" FOREIGN KEY ("ping_id") REFERENCES "public"."pings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_notes" ADD CONSTRAINT "service_notes_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_owner_idx" ON "exports" USING btree ("owner_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "import_rows_rejected_idx" ON "import_rows" USING btree ("import_id","line") WHERE "import_rows"."errors" is not null;--> statement-breakpoint
CREATE INDEX "imports_owner_idx" ON "imports" USING btree ("owner_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "service_notes_service_idx" ON "service_notes" USING btree ("service_id","written_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "pings_outcome_history_idx" ON "pings" USING btree ("outcome","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "pings_zone_history_idx" ON "pings" USING btree ("zone_name","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "pings_router_history_idx" ON "pings" USING btree ("router_name","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "pings_sector_history_idx" ON "pings" USING btree ("sector_name","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "services_search_sounds_idx" ON "services" USING gin ("search_sounds" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "services_id_prefix_idx" ON "services" USING btree ((service_id::text) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "services_ip_prefix_idx" ON "services" USING btree ("ip" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "services_mac_prefix_idx" ON "services" USING btree (lower(mac) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "services_document_idx" ON "services" USING btree ("search_document");--> statement-breakpoint
CREATE INDEX "services_zone_idx" ON "services" USING btree ("zone_name");--> statement-breakpoint
CREATE INDEX "services_router_idx" ON "services" USING btree ("router_name");--> statement-breakpoint
CREATE INDEX "services_sector_idx" ON "services" USING btree ("sector_name");--> statement-breakpoint
CREATE INDEX "services_synced_at_idx" ON "services" USING btree ("synced_at");--> statement-breakpoint
-- Everything that totals and charts need, so that they read this index and not the wide rows with their packets.
CREATE INDEX "pings_facts_idx" ON "pings" USING btree ("created_at") INCLUDE ("slot", "outcome", "source", "zone_name", "router_name", "sector_name", "starter_id", "service_id", "took_ms") WHERE wrong_customer_at is null;--> statement-breakpoint
UPDATE "pings" SET "starter_id" = first.actor_id, "starter_name" = first.actor_name FROM (SELECT DISTINCT ON (ping_id) ping_id, actor_id, actor_name FROM ping_requests ORDER BY ping_id, id) first WHERE first.ping_id = pings.id;
