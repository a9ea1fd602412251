CREATE TYPE "public"."access_role" AS ENUM('user', 'test', 'admin');--> statement-breakpoint
CREATE TYPE "public"."account_type" AS ENUM('system', 'guest', 'registered');--> statement-breakpoint
CREATE TYPE "public"."license_type" AS ENUM('FREE', 'PREMIUM', 'ENTERPRISE');--> statement-breakpoint
CREATE TYPE "public"."organization_kind" AS ENUM('team', 'personal');--> statement-breakpoint
CREATE TYPE "public"."organization_role" AS ENUM('OWNER', 'ADMIN', 'MEMBER');--> statement-breakpoint
CREATE TYPE "public"."processing_status" AS ENUM('pending', 'processing', 'complete', 'error', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."video_source_kind" AS ENUM('upload', 'youtube', 'mix', 'generation');--> statement-breakpoint
CREATE TYPE "public"."video_visibility" AS ENUM('public', 'unlisted', 'organization', 'private');--> statement-breakpoint
CREATE TYPE "public"."control_mode" AS ENUM('anyone', 'presenter', 'ask');--> statement-breakpoint
CREATE TYPE "public"."stall_policy" AS ENUM('go_on', 'wait');--> statement-breakpoint
CREATE TABLE "identities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"account_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_provider_account_key" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "organization_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "organization_role" DEFAULT 'MEMBER' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_members_organization_user_key" UNIQUE("organization_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" varchar(100) NOT NULL,
	"slug" varchar(63) NOT NULL,
	"description" text,
	"logo_url" varchar(500),
	"kind" "organization_kind" DEFAULT 'team' NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_slug_key" UNIQUE("slug"),
	CONSTRAINT "organizations_name_not_blank" CHECK (btrim("organizations"."name") <> ''),
	CONSTRAINT "organizations_slug_format" CHECK ("organizations"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_accessed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ip_address" "inet",
	"user_agent" text,
	"active_organization_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_key" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" varchar(254),
	"email_verified" boolean DEFAULT false NOT NULL,
	"username" varchar(50),
	"name" varchar(100) NOT NULL,
	"given_name" varchar(100),
	"family_name" varchar(100),
	"avatar_url" varchar(500),
	"bio" text,
	"account_type" "account_type" DEFAULT 'registered' NOT NULL,
	"access_role" "access_role" DEFAULT 'user' NOT NULL,
	"is_verified" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"license_type" "license_type" DEFAULT 'FREE' NOT NULL,
	"license_expires_at" timestamp (3) with time zone,
	"credits" integer DEFAULT 0 NOT NULL,
	"last_credit_refresh_at" timestamp (3) with time zone,
	"last_login_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_lower_case" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "users_email_format" CHECK ("users"."email" ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
	CONSTRAINT "users_email_present" CHECK ("users"."email" is not null or "users"."account_type" <> 'registered'),
	CONSTRAINT "users_username_length" CHECK (char_length("users"."username") between 3 and 50),
	CONSTRAINT "users_name_not_blank" CHECK (btrim("users"."name") <> ''),
	CONSTRAINT "users_credits_not_negative" CHECK ("users"."credits" >= 0)
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"channel_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_members_channel_user_key" UNIQUE("channel_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" varchar(100) NOT NULL,
	"slug" varchar(63) NOT NULL,
	"description" text,
	"member_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channels_organization_slug_key" UNIQUE("organization_id","slug"),
	CONSTRAINT "channels_id_organization_key" UNIQUE("id","organization_id"),
	CONSTRAINT "channels_name_not_blank" CHECK (btrim("channels"."name") <> ''),
	CONSTRAINT "channels_slug_format" CHECK ("channels"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "channels_member_count_not_negative" CHECK ("channels"."member_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" varchar(255) NOT NULL,
	"description" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "series_id_organization_key" UNIQUE("id","organization_id"),
	CONSTRAINT "series_name_not_blank" CHECK (btrim("series"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"video_id" uuid NOT NULL,
	"length_bytes" bigint NOT NULL,
	"offset_bytes" bigint DEFAULT 0 NOT NULL,
	"storage_key" text NOT NULL,
	"r2_upload_id" text,
	"parts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"tail_bytes" bigint DEFAULT 0 NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uploads_length_positive" CHECK ("uploads"."length_bytes" > 0),
	CONSTRAINT "uploads_offset_within_length" CHECK ("uploads"."offset_bytes" between 0 and "uploads"."length_bytes"),
	CONSTRAINT "uploads_tail_within_offset" CHECK ("uploads"."tail_bytes" between 0 and "uploads"."offset_bytes"),
	CONSTRAINT "uploads_parts_list" CHECK (jsonb_typeof("uploads"."parts") = 'array')
);
--> statement-breakpoint
CREATE TABLE "videos" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"short_id" varchar(11) NOT NULL,
	"title" varchar(255) NOT NULL,
	"description" text,
	"author_id" uuid,
	"organization_id" uuid NOT NULL,
	"channel_id" uuid,
	"series_id" uuid,
	"series_position" integer,
	"duration_seconds" numeric(10, 3),
	"file_size_bytes" bigint,
	"mime_type" varchar(255),
	"width" integer,
	"height" integer,
	"frame_rate_num" integer,
	"frame_rate_den" integer,
	"source_kind" "video_source_kind" DEFAULT 'upload' NOT NULL,
	"source_url" text,
	"youtube_id" varchar(20),
	"source_channel_name" varchar(255),
	"media_key" text,
	"media_version" text,
	"thumbnail_key" text,
	"processing_status" "processing_status" DEFAULT 'pending' NOT NULL,
	"processing_progress" smallint DEFAULT 0 NOT NULL,
	"processing_error" text,
	"visibility" "video_visibility" DEFAULT 'private' NOT NULL,
	"is_public" boolean GENERATED ALWAYS AS (visibility = 'public') STORED NOT NULL,
	"is_featured" boolean DEFAULT false NOT NULL,
	"view_count" bigint DEFAULT 0 NOT NULL,
	"like_count" integer DEFAULT 0 NOT NULL,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', coalesce(description, '')), 'B')) STORED,
	"version_of" uuid,
	"published_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "videos_short_id_key" UNIQUE("short_id"),
	CONSTRAINT "videos_short_id_format" CHECK ("videos"."short_id" ~ '^[A-Za-z0-9_-]{11}$'),
	CONSTRAINT "videos_title_not_blank" CHECK (btrim("videos"."title") <> ''),
	CONSTRAINT "videos_duration_positive" CHECK ("videos"."duration_seconds" > 0),
	CONSTRAINT "videos_file_size_positive" CHECK ("videos"."file_size_bytes" > 0),
	CONSTRAINT "videos_size_positive" CHECK ("videos"."width" > 0 and "videos"."height" > 0),
	CONSTRAINT "videos_frame_rate_positive" CHECK ("videos"."frame_rate_num" > 0 and "videos"."frame_rate_den" > 0),
	CONSTRAINT "videos_frame_rate_whole" CHECK (("videos"."frame_rate_num" is null) = ("videos"."frame_rate_den" is null)),
	CONSTRAINT "videos_progress_range" CHECK ("videos"."processing_progress" between 0 and 100),
	CONSTRAINT "videos_series_position_positive" CHECK ("videos"."series_position" > 0),
	CONSTRAINT "videos_series_position_present" CHECK ("videos"."series_id" is null or "videos"."series_position" is not null),
	CONSTRAINT "videos_not_own_version" CHECK ("videos"."version_of" <> "videos"."id"),
	CONSTRAINT "videos_counts_not_negative" CHECK ("videos"."view_count" >= 0 and "videos"."like_count" >= 0 and "videos"."comment_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "chapters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"video_id" uuid NOT NULL,
	"title" varchar(255) NOT NULL,
	"description" text,
	"start_seconds" numeric(10, 3) NOT NULL,
	"end_seconds" numeric(10, 3) NOT NULL,
	"position" integer NOT NULL,
	"thumbnail_key" text,
	"is_ai_generated" boolean DEFAULT false NOT NULL,
	"confidence" numeric(3, 2),
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chapters_id_video_key" UNIQUE("id","video_id"),
	CONSTRAINT "chapters_title_not_blank" CHECK (btrim("chapters"."title") <> ''),
	CONSTRAINT "chapters_start_not_negative" CHECK ("chapters"."start_seconds" >= 0),
	CONSTRAINT "chapters_end_after_start" CHECK ("chapters"."end_seconds" > "chapters"."start_seconds"),
	CONSTRAINT "chapters_position_positive" CHECK ("chapters"."position" > 0),
	CONSTRAINT "chapters_confidence_range" CHECK ("chapters"."confidence" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "room_watermarks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"video_id" uuid NOT NULL,
	"epoch" bigint NOT NULL,
	"flushed_seq" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "room_watermarks_video_key" UNIQUE("video_id"),
	CONSTRAINT "room_watermarks_not_negative" CHECK ("room_watermarks"."epoch" >= 0 and "room_watermarks"."flushed_seq" >= 0)
);
--> statement-breakpoint
CREATE TABLE "screening_attendees" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"screening_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "screening_attendees_screening_user_key" UNIQUE("screening_id","user_id"),
	CONSTRAINT "screening_attendees_left_after_joined" CHECK ("screening_attendees"."left_at" >= "screening_attendees"."joined_at")
);
--> statement-breakpoint
CREATE TABLE "screenings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"short_id" varchar(11) NOT NULL,
	"video_id" uuid NOT NULL,
	"host_id" uuid,
	"control_mode" "control_mode" DEFAULT 'anyone' NOT NULL,
	"stall_policy" "stall_policy" DEFAULT 'go_on' NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "screenings_short_id_key" UNIQUE("short_id"),
	CONSTRAINT "screenings_short_id_format" CHECK ("screenings"."short_id" ~ '^[A-Za-z0-9_-]{11}$'),
	CONSTRAINT "screenings_end_after_start" CHECK ("screenings"."ended_at" >= "screenings"."started_at")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"video_id" uuid NOT NULL,
	"chapter_id" uuid,
	"parent_id" uuid,
	"author_id" uuid,
	"content" text NOT NULL,
	"position_seconds" numeric(10, 3),
	"end_seconds" numeric(10, 3),
	"order_ms" bigint GENERATED ALWAYS AS (coalesce((position_seconds * 1000)::bigint, 9007199254740991)) STORED NOT NULL,
	"frame" bigint,
	"drawing" jsonb,
	"is_edited" boolean DEFAULT false NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" uuid,
	"like_count" integer DEFAULT 0 NOT NULL,
	"room_epoch" bigint DEFAULT 0 NOT NULL,
	"room_seq" bigint DEFAULT 0 NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comments_id_video_key" UNIQUE("id","video_id"),
	CONSTRAINT "comments_content_length" CHECK ("comments"."deleted_at" is not null or char_length(btrim("comments"."content", E' \t\n\r')) between 1 and 2000),
	CONSTRAINT "comments_position_not_negative" CHECK ("comments"."position_seconds" >= 0),
	CONSTRAINT "comments_end_has_start" CHECK ("comments"."end_seconds" is null or "comments"."position_seconds" is not null),
	CONSTRAINT "comments_end_not_before_start" CHECK ("comments"."end_seconds" >= "comments"."position_seconds"),
	CONSTRAINT "comments_frame_not_negative" CHECK ("comments"."frame" >= 0),
	CONSTRAINT "comments_not_own_parent" CHECK ("comments"."parent_id" <> "comments"."id"),
	CONSTRAINT "comments_like_count_not_negative" CHECK ("comments"."like_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "likes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"video_id" uuid,
	"comment_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "likes_user_video_key" UNIQUE("user_id","video_id"),
	CONSTRAINT "likes_user_comment_key" UNIQUE("user_id","comment_id"),
	CONSTRAINT "likes_one_target" CHECK (num_nonnulls("likes"."video_id", "likes"."comment_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "video_progress" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"video_id" uuid NOT NULL,
	"position_seconds" numeric(10, 3) DEFAULT 0 NOT NULL,
	"completed" boolean DEFAULT false NOT NULL,
	"last_watched_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "video_progress_user_video_key" UNIQUE("user_id","video_id"),
	CONSTRAINT "video_progress_position_not_negative" CHECK ("video_progress"."position_seconds" >= 0)
);
--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_active_organization_id_organizations_id_fk" FOREIGN KEY ("active_organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_members" ADD CONSTRAINT "channel_members_channel_fk" FOREIGN KEY ("channel_id","organization_id") REFERENCES "public"."channels"("id","organization_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_members" ADD CONSTRAINT "channel_members_member_fk" FOREIGN KEY ("organization_id","user_id") REFERENCES "public"."organization_members"("organization_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "videos" ADD CONSTRAINT "videos_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "videos" ADD CONSTRAINT "videos_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "videos" ADD CONSTRAINT "videos_version_of_videos_id_fk" FOREIGN KEY ("version_of") REFERENCES "public"."videos"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chapters" ADD CONSTRAINT "chapters_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_watermarks" ADD CONSTRAINT "room_watermarks_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_attendees" ADD CONSTRAINT "screening_attendees_screening_id_screenings_id_fk" FOREIGN KEY ("screening_id") REFERENCES "public"."screenings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_attendees" ADD CONSTRAINT "screening_attendees_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_host_id_users_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_fk" FOREIGN KEY ("parent_id","video_id") REFERENCES "public"."comments"("id","video_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likes" ADD CONSTRAINT "likes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likes" ADD CONSTRAINT "likes_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likes" ADD CONSTRAINT "likes_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_progress" ADD CONSTRAINT "video_progress_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_progress" ADD CONSTRAINT "video_progress_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identities_user_idx" ON "identities" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "organization_members_user_idx" ON "organization_members" USING btree ("user_id","role","organization_id");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id","last_accessed_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sessions_active_organization_idx" ON "sessions" USING btree ("active_organization_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username_key" ON "users" USING btree (lower("username"));--> statement-breakpoint
CREATE INDEX "users_license_type_idx" ON "users" USING btree ("license_type");--> statement-breakpoint
CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "verifications_identifier_idx" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "verifications_expires_at_idx" ON "verifications" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "channel_members_member_idx" ON "channel_members" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "series_organization_idx" ON "series" USING btree ("organization_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "uploads_user_idx" ON "uploads" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "uploads_video_idx" ON "uploads" USING btree ("video_id");--> statement-breakpoint
CREATE INDEX "uploads_expires_at_idx" ON "uploads" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "videos_organization_idx" ON "videos" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "videos_channel_idx" ON "videos" USING btree ("channel_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "videos_author_idx" ON "videos" USING btree ("author_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "videos_author_public_idx" ON "videos" USING btree ("author_id","is_public","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "videos_public_feed_idx" ON "videos" USING btree ("is_public","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"author_id");--> statement-breakpoint
CREATE INDEX "videos_unfinished_idx" ON "videos" USING btree ("created_at") WHERE processing_status in ('pending', 'processing');--> statement-breakpoint
CREATE INDEX "videos_published_idx" ON "videos" USING btree ("published_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "videos_version_of_idx" ON "videos" USING btree ("version_of");--> statement-breakpoint
CREATE INDEX "videos_youtube_id_idx" ON "videos" USING btree ("youtube_id") WHERE youtube_id is not null;--> statement-breakpoint
CREATE INDEX "videos_deleted_at_idx" ON "videos" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "videos_tags_idx" ON "videos" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "videos_metadata_idx" ON "videos" USING gin ("metadata");--> statement-breakpoint
CREATE INDEX "videos_search_idx" ON "videos" USING gin ("search");--> statement-breakpoint
CREATE INDEX "screening_attendees_user_idx" ON "screening_attendees" USING btree ("user_id","joined_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "screenings_video_idx" ON "screenings" USING btree ("video_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "screenings_host_idx" ON "screenings" USING btree ("host_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comments_media_time_idx" ON "comments" USING btree ("video_id","order_ms","id");--> statement-breakpoint
CREATE INDEX "comments_newest_idx" ON "comments" USING btree ("video_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comments_parent_idx" ON "comments" USING btree ("parent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "comments_chapter_idx" ON "comments" USING btree ("chapter_id");--> statement-breakpoint
CREATE INDEX "comments_author_idx" ON "comments" USING btree ("author_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "comments_resolved_by_idx" ON "comments" USING btree ("resolved_by");--> statement-breakpoint
CREATE INDEX "comments_deleted_at_idx" ON "comments" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "likes_video_idx" ON "likes" USING btree ("video_id");--> statement-breakpoint
CREATE INDEX "likes_comment_idx" ON "likes" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "video_progress_recent_idx" ON "video_progress" USING btree ("user_id","last_watched_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "video_progress_video_idx" ON "video_progress" USING btree ("video_id");