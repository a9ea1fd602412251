DROP INDEX "tags_organization_idx";--> statement-breakpoint
DROP INDEX "market_assets_used_idx";--> statement-breakpoint
DROP INDEX "user_assets_used_idx";--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "sort_name" text GENERATED ALWAYS AS (lower(name)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "organization_members_listed_idx" ON "organization_members" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "market_assets_creator_used_idx" ON "market_assets" USING btree ("creator_id",greatest(last_used_at, '-infinity') desc,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "market_assets_creator_usage_idx" ON "market_assets" USING btree ("creator_id","usage_count" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "market_assets_creator_name_idx" ON "market_assets" USING btree ("creator_id",normalized_name collate "C","id");--> statement-breakpoint
CREATE INDEX "videos_narrowed_idx" ON "videos" USING btree ("sharing_changed_at") WHERE sharing_changed_at > created_at and deleted_at is null and visibility in ('organization', 'private');--> statement-breakpoint
CREATE INDEX "audit_events_organization_user_idx" ON "audit_events" USING btree ("organization_id","user_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_events_organization_actor_idx" ON "audit_events" USING btree ("organization_id","actor_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_events_own_idx" ON "audit_events" USING btree ("actor_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE organization_id is null;--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_events_action_idx" ON "audit_events" USING btree ("organization_id",(action collate "C"),"created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "watch_links_ends_idx" ON "watch_links" USING btree (least("revoked_at", "expires_at"));--> statement-breakpoint
CREATE INDEX "comments_parent_time_idx" ON "comments" USING btree ("parent_id","order_ms","id");--> statement-breakpoint
CREATE INDEX "comments_video_deleted_idx" ON "comments" USING btree ("video_id") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "tags_global_idx" ON "tags" USING btree ("sort_name") WHERE organization_id is null;--> statement-breakpoint
CREATE INDEX "tags_listed_idx" ON "tags" USING btree ("organization_id","sort_name");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_failed_idx" ON "webhook_deliveries" USING btree ("endpoint_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status = 'failed';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_pending_idx" ON "webhook_deliveries" USING btree ("endpoint_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "market_assets_used_idx" ON "market_assets" USING btree ("is_public",greatest(last_used_at, '-infinity') desc,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "user_assets_used_idx" ON "user_assets" USING btree ("user_id",greatest(last_used_at, '-infinity') desc,"id" DESC NULLS FIRST);