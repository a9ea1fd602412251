-- An API key is looked up by its hash before anybody is the actor: by this function alone, which gives whose it is and
-- what it opens. Keys that are revoked or expired are not found, nor those of an account that is no longer active.
CREATE FUNCTION app.find_key_holder(hash text)
RETURNS TABLE (key_id uuid, user_id uuid, name varchar, scopes text[], is_noted boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT api_keys.id, users.id, users.name, api_keys.scopes,
    coalesce(api_keys.last_used_at > now() - interval '1 minute', false)
  FROM public.api_keys JOIN public.users ON users.id = api_keys.user_id
  WHERE api_keys.key_hash = hash AND api_keys.revoked_at IS NULL
    AND (api_keys.expires_at IS NULL OR api_keys.expires_at > now())
    AND users.is_active AND users.account_type = 'registered'
$$;
--> statement-breakpoint
GRANT UPDATE (last_used_at) ON api_keys TO lockstep_app;
--> statement-breakpoint
-- Being used is no edit.
DROP TRIGGER touch_updated_at ON api_keys;
--> statement-breakpoint
CREATE TRIGGER touch_updated_at BEFORE UPDATE OF name, revoked_at ON api_keys
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
--> statement-breakpoint
-- Guests have nothing that outlives their browser.
CREATE POLICY accounts_only ON api_keys AS RESTRICTIVE FOR INSERT TO lockstep_app
  WITH CHECK ((SELECT app.actor_role()) = 'registered');
