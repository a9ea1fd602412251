-- A video that moves is told in the organization that it leaves, too: its log says what became of what it had.
CREATE OR REPLACE FUNCTION app.audit_video() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  said constant jsonb := jsonb_build_object('title', new.title)
    || app.change_of('visibility', to_jsonb(old.visibility), to_jsonb(new.visibility))
    || app.change_of('organizationId', to_jsonb(old.organization_id), to_jsonb(new.organization_id));
BEGIN
  IF old.organization_id <> new.organization_id AND NOT app.is_dissolved(old.organization_id) THEN
    PERFORM app.audit('video.moved', tg_relid, new.id, old.organization_id, new.author_id, said);
  END IF;
  IF app.is_dissolved(new.organization_id) THEN
    RETURN NULL;
  END IF;
  PERFORM app.audit(
    CASE WHEN old.deleted_at IS NULL AND new.deleted_at IS NOT NULL THEN 'video.deleted'
      WHEN old.deleted_at IS NOT NULL AND new.deleted_at IS NULL THEN 'video.restored'
      WHEN old.organization_id <> new.organization_id THEN 'video.moved'
      ELSE 'video.visibility-changed' END,
    tg_relid, new.id, new.organization_id, new.author_id, said);
  RETURN NULL;
END $$;
