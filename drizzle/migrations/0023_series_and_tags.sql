-- tags ----------------------------------------------------------------------------------------------------------------
-- A tag of an organization marks its own videos only, and a hidden one is the system's to set. What does not exist is
-- left to the foreign keys.
CREATE OR REPLACE FUNCTION app.check_video_tag() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
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
-- The tags a video has from now on: those named by id, and by name, made where there is none. Hidden ones stay, and so may
-- deactivated ones that it has.
CREATE FUNCTION app.set_video_tags(video uuid, ids uuid[], names text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  organization uuid := (SELECT organization_id FROM public.videos WHERE id = video);
  missing text[];
  wanted uuid[];
BEGIN
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
--> statement-breakpoint

-- categories: written by those who run the product --------------------------------------------------------------------
GRANT INSERT, DELETE, UPDATE (name, description, updated_at) ON categories TO lockstep_app;
CREATE POLICY add ON categories FOR INSERT TO lockstep_app WITH CHECK ((SELECT app.is_admin()));
CREATE POLICY edit ON categories FOR UPDATE TO lockstep_app USING ((SELECT app.is_admin()));
CREATE POLICY remove ON categories FOR DELETE TO lockstep_app USING ((SELECT app.is_admin()));
--> statement-breakpoint
ALTER TABLE categories NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO categories (name) VALUES ('Animation'), ('Documentary'), ('Education'), ('Entertainment'), ('Gaming'),
  ('Music'), ('News'), ('Science and technology'), ('Sports'), ('Tutorial') ON CONFLICT DO NOTHING;
--> statement-breakpoint
ALTER TABLE categories FORCE ROW LEVEL SECURITY;
--> statement-breakpoint

-- series --------------------------------------------------------------------------------------------------------------
-- The whole order at once; what is in the trash keeps a place behind the others. False: somebody was faster.
CREATE FUNCTION app.order_series(which uuid, ids uuid[], if_updated_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  chosen public.series;
  ordered uuid[];
BEGIN
  SELECT * INTO chosen FROM public.series WHERE id = which FOR UPDATE;
  PERFORM app.require_role(chosen.organization_id, 'ADMIN');
  IF chosen.updated_at <> if_updated_at THEN
    RETURN false;
  END IF;
  IF (SELECT count(*) FROM public.videos WHERE id = ANY (ids) AND deleted_at IS NULL
      AND organization_id = chosen.organization_id) <> cardinality(ids) THEN
    RAISE EXCEPTION 'A series is made of videos of its organization, each once.'
      USING ERRCODE = 'check_violation', TABLE = 'videos', CONSTRAINT = 'series_videos_organization';
  END IF;
  ordered := ids || ARRAY(SELECT id FROM public.videos
    WHERE series_id = which AND deleted_at IS NOT NULL AND id <> ALL (ids) ORDER BY series_position);
  UPDATE public.videos SET series_id = NULL, series_position = NULL WHERE series_id = which AND id <> ALL (ordered);
  UPDATE public.videos SET series_id = which, series_position = place.position
  FROM unnest(ordered) WITH ORDINALITY AS place(id, position)
  WHERE videos.id = place.id AND (videos.series_id, videos.series_position) IS DISTINCT FROM (which, place.position::integer);
  UPDATE public.series SET updated_at = now() WHERE id = which;
  RETURN true;
END $$;
--> statement-breakpoint
-- One video to a place counted from 1, without one to the end; 0 takes it out.
CREATE FUNCTION app.place_in_series(which uuid, video uuid, place integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE others uuid[];
BEGIN
  PERFORM FROM public.series WHERE id = which FOR UPDATE;
  others := ARRAY(SELECT id FROM public.videos
    WHERE series_id = which AND deleted_at IS NULL AND id <> video ORDER BY series_position);
  PERFORM app.order_series(which, CASE
    WHEN place = 0 THEN others
    WHEN place IS NULL THEN others || video
    ELSE others[:place - 1] || video || others[place:] END, NULL);
END $$;
