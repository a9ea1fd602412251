-- A video that moves, is tagged or gets a version at the same moment stays in one organization: whoever comes locks the
-- video, or the first of its stack, and only then looks at what there is.
CREATE OR REPLACE FUNCTION app.check_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM public.videos WHERE id = NEW.version_of FOR NO KEY UPDATE;
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
CREATE FUNCTION app.check_stack() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT FROM public.videos WHERE version_of = NEW.id AND organization_id <> NEW.organization_id) THEN
    RAISE EXCEPTION 'A version is one of the first of its stack, in the same organization.' USING
      ERRCODE = 'check_violation', TABLE = 'videos', CONSTRAINT = 'videos_version_of_first';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER check_stack AFTER UPDATE OF organization_id ON videos
  FOR EACH ROW WHEN (OLD.organization_id <> NEW.organization_id) EXECUTE FUNCTION app.check_stack();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.add_version(video uuid, new_id uuid, new_short_id text, new_title text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE head uuid;
BEGIN
  -- One at a time: the number is the next.
  SELECT coalesce(version_of, id) INTO head FROM public.videos WHERE id = video;
  PERFORM FROM public.videos WHERE id = head FOR UPDATE;
  IF app.actor_role() <> 'registered' OR NOT app.may_manage_video(video) THEN
    RAISE EXCEPTION 'Only who manages a video adds a version.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM public.videos WHERE id = new_id) THEN
    RETURN false;
  END IF;
  INSERT INTO public.videos (id, short_id, title, description, author_id, organization_id, channel_id, visibility, tags,
    version_of, version_number)
  SELECT new_id, new_short_id, coalesce(new_title, title), description, app.actor_id(), organization_id, channel_id,
    visibility, tags, head,
    (SELECT max(version_number) + 1 FROM public.videos AS stack WHERE stack.id = head OR stack.version_of = head)
  FROM public.videos WHERE id = video;
  RETURN true;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.move_video(video uuid, organization uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM public.videos WHERE id = video FOR UPDATE;
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
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.check_video_tag() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM public.videos WHERE id = NEW.video_id FOR SHARE;
  IF EXISTS (
    SELECT FROM public.tags JOIN public.videos ON videos.id = NEW.video_id
    WHERE tags.id = NEW.tag_id AND (tags.organization_id <> videos.organization_id
      OR (tags.is_hidden AND app.actor_role() IN ('guest', 'registered')))
  ) THEN
    RAISE EXCEPTION 'The tag belongs to another organization, or to the system.'
      USING ERRCODE = 'check_violation', TABLE = 'video_tags', CONSTRAINT = 'video_tags_organization';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION app.set_video_tags(video uuid, ids uuid[], names text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  organization uuid;
  missing text[];
  wanted uuid[];
BEGIN
  SELECT organization_id INTO organization FROM public.videos WHERE id = video FOR NO KEY UPDATE;
  IF NOT app.may_manage_video(video) THEN
    RAISE EXCEPTION 'Only who manages a video tags it.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  missing := ARRAY(SELECT asked.name FROM unnest(names) AS asked(name) WHERE NOT EXISTS (
    SELECT FROM public.tags WHERE lower(tags.name) = lower(asked.name)
      AND (organization_id = organization OR organization_id IS NULL)));
  IF cardinality(missing) > 0 THEN
    PERFORM app.require_role(organization, 'MEMBER');
    INSERT INTO public.tags (organization_id, name) SELECT organization, unnest(missing) ON CONFLICT DO NOTHING;
  END IF;
  wanted := ids || ARRAY(
    SELECT DISTINCT ON (lower(tags.name)) tags.id FROM public.tags
    WHERE lower(tags.name) = ANY (ARRAY(SELECT lower(asked.name) FROM unnest(names) AS asked(name)))
      AND (organization_id = organization OR organization_id IS NULL)
    ORDER BY lower(tags.name), organization_id);
  IF EXISTS (
    SELECT FROM unnest(wanted) AS one(id) WHERE NOT EXISTS (
      SELECT FROM public.tags WHERE tags.id = one.id AND NOT tags.is_hidden
        AND (tags.organization_id = organization OR tags.organization_id IS NULL)
        AND (tags.is_active OR EXISTS (SELECT FROM public.video_tags WHERE video_id = video AND tag_id = one.id)))
  ) THEN
    RAISE EXCEPTION 'No tag that is offered there.'
      USING ERRCODE = 'check_violation', TABLE = 'video_tags', CONSTRAINT = 'video_tags_offered';
  END IF;
  DELETE FROM public.video_tags USING public.tags
  WHERE tags.id = tag_id AND video_id = video AND NOT tags.is_hidden AND tag_id <> ALL (wanted);
  INSERT INTO public.video_tags (video_id, tag_id) SELECT DISTINCT video, one.id FROM unnest(wanted) AS one(id)
  ON CONFLICT DO NOTHING;
END $$;
