CREATE TABLE "quiet_lines" (
	"service_id" integer PRIMARY KEY NOT NULL,
	"ip" text,
	"marked_at" timestamp (3) with time zone NOT NULL,
	"marked_by" uuid,
	"marked_by_name" text NOT NULL
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
ALTER TABLE "pings" ADD COLUMN "case_code" text;--> statement-breakpoint
ALTER TABLE "quiet_lines" ADD CONSTRAINT "quiet_lines_marked_by_users_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pings_case_code_idx" ON "pings" USING btree ("case_code");