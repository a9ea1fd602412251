CREATE TABLE "room_seats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"credential_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"video_id" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_seats_credential_video_key" UNIQUE("credential_id","video_id")
);
--> statement-breakpoint
ALTER TABLE "room_seats" ADD CONSTRAINT "room_seats_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_seats_video_idx" ON "room_seats" USING btree ("video_id");--> statement-breakpoint
CREATE INDEX "room_seats_ended_idx" ON "room_seats" USING btree ("user_id") WHERE ended_at is not null;--> statement-breakpoint

-- By hand from here on. Which rooms a session or an API key has taken a seat in within a day, so that its end reaches them.
-- It names no session, key or account by a foreign key: it outlives all of them until the rooms have been told.
SELECT app.protect('room_seats');
--> statement-breakpoint
GRANT SELECT, DELETE ON room_seats TO lockstep_app;
CREATE POLICY tend ON room_seats TO lockstep_app USING ((SELECT app.actor_role()) = 'service:cron');
--> statement-breakpoint
-- Whoever asks takes a seat by what they come by, a session or a key; until when, in milliseconds. Of this and the end of
-- what they come by, at the same moment, the second waits for the first: a seat is seen by it, or there is none.
CREATE FUNCTION app.take_seat(video uuid, session uuid, api_key uuid) RETURNS double precision
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE ends timestamptz;
BEGIN
  IF video IS NULL THEN
    RETURN NULL;
  ELSIF session IS NOT NULL THEN
    SELECT expires_at INTO ends FROM public.sessions
    WHERE id = session AND user_id = app.actor_id() AND expires_at > now() FOR KEY SHARE;
  ELSE
    SELECT coalesce(expires_at, 'infinity') INTO ends FROM public.api_keys
    WHERE id = api_key AND user_id = app.actor_id() AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
    FOR SHARE;
  END IF;
  IF ends IS NULL THEN
    RAISE EXCEPTION 'This session has ended.' USING ERRCODE = 'LS401';
  END IF;
  INSERT INTO public.room_seats (credential_id, user_id, video_id)
  VALUES (coalesce(session, api_key), app.actor_id(), video)
  ON CONFLICT (credential_id, video_id) DO UPDATE SET taken_at = now(), ended_at = NULL;
  RETURN floor(extract(epoch FROM least(ends, now() + interval '1 day')) * 1000);
END $$;
--> statement-breakpoint
CREATE FUNCTION app.end_seats() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.room_seats SET ended_at = now() WHERE credential_id = old.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_seats AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION app.end_seats();
--> statement-breakpoint
CREATE TRIGGER end_seats AFTER DELETE ON api_keys FOR EACH ROW EXECUTE FUNCTION app.end_seats();
--> statement-breakpoint
CREATE TRIGGER end_seats_of_revoked AFTER UPDATE OF revoked_at ON api_keys FOR EACH ROW
  WHEN (old.revoked_at IS NULL AND new.revoked_at IS NOT NULL) EXECUTE FUNCTION app.end_seats();
--> statement-breakpoint
-- An account that is deactivated has no sessions, and its keys open nothing.
CREATE OR REPLACE FUNCTION app.end_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  DELETE FROM public.sessions WHERE user_id = new.id;
  UPDATE public.room_seats SET ended_at = now()
  WHERE ended_at IS NULL AND credential_id IN (SELECT id FROM public.api_keys WHERE user_id = new.id);
  RETURN NULL;
END $$;
