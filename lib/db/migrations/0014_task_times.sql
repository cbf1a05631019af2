CREATE TABLE "task_times" (
	"router_key" text NOT NULL,
	"packets" smallint NOT NULL,
	"after_ms" integer[] NOT NULL,
	"by_ms" integer[] NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_times_router_key_packets_pk" PRIMARY KEY("router_key","packets"),
	CONSTRAINT "task_times_are_pairs" CHECK (cardinality("task_times"."after_ms") = cardinality("task_times"."by_ms"))
);
--> statement-breakpoint
ALTER TABLE "pings" ADD COLUMN "unfinished_at" timestamp (3) with time zone;