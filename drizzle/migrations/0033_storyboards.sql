ALTER TABLE "videos" ADD COLUMN "storyboard_key" text;--> statement-breakpoint
GRANT UPDATE (storyboard_key) ON videos TO lockstep_app;
