ALTER TABLE "task_times" DROP CONSTRAINT "task_times_router_key_packets_pk";--> statement-breakpoint
ALTER TABLE "task_times" ADD COLUMN "silent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "task_times" ADD CONSTRAINT "task_times_router_key_packets_silent_pk" PRIMARY KEY("router_key","packets","silent");
