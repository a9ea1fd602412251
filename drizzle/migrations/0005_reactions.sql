CREATE TYPE "public"."reaction_emoji" AS ENUM('👍', '❤️', '😂', '😮', '😢', '🎉', '🔥', '👏');--> statement-breakpoint
CREATE TABLE "reactions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"video_id" uuid NOT NULL,
	"second" integer NOT NULL,
	"emoji" "reaction_emoji" NOT NULL,
	"count" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reactions_video_second_emoji_key" UNIQUE("video_id","second","emoji"),
	CONSTRAINT "reactions_second_not_negative" CHECK ("reactions"."second" >= 0),
	CONSTRAINT "reactions_count_positive" CHECK ("reactions"."count" > 0)
);
--> statement-breakpoint
ALTER TABLE "screenings" ADD COLUMN "recap" jsonb;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint

-- By hand from here on: what every table gets, and that the room is the only writer.
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON reactions FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
--> statement-breakpoint
SELECT app.protect('reactions');
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (count, updated_at) ON reactions TO lockstep_app;
CREATE POLICY see ON reactions FOR SELECT TO lockstep_app
  USING ((SELECT videos.id FROM videos WHERE videos.id = reactions.video_id) IS NOT NULL);
CREATE POLICY write ON reactions TO lockstep_app USING ((SELECT app.actor_role()) = 'service:room');
--> statement-breakpoint
-- Who may see a screening's row sees its recap: it is the API that leaves the names out for who was not there.
GRANT UPDATE (recap) ON screenings TO lockstep_app;
