CREATE TABLE "search_words" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"word" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "transcript_cues_text_idx";--> statement-breakpoint
ALTER TABLE "transcript_cues" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('pg_catalog.english', text)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "search_words_word_idx" ON "search_words" USING btree ("word");--> statement-breakpoint
CREATE INDEX "transcript_cues_text_idx" ON "transcript_cues" USING gin ("transcript_id","words");--> statement-breakpoint

-- By hand from here on.
SELECT app.protect('search_words');
--> statement-breakpoint
ALTER POLICY internal ON search_words USING (true);
--> statement-breakpoint
-- The index gathers every video of every word that begins so before it asks for anything else; of
-- whole words it reads only what all of them share. So the beginning of a word is spelt out into the words there are.
-- They are of all tenants: nobody reads them but the functions that find. A word may stand twice, since what looks
-- whether it is there waits for nobody, and stays when the last video that said it is gone: it finds nothing then.
CREATE FUNCTION app.learn_words(learnt uuid[]) RETURNS void LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  INSERT INTO public.search_words (word)
  SELECT said.word
  FROM (
    SELECT DISTINCT w.lexeme COLLATE "C" AS word
    FROM public.video_search s CROSS JOIN LATERAL unnest(s.words) w WHERE s.id = ANY (learnt)
  ) said
  WHERE NOT EXISTS (SELECT FROM public.search_words known WHERE known.word = said.word);
END;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.learn_words(uuid[]) FROM PUBLIC;
--> statement-breakpoint
-- Exactly the same is found: what begins more than 64 words stays a beginning.
CREATE FUNCTION app.spell_out(wanted tsquery) RETURNS tsquery
LANGUAGE plpgsql STABLE SET search_path = '' AS $$
DECLARE
  spelt text := wanted::text;
  begun text;
  words text[];
BEGIN
  FOR begun IN SELECT DISTINCT part[1] FROM regexp_matches(spelt, '''([[:alnum:]]+)'':\*', 'g') part LOOP
    words := ARRAY (
      SELECT known.word FROM public.search_words known
      WHERE known.word >= begun COLLATE "C" AND known.word < (begun || chr(1114111)) COLLATE "C"
      ORDER BY known.word LIMIT 65);
    CONTINUE WHEN cardinality(words) > 64;
    -- Where there is none, the beginning itself, which is no word of any video.
    spelt := replace(spelt, '''' || begun || ''':*', '(' || coalesce((
      SELECT string_agg(DISTINCT '''' || replace(replace(word, '\', '\\'), '''', '''''') || '''', '|')
      FROM unnest(words) AS word), '''' || begun || '''') || ')');
  END LOOP;
  RETURN spelt::tsquery;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.spell_out(tsquery) FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION app.learn_new_videos() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.learn_words(ARRAY (SELECT id FROM inserted));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER learn_words AFTER INSERT ON videos REFERENCING NEW TABLE AS inserted
  FOR EACH STATEMENT EXECUTE FUNCTION app.learn_new_videos();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.keep_video_search() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF tg_op = 'INSERT' OR OLD.deleted_at IS NOT NULL OR NEW.deleted_at IS NOT NULL THEN
    DELETE FROM public.video_search WHERE tg_op = 'UPDATE' AND id = NEW.id;
    -- As it stands by now: another trigger may have found it to be the newest of its stack, or not.
    IF NEW.deleted_at IS NULL THEN PERFORM app.index_video(videos) FROM public.videos WHERE id = NEW.id; END IF;
    IF tg_op = 'UPDATE' THEN PERFORM app.learn_words(ARRAY[NEW.id]); END IF;
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
    PERFORM app.learn_words(ARRAY[NEW.id]);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.keep_spoken_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  spoken uuid[] := ARRAY (SELECT transcripts.video_id FROM public.transcripts
    WHERE transcripts.is_default AND transcripts.id IN (SELECT transcript_id FROM changed));
BEGIN
  UPDATE public.video_search SET words = app.video_words(videos) FROM public.videos
  WHERE videos.id = video_search.id AND videos.id = ANY (spoken);
  PERFORM app.learn_words(spoken);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.keep_default_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  spoken uuid[] := ARRAY (SELECT DISTINCT video_id FROM changed);
BEGIN
  UPDATE public.video_search SET words = app.video_words(videos) FROM public.videos
  WHERE videos.id = video_search.id AND videos.id = ANY (spoken);
  PERFORM app.learn_words(spoken);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What the walk did not find is looked up in whole words, where there are not too many of them: so quickly that few are
-- walked, as of marks.
CREATE OR REPLACE FUNCTION app.find_matches(wanted tsquery, filter jsonb, wanted_marks text[], after_at timestamptz, after_id uuid,
  is_oldest_first boolean, most integer)
RETURNS TABLE (id uuid, created_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
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
  sought := app.spell_out(wanted);
  begins := coalesce(sought::text LIKE '%:*%', false);
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
    USING me, mine, managed, filter, wanted_marks, sought, eras,
      CASE WHEN begins AND upto <> ending THEN upto END, CASE WHEN begins AND NOT is_from_end THEN era END,
      era, upto, after_at, after_id, left_over;
    GET DIAGNOSTICS came = ROW_COUNT;
    left_over := left_over - came;
    era := upto + way;
    width := least(width * 8, 1 + ceil(1.3 * width * left_over / greatest(came, 0.5)));
  END LOOP;
END $$;
--> statement-breakpoint
-- Those that are said already.
DO $$
BEGIN
  PERFORM set_config('app.role', 'internal', true);
  PERFORM app.learn_words(ARRAY (SELECT id FROM public.video_search));
  PERFORM set_config('app.role', '', true);
END $$;
--> statement-breakpoint
-- What a cue says is kept as it is looked for: of each video found, all its cues are read to tell where it is said, and
-- taking them apart anew was most of what a search took. A short transcript is read, a long one looked up.
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