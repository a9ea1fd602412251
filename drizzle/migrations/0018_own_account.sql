-- One's own account: what nobody else is shown of it.
CREATE FUNCTION app.own_account() RETURNS TABLE (
  email text, username text, name text, given_name text, family_name text, bio text, avatar_url text,
  has_password boolean, updated_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT users.email::text, users.username::text, users.name::text, users.given_name::text, users.family_name::text,
    users.bio, users.avatar_url::text,
    EXISTS (SELECT FROM public.identities WHERE identities.user_id = users.id AND identities.password IS NOT NULL),
    users.updated_at
  FROM public.users WHERE users.id = app.actor_id();
END;
--> statement-breakpoint

-- Changes what the edit names, and nothing else can be named; with a moment only the account as it was then. Whether it did.
CREATE FUNCTION app.edit_account(edit jsonb, if_updated_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.users SET
    name = CASE WHEN edit ? 'name' THEN edit ->> 'name' ELSE name END,
    username = CASE WHEN edit ? 'username' THEN edit ->> 'username' ELSE username END,
    given_name = CASE WHEN edit ? 'givenName' THEN edit ->> 'givenName' ELSE given_name END,
    family_name = CASE WHEN edit ? 'familyName' THEN edit ->> 'familyName' ELSE family_name END,
    bio = CASE WHEN edit ? 'bio' THEN edit ->> 'bio' ELSE bio END,
    avatar_url = CASE WHEN edit ? 'avatarUrl' THEN edit ->> 'avatarUrl' ELSE avatar_url END
  WHERE id = app.actor_id() AND (if_updated_at IS NULL OR updated_at = if_updated_at);
  RETURN found;
END $$;
--> statement-breakpoint

-- Where one is signed in, the last used first. Never a token, not even as it is stored.
CREATE FUNCTION app.own_sessions() RETURNS TABLE (
  id uuid, ip_address text, user_agent text, created_at timestamptz, last_accessed_at timestamptz, expires_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT sessions.id, host(sessions.ip_address), sessions.user_agent, sessions.created_at, sessions.last_accessed_at,
    sessions.expires_at
  FROM public.sessions WHERE sessions.user_id = app.actor_id() AND sessions.expires_at > now()
  ORDER BY sessions.last_accessed_at DESC, sessions.id DESC LIMIT 100;
END;
--> statement-breakpoint
CREATE FUNCTION app.end_session(session uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  DELETE FROM public.sessions WHERE id = session AND user_id = app.actor_id();
  RETURN found;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.end_other_sessions(kept uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE ended integer;
BEGIN
  DELETE FROM public.sessions WHERE user_id = app.actor_id() AND id IS DISTINCT FROM kept;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
--> statement-breakpoint

-- A session is a sign-in; an account that is deactivated has none.
CREATE FUNCTION app.note_sign_in() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.users SET last_login_at = now() WHERE id = new.user_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_sign_in AFTER INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION app.note_sign_in();
--> statement-breakpoint
CREATE FUNCTION app.end_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  DELETE FROM public.sessions WHERE user_id = new.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_sessions AFTER UPDATE OF is_active ON users FOR EACH ROW
  WHEN (old.is_active AND NOT new.is_active) EXECUTE FUNCTION app.end_sessions();
--> statement-breakpoint

-- The personal organization of an account that has gone stays without an owner while it holds videos.
CREATE OR REPLACE FUNCTION app.keep_an_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM public.organizations
  WHERE id = old.organization_id AND deleted_at IS NULL
    AND (kind = 'team' OR EXISTS (SELECT FROM public.users WHERE users.id = old.user_id))
  FOR NO KEY UPDATE;
  IF found AND NOT EXISTS (
    SELECT FROM public.organization_members WHERE organization_id = old.organization_id AND role = 'OWNER'
  ) THEN
    RAISE EXCEPTION 'an organization keeps at least one owner' USING
      ERRCODE = 'check_violation', TABLE = 'organization_members', CONSTRAINT = 'organization_members_last_owner';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint

-- Takes a person's name out of what screenings have left: as host, among those who were there, and beside what they played.
CREATE FUNCTION app.forget_in_recaps(person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.screenings SET recap = recap || pg_catalog.jsonb_build_object(
    'hostName', CASE WHEN host_id = person THEN 'Somebody' ELSE recap ->> 'hostName' END,
    'attendees', (
      SELECT coalesce(pg_catalog.jsonb_agg(one.attendee ORDER BY one.place), '[]')
      FROM pg_catalog.jsonb_array_elements(recap -> 'attendees') WITH ORDINALITY one (attendee, place)
      WHERE one.attendee ->> 'userId' <> person::text
    ),
    'timeline', (
      SELECT coalesce(pg_catalog.jsonb_agg(
        CASE WHEN one.entry ->> 'byName' IN (
          SELECT users.name FROM public.users WHERE users.id = person
          UNION ALL
          SELECT them ->> 'name' FROM pg_catalog.jsonb_array_elements(recap -> 'attendees') them
          WHERE them ->> 'userId' = person::text
          UNION ALL
          SELECT recap ->> 'hostName' WHERE host_id = person
        ) THEN pg_catalog.jsonb_set(one.entry, '{byName}', 'null') ELSE one.entry END ORDER BY one.place), '[]')
      FROM pg_catalog.jsonb_array_elements(recap -> 'timeline') WITH ORDINALITY one (entry, place)
    ))
  WHERE recap IS NOT NULL AND (host_id = person OR id IN (
    SELECT screening_attendees.screening_id FROM public.screening_attendees
    WHERE screening_attendees.user_id = person
  ));
END $$;
--> statement-breakpoint

-- The end of an account. Videos and comments stay, without author; what nobody could ever see again goes into the trash, and
-- the personal organization goes with its owner, or without a name once it still holds something. Refused (at the end of the
-- transaction) while somebody is the last owner of a team.
CREATE FUNCTION app.delete_account() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  person uuid := app.actor_id();
  own uuid[] := (
    SELECT coalesce(pg_catalog.array_agg(organizations.id), '{}') FROM public.organizations
    JOIN public.organization_members ON organization_members.organization_id = organizations.id
    WHERE organizations.kind = 'personal' AND organization_members.user_id = person
      AND organization_members.role = 'OWNER'
  );
BEGIN
  PERFORM app.forget_in_recaps(person);
  UPDATE public.videos SET deleted_at = now()
  WHERE organization_id = ANY (own) AND deleted_at IS NULL AND visibility IN ('private', 'organization');
  DELETE FROM public.users WHERE id = person;
  UPDATE public.organizations SET name = 'Somebody', description = NULL, logo_url = NULL, slug = 'left-' || id
  WHERE id = ANY (own);
  DELETE FROM public.organizations WHERE id = ANY (own)
    AND NOT EXISTS (SELECT FROM public.videos WHERE videos.organization_id = organizations.id)
    AND NOT EXISTS (SELECT FROM public.user_assets WHERE user_assets.organization_id = organizations.id);
END $$;
--> statement-breakpoint

-- Nobody but who asks on their own behalf.
REVOKE ALL ON FUNCTION app.forget_in_recaps(uuid) FROM PUBLIC;
