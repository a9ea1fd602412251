-- A video's reactions by parts of so many seconds; what lies beyond its last second counts there. Of a video the actor
-- may not see, none. A function, since the table's policy would look the video up again for each of its rows: ten hours
-- have 288,000, and every page that shows the strip asks.
CREATE FUNCTION app.reaction_heat(video uuid, part_seconds integer, last_second integer)
RETURNS TABLE (second integer, emoji reaction_emoji, count integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT least(reactions.second, last_second) / part_seconds * part_seconds, reactions.emoji,
    sum(reactions.count)::integer
  FROM public.reactions
  WHERE reactions.video_id = video AND app.may_see_video(video)
  GROUP BY 1, 2;
END;
