-- What the actor deleted, or may bring back as an administrator. Asked of a row, so that of two who change it at once the
-- second is asked again.
CREATE FUNCTION app.is_in_trash(video public.videos) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (video).deleted_at > now() - interval '30 days' AND (
  (video).organization_id = ANY (app.organization_ids('ADMIN'))
  OR ((video).author_id = app.actor_id()
    AND EXISTS (SELECT FROM public.organizations WHERE id = (video).organization_id AND deleted_at IS NULL)));
--> statement-breakpoint
DROP FUNCTION app.restore_video(uuid);
--> statement-breakpoint
CREATE FUNCTION app.restore_videos(ids uuid[]) RETURNS SETOF uuid LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.videos SET deleted_at = NULL WHERE id = ANY (ids) AND app.is_in_trash(videos) RETURNING id;
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.discard_video(video uuid) RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.videos SET deleted_at = now() - interval '31 days'
  WHERE id = video AND app.is_in_trash(videos) RETURNING short_id::text;
$$;
--> statement-breakpoint
DROP FUNCTION app.trash();
--> statement-breakpoint
-- A page of the trash, from a key on: so much of the actor's own, and of each organization they administer.
CREATE FUNCTION app.trash(after_at timestamptz, after_id uuid, is_ascending boolean, most integer)
RETURNS TABLE (id uuid, short_id text, title text, organization_id uuid, author_id uuid, file_size_bytes bigint,
  duration_seconds numeric, deleted_at timestamptz, purged_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  page text := format($q$
      AND videos.deleted_at > now() - interval '30 days' AND (videos.deleted_at, videos.id) %1$s ($1, $2)
    ORDER BY videos.deleted_at %2$s, videos.id %2$s LIMIT $3$q$,
    CASE WHEN is_ascending THEN '>' ELSE '<' END, CASE WHEN is_ascending THEN 'ASC' ELSE 'DESC' END);
BEGIN
  RETURN QUERY EXECUTE format($q$
    WITH found AS (
      (SELECT videos.* FROM public.videos JOIN public.organizations ON organizations.id = videos.organization_id
        WHERE videos.author_id = $4 AND organizations.deleted_at IS NULL %1$s)
      UNION ALL
      SELECT theirs.* FROM unnest($5) AS administered(id) CROSS JOIN LATERAL (
        SELECT videos.* FROM public.videos WHERE videos.organization_id = administered.id %1$s) AS theirs
    )
    SELECT DISTINCT videos.id, videos.short_id::text, videos.title::text, videos.organization_id, videos.author_id,
      videos.file_size_bytes, videos.duration_seconds, videos.deleted_at, videos.deleted_at + interval '30 days'
    FROM found AS videos ORDER BY videos.deleted_at %2$s, videos.id %2$s LIMIT $3$q$,
    page, CASE WHEN is_ascending THEN 'ASC' ELSE 'DESC' END)
  USING coalesce(after_at, 'infinity'), coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'), most,
    app.actor_id(), app.organization_ids('ADMIN');
END $$;
--> statement-breakpoint
-- What has lain there long enough is claimed before anything of it goes: from then on nobody brings it back.
CREATE FUNCTION app.claim_trash(most integer) RETURNS TABLE (id uuid, short_id text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF app.actor_role() <> 'service:cron' THEN
    RAISE EXCEPTION 'Only the clean-up purges.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY UPDATE public.videos SET deleted_at = least(videos.deleted_at, now() - interval '31 days')
    WHERE videos.id IN (
      SELECT due.id FROM public.videos AS due WHERE due.deleted_at <= now() - interval '30 days'
      ORDER BY due.deleted_at LIMIT most FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING videos.id, videos.short_id::text;
END $$;
