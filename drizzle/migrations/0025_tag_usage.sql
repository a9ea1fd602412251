ALTER TABLE "tags" ADD COLUMN "usage_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_usage_count_not_negative" CHECK ("tags"."usage_count" >= 0);--> statement-breakpoint

-- By hand from here on.
ALTER POLICY add ON tags
  WITH CHECK (organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]) AND usage_count = 0);
--> statement-breakpoint
CREATE FUNCTION app.count_tag_usage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE step integer := CASE tg_op WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  -- In one order, so that two who tag at once wait for each other and never in a circle.
  PERFORM FROM public.tags WHERE id IN (SELECT tag_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  UPDATE public.tags SET usage_count = usage_count + step * counted.n
  FROM (SELECT tag_id, count(*)::integer AS n FROM changed GROUP BY tag_id) counted
  WHERE tags.id = counted.tag_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_added_usage AFTER INSERT ON video_tags REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_tag_usage();
--> statement-breakpoint
CREATE TRIGGER count_removed_usage AFTER DELETE ON video_tags REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_tag_usage();
--> statement-breakpoint
SELECT set_config('app.role', 'internal', true);
--> statement-breakpoint
ALTER TABLE tags DISABLE TRIGGER touch_updated_at;
--> statement-breakpoint
UPDATE tags SET usage_count = counted.n
FROM (SELECT tag_id, count(*)::integer AS n FROM video_tags GROUP BY tag_id) counted WHERE tags.id = counted.tag_id;
--> statement-breakpoint
ALTER TABLE tags ENABLE TRIGGER touch_updated_at;
--> statement-breakpoint
-- Never called: a series is ordered whole.
DROP FUNCTION app.place_in_series(uuid, uuid, integer);
