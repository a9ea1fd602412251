DROP INDEX "video_search_title_idx";--> statement-breakpoint
ALTER TABLE "video_search" ADD COLUMN "is_latest" boolean DEFAULT true NOT NULL;
--> statement-breakpoint

-- By hand from here on. Of a stack of versions a list shows the newest, unless all are asked for. What is marked, with no
-- words asked for, is looked up at once.
CREATE OR REPLACE FUNCTION app.index_video(video public.videos) RETURNS void LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  INSERT INTO public.video_search (id, organization_id, author_id, channel_id, series_id, visibility,
    processing_status, is_featured, is_archived, duration_seconds, published_at, created_at, marks, words, is_latest)
  VALUES (video.id, video.organization_id, video.author_id, video.channel_id, video.series_id, video.visibility,
    video.processing_status, video.is_featured, video.archived_at IS NOT NULL, video.duration_seconds,
    video.published_at, video.created_at, app.video_marks(video.id, video.tags),
    app.video_words(video), video.is_latest);
END;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.keep_video_search() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF tg_op = 'INSERT' OR OLD.deleted_at IS NOT NULL OR NEW.deleted_at IS NOT NULL THEN
    DELETE FROM public.video_search WHERE tg_op = 'UPDATE' AND id = NEW.id;
    -- As it stands by now: another trigger may have found it to be the newest of its stack, or not.
    IF NEW.deleted_at IS NULL THEN PERFORM app.index_video(videos) FROM public.videos WHERE id = NEW.id; END IF;
    RETURN NULL;
  END IF;
  UPDATE public.video_search SET
    organization_id = NEW.organization_id, author_id = NEW.author_id, channel_id = NEW.channel_id,
    series_id = NEW.series_id, visibility = NEW.visibility, processing_status = NEW.processing_status,
    is_featured = NEW.is_featured, is_archived = NEW.archived_at IS NOT NULL,
    duration_seconds = NEW.duration_seconds, published_at = NEW.published_at, is_latest = NEW.is_latest
  WHERE id = NEW.id;
  IF (OLD.title, OLD.description, OLD.tags) IS DISTINCT FROM (NEW.title, NEW.description, NEW.tags) THEN
    UPDATE public.video_search SET marks = app.video_marks(NEW.id, NEW.tags),
      words = app.video_words(NEW)
    WHERE id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER keep_search ON videos;
--> statement-breakpoint
CREATE TRIGGER keep_search AFTER INSERT OR UPDATE OF title, description, tags, organization_id, author_id, channel_id,
  series_id, visibility, processing_status, is_featured, archived_at, deleted_at, duration_seconds, published_at,
  is_latest
  ON videos FOR EACH ROW EXECUTE FUNCTION app.keep_video_search();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.search_where() RETURNS text LANGUAGE sql IMMUTABLE SET search_path = ''
RETURN $$
  (s.is_open OR s.author_id = $1 OR s.organization_id = ANY ($3)
    OR (s.visibility <> 'private' AND s.organization_id = ANY ($2)))
  AND ($5 IS NULL OR s.marks @> $5)
  AND ($4 ->> 'author' IS NULL OR s.author_id = ($4 ->> 'author')::uuid)
  AND ($4 ->> 'organization' IS NULL OR s.organization_id = ($4 ->> 'organization')::uuid)
  AND ($4 ->> 'channel' IS NULL OR s.channel_id = ($4 ->> 'channel')::uuid)
  AND ($4 ->> 'series' IS NULL OR s.series_id = ($4 ->> 'series')::uuid)
  AND ($4 ->> 'visibility' IS NULL OR s.visibility = ($4 ->> 'visibility')::public.video_visibility)
  AND ($4 ->> 'status' IS NULL OR s.processing_status = ($4 ->> 'status')::public.processing_status)
  AND ($4 ->> 'featured' IS NULL OR s.is_featured = ($4 ->> 'featured')::boolean)
  AND CASE $4 ->> 'archived' WHEN 'only' THEN s.is_archived WHEN 'include' THEN true ELSE NOT s.is_archived END
  AND ($4 ->> 'versions' IS NOT DISTINCT FROM 'all' OR s.is_latest)
  AND ($4 ->> 'minSeconds' IS NULL OR s.duration_seconds >= ($4 ->> 'minSeconds')::numeric)
  AND ($4 ->> 'maxSeconds' IS NULL OR s.duration_seconds <= ($4 ->> 'maxSeconds')::numeric)
  AND ($4 ->> 'createdFrom' IS NULL OR s.created_at >= ($4 ->> 'createdFrom')::timestamptz)
  AND ($4 ->> 'createdBefore' IS NULL OR s.created_at < ($4 ->> 'createdBefore')::timestamptz)
  AND ($4 ->> 'publishedFrom' IS NULL OR s.published_at >= ($4 ->> 'publishedFrom')::timestamptz)
  AND ($4 ->> 'publishedBefore' IS NULL OR s.published_at < ($4 ->> 'publishedBefore')::timestamptz)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.find_matches(wanted tsquery, filter jsonb, wanted_marks text[], after_at timestamptz, after_id uuid,
  is_oldest_first boolean, most integer)
RETURNS TABLE (id uuid, created_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  begins boolean := coalesce(wanted::text LIKE '%:*%', false);
  at_once integer := CASE WHEN begins THEN 2000 ELSE 1000 END;
  beyond text := CASE WHEN is_oldest_first THEN '>' ELSE '<' END;
  direction text := CASE WHEN is_oldest_first THEN 'ASC' ELSE 'DESC' END;
  way integer := CASE WHEN is_oldest_first THEN 1 ELSE -1 END;
  me uuid := app.actor_id();
  mine uuid[] := app.organization_ids('MEMBER');
  managed uuid[] := app.organization_ids('ADMIN');
  ids uuid[];
  moments timestamptz[];
  walked integer;
  last_at timestamptz;
  last_id uuid;
  era integer;
  ending integer;
  upto integer;
  width integer := 2;
  left_over integer := most;
  came integer;
BEGIN
  -- The index gathers marks quickly, however many have them.
  IF wanted IS NULL THEN at_once := 0; END IF;
  EXECUTE format('
    SELECT array_agg(w.id ORDER BY n) FILTER (WHERE w.is_match), array_agg(w.created_at ORDER BY n) FILTER (WHERE w.is_match),
      count(*), (array_agg(w.created_at ORDER BY n DESC))[1], (array_agg(w.id ORDER BY n DESC))[1]
    FROM (
      SELECT row_number() OVER () AS n, near.id, near.created_at,
        ($6 IS NULL OR near.words @@ $6) AND ($10 IS NULL OR near.marks @> $10) AS is_match
      FROM (
        SELECT s.id, s.created_at, s.words, s.marks FROM public.video_search s
        WHERE ' || app.search_where() || ' AND ($7 IS NULL OR (s.created_at, s.id) %1$s ($7, $8))
        ORDER BY s.created_at %2$s, s.id %2$s LIMIT $9
      ) near
    ) w', beyond, direction)
  INTO ids, moments, walked, last_at, last_id
  USING me, mine, managed, filter, NULL::text[], wanted, after_at, after_id, at_once, wanted_marks;
  RETURN QUERY SELECT * FROM unnest(ids, moments) LIMIT most;
  left_over := most - coalesce(cardinality(ids), 0);
  IF left_over <= 0 OR walked < at_once THEN RETURN; END IF;
  after_at := coalesce(last_at, after_at);
  after_id := coalesce(last_id, after_id);
  IF is_oldest_first THEN
    SELECT s.era INTO era FROM public.video_search s WHERE after_at IS NULL OR s.created_at >= after_at
    ORDER BY s.created_at, s.id LIMIT 1;
    SELECT s.era INTO ending FROM public.video_search s ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
  ELSE
    SELECT s.era INTO era FROM public.video_search s WHERE after_at IS NULL OR s.created_at <= after_at
    ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
    SELECT s.era INTO ending FROM public.video_search s ORDER BY s.created_at, s.id LIMIT 1;
  END IF;
  WHILE left_over > 0 AND (ending - era) * way >= 0 LOOP
    upto := CASE WHEN begins THEN ending ELSE era + way * least(width - 1, abs(ending - era)) END;
    RETURN QUERY EXECUTE format('
      WITH hit AS MATERIALIZED (
        SELECT s.id, s.created_at FROM public.video_search s
        WHERE ($7 IS NULL OR s.era = ANY ($7)) AND ($6 IS NULL OR s.words @@ $6) AND ' || app.search_where() || '
          AND ($8 IS NULL OR (s.created_at, s.id) %1$s ($8, $9))
      )
      SELECT hit.id, hit.created_at FROM hit ORDER BY hit.created_at %2$s, hit.id %2$s LIMIT $10', beyond, direction)
    USING me, mine, managed, filter, wanted_marks, wanted,
      CASE WHEN NOT begins THEN ARRAY (SELECT generate_series(least(era, upto), greatest(era, upto))) END,
      after_at, after_id, left_over;
    GET DIAGNOSTICS came = ROW_COUNT;
    left_over := left_over - came;
    era := upto + way;
    width := least(width * 8, ceil(1.3 * width * left_over / greatest(came, 1))::integer);
  END LOOP;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  PERFORM set_config('app.role', 'internal', true);
  UPDATE public.video_search SET is_latest = false FROM public.videos
  WHERE videos.id = video_search.id AND NOT videos.is_latest;
  PERFORM set_config('app.role', '', true);
END $$;
