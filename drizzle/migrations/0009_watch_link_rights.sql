ALTER TABLE "videos" ADD COLUMN "sharing_changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "watch_links" ADD COLUMN "last_used_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "watch_link_views_created_at_idx" ON "watch_link_views" USING btree ("created_at");--> statement-breakpoint

-- By hand from here on. Media grants say what right they rest on and since when: one given before its right was taken
-- away is refused, one given again afterwards is not.
CREATE FUNCTION app.date_sharing() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  NEW.sharing_changed_at := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER date_sharing BEFORE UPDATE OF visibility, organization_id, deleted_at ON videos FOR EACH ROW
  WHEN ((OLD.visibility, OLD.organization_id, OLD.deleted_at)
    IS DISTINCT FROM (NEW.visibility, NEW.organization_id, NEW.deleted_at))
  EXECUTE FUNCTION app.date_sharing();
--> statement-breakpoint

-- Opening a link is no edit of it.
DROP TRIGGER touch_updated_at ON watch_links;
--> statement-breakpoint
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON watch_links FOR EACH ROW
  WHEN (OLD.use_count = NEW.use_count) EXECUTE FUNCTION app.touch_updated_at();
--> statement-breakpoint

-- Of the links a request holds those that are good: neither taken back nor expired, open to who comes, and made by
-- somebody who may still share the video.
CREATE FUNCTION app.good_links()
RETURNS TABLE (id uuid, video_id uuid, role public.link_role, expires_at timestamptz, edited_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT watch_links.id, watch_links.video_id, watch_links.role, watch_links.expires_at, watch_links.updated_at
  FROM public.watch_links JOIN public.videos ON videos.id = watch_links.video_id
  WHERE watch_links.id = ANY (app.link_ids())
    AND watch_links.revoked_at IS NULL AND (watch_links.expires_at IS NULL OR watch_links.expires_at > now())
    AND (watch_links.guests = 'anyone' OR app.actor_role() = 'registered'
      OR (watch_links.guests = 'named' AND app.actor_role() = 'guest'))
    AND (videos.author_id = watch_links.created_by OR EXISTS (
      SELECT FROM public.organization_members
      WHERE organization_members.organization_id = videos.organization_id
        AND organization_members.user_id = watch_links.created_by AND organization_members.role <= 'ADMIN'));
END;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.linked_video_ids() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (SELECT coalesce(array_agg(video_id), '{}') FROM app.good_links());
--> statement-breakpoint
-- Of the links held to one video the one that lets most be done: {id, role, expiresAt, editedAt}, or null.
CREATE OR REPLACE FUNCTION app.held_link(video uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (
  SELECT jsonb_build_object('id', id, 'role', role, 'expiresAt', expires_at, 'editedAt', edited_at)
  FROM app.good_links() WHERE video_id = video ORDER BY role DESC, id LIMIT 1
);
--> statement-breakpoint

-- For the door and for who manages the video: may the maker of a link still share it? What does the organization ask?
CREATE FUNCTION app.may_still_share(maker uuid, video uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (app.actor_role() = 'service:link' OR app.may_manage_video(video)) AND EXISTS (
  SELECT FROM public.videos WHERE videos.id = video AND (videos.author_id = maker OR EXISTS (
    SELECT FROM public.organization_members
    WHERE organization_members.organization_id = videos.organization_id
      AND organization_members.user_id = maker AND organization_members.role <= 'ADMIN')));
--> statement-breakpoint
CREATE FUNCTION app.link_policy(video uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (
  SELECT organizations.settings -> 'linkPolicy'
  FROM public.videos JOIN public.organizations ON organizations.id = videos.organization_id
  WHERE videos.id = video AND (app.actor_role() = 'service:link' OR app.may_manage_video(video))
);
--> statement-breakpoint
-- Who manages the video answers for a link from now on, as if they had made it.
CREATE FUNCTION app.take_over_link(link uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.watch_links SET created_by = app.actor_id()
  WHERE watch_links.id = link AND app.may_manage_video(watch_links.video_id);
  RETURN FOUND;
END $$;
--> statement-breakpoint
GRANT UPDATE (label, password_hash, guests, expires_at, max_uses, last_used_at) ON watch_links TO lockstep_app;
--> statement-breakpoint

-- Who takes part in reviewing a video: members of its organization who see it, whoever manages it, and who holds a link
-- that lets do at least this. Nobody is one by the video's being open to all.
CREATE FUNCTION app.may_review(video uuid, least_role public.link_role) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN app.actor_id() IS NOT NULL AND (
  EXISTS (
    SELECT FROM public.videos
    WHERE videos.id = video AND videos.deleted_at IS NULL AND (
      videos.author_id = app.actor_id()
      OR videos.organization_id = ANY (app.organization_ids('ADMIN'))
      OR (videos.visibility <> 'private' AND videos.organization_id = ANY (app.organization_ids('MEMBER')))))
  OR EXISTS (SELECT FROM app.good_links() WHERE good_links.video_id = video AND good_links.role >= least_role)
);
--> statement-breakpoint
DROP POLICY see ON video_approvals;
--> statement-breakpoint
DROP POLICY decide ON video_approvals;
--> statement-breakpoint
CREATE POLICY see ON video_approvals FOR SELECT TO lockstep_app USING (app.may_review(video_id, 'comment'));
--> statement-breakpoint
CREATE POLICY decide ON video_approvals FOR INSERT TO lockstep_app
  WITH CHECK (app.may_review(video_id, 'control') AND user_id = (SELECT app.actor_id()));
