ALTER TABLE "comments" ADD COLUMN "mentioned_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_mentioned_at_most" CHECK (cardinality("comments"."mentioned_ids") <= 20);--> statement-breakpoint
GRANT UPDATE (mentioned_ids) ON comments TO lockstep_app;
