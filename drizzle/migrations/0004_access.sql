-- Who may see and write which row. Every table has row-level security, forced: its owner is held to it too.
-- The actor of a transaction is set with set_config(…, true) before its queries: app.user_id and app.role.
-- @NOTE A pooled connection reads a setting of an earlier transaction as '', not as NULL.
GRANT USAGE ON SCHEMA app TO lockstep_app, lockstep_auth;
--> statement-breakpoint
CREATE FUNCTION app.actor_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE SET search_path = ''
RETURN nullif(current_setting('app.user_id', true), '')::uuid;
--> statement-breakpoint
CREATE FUNCTION app.actor_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SET search_path = ''
RETURN coalesce(nullif(current_setting('app.role', true), ''), 'anonymous');
--> statement-breakpoint
CREATE FUNCTION app.is_service() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SET search_path = ''
RETURN app.actor_role() IN ('service:room', 'service:media', 'service:cron');
--> statement-breakpoint

-- The organizations in which the actor has at least this role. Policies call it as `(SELECT …)`, once for a query.
CREATE FUNCTION app.organization_ids(lowest public.organization_role) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (
  SELECT coalesce(array_agg(organization_id), '{}') FROM public.organization_members
  WHERE user_id = app.actor_id() AND role <= lowest
);
--> statement-breakpoint

-- The rule of the videos' own policy, for one video. A test holds the two equal.
CREATE FUNCTION app.may_see_video(video uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN EXISTS (
  SELECT FROM public.videos
  WHERE id = video AND deleted_at IS NULL AND (
    visibility IN ('public', 'unlisted')
    OR author_id = app.actor_id()
    OR organization_id = ANY (app.organization_ids('ADMIN'))
    OR (visibility = 'organization' AND organization_id = ANY (app.organization_ids('MEMBER')))
  )
);
--> statement-breakpoint
CREATE FUNCTION app.may_manage_video(video uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN EXISTS (
  SELECT FROM public.videos
  WHERE id = video AND deleted_at IS NULL
    AND (author_id = app.actor_id() OR organization_id = ANY (app.organization_ids('ADMIN')))
);
--> statement-breakpoint

-- Deleted comments under which something still stands: what a thread needs to keep its shape, and no word of theirs.
CREATE FUNCTION app.comment_tombstones(video uuid)
RETURNS TABLE (
  id uuid, parent_id uuid, position_seconds numeric, order_ms bigint, version bigint, created_at timestamptz,
  deleted_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  WITH RECURSIVE above AS (
    SELECT parent.* FROM public.comments parent
    WHERE parent.video_id = video AND parent.deleted_at IS NOT NULL AND app.may_see_video(video)
      AND EXISTS (SELECT FROM public.comments reply WHERE reply.parent_id = parent.id AND reply.deleted_at IS NULL)
    UNION
    SELECT parent.* FROM public.comments parent JOIN above ON above.parent_id = parent.id
    WHERE parent.deleted_at IS NOT NULL
  )
  SELECT above.id, above.parent_id, above.position_seconds, above.order_ms, above.version, above.created_at,
    above.deleted_at
  FROM above;
END;
--> statement-breakpoint

-- Row-level security for one table. Its owner sees rows inside SECURITY DEFINER functions that others call, but not
-- when connected itself, unless it says so: SET app.role = 'internal'.
CREATE FUNCTION app.protect(relation regclass) RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', relation);
  EXECUTE format('CREATE POLICY internal ON %s TO CURRENT_USER USING (current_user <> session_user OR app.actor_role() = ''internal'')', relation);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.protect(regclass) FROM PUBLIC;
--> statement-breakpoint
SELECT app.protect(oid) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace;
--> statement-breakpoint

-- accounts -----------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE, DELETE ON users, identities, sessions, verifications TO lockstep_auth;
GRANT SELECT, INSERT ON organizations, organization_members TO lockstep_auth;
CREATE POLICY accounts ON users TO lockstep_auth USING (true);
CREATE POLICY accounts ON identities TO lockstep_auth USING (true);
CREATE POLICY accounts ON sessions TO lockstep_auth USING (true);
CREATE POLICY accounts ON verifications TO lockstep_auth USING (true);
CREATE POLICY accounts_look ON organizations FOR SELECT TO lockstep_auth USING (true);
CREATE POLICY accounts_sign_up ON organizations FOR INSERT TO lockstep_auth WITH CHECK (kind = 'personal');
CREATE POLICY accounts_look ON organization_members FOR SELECT TO lockstep_auth USING (true);
CREATE POLICY accounts_sign_up ON organization_members FOR INSERT TO lockstep_auth WITH CHECK (role = 'OWNER');
--> statement-breakpoint
-- A person's public face, and nothing else of the account.
GRANT SELECT (id, name, username, avatar_url, bio, account_type, is_verified, created_at) ON users TO lockstep_app;
CREATE POLICY faces ON users FOR SELECT TO lockstep_app USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (name, slug, description, logo_url, settings, updated_at)
  ON organizations TO lockstep_app;
CREATE POLICY see ON organizations FOR SELECT TO lockstep_app
  USING (id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]) OR (SELECT app.is_service()));
CREATE POLICY found ON organizations FOR INSERT TO lockstep_app
  WITH CHECK ((SELECT app.actor_role()) = 'registered' AND kind = 'team');
CREATE POLICY edit ON organizations FOR UPDATE TO lockstep_app
  USING (id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
CREATE POLICY dissolve ON organizations FOR DELETE TO lockstep_app
  USING (kind = 'team' AND id = ANY ((SELECT app.organization_ids('OWNER'))::uuid[]));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (role, updated_at) ON organization_members TO lockstep_app;
CREATE POLICY see ON organization_members FOR SELECT TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]) OR (SELECT app.is_service()));
CREATE POLICY admit ON organization_members FOR INSERT TO lockstep_app
  WITH CHECK (organization_id = ANY ((SELECT app.organization_ids('OWNER'))::uuid[])
    OR (role <> 'OWNER' AND organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[])));
CREATE POLICY promote ON organization_members FOR UPDATE TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('OWNER'))::uuid[])
    OR (role <> 'OWNER' AND organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[])));
CREATE POLICY dismiss ON organization_members FOR DELETE TO lockstep_app
  USING (user_id = (SELECT app.actor_id())
    OR organization_id = ANY ((SELECT app.organization_ids('OWNER'))::uuid[])
    OR (role <> 'OWNER' AND organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[])));
--> statement-breakpoint

-- library ------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, DELETE, UPDATE (name, slug, description, updated_at) ON channels TO lockstep_app;
CREATE POLICY see ON channels FOR SELECT TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]) OR (SELECT app.is_service()));
CREATE POLICY open ON channels FOR INSERT TO lockstep_app
  WITH CHECK (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]) AND member_count = 0);
CREATE POLICY edit ON channels FOR UPDATE TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
CREATE POLICY close ON channels FOR DELETE TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON channel_members TO lockstep_app;
CREATE POLICY see ON channel_members FOR SELECT TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]) OR (SELECT app.is_service()));
CREATE POLICY enter ON channel_members FOR INSERT TO lockstep_app
  WITH CHECK (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[])
    OR (user_id = (SELECT app.actor_id()) AND organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[])));
CREATE POLICY leave ON channel_members FOR DELETE TO lockstep_app
  USING (user_id = (SELECT app.actor_id()) OR organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (name, description, updated_at) ON series TO lockstep_app;
CREATE POLICY see ON series FOR SELECT TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]) OR (SELECT app.is_service()));
CREATE POLICY edit ON series TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
--> statement-breakpoint
-- Counters, ids, author, organization and what only an administrator sets are not among the columns to be updated.
GRANT SELECT, INSERT, DELETE, UPDATE (
  title, description, channel_id, series_id, series_position, duration_seconds, file_size_bytes, mime_type, width,
  height, frame_rate_num, frame_rate_den, source_url, youtube_id, source_channel_name, media_key, media_version,
  thumbnail_key, processing_status, processing_progress, processing_error, visibility, tags, metadata, version_of,
  published_at, archived_at, deleted_at, updated_at
) ON videos TO lockstep_app;
-- @NOTE An unlisted video is readable to all, since a policy cannot know who was given its link: lists ask is_public.
CREATE POLICY see ON videos FOR SELECT TO lockstep_app
  USING ((SELECT app.is_service())
    OR ((deleted_at IS NULL OR deleted_at = now()::timestamptz(3)) AND (
      visibility IN ('public', 'unlisted')
      OR author_id = (SELECT app.actor_id())
      OR organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[])
      OR (visibility = 'organization' AND organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[])))));
CREATE POLICY make ON videos FOR INSERT TO lockstep_app
  WITH CHECK (view_count = 0 AND like_count = 0 AND comment_count = 0 AND NOT is_featured
    AND ((SELECT app.actor_role()) = 'service:media'
      OR (author_id = (SELECT app.actor_id()) AND organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]))));
CREATE POLICY edit ON videos FOR UPDATE TO lockstep_app
  USING ((SELECT app.actor_role()) IN ('service:media', 'service:cron')
    OR author_id = (SELECT app.actor_id())
    OR organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
CREATE POLICY purge ON videos FOR DELETE TO lockstep_app
  USING ((SELECT app.actor_role()) IN ('service:media', 'service:cron'));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON uploads TO lockstep_app;
CREATE POLICY send ON uploads TO lockstep_app
  USING (user_id = (SELECT app.actor_id()) OR (SELECT app.actor_role()) IN ('service:media', 'service:cron'))
  WITH CHECK ((user_id = (SELECT app.actor_id()) AND app.may_manage_video(video_id))
    OR (SELECT app.actor_role()) = 'service:media');
--> statement-breakpoint

-- outline: seen with the video, written by who may manage it ---------------------------------------------------------
-- A scalar subquery, not EXISTS or IN: it cannot be planned as a scan of every video.
GRANT SELECT, INSERT, UPDATE, DELETE ON chapters TO lockstep_app;
CREATE POLICY see ON chapters FOR SELECT TO lockstep_app
  USING ((SELECT videos.id FROM videos WHERE videos.id = chapters.video_id) IS NOT NULL);
CREATE POLICY add ON chapters FOR INSERT TO lockstep_app
  WITH CHECK (app.may_manage_video(video_id) OR (SELECT app.actor_role()) = 'service:media');
CREATE POLICY edit ON chapters FOR UPDATE TO lockstep_app
  USING (app.may_manage_video(video_id) OR (SELECT app.actor_role()) = 'service:media');
CREATE POLICY remove ON chapters FOR DELETE TO lockstep_app
  USING (app.may_manage_video(video_id) OR (SELECT app.actor_role()) = 'service:media');
--> statement-breakpoint

-- social: the room is the only writer of comments and likes ----------------------------------------------------------
GRANT SELECT, INSERT, DELETE, UPDATE (
  chapter_id, content, position_seconds, end_seconds, frame, drawing, is_edited, resolved_at, resolved_by, room_epoch,
  room_seq, version, deleted_at, updated_at
) ON comments TO lockstep_app;
CREATE POLICY see ON comments FOR SELECT TO lockstep_app
  USING ((SELECT app.is_service())
    OR (deleted_at IS NULL AND (SELECT videos.id FROM videos WHERE videos.id = comments.video_id) IS NOT NULL));
CREATE POLICY add ON comments FOR INSERT TO lockstep_app
  WITH CHECK ((SELECT app.actor_role()) = 'service:room' AND like_count = 0);
CREATE POLICY edit ON comments FOR UPDATE TO lockstep_app USING ((SELECT app.actor_role()) = 'service:room');
CREATE POLICY purge ON comments FOR DELETE TO lockstep_app
  USING ((SELECT app.actor_role()) IN ('service:room', 'service:cron'));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON likes TO lockstep_app;
CREATE POLICY see ON likes FOR SELECT TO lockstep_app
  USING (user_id = (SELECT app.actor_id()) OR (SELECT app.is_service()));
CREATE POLICY add ON likes FOR INSERT TO lockstep_app WITH CHECK ((SELECT app.actor_role()) = 'service:room');
CREATE POLICY take ON likes FOR DELETE TO lockstep_app USING ((SELECT app.actor_role()) = 'service:room');
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON video_progress TO lockstep_app;
CREATE POLICY keep ON video_progress TO lockstep_app
  USING (user_id = (SELECT app.actor_id()) OR (SELECT app.actor_role()) IN ('service:room', 'service:cron'))
  WITH CHECK ((user_id = (SELECT app.actor_id()) AND app.may_see_video(video_id))
    OR (SELECT app.actor_role()) = 'service:room');
--> statement-breakpoint

-- rooms --------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, DELETE, UPDATE (host_id, control_mode, stall_policy, started_at, ended_at, updated_at)
  ON screenings TO lockstep_app;
CREATE POLICY see ON screenings FOR SELECT TO lockstep_app
  USING ((SELECT videos.id FROM videos WHERE videos.id = screenings.video_id) IS NOT NULL);
CREATE POLICY write ON screenings TO lockstep_app USING ((SELECT app.actor_role()) = 'service:room');
CREATE POLICY purge ON screenings FOR DELETE TO lockstep_app USING ((SELECT app.actor_role()) = 'service:cron');
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (joined_at, left_at, updated_at) ON screening_attendees TO lockstep_app;
-- Who was there is known to those who were, to the host and to who manages the video.
CREATE POLICY see ON screening_attendees FOR SELECT TO lockstep_app
  USING (user_id = (SELECT app.actor_id()) OR (SELECT app.is_service()) OR (
    SELECT screenings.host_id = (SELECT app.actor_id()) OR app.may_manage_video(screenings.video_id)
    FROM screenings WHERE screenings.id = screening_attendees.screening_id));
CREATE POLICY write ON screening_attendees TO lockstep_app USING ((SELECT app.actor_role()) = 'service:room');
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (epoch, flushed_seq, updated_at) ON room_watermarks TO lockstep_app;
CREATE POLICY write ON room_watermarks TO lockstep_app USING ((SELECT app.actor_role()) = 'service:room');
CREATE POLICY see ON room_watermarks FOR SELECT TO lockstep_app USING ((SELECT app.is_service()));
