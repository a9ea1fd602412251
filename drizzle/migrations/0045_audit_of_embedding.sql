-- Which sites may embed a video is told as which sites may embed all of an organization's is.
CREATE FUNCTION app.audit_embedding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.audit('video.embedding-changed', tg_relid, new.id, new.organization_id, new.author_id,
    jsonb_build_object('title', new.title)
      || app.change_of('embedDomains', to_jsonb(old.embed_domains), to_jsonb(new.embed_domains)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_embedding AFTER UPDATE OF embed_domains ON videos FOR EACH ROW
  WHEN (old.embed_domains IS DISTINCT FROM new.embed_domains)
  EXECUTE FUNCTION app.audit_embedding();
