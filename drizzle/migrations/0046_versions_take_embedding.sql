-- A new version is framed where the one before was: a list of its own would else be lost with it.
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
    embed_domains, version_of, version_number)
  SELECT new_id, new_short_id, coalesce(new_title, title), description, app.actor_id(), organization_id, channel_id,
    visibility, tags, embed_domains, head,
    (SELECT max(version_number) + 1 FROM public.videos AS stack WHERE stack.id = head OR stack.version_of = head)
  FROM public.videos WHERE id = video;
  RETURN true;
END $$;
