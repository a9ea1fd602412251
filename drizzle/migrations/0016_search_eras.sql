DROP INDEX "video_search_words_idx";--> statement-breakpoint
DROP INDEX "video_search_marks_idx";--> statement-breakpoint
ALTER TABLE "video_search" ADD COLUMN "era" integer GENERATED ALWAYS AS (floor(extract(epoch from created_at - timestamptz '2000-01-01 00:00:00+00') / 604800)::integer) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "videos_organization_archived_idx" ON "videos" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "videos_organization_unfinished_idx" ON "videos" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE processing_status <> 'complete';--> statement-breakpoint
CREATE INDEX "videos_listed_featured_idx" ON "videos" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_listed and is_featured;--> statement-breakpoint
CREATE INDEX "video_search_found_idx" ON "video_search" USING gin ("era","words","marks");--> statement-breakpoint

-- By hand from here on. What is found comes in the order of time, newest or oldest first. Thousands of rows are looked at
-- as they stand, which is enough for what many know. What few know is looked up, some weeks at a time, as many as would
-- be enough if it went on as it began; the beginning of a word at once, for the index gathers all it may become anew for
-- each week. The planner is not asked to choose: it cannot know that the words it counted are not those this person may
-- see. Weeks are listed, for of a range the index would read all before its end.
DROP FUNCTION app.find_videos(text, jsonb, text[], timestamptz, uuid, boolean, integer);
--> statement-breakpoint
CREATE FUNCTION app.find_matches(wanted tsquery, filter jsonb, wanted_marks text[], after_at timestamptz, after_id uuid,
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
  era integer;
  ending integer;
  upto integer;
  width integer := 2;
  left_over integer := most;
  came integer;
BEGIN
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
  INTO ids, moments, walked, after_at, after_id
  USING me, mine, managed, filter, NULL::text[], wanted, after_at, after_id, at_once, wanted_marks;
  RETURN QUERY SELECT * FROM unnest(ids, moments) LIMIT most;
  left_over := most - coalesce(cardinality(ids), 0);
  IF left_over <= 0 OR walked < at_once THEN RETURN; END IF;
  SELECT s.era INTO era FROM public.video_search s WHERE s.id = after_id;
  IF is_oldest_first THEN
    SELECT s.era INTO ending FROM public.video_search s ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
  ELSE
    SELECT s.era INTO ending FROM public.video_search s ORDER BY s.created_at, s.id LIMIT 1;
  END IF;
  WHILE left_over > 0 AND (ending - era) * way >= 0 LOOP
    upto := CASE WHEN begins THEN ending ELSE era + way * least(width - 1, abs(ending - era)) END;
    RETURN QUERY EXECUTE format('
      WITH hit AS MATERIALIZED (
        SELECT s.id, s.created_at FROM public.video_search s
        WHERE ($7 IS NULL OR s.era = ANY ($7)) AND ($6 IS NULL OR s.words @@ $6) AND ' || app.search_where() || '
          AND (s.created_at, s.id) %1$s ($8, $9)
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
CREATE FUNCTION app.find_videos(q text, filter jsonb, wanted_marks text[], after_at timestamptz, after_id uuid,
  is_oldest_first boolean, most integer)
RETURNS TABLE (id uuid, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT found.id, found.created_at
  FROM app.find_matches(app.search_query(q), filter, wanted_marks, after_at, after_id, is_oldest_first, most) found;
END;
--> statement-breakpoint
-- The newest 201 that match, ranked. More than that would have to be read one by one to be ranked, and a word that
-- half the library knows says nothing about any of them: `found` of 201 means that there are more. Of a phrase the
-- newest 201 that have its words are looked at, since the index knows words only.
CREATE OR REPLACE FUNCTION app.rank_videos(q text, filter jsonb, wanted_marks text[])
RETURNS TABLE (id uuid, rank real, created_at timestamptz, found integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  wanted tsquery := app.search_query(q);
BEGIN
  IF querytree(wanted) IN ('', 'T') THEN RETURN; END IF;
  -- Row by row (OFFSET 0): a plan kept for any words would look them all up again.
  RETURN QUERY
    SELECT newest.id, ts_rank_cd(newest.words, wanted, 1), newest.created_at, newest.found
    FROM (
      SELECT match.id, match.created_at, (count(*) OVER ())::integer AS found,
        (SELECT s.words FROM public.video_search s WHERE s.id = match.id) AS words
      FROM app.find_matches(regexp_replace(wanted::text, '<(-|[0-9]+)>', '&', 'g')::tsquery, filter, wanted_marks,
        NULL, NULL, false, 201) match
      OFFSET 0
    ) newest
    WHERE newest.words @@ wanted;
END $$;
