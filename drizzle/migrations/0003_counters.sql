-- Counters, kept by statement-level triggers: one update for a whole flush of likes or comments. The functions run
-- as their owner (SECURITY DEFINER), for nobody else may write a counter.
CREATE FUNCTION app.count_likes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE step integer := CASE tg_op WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  UPDATE public.videos SET like_count = like_count + step * counted.n
  FROM (SELECT video_id, count(*)::integer AS n FROM changed WHERE video_id IS NOT NULL GROUP BY video_id) counted
  WHERE videos.id = counted.video_id;
  UPDATE public.comments SET like_count = like_count + step * counted.n
  FROM (SELECT comment_id, count(*)::integer AS n FROM changed WHERE comment_id IS NOT NULL GROUP BY comment_id) counted
  WHERE comments.id = counted.comment_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_added_likes AFTER INSERT ON likes REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_likes();
--> statement-breakpoint
CREATE TRIGGER count_removed_likes AFTER DELETE ON likes REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_likes();
--> statement-breakpoint

-- A soft-deleted comment does not count.
CREATE FUNCTION app.count_comments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE step integer := CASE tg_op WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  UPDATE public.videos SET comment_count = comment_count + step * counted.n
  FROM (SELECT video_id, count(*)::integer AS n FROM changed WHERE deleted_at IS NULL GROUP BY video_id) counted
  WHERE videos.id = counted.video_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.recount_comments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.videos SET comment_count = comment_count + counted.n
  FROM (
    SELECT video_id, sum(step)::integer AS n
    FROM (
      SELECT video_id, 1 AS step FROM changed WHERE deleted_at IS NULL
      UNION ALL
      SELECT video_id, -1 FROM previous WHERE deleted_at IS NULL
    ) steps
    GROUP BY video_id HAVING sum(step) <> 0
  ) counted
  WHERE videos.id = counted.video_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_added_comments AFTER INSERT ON comments REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_comments();
--> statement-breakpoint
CREATE TRIGGER count_removed_comments AFTER DELETE ON comments REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_comments();
--> statement-breakpoint
CREATE TRIGGER count_changed_comments AFTER UPDATE ON comments REFERENCING OLD TABLE AS previous NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.recount_comments();
--> statement-breakpoint

CREATE FUNCTION app.count_channel_members() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE step integer := CASE tg_op WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  UPDATE public.channels SET member_count = member_count + step * counted.n
  FROM (SELECT channel_id, count(*)::integer AS n FROM changed GROUP BY channel_id) counted
  WHERE channels.id = counted.channel_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_added_members AFTER INSERT ON channel_members REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_channel_members();
--> statement-breakpoint
CREATE TRIGGER count_removed_members AFTER DELETE ON channel_members REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_channel_members();
