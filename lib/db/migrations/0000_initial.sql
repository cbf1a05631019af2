CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request" text NOT NULL,
	"ping_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "launch_turns" (
	"router_key" text PRIMARY KEY NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ping_bodies" (
	"ping_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"body" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ping_bodies_ping_id_round_pk" PRIMARY KEY("ping_id","round")
);
--> statement-breakpoint
CREATE TABLE "ping_requests" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"ping_id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"reason" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ping_requests_actor_kind_is_known" CHECK ("ping_requests"."actor_kind" in ('user', 'token'))
);
--> statement-breakpoint
CREATE TABLE "pings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" integer NOT NULL,
	"state" text NOT NULL,
	"verdict" text,
	"certainty" jsonb,
	"failure" jsonb,
	"rules_version" smallint,
	"requested" smallint NOT NULL,
	"planned" smallint NOT NULL,
	"extend" text NOT NULL,
	"stop_asked" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	"reason" text,
	"frozen" jsonb NOT NULL,
	"ip_shared" boolean NOT NULL,
	"round" smallint NOT NULL,
	"round_packets" smallint NOT NULL,
	"phase" text NOT NULL,
	"upstream_task_id" text,
	"launches" smallint NOT NULL,
	"launch_uncertain" boolean NOT NULL,
	"turn_at" timestamp (3) with time zone,
	"launched_at" timestamp (3) with time zone,
	"looks" smallint NOT NULL,
	"refusals" smallint NOT NULL,
	"packets" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deadline_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"wrong_customer_at" timestamp (3) with time zone,
	"wrong_customer_by" uuid,
	"case_code" text,
	"fence" bigint DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_owner" text,
	"stumbles" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "pings_state_is_known" CHECK ("pings"."state" in ('running', 'finished', 'failed')),
	CONSTRAINT "pings_verdict_is_known" CHECK ("pings"."verdict" in ('stable', 'intermittent', 'no_internet')),
	CONSTRAINT "pings_finished_has_a_verdict" CHECK (("pings"."state" = 'finished') = ("pings"."verdict" is not null)),
	CONSTRAINT "pings_failed_has_a_failure" CHECK (("pings"."state" = 'failed') = ("pings"."failure" is not null)),
	CONSTRAINT "pings_final_has_an_end" CHECK (("pings"."state" = 'running') = ("pings"."finished_at" is null)),
	CONSTRAINT "pings_requested_range" CHECK ("pings"."requested" between 1 and 100),
	CONSTRAINT "pings_at_most_two_launches" CHECK ("pings"."launches" between 0 and 2),
	CONSTRAINT "pings_source_is_known" CHECK ("pings"."source" in ('desk', 'api'))
);
--> statement-breakpoint
CREATE TABLE "quiet_lines" (
	"service_id" integer PRIMARY KEY NOT NULL,
	"ip" text,
	"marked_at" timestamp (3) with time zone NOT NULL,
	"marked_by" uuid,
	"marked_by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_views" (
	"user_id" uuid NOT NULL,
	"service_id" integer NOT NULL,
	"viewed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "service_views_user_id_service_id_pk" PRIMARY KEY("user_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"service_id" integer PRIMARY KEY NOT NULL,
	"username" text,
	"name" text,
	"document" text,
	"phones" text[] NOT NULL,
	"address" text,
	"locality" text,
	"city" text,
	"ip" text,
	"mac" text,
	"status" text,
	"billing_status" text,
	"balance" numeric,
	"cut_date" date,
	"changed_at" text,
	"plan" jsonb,
	"zone" jsonb,
	"router" jsonb,
	"sector" jsonb,
	"technician" jsonb,
	"lan_interface" text,
	"search_text" text NOT NULL,
	"search_phones" text NOT NULL,
	"search_document" text NOT NULL,
	"synced_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "services_id_is_positive" CHECK ("services"."service_id" > 0)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" smallint PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "settings_is_one_row" CHECK ("settings"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "upstream_requests" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upstream_state" (
	"id" smallint PRIMARY KEY NOT NULL,
	"blocked_until" timestamp (3) with time zone,
	"sync_started_at" timestamp (3) with time zone,
	"sync_heartbeat_at" timestamp (3) with time zone,
	"sync_seen" integer DEFAULT 0 NOT NULL,
	"sync_expected" integer,
	"sync_finished_at" timestamp (3) with time zone,
	"sync_error" text,
	CONSTRAINT "upstream_state_is_one_row" CHECK ("upstream_state"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "users_email_is_lower_case" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "users_role_is_known" CHECK ("users"."role" in ('technician', 'agent', 'supervisor', 'admin'))
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_ping_id_pings_id_fk" FOREIGN KEY ("ping_id") REFERENCES "public"."pings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ping_bodies" ADD CONSTRAINT "ping_bodies_ping_id_pings_id_fk" FOREIGN KEY ("ping_id") REFERENCES "public"."pings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ping_requests" ADD CONSTRAINT "ping_requests_ping_id_pings_id_fk" FOREIGN KEY ("ping_id") REFERENCES "public"."pings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiet_lines" ADD CONSTRAINT "quiet_lines_marked_by_users_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_views" ADD CONSTRAINT "service_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "ping_requests_ping_id_idx" ON "ping_requests" USING btree ("ping_id");--> statement-breakpoint
CREATE INDEX "ping_requests_actor_idx" ON "ping_requests" USING btree ("actor_id","requested_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "pings_one_running_a_service" ON "pings" USING btree ("service_id") WHERE "pings"."state" = 'running';--> statement-breakpoint
CREATE INDEX "pings_due_idx" ON "pings" USING btree ("due_at") WHERE "pings"."state" = 'running';--> statement-breakpoint
CREATE INDEX "pings_service_history_idx" ON "pings" USING btree ("service_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "pings_case_code_idx" ON "pings" USING btree ("case_code");--> statement-breakpoint
CREATE INDEX "pings_history_idx" ON "pings" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "service_views_recent_idx" ON "service_views" USING btree ("user_id","viewed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "services_search_text_idx" ON "services" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "services_search_phones_idx" ON "services" USING gin ("search_phones" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "services_search_document_idx" ON "services" USING gin ("search_document" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "services_ip_idx" ON "services" USING btree ("ip");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "upstream_requests_at_idx" ON "upstream_requests" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
INSERT INTO "upstream_state" ("id") VALUES (1);
