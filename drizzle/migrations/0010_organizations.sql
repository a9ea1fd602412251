ALTER TABLE "organizations" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "organizations_deleted_at_idx" ON "organizations" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint

-- By hand from here on. Stands before what a request does in an organization, in the same transaction: who is no member
-- finds nothing, a member below the least role is refused.
CREATE FUNCTION app.require_role(organization uuid, lowest public.organization_role) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE held public.organization_role;
BEGIN
  SELECT role INTO held FROM public.organization_members
  WHERE organization_id = organization AND user_id = app.actor_id();
  IF held IS NULL THEN
    RAISE EXCEPTION 'There is no such organization, or you are not one of its members.' USING ERRCODE = 'LS404';
  ELSIF held > lowest THEN
    RAISE EXCEPTION 'Your role in this organization does not let you do that.' USING ERRCODE = 'LS403';
  END IF;
END $$;
--> statement-breakpoint

-- A team and its first owner, together or not at all. The id is the founder's, so that a repeat finds what the first made;
-- false: it was there before. Whose id is another's organization is told by finding no membership.
CREATE FUNCTION app.found_organization(new_id uuid, new_name text, new_slug text, new_description text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF app.actor_role() <> 'registered' THEN
    RAISE EXCEPTION 'Only accounts found organizations.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM public.organizations WHERE id = new_id) THEN
    RETURN false;
  END IF;
  INSERT INTO public.organizations (id, name, slug, description) VALUES (new_id, new_name, new_slug, new_description);
  INSERT INTO public.organization_members (organization_id, user_id, role) VALUES (new_id, app.actor_id(), 'OWNER');
  RETURN true;
END $$;
--> statement-breakpoint
DROP POLICY found ON organizations;
DROP POLICY dissolve ON organizations;
REVOKE INSERT ON organizations FROM lockstep_app;
--> statement-breakpoint

-- A personal organization has its one owner and no other.
CREATE FUNCTION app.keep_one_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (
    SELECT FROM public.organizations JOIN public.organization_members ON organization_id = organizations.id
    WHERE organizations.id = new.organization_id AND kind = 'personal' AND role = 'OWNER' AND user_id <> new.user_id
  ) THEN
    RAISE EXCEPTION 'a personal organization has one owner' USING
      ERRCODE = 'check_violation', TABLE = 'organization_members', CONSTRAINT = 'organization_members_personal_owner';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER organization_members_personal_owner BEFORE INSERT OR UPDATE OF role ON organization_members
  FOR EACH ROW WHEN (new.role = 'OWNER') EXECUTE FUNCTION app.keep_one_owner();
--> statement-breakpoint

-- A dissolved organization needs no owner.
CREATE OR REPLACE FUNCTION app.keep_an_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM public.organizations WHERE id = old.organization_id AND deleted_at IS NULL FOR NO KEY UPDATE;
  IF found AND NOT EXISTS (
    SELECT FROM public.organization_members WHERE organization_id = old.organization_id AND role = 'OWNER'
  ) THEN
    RAISE EXCEPTION 'an organization keeps at least one owner' USING
      ERRCODE = 'check_violation', TABLE = 'organization_members', CONSTRAINT = 'organization_members_last_owner';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint

-- The end of a team. Nobody is a member any more and everything of it lies in the trash, so that at once nobody sees any of
-- it; what lies in the bucket is purged as for any trash, and the organization goes when nothing of it is left. Its slug is
-- free again.
CREATE FUNCTION app.dissolve_organization(organization uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.require_role(organization, 'OWNER');
  UPDATE public.organizations SET deleted_at = now(), slug = 'dissolved-' || id
  WHERE id = organization AND kind = 'team' AND deleted_at IS NULL;
  IF NOT found THEN
    RAISE EXCEPTION 'A personal organization stays.' USING
      ERRCODE = 'check_violation', TABLE = 'organizations', CONSTRAINT = 'organizations_personal_stays';
  END IF;
  DELETE FROM public.webhook_endpoints WHERE organization_id = organization;
  UPDATE public.invitations SET revoked_at = now() WHERE organization_id = organization AND revoked_at IS NULL;
  UPDATE public.videos SET deleted_at = now() WHERE organization_id = organization AND deleted_at IS NULL;
  UPDATE public.user_assets SET deleted_at = now() WHERE organization_id = organization AND deleted_at IS NULL;
  DELETE FROM public.organization_members WHERE organization_id = organization;
END $$;
--> statement-breakpoint

-- Dissolved before the moment given and with nothing left in the bucket: how many have gone now. What somebody put there at
-- the very moment of the end follows the rest into the trash.
CREATE FUNCTION app.purge_organizations(before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE gone integer;
BEGIN
  IF app.actor_role() <> 'service:cron' THEN
    RAISE EXCEPTION 'Only the clean-up purges.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.videos SET deleted_at = now() WHERE deleted_at IS NULL
    AND organization_id IN (SELECT id FROM public.organizations WHERE organizations.deleted_at IS NOT NULL);
  UPDATE public.user_assets SET deleted_at = now() WHERE deleted_at IS NULL
    AND organization_id IN (SELECT id FROM public.organizations WHERE organizations.deleted_at IS NOT NULL);
  DELETE FROM public.organizations WHERE deleted_at < before
    AND NOT EXISTS (SELECT FROM public.videos WHERE organization_id = organizations.id)
    AND NOT EXISTS (SELECT FROM public.user_assets WHERE organization_id = organizations.id);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
--> statement-breakpoint

-- What a dissolved organization held is not taken out of the trash.
CREATE FUNCTION app.keep_dissolved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT FROM public.organizations WHERE id = new.organization_id AND deleted_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the organization is dissolved' USING
      ERRCODE = 'check_violation', TABLE = 'videos', CONSTRAINT = 'videos_organization_stands';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE TRIGGER videos_organization_stands BEFORE UPDATE OF deleted_at ON videos FOR EACH ROW
  WHEN (old.deleted_at IS NOT NULL AND new.deleted_at IS NULL) EXECUTE FUNCTION app.keep_dissolved();
--> statement-breakpoint

-- What an invitation says to who has its token: nothing but this. `is_yours`: whether the actor's address is the one it was
-- mailed to (null: a link, or nobody has signed in).
CREATE FUNCTION app.read_invitation(hash text) RETURNS TABLE (
  organization_id uuid, organization_name text, organization_slug text, inviter_name text, role public.organization_role,
  is_mailed boolean, is_yours boolean, is_verified boolean, is_member boolean, state text, expires_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT organizations.id, organizations.name::text, organizations.slug::text, inviters.name::text, invitations.role,
    invitations.email IS NOT NULL, viewers.email = invitations.email, viewers.email_verified,
    members.id IS NOT NULL,
    CASE
      WHEN invitations.revoked_at IS NOT NULL THEN 'revoked'
      WHEN invitations.use_count >= invitations.max_uses THEN 'used-up'
      WHEN invitations.expires_at <= now() THEN 'expired'
      ELSE 'open'
    END,
    invitations.expires_at
  FROM public.invitations
  JOIN public.organizations ON organizations.id = invitations.organization_id AND organizations.deleted_at IS NULL
  LEFT JOIN public.users inviters ON inviters.id = invitations.invited_by
  LEFT JOIN public.users viewers ON viewers.id = app.actor_id() AND viewers.account_type = 'registered'
  LEFT JOIN public.organization_members members
    ON members.organization_id = organizations.id AND members.user_id = app.actor_id()
  WHERE invitations.token_hash = hash;
END;
--> statement-breakpoint

-- Makes the actor a member. The invitation is locked, so that its uses are counted one after the other; who is a member
-- already uses none up. Answers what became of it.
CREATE FUNCTION app.accept_invitation(hash text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE found_one record;
BEGIN
  PERFORM FROM public.invitations WHERE token_hash = hash FOR UPDATE;
  SELECT * INTO found_one FROM app.read_invitation(hash);
  IF found_one IS NULL OR app.actor_role() <> 'registered' THEN
    RETURN 'absent';
  ELSIF found_one.is_member THEN
    RETURN 'member';
  ELSIF found_one.state <> 'open' THEN
    RETURN found_one.state;
  ELSIF found_one.is_mailed AND NOT found_one.is_yours THEN
    RETURN 'not-yours';
  ELSIF found_one.is_mailed AND NOT found_one.is_verified THEN
    RETURN 'unverified';
  END IF;
  INSERT INTO public.organization_members (organization_id, user_id, role)
  VALUES (found_one.organization_id, app.actor_id(), found_one.role);
  UPDATE public.invitations
  SET use_count = use_count + 1, accepted_at = CASE WHEN use_count + 1 = max_uses THEN now() END
  WHERE token_hash = hash;
  RETURN 'accepted';
END $$;
--> statement-breakpoint
-- The token is renewed and uses are counted by those who may; accepting is the function's alone.
REVOKE UPDATE (role, use_count, accepted_at) ON invitations FROM lockstep_app;
--> statement-breakpoint
-- Who invites says so, and makes nothing that is used already.
CREATE POLICY as_oneself ON invitations AS RESTRICTIVE FOR INSERT TO lockstep_app
  WITH CHECK (invited_by = (SELECT app.actor_id()) AND use_count = 0 AND accepted_at IS NULL AND revoked_at IS NULL);
