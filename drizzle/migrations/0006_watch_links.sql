CREATE TYPE "public"."link_role" AS ENUM('view', 'comment', 'control');--> statement-breakpoint
CREATE TABLE "watch_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"video_id" uuid NOT NULL,
	"created_by" uuid,
	"token_hash" text NOT NULL,
	"role" "link_role" NOT NULL,
	"label" varchar(100),
	"password_hash" text,
	"expires_at" timestamp (3) with time zone,
	"max_uses" integer,
	"use_count" integer DEFAULT 0 NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "watch_links_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "watch_links_token_hash_format" CHECK ("watch_links"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "watch_links_label_not_blank" CHECK (btrim("watch_links"."label") <> ''),
	CONSTRAINT "watch_links_max_uses_positive" CHECK ("watch_links"."max_uses" > 0),
	CONSTRAINT "watch_links_use_count_within" CHECK ("watch_links"."use_count" >= 0 and ("watch_links"."max_uses" is null or "watch_links"."use_count" <= "watch_links"."max_uses"))
);
--> statement-breakpoint
ALTER TABLE "watch_links" ADD CONSTRAINT "watch_links_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_links" ADD CONSTRAINT "watch_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "watch_links_video_idx" ON "watch_links" USING btree ("video_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "watch_links_created_by_idx" ON "watch_links" USING btree ("created_by");--> statement-breakpoint

-- By hand from here on. What a request may watch by links: it says whose it holds (app.link_ids, from a cookie only we
-- can sign), and this table says each time whether they are still good.
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON watch_links FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
--> statement-breakpoint
SELECT app.protect('watch_links');
--> statement-breakpoint
CREATE FUNCTION app.link_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE SET search_path = ''
RETURN coalesce(nullif(current_setting('app.link_ids', true), ''), '{}')::uuid[];
--> statement-breakpoint
CREATE FUNCTION app.linked_video_ids() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (
  SELECT coalesce(array_agg(video_id), '{}') FROM public.watch_links
  WHERE id = ANY (app.link_ids()) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
);
--> statement-breakpoint
-- Of the links held to one video the one that lets most be done: {id, role}, or null.
CREATE FUNCTION app.held_link(video uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (
  SELECT jsonb_build_object('id', id, 'role', role) FROM public.watch_links
  WHERE id = ANY (app.link_ids()) AND video_id = video
    AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
  ORDER BY role DESC, id LIMIT 1
);
--> statement-breakpoint
ALTER POLICY see ON videos USING ((SELECT app.is_service())
  OR ((deleted_at IS NULL OR deleted_at = now()::timestamptz(3)) AND (
    visibility IN ('public', 'unlisted')
    OR author_id = (SELECT app.actor_id())
    OR organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[])
    OR (visibility = 'organization' AND organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]))
    OR id = ANY ((SELECT app.linked_video_ids())::uuid[]))));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.may_see_video(video uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN EXISTS (
  SELECT FROM public.videos
  WHERE id = video AND deleted_at IS NULL AND (
    visibility IN ('public', 'unlisted')
    OR author_id = app.actor_id()
    OR organization_id = ANY (app.organization_ids('ADMIN'))
    OR (visibility = 'organization' AND organization_id = ANY (app.organization_ids('MEMBER')))
    OR id = ANY (app.linked_video_ids())
  )
);
--> statement-breakpoint

-- Who manages the video makes links and takes them back. service:link is the door: it finds a link by its token's hash
-- for somebody who may see nothing yet, and counts the use.
GRANT SELECT, INSERT, DELETE, UPDATE (use_count, revoked_at, updated_at) ON watch_links TO lockstep_app;
CREATE POLICY see ON watch_links FOR SELECT TO lockstep_app
  USING (app.may_manage_video(video_id) OR (SELECT app.actor_role()) IN ('service:link', 'service:cron'));
CREATE POLICY make ON watch_links FOR INSERT TO lockstep_app
  WITH CHECK (app.may_manage_video(video_id) AND created_by = (SELECT app.actor_id())
    AND use_count = 0 AND revoked_at IS NULL);
CREATE POLICY edit ON watch_links FOR UPDATE TO lockstep_app
  USING (app.may_manage_video(video_id) OR (SELECT app.actor_role()) = 'service:link');
CREATE POLICY purge ON watch_links FOR DELETE TO lockstep_app USING ((SELECT app.actor_role()) = 'service:cron');
