CREATE TYPE "public"."video_part" AS ENUM('details', 'chapters');--> statement-breakpoint
CREATE TABLE "video_edits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"video_id" uuid NOT NULL,
	"part" "video_part" NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "video_edits_video_part_key" UNIQUE("video_id","part")
);
--> statement-breakpoint
ALTER TABLE "videos" DROP CONSTRAINT "videos_version_number_positive";--> statement-breakpoint
ALTER TABLE "videos" DROP CONSTRAINT "videos_counts_not_negative";--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "open_comment_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "version_count" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "video_edits" ADD CONSTRAINT "video_edits_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_edits" ADD CONSTRAINT "video_edits_edited_by_users_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "video_edits_edited_by_idx" ON "video_edits" USING btree ("edited_by");--> statement-breakpoint
ALTER TABLE "videos" ADD CONSTRAINT "videos_version_number_positive" CHECK ("videos"."version_number" > 0 and "videos"."version_count" > 0);--> statement-breakpoint
ALTER TABLE "videos" ADD CONSTRAINT "videos_counts_not_negative" CHECK (least("videos"."view_count", "videos"."like_count", "videos"."comment_count", "videos"."open_comment_count") >= 0);--> statement-breakpoint

-- By hand from here on. Whose an edit was is told within the organization, and to the one whose it was.
SELECT app.protect('video_edits');
GRANT SELECT ON video_edits TO lockstep_app;
CREATE POLICY see ON video_edits FOR SELECT TO lockstep_app
  USING (edited_by = (SELECT app.actor_id())
    OR (SELECT videos.organization_id FROM videos WHERE videos.id = video_id)
      = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]));
ALTER POLICY make ON videos
  WITH CHECK (view_count = 0 AND like_count = 0 AND comment_count = 0 AND open_comment_count = 0 AND version_count = 1
    AND NOT is_featured AND ((SELECT app.actor_role()) = 'service:media'
      OR (author_id = (SELECT app.actor_id()) AND organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]))));
--> statement-breakpoint
-- What services do is nobody's edit: then the last moment known is older than the thing itself. A video that goes takes
-- its chapters along, and nothing is left to be noted.
CREATE FUNCTION app.note_edits(part public.video_part, edited uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  INSERT INTO public.video_edits (video_id, part, edited_by)
  SELECT videos.id, part, app.actor_id() FROM public.videos WHERE videos.id = ANY (edited) ORDER BY videos.id
  ON CONFLICT (video_id, part) DO UPDATE SET edited_by = excluded.edited_by, edited_at = excluded.edited_at;
$$;
REVOKE ALL ON FUNCTION app.note_edits(public.video_part, uuid[]) FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION app.note_details() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF app.actor_id() IS NOT NULL THEN
    PERFORM app.note_edits('details', array(SELECT changed.id FROM changed JOIN previous ON previous.id = changed.id
      WHERE previous.updated_at <> changed.updated_at));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_edits AFTER UPDATE ON videos REFERENCING OLD TABLE AS previous NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.note_details();
--> statement-breakpoint
CREATE FUNCTION app.note_chapters() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF app.actor_id() IS NOT NULL THEN
    PERFORM app.note_edits('chapters', array(SELECT DISTINCT video_id FROM changed));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_added AFTER INSERT ON chapters REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.note_chapters();
CREATE TRIGGER note_changed AFTER UPDATE ON chapters REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.note_chapters();
CREATE TRIGGER note_removed AFTER DELETE ON chapters REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.note_chapters();
--> statement-breakpoint

-- Threads that nobody has settled, counted together with all comments: one update of the video.
CREATE OR REPLACE FUNCTION app.count_comments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE step integer := CASE tg_op WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  UPDATE public.videos SET comment_count = comment_count + step * counted.n,
    open_comment_count = open_comment_count + step * counted.open
  FROM (
    SELECT video_id, count(*)::integer AS n,
      (count(*) FILTER (WHERE parent_id IS NULL AND resolved_at IS NULL))::integer AS open
    FROM changed WHERE deleted_at IS NULL GROUP BY video_id
  ) counted
  WHERE videos.id = counted.video_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.recount_comments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.videos SET comment_count = comment_count + counted.n,
    open_comment_count = open_comment_count + counted.open
  FROM (
    SELECT video_id, sum(step)::integer AS n, sum(step * is_open)::integer AS open
    FROM (
      SELECT video_id, 1 AS step, (parent_id IS NULL AND resolved_at IS NULL)::integer AS is_open
      FROM changed WHERE deleted_at IS NULL
      UNION ALL
      SELECT video_id, -1, (parent_id IS NULL AND resolved_at IS NULL)::integer
      FROM previous WHERE deleted_at IS NULL
    ) steps
    GROUP BY video_id HAVING sum(step) <> 0 OR sum(step * is_open) <> 0
  ) counted
  WHERE videos.id = counted.video_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.keep_latest() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  head uuid;
  newest uuid;
  present integer;
BEGIN
  FOR head IN SELECT DISTINCT id FROM unnest(ARRAY[coalesce(NEW.version_of, NEW.id), coalesce(OLD.version_of, OLD.id)]) AS id
    WHERE id IS NOT NULL
  LOOP
    PERFORM FROM public.videos WHERE id = head AND version_of IS NULL FOR NO KEY UPDATE;
    -- It was a first one, and has become a version of another.
    CONTINUE WHEN NOT found;
    SELECT id INTO newest FROM public.videos WHERE id = head OR version_of = head
    ORDER BY deleted_at IS NULL DESC, processing_status = 'complete' DESC, version_number DESC LIMIT 1;
    SELECT greatest(1, count(*)) INTO present FROM public.videos
    WHERE (id = head OR version_of = head) AND deleted_at IS NULL;
    UPDATE public.videos SET is_latest = (id = newest), version_count = present
    WHERE (id = head OR version_of = head) AND (is_latest, version_count) IS DISTINCT FROM ((id = newest), present);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
SELECT set_config('app.role', 'internal', true);
--> statement-breakpoint
ALTER TABLE videos DISABLE TRIGGER touch_updated_at;
--> statement-breakpoint
UPDATE videos SET open_comment_count = counted.n
FROM (
  SELECT video_id, count(*)::integer AS n FROM comments
  WHERE deleted_at IS NULL AND parent_id IS NULL AND resolved_at IS NULL GROUP BY video_id
) counted WHERE videos.id = counted.video_id;
--> statement-breakpoint
UPDATE videos SET version_count = counted.n
FROM (
  SELECT coalesce(version_of, id) AS head, count(*)::integer AS n FROM videos
  WHERE deleted_at IS NULL GROUP BY 1 HAVING count(*) > 1
) counted WHERE coalesce(videos.version_of, videos.id) = counted.head;
--> statement-breakpoint
ALTER TABLE videos ENABLE TRIGGER touch_updated_at;
--> statement-breakpoint
SELECT set_config('app.role', '', true);
