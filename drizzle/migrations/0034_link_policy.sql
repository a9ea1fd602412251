ALTER TABLE "organizations" ADD COLUMN "link_policy_at" timestamp (3) with time zone;--> statement-breakpoint

-- By hand from here on. What an organization asks of the links to its videos holds for those made before, too.
CREATE FUNCTION app.date_link_policy() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  NEW.link_policy_at := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER date_link_policy BEFORE UPDATE OF settings ON organizations FOR EACH ROW
  WHEN (OLD.settings -> 'linkPolicy' IS DISTINCT FROM NEW.settings -> 'linkPolicy')
  EXECUTE FUNCTION app.date_link_policy();
--> statement-breakpoint
-- Of the links a request holds those that are good: neither taken back nor expired, open to who comes, made by somebody
-- who may still share the video, and as its organization wants them now.
CREATE OR REPLACE FUNCTION app.good_links()
RETURNS TABLE (id uuid, video_id uuid, role public.link_role, expires_at timestamptz, edited_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT held.id, held.video_id, held.role, held.ends_at, held.edited_at FROM (
    SELECT watch_links.id, watch_links.video_id, watch_links.role,
      least(watch_links.expires_at, watch_links.created_at
        + make_interval(days => (policy.asked ->> 'longestDays')::integer)) AS ends_at,
      greatest(watch_links.updated_at, organizations.link_policy_at) AS edited_at,
      greatest(watch_links.guests, (policy.asked ->> 'guests')::public.link_guests) AS guests
    FROM public.watch_links JOIN public.videos ON videos.id = watch_links.video_id
      JOIN public.organizations ON organizations.id = videos.organization_id
      CROSS JOIN LATERAL (SELECT organizations.settings -> 'linkPolicy' AS asked) AS policy
    WHERE watch_links.id = ANY (app.link_ids()) AND watch_links.revoked_at IS NULL
      AND (watch_links.password_hash IS NOT NULL OR (policy.asked ->> 'isPasswordRequired')::boolean IS NOT TRUE)
      AND (videos.author_id = watch_links.created_by OR EXISTS (
        SELECT FROM public.organization_members
        WHERE organization_members.organization_id = videos.organization_id
          AND organization_members.user_id = watch_links.created_by AND organization_members.role <= 'ADMIN'))
  ) AS held
  WHERE (held.ends_at IS NULL OR held.ends_at > now())
    AND (held.guests = 'anyone' OR app.actor_role() = 'registered'
      OR (held.guests = 'named' AND app.actor_role() = 'guest'));
END;
