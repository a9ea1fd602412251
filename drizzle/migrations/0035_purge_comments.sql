DROP INDEX "comments_deleted_at_idx";--> statement-breakpoint
CREATE INDEX "comments_deleted_at_idx" ON "comments" USING btree ("deleted_at") WHERE deleted_at is not null and (content <> '' or drawing is not null);--> statement-breakpoint

-- By hand from here on. What was said in a comment goes 30 days after it was deleted; its place stays, since others may
-- answer it yet, and the room knows it. How many.
CREATE FUNCTION app.purge_comments(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE purged integer;
BEGIN
  IF app.actor_role() <> 'service:cron' THEN
    RAISE EXCEPTION 'Only the clean-up purges.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.comments SET content = '', drawing = NULL WHERE id IN (
    SELECT due.id FROM public.comments AS due
    WHERE due.deleted_at < now() - interval '30 days' AND (due.content <> '' OR due.drawing IS NOT NULL)
    ORDER BY due.deleted_at LIMIT most FOR NO KEY UPDATE SKIP LOCKED);
  GET DIAGNOSTICS purged = ROW_COUNT;
  RETURN purged;
END $$;
