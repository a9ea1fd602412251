-- A search makes out once what is looked for, ranks where it finds, and asks last what takes longest.
DROP FUNCTION app.rank_videos(text, jsonb, text[]);
--> statement-breakpoint
DROP FUNCTION app.find_videos(text, jsonb, text[], timestamptz, uuid, boolean, integer);
--> statement-breakpoint
DROP FUNCTION app.find_matches(tsquery, jsonb, text[], timestamptz, uuid, boolean, integer);
--> statement-breakpoint
DROP FUNCTION app.search_where();
--> statement-breakpoint
DROP FUNCTION app.spoken_hit(uuid, text);
--> statement-breakpoint
-- Only what is asked for: each statement made of it is planned anew.
CREATE FUNCTION app.search_where(filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = ''
RETURN (
  SELECT string_agg('(' || held.clause || ')', ' AND ')
  FROM (VALUES
    ('', $sql$s.is_open OR s.author_id = $1 OR s.organization_id = ANY ($3)
      OR (s.visibility <> 'private' AND s.organization_id = ANY ($2))$sql$),
    ('', '$5 IS NULL OR s.marks @> $5'),
    ('author', $sql$s.author_id = ($4 ->> 'author')::uuid$sql$),
    ('organization', $sql$s.organization_id = ($4 ->> 'organization')::uuid$sql$),
    ('channel', $sql$s.channel_id = ($4 ->> 'channel')::uuid$sql$),
    ('series', $sql$s.series_id = ($4 ->> 'series')::uuid$sql$),
    ('visibility', $sql$s.visibility = ($4 ->> 'visibility')::public.video_visibility$sql$),
    ('status', $sql$s.processing_status = ($4 ->> 'status')::public.processing_status$sql$),
    ('featured', $sql$s.is_featured = ($4 ->> 'featured')::boolean$sql$),
    ('minSeconds', $sql$s.duration_seconds >= ($4 ->> 'minSeconds')::numeric$sql$),
    ('maxSeconds', $sql$s.duration_seconds <= ($4 ->> 'maxSeconds')::numeric$sql$),
    ('createdFrom', $sql$s.created_at >= ($4 ->> 'createdFrom')::timestamptz$sql$),
    ('createdBefore', $sql$s.created_at < ($4 ->> 'createdBefore')::timestamptz$sql$),
    ('publishedFrom', $sql$s.published_at >= ($4 ->> 'publishedFrom')::timestamptz$sql$),
    ('publishedBefore', $sql$s.published_at < ($4 ->> 'publishedBefore')::timestamptz$sql$),
    ('', CASE filter ->> 'archived' WHEN 'only' THEN 's.is_archived' WHEN 'include' THEN 'true' ELSE 'NOT s.is_archived' END),
    ('', CASE filter ->> 'versions' WHEN 'all' THEN 'true' ELSE 's.is_latest' END)
  ) AS held (asked, clause)
  WHERE held.asked = '' OR filter ->> held.asked IS NOT NULL
);
--> statement-breakpoint
-- Those that match, in time, ranked where `ranking` says by what; no rank where that does not match, as of a phrase whose
-- words stand apart. Ranked where they are found, since each would have to be fetched again.
CREATE FUNCTION app.find_matches(wanted tsquery, ranking tsquery, filter jsonb, wanted_marks text[], after_at timestamptz,
  after_id uuid, is_oldest_first boolean, most integer)
RETURNS TABLE (id uuid, created_at timestamptz, rank real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  held text := app.search_where(filter);
  sought tsquery;
  begins boolean;
  at_once integer := 400;
  beyond text := CASE WHEN is_oldest_first THEN '>' ELSE '<' END;
  direction text := CASE WHEN is_oldest_first THEN 'ASC' ELSE 'DESC' END;
  way integer := CASE WHEN is_oldest_first THEN 1 ELSE -1 END;
  me uuid := app.actor_id();
  mine uuid[] := app.organization_ids('MEMBER');
  managed uuid[] := app.organization_ids('ADMIN');
  is_from_end boolean := after_at IS NULL;
  is_match boolean;
  walked integer := 0;
  is_rare boolean := false;
  begun_at timestamptz;
  weeks double precision;
  era integer;
  ending integer;
  upto integer;
  eras integer[];
  width integer;
  left_over integer := most;
  came integer;
BEGIN
  FOR id, created_at, is_match, rank IN EXECUTE format('
    SELECT near.id, near.created_at, near.is_match, CASE WHEN near.is_match AND near.words @@ $11 THEN ts_rank_cd(near.words, $11, 1) END
    FROM (
      SELECT s.id, s.created_at, s.words, ($6 IS NULL OR s.words @@ $6) AND ($10 IS NULL OR s.marks @> $10) AS is_match
      FROM public.video_search s
      WHERE %s AND ($7 IS NULL OR (s.created_at, s.id) %s ($7, $8))
      ORDER BY s.created_at %s, s.id %3$s LIMIT $9
    ) near', held, beyond, direction)
  USING me, mine, managed, filter, NULL::text[], wanted, after_at, after_id, at_once, wanted_marks, ranking LOOP
    walked := walked + 1;
    begun_at := coalesce(begun_at, created_at);
    after_at := created_at;
    after_id := id;
    IF is_match THEN
      RETURN NEXT;
      left_over := left_over - 1;
      IF left_over = 0 THEN RETURN; END IF;
    END IF;
    -- Half the way with less than half of them: the index is quicker.
    is_rare := walked = at_once / 2 AND left_over > most / 2;
    EXIT WHEN is_rare;
  END LOOP;
  IF walked < at_once AND NOT is_rare THEN RETURN; END IF;
  sought := app.spell_out(wanted);
  begins := coalesce(sought::text LIKE '%:*%', false);
  era := floor(extract(epoch FROM after_at - timestamptz '2000-01-01 00:00:00+00') / 604800);
  weeks := abs(extract(epoch FROM after_at - begun_at)) / 604800;
  width := 1 + least(1.3 * weeks * left_over / greatest(most - left_over, 0.5), 100000);
  IF is_oldest_first THEN
    SELECT s.era INTO ending FROM public.video_search s ORDER BY s.created_at DESC, s.id DESC LIMIT 1;
  ELSE
    SELECT s.era INTO ending FROM public.video_search s ORDER BY s.created_at, s.id LIMIT 1;
  END IF;
  WHILE left_over > 0 AND (ending - era) * way >= 0 LOOP
    upto := era + way * least(width - 1, abs(ending - era));
    eras := CASE WHEN NOT begins AND abs(upto - era) < 52 THEN ARRAY (SELECT generate_series(least(era, upto), greatest(era, upto))) END;
    RETURN QUERY EXECUTE format('
      SELECT newest.id, newest.created_at, CASE WHEN newest.words @@ $15 THEN ts_rank_cd(newest.words, $15, 1) END
      FROM (SELECT * FROM (
        SELECT s.id, s.created_at, s.words FROM public.video_search s
        WHERE ($7 IS NULL OR s.era = ANY ($7)) AND ($8 IS NULL OR s.era %3$s $8) AND ($9 IS NULL OR $9 %3$s s.era)
          AND s.era + 0 BETWEEN least($10, $11) AND greatest($10, $11) AND ($6 IS NULL OR s.words @@ $6)
          AND %4$s AND (s.created_at, s.id) %1$s ($12, $13)
        OFFSET 0
      ) hit ORDER BY hit.created_at %2$s, hit.id %2$s LIMIT $14) newest',
      beyond, direction, CASE WHEN is_oldest_first THEN '<=' ELSE '>=' END, held)
    USING me, mine, managed, filter, wanted_marks, sought, eras,
      CASE WHEN begins AND upto <> ending THEN upto END, CASE WHEN begins AND NOT is_from_end THEN era END,
      era, upto, after_at, after_id, left_over, ranking;
    GET DIAGNOSTICS came = ROW_COUNT;
    left_over := left_over - came;
    era := upto + way;
    width := least(width * 8, 1 + ceil(1.3 * width * left_over / greatest(came, 0.5)));
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.find_videos(q text, filter jsonb, wanted_marks text[], after_at timestamptz, after_id uuid,
  is_oldest_first boolean, most integer)
RETURNS TABLE (id uuid, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT found.id, found.created_at
  FROM app.find_matches(app.search_query(q), NULL, filter, wanted_marks, after_at, after_id, is_oldest_first, most) found;
END;
--> statement-breakpoint
-- The newest 201 that match, ranked. More than that would have to be read one by one to be ranked, and a word that
-- half the library knows says nothing about any of them: `found` of 201 means that there are more. Of a phrase the
-- newest 201 that have its words are looked at, since the index knows words only.
CREATE FUNCTION app.rank_videos(q text, filter jsonb, wanted_marks text[])
RETURNS TABLE (id uuid, rank real, created_at timestamptz, found integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  wanted tsquery := app.search_query(q);
BEGIN
  IF querytree(wanted) IN ('', 'T') THEN RETURN; END IF;
  RETURN QUERY
    SELECT newest.id, newest.rank, newest.created_at, newest.found
    FROM (
      SELECT match.*, (count(*) OVER ())::integer AS found
      FROM app.find_matches(regexp_replace(wanted::text, '<(-|[0-9]+)>', '&', 'g')::tsquery, wanted, filter, wanted_marks,
        NULL, NULL, false, 201) match
    ) newest
    WHERE newest.rank IS NOT NULL;
END $$;
--> statement-breakpoint
-- Where in a video it is said: the first cue with all the words, or else with any. Looked at only where the words of the
-- video, of which those said weigh D, have any of them; who may see it is asked then, which takes twenty times as long.
-- A short transcript is read, a long one looked up.
CREATE FUNCTION app.spoken_hit(video uuid, wanted tsquery) RETURNS TABLE (start_seconds numeric, end_seconds numeric, text text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  either tsquery := replace(wanted::text, '&', '|')::tsquery;
  spoken uuid;
BEGIN
  IF NOT (SELECT ts_filter(s.words, '{d}') @@ either FROM public.video_search s WHERE s.id = video) THEN RETURN; END IF;
  spoken := (SELECT transcripts.id FROM public.transcripts
    WHERE transcripts.video_id = video AND transcripts.is_default AND app.may_see_video(video));
  IF spoken IS NULL THEN RETURN; END IF;
  IF NOT EXISTS (SELECT FROM public.transcript_cues c WHERE c.transcript_id = spoken AND c.position > 100) THEN
    RETURN QUERY
      SELECT said.start_seconds, said.end_seconds, said.text
      FROM (SELECT c.* FROM public.transcript_cues c WHERE c.transcript_id = spoken OFFSET 0) said
      WHERE said.words @@ either ORDER BY said.words @@ wanted DESC, said.position LIMIT 1;
    RETURN;
  END IF;
  FOR try IN 1..2 LOOP
    RETURN QUERY
      SELECT c.start_seconds, c.end_seconds, c.text FROM public.transcript_cues c
      WHERE c.transcript_id = spoken AND c.words @@ wanted
      ORDER BY c.position LIMIT 1;
    EXIT WHEN found OR wanted = either;
    wanted := either;
  END LOOP;
END $$;
