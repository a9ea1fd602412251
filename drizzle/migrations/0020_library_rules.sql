ALTER TABLE "videos" ADD COLUMN "is_latest" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "videos_trash_author_idx" ON "videos" USING btree ("author_id","deleted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "videos_trash_organization_idx" ON "videos" USING btree ("organization_id","deleted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE deleted_at is not null;--> statement-breakpoint

-- By hand from here on. A stack of versions: the first, and those that name it; the newest present one stands for all.
CREATE FUNCTION app.check_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (
    SELECT FROM public.videos AS head
    WHERE head.id = NEW.version_of AND head.id <> NEW.id
      AND (head.version_of IS NOT NULL OR head.organization_id <> NEW.organization_id)
  ) THEN
    RAISE EXCEPTION 'A version is one of the first of its stack, in the same organization.' USING
      ERRCODE = 'check_violation', TABLE = 'videos', CONSTRAINT = 'videos_version_of_first';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER check_version BEFORE INSERT OR UPDATE OF version_of, organization_id ON videos
  FOR EACH ROW WHEN (NEW.version_of IS NOT NULL) EXECUTE FUNCTION app.check_version();
--> statement-breakpoint
CREATE FUNCTION app.keep_latest() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  head uuid;
  newest uuid;
BEGIN
  FOR head IN SELECT DISTINCT id FROM unnest(ARRAY[coalesce(NEW.version_of, NEW.id), coalesce(OLD.version_of, OLD.id)]) AS id
    WHERE id IS NOT NULL
  LOOP
    SELECT id INTO newest FROM public.videos WHERE id = head OR version_of = head
    ORDER BY deleted_at IS NULL DESC, version_number DESC LIMIT 1;
    UPDATE public.videos SET is_latest = (id = newest)
    WHERE (id = head OR version_of = head) AND is_latest <> (id = newest);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_latest_of_new AFTER INSERT ON videos
  FOR EACH ROW WHEN (NEW.version_of IS NOT NULL) EXECUTE FUNCTION app.keep_latest();
--> statement-breakpoint
CREATE TRIGGER keep_latest_of_changed AFTER UPDATE OF version_of, version_number, deleted_at ON videos
  FOR EACH ROW WHEN ((OLD.version_of, OLD.version_number, OLD.deleted_at)
    IS DISTINCT FROM (NEW.version_of, NEW.version_number, NEW.deleted_at))
  EXECUTE FUNCTION app.keep_latest();
--> statement-breakpoint
CREATE TRIGGER keep_latest_of_gone AFTER DELETE ON videos
  FOR EACH ROW WHEN (OLD.version_of IS NOT NULL) EXECUTE FUNCTION app.keep_latest();
--> statement-breakpoint
-- The first goes for good: the next one is the first from then on.
CREATE FUNCTION app.keep_stack() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE heir uuid;
BEGIN
  SELECT id INTO heir FROM public.videos WHERE version_of = OLD.id ORDER BY version_number LIMIT 1;
  IF heir IS NOT NULL THEN
    UPDATE public.videos SET version_of = NULL WHERE id = heir;
    UPDATE public.videos SET version_of = heir WHERE version_of = OLD.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- @NOTE Triggers fire by name: this one before the foreign key's own, which begins with R and would let go of all.
CREATE TRIGGER "AA_keep_stack" AFTER DELETE ON videos
  FOR EACH ROW WHEN (OLD.version_of IS NULL) EXECUTE FUNCTION app.keep_stack();
--> statement-breakpoint
-- A new version of a video, by who manages it: shared, grouped and described as the one it replaces. False: it was made before.
CREATE FUNCTION app.add_version(video uuid, new_id uuid, new_short_id text, new_title text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE head uuid;
BEGIN
  IF app.actor_role() <> 'registered' OR NOT app.may_manage_video(video) THEN
    RAISE EXCEPTION 'Only who manages a video adds a version.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM public.videos WHERE id = new_id) THEN
    RETURN false;
  END IF;
  SELECT coalesce(version_of, id) INTO head FROM public.videos WHERE id = video;
  -- One at a time: the number is the next.
  PERFORM FROM public.videos WHERE id = head FOR UPDATE;
  INSERT INTO public.videos (id, short_id, title, description, author_id, organization_id, channel_id, visibility, tags,
    version_of, version_number)
  SELECT new_id, new_short_id, coalesce(new_title, title), description, app.actor_id(), organization_id, channel_id,
    visibility, tags, head,
    (SELECT max(version_number) + 1 FROM public.videos AS stack WHERE stack.id = head OR stack.version_of = head)
  FROM public.videos WHERE id = video;
  RETURN true;
END $$;
--> statement-breakpoint

-- Published is what was open and playable for the first time; it stays so dated when it is closed and opened again.
CREATE FUNCTION app.date_publishing() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  NEW.published_at := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER date_publishing BEFORE INSERT OR UPDATE OF visibility, processing_status ON videos FOR EACH ROW
  WHEN (NEW.published_at IS NULL AND NEW.visibility IN ('public', 'unlisted') AND NEW.processing_status = 'complete')
  EXECUTE FUNCTION app.date_publishing();
--> statement-breakpoint
REVOKE UPDATE (published_at) ON videos FROM lockstep_app;
--> statement-breakpoint

-- The trash: what the actor deleted, or may bring back as an administrator, and until when.
CREATE FUNCTION app.trash()
RETURNS TABLE (id uuid, short_id text, title text, organization_id uuid, author_id uuid, file_size_bytes bigint,
  duration_seconds numeric, deleted_at timestamptz, purged_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT videos.id, videos.short_id::text, videos.title::text, videos.organization_id, videos.author_id,
    videos.file_size_bytes, videos.duration_seconds, videos.deleted_at, videos.deleted_at + interval '30 days'
  FROM public.videos JOIN public.organizations ON organizations.id = videos.organization_id
  WHERE videos.deleted_at > now() - interval '30 days' AND organizations.deleted_at IS NULL
    AND videos.author_id = app.actor_id()
  UNION
  SELECT videos.id, videos.short_id::text, videos.title::text, videos.organization_id, videos.author_id,
    videos.file_size_bytes, videos.duration_seconds, videos.deleted_at, videos.deleted_at + interval '30 days'
  FROM public.videos
  WHERE videos.deleted_at > now() - interval '30 days'
    AND videos.organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]);
END;
--> statement-breakpoint
CREATE FUNCTION app.restore_video(video uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.videos SET deleted_at = NULL
  WHERE videos.id = video AND videos.id IN (SELECT trash.id FROM app.trash());
  RETURN FOUND;
END $$;
--> statement-breakpoint
-- Out of the trash, and not to come back: the next purge takes it, if the one that follows at once is interrupted.
CREATE FUNCTION app.discard_video(video uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE found_short_id text;
BEGIN
  UPDATE public.videos SET deleted_at = now() - interval '31 days'
  WHERE videos.id = video AND videos.id IN (SELECT trash.id FROM app.trash())
  RETURNING short_id INTO found_short_id;
  RETURN found_short_id;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.archive_old_videos(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE archived integer;
BEGIN
  IF app.actor_role() <> 'service:cron' THEN
    RAISE EXCEPTION 'Only the clean-up archives by age.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.videos SET archived_at = now() WHERE id IN (
    SELECT videos.id FROM public.organizations JOIN public.videos ON videos.organization_id = organizations.id
    WHERE (organizations.settings #>> '{retention,archiveAfterDays}') IS NOT NULL AND organizations.deleted_at IS NULL
      AND videos.archived_at IS NULL AND videos.deleted_at IS NULL
      AND videos.updated_at < now() - make_interval(days => (organizations.settings #>> '{retention,archiveAfterDays}')::integer)
    LIMIT most);
  GET DIAGNOSTICS archived = ROW_COUNT;
  RETURN archived;
END $$;
--> statement-breakpoint

-- What only those who run the product may.
CREATE FUNCTION app.is_admin() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN EXISTS (SELECT FROM public.users WHERE id = app.actor_id() AND access_role = 'admin' AND is_active);
--> statement-breakpoint
CREATE FUNCTION app.feature_video(video uuid, featured boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT app.is_admin() THEN
    RAISE EXCEPTION 'Only those who run the product feature videos.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.videos SET is_featured = featured WHERE id = video AND is_featured <> featured;
END $$;
--> statement-breakpoint

-- To another organization, by who manages the video and is a member there. What grouped it stays behind.
CREATE FUNCTION app.move_video(video uuid, organization uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT app.may_manage_video(video) THEN
    RAISE EXCEPTION 'Only who manages a video moves it.' USING ERRCODE = 'insufficient_privilege';
  ELSIF NOT organization = ANY (app.organization_ids('MEMBER')) THEN
    RAISE EXCEPTION 'There is no such organization of yours.' USING
      ERRCODE = 'check_violation', TABLE = 'videos', CONSTRAINT = 'videos_move_to_own';
  ELSIF EXISTS (SELECT FROM public.videos WHERE version_of = video OR (id = video AND version_of IS NOT NULL)) THEN
    RAISE EXCEPTION 'A video with versions stays where they are.' USING
      ERRCODE = 'check_violation', TABLE = 'videos', CONSTRAINT = 'videos_move_alone';
  END IF;
  DELETE FROM public.video_tags USING public.tags
  WHERE video_tags.video_id = video AND tags.id = video_tags.tag_id AND tags.organization_id <> organization;
  UPDATE public.videos SET organization_id = organization, channel_id = NULL, series_id = NULL, series_position = NULL
  WHERE id = video AND organization_id <> organization;
END $$;
