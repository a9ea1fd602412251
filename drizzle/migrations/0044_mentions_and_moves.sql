-- A video that moves is told of in both organizations; what it loses by that is part of it, and no update besides.
CREATE OR REPLACE FUNCTION app.tell_of_video() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  video public.videos := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  what text[] := '{}';
  changed text[] := '{}';
  one text;
  facts jsonb;
  said jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    what := ARRAY['video.created'] || CASE WHEN NEW.processing_status = 'complete' THEN ARRAY['video.ready'] ELSE '{}' END;
  ELSIF TG_OP = 'DELETE' THEN
    what := CASE WHEN OLD.deleted_at IS NULL THEN ARRAY['video.deleted'] ELSE '{}' END;
  ELSIF OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL THEN
    what := ARRAY['video.deleted'];
  ELSIF OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL THEN
    what := ARRAY['video.restored'];
  ELSIF OLD.organization_id <> NEW.organization_id THEN
    what := ARRAY['video.moved'];
  ELSIF NEW.deleted_at IS NULL THEN
    changed := array_remove(ARRAY[
      CASE WHEN OLD.title <> NEW.title THEN 'title' END,
      CASE WHEN OLD.description IS DISTINCT FROM NEW.description THEN 'description' END,
      CASE WHEN OLD.visibility <> NEW.visibility THEN 'visibility' END,
      CASE WHEN OLD.channel_id IS DISTINCT FROM NEW.channel_id THEN 'channelId' END,
      CASE WHEN OLD.series_id IS DISTINCT FROM NEW.series_id THEN 'seriesId' END,
      CASE WHEN OLD.tags <> NEW.tags THEN 'tags' END,
      CASE WHEN OLD.is_featured <> NEW.is_featured THEN 'isFeatured' END,
      CASE WHEN OLD.published_at IS DISTINCT FROM NEW.published_at THEN 'publishedAt' END,
      CASE WHEN OLD.archived_at IS DISTINCT FROM NEW.archived_at THEN 'archivedAt' END
    ], NULL);
    what := CASE WHEN changed <> '{}' THEN ARRAY['video.updated'] ELSE '{}' END || CASE
      WHEN OLD.processing_status <> 'complete' AND NEW.processing_status = 'complete' THEN ARRAY['video.ready']
      ELSE '{}' END;
  END IF;
  facts := jsonb_build_object('videoId', video.id, 'shortId', video.short_id, 'title', video.title,
    'visibility', video.visibility, 'authorId', video.author_id, 'channelId', video.channel_id,
    'seriesId', video.series_id, 'durationSeconds', video.duration_seconds);
  FOREACH one IN ARRAY what LOOP
    said := facts || CASE one WHEN 'video.updated' THEN jsonb_build_object('changed', changed)
      WHEN 'video.moved' THEN jsonb_build_object('fromOrganizationId', OLD.organization_id,
        'toOrganizationId', NEW.organization_id)
      ELSE '{}' END;
    PERFORM app.tell_webhooks(video.organization_id, one, jsonb_build_array(said));
    IF one = 'video.moved' THEN
      PERFORM app.tell_webhooks(OLD.organization_id, one, jsonb_build_array(said));
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER tell_of_change ON videos;
--> statement-breakpoint
CREATE TRIGGER tell_of_change AFTER UPDATE ON videos FOR EACH ROW
  WHEN ((OLD.title, OLD.description, OLD.visibility, OLD.channel_id, OLD.series_id, OLD.tags, OLD.is_featured,
    OLD.published_at, OLD.archived_at, OLD.deleted_at, OLD.processing_status, OLD.organization_id)
    IS DISTINCT FROM (NEW.title, NEW.description, NEW.visibility, NEW.channel_id, NEW.series_id, NEW.tags,
    NEW.is_featured, NEW.published_at, NEW.archived_at, NEW.deleted_at, NEW.processing_status, NEW.organization_id))
  EXECUTE FUNCTION app.tell_of_video();
--> statement-breakpoint
-- Whom a comment named was said in it, too.
CREATE OR REPLACE FUNCTION app.purge_comments(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE purged integer;
BEGIN
  IF app.actor_role() <> 'service:cron' THEN
    RAISE EXCEPTION 'Only the clean-up purges.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.comments SET content = '', drawing = NULL, mentioned_ids = '{}' WHERE id IN (
    SELECT due.id FROM public.comments AS due
    WHERE due.deleted_at < now() - interval '30 days' AND (due.content <> '' OR due.drawing IS NOT NULL)
    ORDER BY due.deleted_at LIMIT most FOR NO KEY UPDATE SKIP LOCKED);
  GET DIAGNOSTICS purged = ROW_COUNT;
  RETURN purged;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  PERFORM set_config('app.role', 'internal', true);
  UPDATE comments SET mentioned_ids = '{}' WHERE deleted_at IS NOT NULL AND content = '' AND mentioned_ids <> '{}';
  PERFORM set_config('app.role', '', true);
END $$;
