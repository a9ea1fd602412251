DROP INDEX "series_organization_idx";--> statement-breakpoint
CREATE INDEX "channel_members_channel_idx" ON "channel_members" USING btree ("channel_id","created_at","id");--> statement-breakpoint
CREATE INDEX "series_organization_idx" ON "series" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);