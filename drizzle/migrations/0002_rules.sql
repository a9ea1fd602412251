-- Rules that the TypeScript schema cannot express. A violated one raises with the name of its constraint, as a
-- declared constraint would, so that the API can answer it as a field.
CREATE SCHEMA app;
--> statement-breakpoint
ALTER TABLE videos
  ADD CONSTRAINT videos_channel_fk FOREIGN KEY (channel_id, organization_id)
    REFERENCES channels (id, organization_id) ON DELETE SET NULL (channel_id),
  ADD CONSTRAINT videos_series_fk FOREIGN KEY (series_id, organization_id)
    REFERENCES series (id, organization_id) ON DELETE SET NULL (series_id),
  ADD CONSTRAINT videos_series_position_key UNIQUE (series_id, series_position) DEFERRABLE;
--> statement-breakpoint
ALTER TABLE comments
  ADD CONSTRAINT comments_chapter_fk FOREIGN KEY (chapter_id, video_id)
    REFERENCES chapters (id, video_id) ON DELETE SET NULL (chapter_id);
--> statement-breakpoint
ALTER TABLE chapters
  ADD CONSTRAINT chapters_position_key UNIQUE (video_id, position) DEFERRABLE,
  ADD CONSTRAINT chapters_overlap EXCLUDE USING gist
    (video_id WITH =, numrange(start_seconds, end_seconds) WITH &&) DEFERRABLE;
--> statement-breakpoint

-- updated_at: the moment of the last edit, unless the writer gave one (a room knows when its event happened).
CREATE FUNCTION app.touch_updated_at() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  -- A counter kept by another trigger is no edit.
  IF pg_trigger_depth() = 1 AND new.updated_at = old.updated_at THEN
    new.updated_at := now();
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
DO $$
DECLARE owner_of_moment regclass;
BEGIN
  FOR owner_of_moment IN
    SELECT attrelid FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE attname = 'updated_at' AND relkind = 'r' AND relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('CREATE TRIGGER touch_updated_at BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at()', owner_of_moment);
  END LOOP;
END $$;
--> statement-breakpoint

-- The database dates a deletion: the policies let the deleting transaction, and it alone, still see its row.
CREATE FUNCTION app.date_deletion() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  new.deleted_at := now();
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER date_deletion BEFORE UPDATE OF deleted_at ON videos FOR EACH ROW
  WHEN (old.deleted_at IS NULL AND new.deleted_at IS NOT NULL) EXECUTE FUNCTION app.date_deletion();
--> statement-breakpoint

-- An organization keeps an owner. Its row is locked, so that two owners who leave at once do not both succeed.
CREATE FUNCTION app.keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM public.organizations WHERE id = old.organization_id FOR NO KEY UPDATE;
  IF found AND NOT EXISTS (
    SELECT FROM public.organization_members WHERE organization_id = old.organization_id AND role = 'OWNER'
  ) THEN
    RAISE EXCEPTION 'an organization keeps at least one owner' USING
      ERRCODE = 'check_violation', TABLE = 'organization_members', CONSTRAINT = 'organization_members_last_owner';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER organization_members_last_owner AFTER UPDATE OR DELETE ON organization_members
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (old.role = 'OWNER') EXECUTE FUNCTION app.keep_an_owner();
--> statement-breakpoint

-- Chapters lie within their video. Its row is locked, so that edits of one outline come one after the other.
CREATE FUNCTION app.keep_chapter_within_video() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE ends_at numeric;
BEGIN
  SELECT duration_seconds INTO ends_at FROM public.videos WHERE id = new.video_id FOR NO KEY UPDATE;
  IF new.end_seconds > ends_at THEN
    RAISE EXCEPTION 'a chapter ends by the end of its video (% s)', ends_at USING
      ERRCODE = 'check_violation', TABLE = 'chapters', CONSTRAINT = 'chapters_past_end';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER chapters_past_end BEFORE INSERT OR UPDATE OF video_id, end_seconds ON chapters FOR EACH ROW
  EXECUTE FUNCTION app.keep_chapter_within_video();
--> statement-breakpoint

-- Positions follow time. Looked at when the transaction ends, so that a list can be renumbered on the way.
CREATE FUNCTION app.keep_chapters_in_order() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (
    SELECT FROM public.chapters mine JOIN public.chapters other ON other.video_id = mine.video_id
    WHERE mine.id = new.id AND (other.position < mine.position) <> (other.start_seconds < mine.start_seconds)
  ) THEN
    RAISE EXCEPTION 'chapters are numbered in the order of their start' USING
      ERRCODE = 'check_violation', TABLE = 'chapters', CONSTRAINT = 'chapters_order';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER chapters_order AFTER INSERT OR UPDATE OF video_id, position, start_seconds ON chapters
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.keep_chapters_in_order();
