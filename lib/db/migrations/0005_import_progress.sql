ALTER TABLE "imports" DROP CONSTRAINT "imports_state_is_known";--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "taken" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "error" text;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_state_is_known" CHECK ("imports"."state" in ('reading', 'checked', 'taking_over', 'taken_over'));
