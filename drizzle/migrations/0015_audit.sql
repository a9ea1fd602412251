-- Every change of who may do what leaves one event, written by triggers: no code path can forget it, nobody may write,
-- change or remove one. Secrets (tokens, hashes, passwords, addresses that carry them) are in none.
CREATE FUNCTION app.audit(
  audited_action text, subject regclass, audited_id uuid, organization uuid, person uuid, said jsonb
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  -- What sign-in does has no actor: whoever it is about does it.
  is_sign_in constant boolean := app.actor_id() IS NULL AND session_user = 'lockstep_auth';
BEGIN
  -- What goes with its organization, or with its account, is no change of rights of its own.
  IF organization IS NOT NULL AND NOT EXISTS (SELECT FROM public.organizations WHERE id = organization) THEN
    RETURN;
  ELSIF organization IS NULL AND NOT EXISTS (SELECT FROM public.users WHERE id = person) THEN
    RETURN;
  END IF;
  INSERT INTO public.audit_events
    (organization_id, actor_id, actor_role, action, subject_type, subject_id, user_id, details, request_id)
  VALUES (
    organization,
    (SELECT id FROM public.users WHERE id = CASE WHEN is_sign_in THEN person ELSE app.actor_id() END),
    CASE WHEN is_sign_in THEN 'accounts' ELSE app.actor_role() END,
    audited_action, pg_catalog.split_part(subject::text, '.', 2), audited_id,
    (SELECT id FROM public.users WHERE id = person),
    pg_catalog.jsonb_strip_nulls(said),
    pg_catalog.left(nullif(pg_catalog.current_setting('app.request_id', true), ''), 64)
  );
END $$;
--> statement-breakpoint
-- Called, it would let anybody write history.
REVOKE ALL ON FUNCTION app.audit(text, regclass, uuid, uuid, uuid, jsonb) FROM PUBLIC;
--> statement-breakpoint
-- What lies in a dissolved organization: its end is told once, by the organization's own event.
CREATE FUNCTION app.is_dissolved(organization uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN EXISTS (SELECT FROM public.organizations WHERE id = organization AND deleted_at IS NOT NULL);
--> statement-breakpoint
-- What a value was and is, where it changed.
CREATE FUNCTION app.change_of(key text, was jsonb, is_now jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = ''
RETURN CASE WHEN was IS DISTINCT FROM is_now
  THEN pg_catalog.jsonb_build_object(key, pg_catalog.jsonb_build_object('was', was, 'is', is_now)) ELSE '{}' END;
--> statement-breakpoint

CREATE FUNCTION app.audit_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    PERFORM app.audit('member.added', tg_relid, new.id, new.organization_id, new.user_id,
      jsonb_build_object('role', new.role));
  ELSIF tg_op = 'DELETE' THEN
    PERFORM app.audit('member.removed', tg_relid, old.id, old.organization_id, old.user_id,
      jsonb_build_object('role', old.role));
  ELSE
    PERFORM app.audit('member.role-changed', tg_relid, new.id, new.organization_id, new.user_id,
      app.change_of('role', to_jsonb(old.role), to_jsonb(new.role)));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR DELETE ON organization_members FOR EACH ROW EXECUTE FUNCTION app.audit_member();
--> statement-breakpoint
CREATE TRIGGER audit_change AFTER UPDATE ON organization_members FOR EACH ROW
  WHEN (old.role IS DISTINCT FROM new.role) EXECUTE FUNCTION app.audit_member();
--> statement-breakpoint

CREATE FUNCTION app.audit_channel_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE entry public.channel_members := CASE tg_op WHEN 'INSERT' THEN new ELSE old END;
BEGIN
  IF NOT app.is_dissolved(entry.organization_id) THEN
    PERFORM app.audit(CASE tg_op WHEN 'INSERT' THEN 'channel.member-added' ELSE 'channel.member-removed' END,
      tg_relid, entry.id, entry.organization_id, entry.user_id, jsonb_build_object('channelId', entry.channel_id));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR DELETE ON channel_members FOR EACH ROW EXECUTE FUNCTION app.audit_channel_member();
--> statement-breakpoint

CREATE FUNCTION app.audit_organization() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.audit(
    CASE WHEN old.deleted_at IS DISTINCT FROM new.deleted_at THEN 'organization.dissolved'
      WHEN old.settings <> new.settings THEN 'organization.settings-changed'
      ELSE 'organization.renamed' END,
    tg_relid, new.id, new.id, NULL,
    app.change_of('name', to_jsonb(old.name), to_jsonb(new.name))
      || app.change_of('slug', to_jsonb(old.slug), to_jsonb(new.slug))
      || app.change_of('settings', old.settings, new.settings));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER UPDATE ON organizations FOR EACH ROW
  WHEN ((old.name, old.slug, old.settings, old.deleted_at) IS DISTINCT FROM (new.name, new.slug, new.settings, new.deleted_at))
  EXECUTE FUNCTION app.audit_organization();
--> statement-breakpoint

CREATE FUNCTION app.audit_invitation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  said constant jsonb := jsonb_build_object(
    'email', new.email, 'role', new.role, 'maxUses', new.max_uses, 'expiresAt', new.expires_at);
BEGIN
  IF app.is_dissolved(new.organization_id) THEN
    RETURN NULL;
  ELSIF tg_op = 'INSERT' THEN
    PERFORM app.audit('invitation.made', tg_relid, new.id, new.organization_id, NULL, said);
  ELSIF old.use_count <> new.use_count THEN
    PERFORM app.audit('invitation.accepted', tg_relid, new.id, new.organization_id, app.actor_id(), said);
  ELSIF old.revoked_at IS DISTINCT FROM new.revoked_at THEN
    PERFORM app.audit('invitation.revoked', tg_relid, new.id, new.organization_id, NULL, said);
  ELSE
    PERFORM app.audit('invitation.renewed', tg_relid, new.id, new.organization_id, NULL, said);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT ON invitations FOR EACH ROW EXECUTE FUNCTION app.audit_invitation();
--> statement-breakpoint
CREATE TRIGGER audit_change AFTER UPDATE ON invitations FOR EACH ROW
  WHEN ((old.role, old.token_hash, old.max_uses, old.use_count, old.expires_at, old.revoked_at)
    IS DISTINCT FROM (new.role, new.token_hash, new.max_uses, new.use_count, new.expires_at, new.revoked_at))
  EXECUTE FUNCTION app.audit_invitation();
--> statement-breakpoint
-- Who asks again for an address says the role anew.
GRANT UPDATE (role) ON invitations TO lockstep_app;
--> statement-breakpoint

-- Of a link everything but its secrets, so that what was changed can be told.
CREATE FUNCTION app.link_facts(link public.watch_links) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = ''
RETURN pg_catalog.jsonb_build_object('role', link.role, 'label', link.label, 'guests', link.guests,
  'expiresAt', link.expires_at, 'maxUses', link.max_uses, 'hasPassword', link.password_hash IS NOT NULL,
  'createdBy', link.created_by);
--> statement-breakpoint
CREATE FUNCTION app.audit_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  organization constant uuid := (SELECT organization_id FROM public.videos WHERE id = new.video_id);
  video constant jsonb := jsonb_build_object('videoId', new.video_id);
BEGIN
  IF tg_op = 'INSERT' THEN
    PERFORM app.audit('link.made', tg_relid, new.id, organization, NULL, video || app.link_facts(new));
  ELSIF old.revoked_at IS DISTINCT FROM new.revoked_at THEN
    PERFORM app.audit('link.revoked', tg_relid, new.id, organization, NULL, video || app.link_facts(new));
  ELSE
    PERFORM app.audit('link.changed', tg_relid, new.id, organization, NULL, video
      || app.change_of('link', app.link_facts(old), app.link_facts(new))
      || CASE WHEN old.password_hash <> new.password_hash THEN '{"isPasswordChanged": true}' ELSE '{}' END::jsonb);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT ON watch_links FOR EACH ROW EXECUTE FUNCTION app.audit_link();
--> statement-breakpoint
CREATE TRIGGER audit_change AFTER UPDATE ON watch_links FOR EACH ROW
  WHEN ((old.role, old.label, old.guests, old.expires_at, old.max_uses, old.password_hash, old.revoked_at, old.created_by)
    IS DISTINCT FROM
    (new.role, new.label, new.guests, new.expires_at, new.max_uses, new.password_hash, new.revoked_at, new.created_by))
  EXECUTE FUNCTION app.audit_link();
--> statement-breakpoint

CREATE FUNCTION app.audit_video() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF app.is_dissolved(new.organization_id) THEN
    RETURN NULL;
  END IF;
  PERFORM app.audit(
    CASE WHEN old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN 'video.deleted'
      WHEN old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN 'video.restored'
      WHEN old.organization_id <> new.organization_id THEN 'video.moved'
      ELSE 'video.visibility-changed' END,
    tg_relid, new.id, new.organization_id, new.author_id,
    jsonb_build_object('title', new.title)
      || app.change_of('visibility', to_jsonb(old.visibility), to_jsonb(new.visibility))
      || app.change_of('organizationId', to_jsonb(old.organization_id), to_jsonb(new.organization_id)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER UPDATE OF visibility, deleted_at, organization_id ON videos FOR EACH ROW
  WHEN ((old.visibility, old.deleted_at, old.organization_id)
    IS DISTINCT FROM (new.visibility, new.deleted_at, new.organization_id))
  EXECUTE FUNCTION app.audit_video();
--> statement-breakpoint

CREATE FUNCTION app.audit_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  key constant jsonb := jsonb_build_object('name', new.name, 'prefix', new.prefix);
BEGIN
  IF tg_op = 'INSERT' THEN
    PERFORM app.audit('key.made', tg_relid, new.id, NULL, new.user_id,
      key || jsonb_build_object('scopes', new.scopes, 'expiresAt', new.expires_at));
  ELSIF old.revoked_at IS DISTINCT FROM new.revoked_at THEN
    PERFORM app.audit('key.revoked', tg_relid, new.id, NULL, new.user_id, key);
  ELSE
    PERFORM app.audit('key.changed', tg_relid, new.id, NULL, new.user_id, key
      || app.change_of('scopes', to_jsonb(old.scopes), to_jsonb(new.scopes))
      || app.change_of('expiresAt', to_jsonb(old.expires_at), to_jsonb(new.expires_at)));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT ON api_keys FOR EACH ROW EXECUTE FUNCTION app.audit_key();
--> statement-breakpoint
CREATE TRIGGER audit_change AFTER UPDATE ON api_keys FOR EACH ROW
  WHEN ((old.scopes, old.expires_at, old.revoked_at, old.key_hash)
    IS DISTINCT FROM (new.scopes, new.expires_at, new.revoked_at, new.key_hash))
  EXECUTE FUNCTION app.audit_key();
--> statement-breakpoint

CREATE FUNCTION app.audit_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.audit(
    CASE WHEN old.is_active AND NOT new.is_active THEN 'account.deactivated'
      WHEN new.is_active AND NOT old.is_active THEN 'account.reactivated'
      WHEN old.access_role <> new.access_role OR old.account_type <> new.account_type THEN 'account.role-changed'
      ELSE 'account.email-changed' END,
    tg_relid, new.id, NULL, new.id,
    app.change_of('email', to_jsonb(old.email), to_jsonb(new.email))
      || app.change_of('accessRole', to_jsonb(old.access_role), to_jsonb(new.access_role))
      || app.change_of('accountType', to_jsonb(old.account_type), to_jsonb(new.account_type)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER UPDATE ON users FOR EACH ROW
  WHEN ((old.email, old.is_active, old.access_role, old.account_type)
    IS DISTINCT FROM (new.email, new.is_active, new.access_role, new.account_type))
  EXECUTE FUNCTION app.audit_account();
--> statement-breakpoint

CREATE FUNCTION app.audit_identity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE entry public.identities := CASE tg_op WHEN 'DELETE' THEN old ELSE new END;
BEGIN
  PERFORM app.audit(
    CASE tg_op WHEN 'INSERT' THEN 'identity.linked' WHEN 'DELETE' THEN 'identity.unlinked'
      ELSE 'identity.password-changed' END,
    tg_relid, entry.id, NULL, entry.user_id, jsonb_build_object('provider', entry.provider_id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR DELETE ON identities FOR EACH ROW EXECUTE FUNCTION app.audit_identity();
--> statement-breakpoint
CREATE TRIGGER audit_change AFTER UPDATE ON identities FOR EACH ROW
  WHEN (old.password IS DISTINCT FROM new.password) EXECUTE FUNCTION app.audit_identity();
--> statement-breakpoint

-- An address of a webhook often is a secret itself: only where it leads is told.
CREATE FUNCTION app.webhook_facts(endpoint public.webhook_endpoints) RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = ''
RETURN pg_catalog.jsonb_build_object(
  'host', pg_catalog.substring(endpoint.url, '^https?://(?:[^/?#]*@)?([^/?#]*)'),
  'events', endpoint.events, 'isActive', endpoint.is_active, 'disabledReason', endpoint.disabled_reason);
--> statement-breakpoint
CREATE FUNCTION app.audit_webhook() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    PERFORM app.audit('webhook.made', tg_relid, new.id, new.organization_id, NULL, app.webhook_facts(new));
  ELSIF tg_op = 'DELETE' THEN
    IF NOT app.is_dissolved(old.organization_id) THEN
      PERFORM app.audit('webhook.deleted', tg_relid, old.id, old.organization_id, NULL, app.webhook_facts(old));
    END IF;
  ELSE
    PERFORM app.audit('webhook.changed', tg_relid, new.id, new.organization_id, NULL,
      app.change_of('endpoint', app.webhook_facts(old), app.webhook_facts(new))
      || jsonb_build_object('isUrlChanged', old.url <> new.url, 'isSecretChanged', old.sealed_secret <> new.sealed_secret));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR DELETE ON webhook_endpoints FOR EACH ROW EXECUTE FUNCTION app.audit_webhook();
--> statement-breakpoint
CREATE TRIGGER audit_change AFTER UPDATE ON webhook_endpoints FOR EACH ROW
  WHEN ((old.url, old.events, old.is_active, old.sealed_secret) IS DISTINCT FROM (new.url, new.events, new.is_active, new.sealed_secret))
  EXECUTE FUNCTION app.audit_webhook();
--> statement-breakpoint

-- Everybody sees what was done to their own rights, also in an organization they have left.
ALTER POLICY see ON audit_events
  USING (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[])
    OR user_id = (SELECT app.actor_id())
    OR (organization_id IS NULL AND actor_id = (SELECT app.actor_id())));
