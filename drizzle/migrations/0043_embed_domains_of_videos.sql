ALTER TABLE "videos" ADD COLUMN "embed_domains" text[];--> statement-breakpoint
ALTER TABLE "videos" ADD CONSTRAINT "videos_embed_domains_few" CHECK (cardinality("videos"."embed_domains") <= 50);--> statement-breakpoint

-- By hand from here on.
GRANT UPDATE (embed_domains) ON videos TO lockstep_app;
