-- Who asks first, since that is known once: whether somebody manages a video is asked of each link, a twentieth of a
-- millisecond each, and services were asked it of 10,000.
ALTER POLICY see ON watch_links
  USING ((SELECT app.actor_role()) IN ('service:link', 'service:cron') OR app.may_manage_video(video_id));
--> statement-breakpoint
ALTER POLICY edit ON watch_links
  USING ((SELECT app.actor_role()) = 'service:link' OR app.may_manage_video(video_id));
