-- What the walk did not find is looked up in as many weeks as it takes at the rate of the walk. Weeks are listed for whole
-- words; for the beginning of a word they are a range, open where time ends, for the index gathers all it may become anew
-- with each look. Beyond a year the index is asked for words and marks only. Which weeks they are is asked of the row
-- again (`era + 0` reaches no index). Marks without words, which are looked up quickly, walk less.
CREATE OR REPLACE FUNCTION app.find_matches(wanted tsquery, filter jsonb, wanted_marks text[], after_at timestamptz, after_id uuid,
  is_oldest_first boolean, most integer)
RETURNS TABLE (id uuid, created_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  begins boolean := coalesce(wanted::text LIKE '%:*%', false);
  at_once integer := CASE WHEN wanted IS NULL THEN 400 ELSE 1000 END;
  beyond text := CASE WHEN is_oldest_first THEN '>' ELSE '<' END;
  direction text := CASE WHEN is_oldest_first THEN 'ASC' ELSE 'DESC' END;
  way integer := CASE WHEN is_oldest_first THEN 1 ELSE -1 END;
  me uuid := app.actor_id();
  mine uuid[] := app.organization_ids('MEMBER');
  managed uuid[] := app.organization_ids('ADMIN');
  is_from_end boolean := after_at IS NULL;
  ids uuid[];
  moments timestamptz[];
  walked integer;
  weeks double precision;
  era integer;
  ending integer;
  upto integer;
  eras integer[];
  width integer;
  left_over integer := most;
  came integer;
BEGIN
  EXECUTE format('
    SELECT array_agg(w.id ORDER BY n) FILTER (WHERE w.is_match), array_agg(w.created_at ORDER BY n) FILTER (WHERE w.is_match),
      count(*), extract(epoch FROM max(w.created_at) - min(w.created_at)) / 604800,
      (array_agg(w.created_at ORDER BY n DESC))[1], (array_agg(w.id ORDER BY n DESC))[1]
    FROM (
      SELECT row_number() OVER () AS n, near.id, near.created_at,
        ($6 IS NULL OR near.words @@ $6) AND ($10 IS NULL OR near.marks @> $10) AS is_match
      FROM (
        SELECT s.id, s.created_at, s.words, s.marks FROM public.video_search s
        WHERE ' || app.search_where() || ' AND ($7 IS NULL OR (s.created_at, s.id) %1$s ($7, $8))
        ORDER BY s.created_at %2$s, s.id %2$s LIMIT $9
      ) near
    ) w', beyond, direction)
  INTO ids, moments, walked, weeks, after_at, after_id
  USING me, mine, managed, filter, NULL::text[], wanted, after_at, after_id, at_once, wanted_marks;
  RETURN QUERY SELECT * FROM unnest(ids, moments) LIMIT most;
  left_over := most - coalesce(cardinality(ids), 0);
  IF left_over <= 0 OR walked < at_once THEN RETURN; END IF;
  era := floor(extract(epoch FROM after_at - timestamptz '2000-01-01 00:00:00+00') / 604800);
  width := 1 + least(1.3 * weeks * left_over / greatest(coalesce(cardinality(ids), 0), 0.5), 100000);
  IF is_oldest_first THEN
    SELECT s.era INTO ending FROM public.video_search s ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
  ELSE
    SELECT s.era INTO ending FROM public.video_search s ORDER BY s.created_at, s.id LIMIT 1;
  END IF;
  WHILE left_over > 0 AND (ending - era) * way >= 0 LOOP
    upto := era + way * least(width - 1, abs(ending - era));
    eras := CASE WHEN NOT begins AND abs(upto - era) < 52 THEN ARRAY (SELECT generate_series(least(era, upto), greatest(era, upto))) END;
    RETURN QUERY EXECUTE format('
      WITH hit AS MATERIALIZED (
        SELECT s.id, s.created_at FROM public.video_search s
        WHERE ($7 IS NULL OR s.era = ANY ($7)) AND ($8 IS NULL OR s.era %3$s $8) AND ($9 IS NULL OR $9 %3$s s.era)
          AND s.era + 0 BETWEEN least($10, $11) AND greatest($10, $11) AND ($6 IS NULL OR s.words @@ $6)
          AND ' || app.search_where() || ' AND (s.created_at, s.id) %1$s ($12, $13)
      )
      SELECT hit.id, hit.created_at FROM hit ORDER BY hit.created_at %2$s, hit.id %2$s LIMIT $14',
      beyond, direction, CASE WHEN is_oldest_first THEN '<=' ELSE '>=' END)
    USING me, mine, managed, filter, wanted_marks, wanted, eras,
      CASE WHEN begins AND upto <> ending THEN upto END, CASE WHEN begins AND NOT is_from_end THEN era END,
      era, upto, after_at, after_id, left_over;
    GET DIAGNOSTICS came = ROW_COUNT;
    left_over := left_over - came;
    era := upto + way;
    width := least(width * 8, 1 + ceil(1.3 * width * left_over / greatest(came, 0.5)));
  END LOOP;
END $$;
--> statement-breakpoint
-- The end of what is typed is often a stem as it stands: it is looked up once then.
CREATE OR REPLACE FUNCTION app.search_query(q text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = '' AS $$
DECLARE
  begun text := substring(q FROM '[[:alnum:]]+$');
  before text := left(q, length(q) - length(begun));
  written tsquery;
  begins tsquery;
BEGIN
  IF begun IS NULL OR lower(begun) = 'or' OR before ~ '[^[:space:]("]$'
    OR (length(before) - length(replace(before, '"', ''))) % 2 = 1 THEN
    RETURN websearch_to_tsquery('pg_catalog.english', q);
  END IF;
  written := to_tsquery('pg_catalog.simple', begun || ':*');
  begins := to_tsquery('pg_catalog.english', begun || ':*');
  begins := CASE WHEN begins = written THEN written ELSE written || begins END;
  IF before ~* '\mor[[:space:]]+$' THEN
    RETURN websearch_to_tsquery('pg_catalog.english', regexp_replace(before, 'or[[:space:]]+$', '', 'i')) || begins;
  END IF;
  RETURN CASE WHEN before ~ '[[:alnum:]]' THEN websearch_to_tsquery('pg_catalog.english', before) && begins ELSE begins END;
END $$;
--> statement-breakpoint
-- Where in a video it is said: the first cue with all the words, or else with any. Looked at only where the words of the
-- video, of which those said weigh D, have any of them. A short transcript is read, in a fraction of the time the index
-- takes to gather from all that was ever said; a long one is looked up.
CREATE OR REPLACE FUNCTION app.spoken_hit(video uuid, q text) RETURNS TABLE (start_seconds numeric, end_seconds numeric, text text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  wanted tsquery := app.search_query(q);
  either tsquery := replace(wanted::text, '&', '|')::tsquery;
  spoken uuid := (SELECT transcripts.id FROM public.transcripts
    WHERE transcripts.video_id = video AND transcripts.is_default AND app.may_see_video(video));
BEGIN
  IF spoken IS NULL OR NOT (SELECT ts_filter(s.words, '{d}') @@ either FROM public.video_search s WHERE s.id = video) THEN
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT FROM public.transcript_cues c WHERE c.transcript_id = spoken AND c.position > 100) THEN
    RETURN QUERY
      SELECT said.start_seconds, said.end_seconds, said.text
      FROM (
        SELECT c.*, to_tsvector('pg_catalog.english', c.text) AS words FROM public.transcript_cues c
        WHERE c.transcript_id = spoken OFFSET 0
      ) said
      WHERE said.words @@ either ORDER BY said.words @@ wanted DESC, said.position LIMIT 1;
    RETURN;
  END IF;
  FOR try IN 1..2 LOOP
    RETURN QUERY
      SELECT c.start_seconds, c.end_seconds, c.text FROM public.transcript_cues c
      WHERE c.transcript_id = spoken AND to_tsvector('pg_catalog.english', c.text) @@ wanted
      ORDER BY c.position LIMIT 1;
    EXIT WHEN found OR wanted = either;
    wanted := either;
  END LOOP;
END $$;
