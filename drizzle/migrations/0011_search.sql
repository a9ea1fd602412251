-- A word and a transcript in one inverted index. A trusted extension, as btree_gist.
CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
CREATE TABLE "video_search" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"author_id" uuid,
	"channel_id" uuid,
	"series_id" uuid,
	"visibility" "video_visibility" NOT NULL,
	"processing_status" "processing_status" NOT NULL,
	"is_open" boolean GENERATED ALWAYS AS (visibility = 'public' and processing_status = 'complete') STORED NOT NULL,
	"is_featured" boolean NOT NULL,
	"is_archived" boolean NOT NULL,
	"duration_seconds" numeric(10, 3),
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"title" text NOT NULL,
	"marks" text[] NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
DROP INDEX "videos_published_idx";--> statement-breakpoint
DROP INDEX "videos_tags_idx";--> statement-breakpoint
DROP INDEX "videos_search_idx";--> statement-breakpoint
DROP INDEX "transcript_cues_text_idx";--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "is_listed" boolean GENERATED ALWAYS AS (visibility = 'public' and processing_status = 'complete' and archived_at is null and deleted_at is null) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "video_search" ADD CONSTRAINT "video_search_id_videos_id_fk" FOREIGN KEY ("id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "video_search_newest_idx" ON "video_search" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "video_search_organization_idx" ON "video_search" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "video_search_author_idx" ON "video_search" USING btree ("author_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "video_search_channel_idx" ON "video_search" USING btree ("channel_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "video_search_series_idx" ON "video_search" USING btree ("series_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "video_search_words_idx" ON "video_search" USING gin ("words");--> statement-breakpoint
CREATE INDEX "video_search_marks_idx" ON "video_search" USING gin ("marks");--> statement-breakpoint
CREATE INDEX "video_search_title_idx" ON "video_search" USING gin ("title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "videos_organization_updated_idx" ON "videos" USING btree ("organization_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "videos_organization_title_idx" ON "videos" USING btree ("organization_id","title","id");--> statement-breakpoint
CREATE INDEX "videos_author_updated_idx" ON "videos" USING btree ("author_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "videos_author_title_idx" ON "videos" USING btree ("author_id","title","id");--> statement-breakpoint
CREATE INDEX "videos_listed_newest_idx" ON "videos" USING btree ("created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_listed;--> statement-breakpoint
CREATE INDEX "videos_listed_published_idx" ON "videos" USING btree ("published_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_listed;--> statement-breakpoint
CREATE INDEX "videos_listed_viewed_idx" ON "videos" USING btree ("view_count" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_listed;--> statement-breakpoint
CREATE INDEX "videos_listed_liked_idx" ON "videos" USING btree ("like_count" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_listed;--> statement-breakpoint
CREATE INDEX "videos_listed_commented_idx" ON "videos" USING btree ("comment_count" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE is_listed;--> statement-breakpoint
CREATE INDEX "videos_listed_title_idx" ON "videos" USING btree ("title","id") WHERE is_listed;--> statement-breakpoint
CREATE INDEX "transcript_cues_text_idx" ON "transcript_cues" USING gin ("transcript_id",to_tsvector('english', "text"));--> statement-breakpoint

-- By hand from here on. What is found by words and marks stands in a table of its own. No operator of search is
-- leakproof, so a policy that asks anything of a row, or of who asks, would keep them from the index: these two tables
-- let their owner see everything. Others reach `video_search` only through the functions below, which know the rule.
DROP TRIGGER index_words ON videos;
--> statement-breakpoint
DROP FUNCTION app.index_video_words();
--> statement-breakpoint
SELECT app.protect('video_search');
--> statement-breakpoint
ALTER POLICY internal ON video_search USING (true);
--> statement-breakpoint
-- Hundreds of rows are read for one search: what is short stays in the row, and nothing is to be unpacked.
ALTER TABLE video_search ALTER COLUMN words SET STORAGE EXTERNAL, SET (toast_tuple_target = 4096);
--> statement-breakpoint
ALTER POLICY internal ON transcript_cues USING (true);
--> statement-breakpoint

-- Titles and tags also as they are written, so that the beginning of a word finds it: of `anima` and `animation` the
-- stems differ.
-- The transcript is the default one: of it the first 256 Ki characters, or a quarter of them where those, being all
-- different, would pass the megabyte a tsvector may have.
CREATE FUNCTION app.video_words(video public.videos) RETURNS tsvector LANGUAGE plpgsql STABLE SET search_path = '' AS $$
DECLARE
  written tsvector := setweight(to_tsvector('pg_catalog.english', video.title), 'A')
    || setweight(to_tsvector('pg_catalog.simple', video.title), 'A')
    || setweight(to_tsvector('pg_catalog.simple', array_to_string(video.tags, ' ')), 'B')
    || setweight(to_tsvector('pg_catalog.english', coalesce(video.description, '')), 'B');
  spoken text := (
    SELECT left(string_agg(transcript_cues.text, ' ' ORDER BY transcript_cues.position), 262144)
    FROM public.transcripts JOIN public.transcript_cues ON transcript_cues.transcript_id = transcripts.id
    WHERE transcripts.video_id = video.id AND transcripts.is_default
  );
BEGIN
  IF spoken IS NULL THEN RETURN written; END IF;
  RETURN written || setweight(to_tsvector('pg_catalog.english', spoken), 'D');
EXCEPTION WHEN program_limit_exceeded THEN
  RETURN written || setweight(to_tsvector('pg_catalog.english', left(spoken, 65536)), 'D');
END $$;
--> statement-breakpoint
CREATE FUNCTION app.video_marks(video uuid, free_tags text[]) RETURNS text[] LANGUAGE sql STABLE SET search_path = ''
RETURN ARRAY (
  SELECT 'tag:' || tag_id FROM public.video_tags WHERE video_id = video
  UNION ALL SELECT 'category:' || category_id FROM public.video_categories WHERE video_id = video
  UNION SELECT 'free:' || lower(name) FROM unnest(free_tags) AS name
);
--> statement-breakpoint
CREATE FUNCTION app.index_video(video public.videos) RETURNS void LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  INSERT INTO public.video_search (id, organization_id, author_id, channel_id, series_id, visibility,
    processing_status, is_featured, is_archived, duration_seconds, published_at, created_at, title, marks, words)
  VALUES (video.id, video.organization_id, video.author_id, video.channel_id, video.series_id, video.visibility,
    video.processing_status, video.is_featured, video.archived_at IS NOT NULL, video.duration_seconds,
    video.published_at, video.created_at, video.title, app.video_marks(video.id, video.tags),
    app.video_words(video));
END;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.index_video(public.videos) FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION app.keep_video_search() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF tg_op = 'INSERT' OR OLD.deleted_at IS NOT NULL OR NEW.deleted_at IS NOT NULL THEN
    DELETE FROM public.video_search WHERE tg_op = 'UPDATE' AND id = NEW.id;
    IF NEW.deleted_at IS NULL THEN PERFORM app.index_video(NEW); END IF;
    RETURN NULL;
  END IF;
  UPDATE public.video_search SET
    organization_id = NEW.organization_id, author_id = NEW.author_id, channel_id = NEW.channel_id,
    series_id = NEW.series_id, visibility = NEW.visibility, processing_status = NEW.processing_status,
    is_featured = NEW.is_featured, is_archived = NEW.archived_at IS NOT NULL,
    duration_seconds = NEW.duration_seconds, published_at = NEW.published_at
  WHERE id = NEW.id;
  IF (OLD.title, OLD.description, OLD.tags) IS DISTINCT FROM (NEW.title, NEW.description, NEW.tags) THEN
    UPDATE public.video_search SET title = NEW.title, marks = app.video_marks(NEW.id, NEW.tags),
      words = app.video_words(NEW)
    WHERE id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Not for counters or progress: they change what is listed, but not what is found.
CREATE TRIGGER keep_search AFTER INSERT OR UPDATE OF title, description, tags, organization_id, author_id, channel_id,
  series_id, visibility, processing_status, is_featured, archived_at, deleted_at, duration_seconds, published_at
  ON videos FOR EACH ROW EXECUTE FUNCTION app.keep_video_search();
--> statement-breakpoint
CREATE FUNCTION app.keep_video_marks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE kind text := tg_argv[0];
BEGIN
  UPDATE public.video_search SET marks = CASE tg_op
    WHEN 'INSERT' THEN video_search.marks || marked.marks
    ELSE ARRAY (SELECT unnest(video_search.marks) EXCEPT ALL SELECT unnest(marked.marks)) END
  FROM (
    SELECT changed.video_id AS id, array_agg(kind || ':' || (to_jsonb(changed) ->> (kind || '_id'))) AS marks
    FROM changed GROUP BY changed.video_id
  ) marked
  WHERE video_search.id = marked.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_added_marks AFTER INSERT ON video_tags REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_video_marks('tag');
--> statement-breakpoint
CREATE TRIGGER keep_removed_marks AFTER DELETE ON video_tags REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_video_marks('tag');
--> statement-breakpoint
CREATE TRIGGER keep_added_marks AFTER INSERT ON video_categories REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_video_marks('category');
--> statement-breakpoint
CREATE TRIGGER keep_removed_marks AFTER DELETE ON video_categories REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_video_marks('category');
--> statement-breakpoint

-- Cues come in one statement for a whole transcript; what changes them goes through here once.
CREATE FUNCTION app.keep_spoken_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.video_search SET words = app.video_words(videos) FROM public.videos
  WHERE videos.id = video_search.id AND videos.id IN (
    SELECT transcripts.video_id FROM public.transcripts
    WHERE transcripts.is_default AND transcripts.id IN (SELECT transcript_id FROM changed));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.keep_default_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.video_search SET words = app.video_words(videos) FROM public.videos
  WHERE videos.id = video_search.id AND videos.id IN (SELECT video_id FROM changed);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_added_words AFTER INSERT ON transcript_cues REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_spoken_words();
--> statement-breakpoint
CREATE TRIGGER keep_changed_words AFTER UPDATE ON transcript_cues REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_spoken_words();
--> statement-breakpoint
CREATE TRIGGER keep_removed_words AFTER DELETE ON transcript_cues REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_spoken_words();
--> statement-breakpoint
CREATE TRIGGER keep_changed_default AFTER UPDATE ON transcripts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_default_words();
--> statement-breakpoint
CREATE TRIGGER keep_removed_default AFTER DELETE ON transcripts REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.keep_default_words();
--> statement-breakpoint

-- What somebody types: words, "phrases", -without, or. The last word also as the beginning of one.
CREATE FUNCTION app.search_query(q text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = '' AS $$
DECLARE
  begun text := substring(q FROM '[[:alnum:]]+$');
  before text := left(q, length(q) - length(begun));
  begins tsquery;
BEGIN
  IF begun IS NULL OR lower(begun) = 'or' OR before ~ '[^[:space:]("]$'
    OR (length(before) - length(replace(before, '"', ''))) % 2 = 1 THEN
    RETURN websearch_to_tsquery('pg_catalog.english', q);
  END IF;
  begins := to_tsquery('pg_catalog.simple', begun || ':*') || to_tsquery('pg_catalog.english', begun || ':*');
  IF before ~* '\mor[[:space:]]+$' THEN
    RETURN websearch_to_tsquery('pg_catalog.english', regexp_replace(before, 'or[[:space:]]+$', '', 'i')) || begins;
  END IF;
  RETURN CASE WHEN before ~ '[[:alnum:]]' THEN websearch_to_tsquery('pg_catalog.english', before) && begins ELSE begins END;
END $$;
--> statement-breakpoint

-- Which rows of video_search `s` somebody may come across: what is open to all, what is their own, what their
-- organizations share. $1 the actor, $2 and $3 the organizations where they are a member or an administrator, $4 the
-- filter, $5 marks. Run by EXECUTE, so that what is not asked for is gone before the plan is made.
CREATE FUNCTION app.search_where() RETURNS text LANGUAGE sql IMMUTABLE SET search_path = ''
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
  AND ($4 ->> 'minSeconds' IS NULL OR s.duration_seconds >= ($4 ->> 'minSeconds')::numeric)
  AND ($4 ->> 'maxSeconds' IS NULL OR s.duration_seconds <= ($4 ->> 'maxSeconds')::numeric)
  AND ($4 ->> 'createdFrom' IS NULL OR s.created_at >= ($4 ->> 'createdFrom')::timestamptz)
  AND ($4 ->> 'createdBefore' IS NULL OR s.created_at < ($4 ->> 'createdBefore')::timestamptz)
  AND ($4 ->> 'publishedFrom' IS NULL OR s.published_at >= ($4 ->> 'publishedFrom')::timestamptz)
  AND ($4 ->> 'publishedBefore' IS NULL OR s.published_at < ($4 ->> 'publishedBefore')::timestamptz)
$$;
--> statement-breakpoint

-- The newest 301 that match, ranked. More than that would have to be read one by one to be ranked, and a word that
-- half the library knows says nothing about any of them: `found` of 301 means that there are more. Of a phrase the
-- newest 301 that have its words are looked at, since the index knows words only.
CREATE FUNCTION app.rank_videos(q text, filter jsonb, wanted_marks text[])
RETURNS TABLE (id uuid, rank real, created_at timestamptz, found integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  wanted tsquery := app.search_query(q);
BEGIN
  IF querytree(wanted) IN ('', 'T') THEN RETURN; END IF;
  RETURN QUERY EXECUTE '
    SELECT newest.id, ts_rank_cd(newest.words, $7, 1), newest.created_at, newest.found
    FROM (
      SELECT nearly.*, (count(*) OVER ())::integer AS found
      FROM (
        SELECT s.id, s.words, s.created_at FROM public.video_search s WHERE s.words @@ $6 AND ' || app.search_where() || '
        ORDER BY s.created_at DESC, s.id DESC LIMIT 301
      ) nearly
    ) newest WHERE newest.words @@ $7'
  USING app.actor_id(), app.organization_ids('MEMBER'), app.organization_ids('ADMIN'), filter, wanted_marks,
    regexp_replace(wanted::text, '<(-|[0-9]+)>', '&', 'g')::tsquery, wanted;
END $$;
--> statement-breakpoint
-- The same in the order of time, all of it, a page at a time: words and marks are optional.
CREATE FUNCTION app.find_videos(q text, filter jsonb, wanted_marks text[], after_at timestamptz, after_id uuid,
  is_oldest_first boolean, most integer)
RETURNS TABLE (id uuid, created_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY EXECUTE format('
    SELECT s.id, s.created_at FROM public.video_search s
    WHERE ($6 IS NULL OR s.words @@ $6) AND ' || app.search_where() || '
      AND ($7 IS NULL OR (s.created_at, s.id) %1$s ($7, $8))
    ORDER BY s.created_at %2$s, s.id %2$s LIMIT $9',
    CASE WHEN is_oldest_first THEN '>' ELSE '<' END, CASE WHEN is_oldest_first THEN 'ASC' ELSE 'DESC' END)
  USING app.actor_id(), app.organization_ids('MEMBER'), app.organization_ids('ADMIN'), filter, wanted_marks,
    app.search_query(q), after_at, after_id, most;
END $$;
--> statement-breakpoint

-- Where in a video it is said: the first cue with all the words, or else with any.
CREATE FUNCTION app.spoken_hit(video uuid, q text) RETURNS TABLE (start_seconds numeric, end_seconds numeric, text text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  wanted tsquery := app.search_query(q);
  spoken uuid := (SELECT transcripts.id FROM public.transcripts
    WHERE transcripts.video_id = video AND transcripts.is_default AND app.may_see_video(video));
BEGIN
  IF spoken IS NULL THEN RETURN; END IF;
  FOR try IN 1..2 LOOP
    RETURN QUERY
      SELECT c.start_seconds, c.end_seconds, c.text FROM public.transcript_cues c
      WHERE c.transcript_id = spoken AND to_tsvector('pg_catalog.english', c.text) @@ wanted
      ORDER BY c.position LIMIT 1;
    EXIT WHEN found OR numnode(wanted) = 1;
    wanted := replace(wanted::text, '&', '|')::tsquery;
  END LOOP;
END $$;
--> statement-breakpoint
-- Those that are there already.
DO $$
BEGIN
  PERFORM set_config('app.role', 'internal', true);
  PERFORM app.index_video(videos) FROM public.videos WHERE deleted_at IS NULL;
  PERFORM set_config('app.role', '', true);
END $$;
