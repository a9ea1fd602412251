-- Trigrams, for names searched by any part of them. A trusted extension, as btree_gist.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TYPE "public"."asset_origin" AS ENUM('upload', 'generation', 'import');--> statement-breakpoint
CREATE TYPE "public"."asset_type" AS ENUM('image', 'video', 'audio', 'document', 'other');--> statement-breakpoint
CREATE TYPE "public"."approval_status" AS ENUM('in_review', 'changes_requested', 'approved');--> statement-breakpoint
CREATE TYPE "public"."link_guests" AS ENUM('anyone', 'named', 'accounts');--> statement-breakpoint
CREATE TYPE "public"."transcript_origin" AS ENUM('upload', 'model');--> statement-breakpoint
CREATE TYPE "public"."webhook_delivery_status" AS ENUM('pending', 'delivered', 'failed');--> statement-breakpoint
CREATE TABLE "market_assets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"creator_id" uuid,
	"display_name" varchar(255) NOT NULL,
	"storage_key" text,
	"mime_type" varchar(255) NOT NULL,
	"file_size_bytes" bigint,
	"asset_type" "asset_type" NOT NULL,
	"dimensions" jsonb,
	"duration_seconds" numeric(10, 3),
	"usage_count" integer DEFAULT 0 NOT NULL,
	"normalized_name" text GENERATED ALWAYS AS (btrim(regexp_replace(lower(display_name), '[^[:alnum:]]+', ' ', 'g'))) STORED NOT NULL,
	"description" varchar(1000),
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "market_assets_name_not_blank" CHECK (btrim("market_assets"."display_name") <> ''),
	CONSTRAINT "market_assets_usage_count_not_negative" CHECK ("market_assets"."usage_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "system_assets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"system_id" varchar(64) NOT NULL,
	"display_name" varchar(255) NOT NULL,
	"storage_key" text,
	"mime_type" varchar(255) NOT NULL,
	"file_size_bytes" bigint,
	"asset_type" "asset_type" NOT NULL,
	"dimensions" jsonb,
	"duration_seconds" numeric(10, 3),
	"usage_count" integer DEFAULT 0 NOT NULL,
	"normalized_name" text GENERATED ALWAYS AS (btrim(regexp_replace(lower(display_name), '[^[:alnum:]]+', ' ', 'g'))) STORED NOT NULL,
	"description" varchar(1000),
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "system_assets_system_id_key" UNIQUE("system_id"),
	CONSTRAINT "system_assets_name_not_blank" CHECK (btrim("system_assets"."display_name") <> ''),
	CONSTRAINT "system_assets_usage_count_not_negative" CHECK ("system_assets"."usage_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "user_assets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"asset_id" varchar(64) NOT NULL,
	"user_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"display_name" varchar(255) NOT NULL,
	"storage_key" text,
	"mime_type" varchar(255) NOT NULL,
	"file_size_bytes" bigint,
	"asset_type" "asset_type" NOT NULL,
	"dimensions" jsonb,
	"duration_seconds" numeric(10, 3),
	"usage_count" integer DEFAULT 0 NOT NULL,
	"original_filename" varchar(255) NOT NULL,
	"normalized_name" text GENERATED ALWAYS AS (btrim(regexp_replace(lower(display_name), '[^[:alnum:]]+', ' ', 'g'))) STORED NOT NULL,
	"cdn_url" varchar(500),
	"source" "asset_origin" DEFAULT 'upload' NOT NULL,
	"user_tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"system_tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"auto_classification" jsonb,
	"ai_classification" jsonb,
	"market_asset_id" uuid,
	"uploaded_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_assets_asset_id_key" UNIQUE("asset_id"),
	CONSTRAINT "user_assets_name_not_blank" CHECK (btrim("user_assets"."display_name") <> ''),
	CONSTRAINT "user_assets_file_size_positive" CHECK ("user_assets"."file_size_bytes" > 0),
	CONSTRAINT "user_assets_duration_positive" CHECK ("user_assets"."duration_seconds" > 0),
	CONSTRAINT "user_assets_usage_count_not_negative" CHECK ("user_assets"."usage_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" varchar(100) NOT NULL,
	"prefix" varchar(16) NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_key_hash_key" UNIQUE("key_hash"),
	CONSTRAINT "api_keys_name_not_blank" CHECK (btrim("api_keys"."name") <> ''),
	CONSTRAINT "api_keys_key_hash_format" CHECK ("api_keys"."key_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "api_keys_scopes_some" CHECK (cardinality("api_keys"."scopes") > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"action" varchar(64) NOT NULL,
	"subject_type" varchar(64) NOT NULL,
	"subject_id" uuid NOT NULL,
	"user_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" varchar(64),
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"key" varchar(255) NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"headers" jsonb,
	"body" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_user_key" UNIQUE("user_id","key"),
	CONSTRAINT "idempotency_keys_request_hash_format" CHECK ("idempotency_keys"."request_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" varchar(254),
	"role" "organization_role" DEFAULT 'MEMBER' NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"max_uses" integer DEFAULT 1 NOT NULL,
	"use_count" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "invitations_email_lower_case" CHECK ("invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_token_hash_format" CHECK ("invitations"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "invitations_max_uses_positive" CHECK ("invitations"."max_uses" > 0),
	CONSTRAINT "invitations_use_count_within" CHECK ("invitations"."use_count" between 0 and "invitations"."max_uses")
);
--> statement-breakpoint
CREATE TABLE "video_approvals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"video_id" uuid NOT NULL,
	"user_id" uuid,
	"status" "approval_status" NOT NULL,
	"note" varchar(2000),
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch_link_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"link_id" uuid NOT NULL,
	"user_id" uuid,
	"user_agent" varchar(255),
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" varchar(100) NOT NULL,
	"description" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "categories_name_not_blank" CHECK (btrim("categories"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid,
	"name" varchar(50) NOT NULL,
	"description" varchar(500),
	"color" varchar(7),
	"is_active" boolean DEFAULT true NOT NULL,
	"is_hidden" boolean GENERATED ALWAYS AS (name ~* '^(category|workflow):') STORED NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tags_name_not_blank" CHECK (btrim("tags"."name") <> ''),
	CONSTRAINT "tags_color_format" CHECK ("tags"."color" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "tags_hidden_are_global" CHECK ("tags"."organization_id" is null or "tags"."name" !~* '^(category|workflow):')
);
--> statement-breakpoint
CREATE TABLE "video_categories" (
	"video_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "video_categories_pkey" PRIMARY KEY("video_id","category_id")
);
--> statement-breakpoint
CREATE TABLE "video_tags" (
	"video_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "video_tags_pkey" PRIMARY KEY("video_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "transcript_cues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"transcript_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"start_seconds" numeric(10, 3) NOT NULL,
	"end_seconds" numeric(10, 3) NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transcript_cues_position_key" UNIQUE("transcript_id","position"),
	CONSTRAINT "transcript_cues_position_positive" CHECK ("transcript_cues"."position" > 0),
	CONSTRAINT "transcript_cues_start_not_negative" CHECK ("transcript_cues"."start_seconds" >= 0),
	CONSTRAINT "transcript_cues_end_after_start" CHECK ("transcript_cues"."end_seconds" > "transcript_cues"."start_seconds"),
	CONSTRAINT "transcript_cues_text_not_blank" CHECK (btrim("transcript_cues"."text") <> '')
);
--> statement-breakpoint
CREATE TABLE "transcripts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"video_id" uuid NOT NULL,
	"language" varchar(35) NOT NULL,
	"origin" "transcript_origin" DEFAULT 'upload' NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transcripts_video_language_key" UNIQUE("video_id","language"),
	CONSTRAINT "transcripts_language_format" CHECK ("transcripts"."language" ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$')
);
--> statement-breakpoint
CREATE TABLE "webhook_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delivery_id" uuid NOT NULL,
	"response_status" integer,
	"error" varchar(500),
	"response_body" varchar(1000),
	"duration_ms" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_attempts_duration_not_negative" CHECK ("webhook_attempts"."duration_ms" >= 0)
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"status" "webhook_delivery_status" DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_deliveries_message_endpoint_key" UNIQUE("message_id","endpoint_id"),
	CONSTRAINT "webhook_deliveries_attempts_not_negative" CHECK ("webhook_deliveries"."attempts" >= 0)
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"url" varchar(2000) NOT NULL,
	"description" varchar(255),
	"events" text[] DEFAULT '{}'::text[] NOT NULL,
	"sealed_secret" text NOT NULL,
	"sealed_previous_secret" text,
	"previous_secret_expires_at" timestamp (3) with time zone,
	"is_active" boolean DEFAULT true NOT NULL,
	"disabled_reason" text,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_endpoints_url_format" CHECK ("webhook_endpoints"."url" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "webhook_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"type" varchar(100) NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_messages_type_format" CHECK ("webhook_messages"."type" ~ '^[a-z_]+(\.[a-z_]+)+$')
);
--> statement-breakpoint
DROP INDEX "videos_version_of_idx";--> statement-breakpoint
ALTER TABLE "videos" ALTER COLUMN "search" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "videos" ADD COLUMN "version_number" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "watch_links" ADD COLUMN "guests" "link_guests" DEFAULT 'anyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "market_assets" ADD CONSTRAINT "market_assets_creator_id_users_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_assets" ADD CONSTRAINT "user_assets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_assets" ADD CONSTRAINT "user_assets_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_assets" ADD CONSTRAINT "user_assets_market_asset_id_market_assets_id_fk" FOREIGN KEY ("market_asset_id") REFERENCES "public"."market_assets"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_approvals" ADD CONSTRAINT "video_approvals_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_approvals" ADD CONSTRAINT "video_approvals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_link_views" ADD CONSTRAINT "watch_link_views_link_id_watch_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."watch_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_link_views" ADD CONSTRAINT "watch_link_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_categories" ADD CONSTRAINT "video_categories_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_categories" ADD CONSTRAINT "video_categories_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_tags" ADD CONSTRAINT "video_tags_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_tags" ADD CONSTRAINT "video_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transcript_cues" ADD CONSTRAINT "transcript_cues_transcript_id_transcripts_id_fk" FOREIGN KEY ("transcript_id") REFERENCES "public"."transcripts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transcripts" ADD CONSTRAINT "transcripts_video_id_videos_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."videos"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_webhook_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_endpoint_id_webhook_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."webhook_endpoints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_message_id_webhook_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."webhook_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_messages" ADD CONSTRAINT "webhook_messages_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "market_assets_creator_idx" ON "market_assets" USING btree ("creator_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "market_assets_public_idx" ON "market_assets" USING btree ("is_public","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "market_assets_name_idx" ON "market_assets" USING gin (normalized_name gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "system_assets_list_idx" ON "system_assets" USING btree ("is_active","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "user_assets_user_idx" ON "user_assets" USING btree ("user_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "user_assets_user_type_idx" ON "user_assets" USING btree ("user_id","asset_type","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "user_assets_organization_idx" ON "user_assets" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "user_assets_market_idx" ON "user_assets" USING btree ("market_asset_id");--> statement-breakpoint
CREATE INDEX "user_assets_deleted_at_idx" ON "user_assets" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "user_assets_name_idx" ON "user_assets" USING gin (normalized_name gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "api_keys_user_idx" ON "api_keys" USING btree ("user_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_events_organization_idx" ON "audit_events" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_events_user_idx" ON "audit_events" USING btree ("user_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_events_actor_idx" ON "audit_events" USING btree ("actor_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "idempotency_keys_expires_at_idx" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_key" ON "invitations" USING btree ("organization_id","email") WHERE email is not null and accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "invitations_organization_idx" ON "invitations" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "invitations_invited_by_idx" ON "invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "video_approvals_video_idx" ON "video_approvals" USING btree ("video_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "video_approvals_user_idx" ON "video_approvals" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "watch_link_views_link_idx" ON "watch_link_views" USING btree ("link_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "watch_link_views_user_idx" ON "watch_link_views" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "categories_name_key" ON "categories" USING btree (lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "tags_organization_name_key" ON "tags" USING btree (coalesce("organization_id", '00000000-0000-0000-0000-000000000000'),lower("name"));--> statement-breakpoint
CREATE INDEX "tags_organization_idx" ON "tags" USING btree ("organization_id","name");--> statement-breakpoint
CREATE INDEX "video_categories_category_idx" ON "video_categories" USING btree ("category_id","video_id");--> statement-breakpoint
CREATE INDEX "video_tags_tag_idx" ON "video_tags" USING btree ("tag_id","video_id");--> statement-breakpoint
CREATE INDEX "transcript_cues_text_idx" ON "transcript_cues" USING gin (to_tsvector('english', "text"));--> statement-breakpoint
CREATE UNIQUE INDEX "transcripts_default_key" ON "transcripts" USING btree ("video_id") WHERE is_default;--> statement-breakpoint
CREATE INDEX "webhook_attempts_delivery_idx" ON "webhook_attempts" USING btree ("delivery_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "webhook_deliveries_endpoint_idx" ON "webhook_deliveries" USING btree ("endpoint_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due_idx" ON "webhook_deliveries" USING btree ("next_attempt_at") WHERE next_attempt_at is not null;--> statement-breakpoint
CREATE INDEX "webhook_endpoints_organization_idx" ON "webhook_endpoints" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "webhook_endpoints_created_by_idx" ON "webhook_endpoints" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "webhook_messages_organization_idx" ON "webhook_messages" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "webhook_messages_created_at_idx" ON "webhook_messages" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "videos" ADD CONSTRAINT "videos_version_key" UNIQUE("version_of","version_number");--> statement-breakpoint
ALTER TABLE "videos" ADD CONSTRAINT "videos_version_number_positive" CHECK ("videos"."version_number" > 0);--> statement-breakpoint

-- By hand from here on.
CREATE FUNCTION app.index_video_words() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  NEW.search := pg_catalog.setweight(pg_catalog.to_tsvector('pg_catalog.english', NEW.title), 'A')
    || pg_catalog.setweight(pg_catalog.to_tsvector('pg_catalog.english', coalesce(NEW.description, '')), 'B');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER index_words BEFORE INSERT OR UPDATE OF title, description ON videos
  FOR EACH ROW EXECUTE FUNCTION app.index_video_words();
--> statement-breakpoint
DO $$
DECLARE relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['api_keys', 'audit_events', 'categories', 'idempotency_keys', 'invitations',
    'market_assets', 'system_assets', 'tags', 'transcript_cues', 'transcripts', 'user_assets', 'video_approvals',
    'video_categories', 'video_tags', 'watch_link_views', 'webhook_attempts', 'webhook_deliveries',
    'webhook_endpoints', 'webhook_messages']
  LOOP
    PERFORM app.protect(relation::regclass);
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation::regclass AND attname = 'updated_at') THEN
      EXECUTE format(
        'CREATE TRIGGER touch_updated_at BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at()',
        relation);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint

-- Who is asking may say which session it came by. One that has ended is refused where it matters, in the same
-- transaction as the query, and not only when the signed copy in the cookie is renewed.
CREATE FUNCTION app.require_session(session uuid) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF session IS NOT NULL AND NOT EXISTS (
    SELECT FROM public.sessions JOIN public.users ON users.id = sessions.user_id
    WHERE sessions.id = session AND sessions.expires_at > now() AND users.is_active
      AND sessions.user_id = app.actor_id()
  ) THEN
    RAISE EXCEPTION 'This session has ended.' USING ERRCODE = 'LS401';
  END IF;
END $$;
--> statement-breakpoint

-- rights -------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, DELETE, UPDATE (role, token_hash, max_uses, use_count, expires_at, accepted_at, revoked_at, updated_at)
  ON invitations TO lockstep_app;
CREATE POLICY manage ON invitations TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('OWNER'))::uuid[])
    OR (role <> 'OWNER' AND organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[])));
CREATE POLICY purge ON invitations FOR DELETE TO lockstep_app USING ((SELECT app.actor_role()) = 'service:cron');
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (name, revoked_at, updated_at) ON api_keys TO lockstep_app;
CREATE POLICY own ON api_keys TO lockstep_app USING (user_id = (SELECT app.actor_id()));
--> statement-breakpoint
GRANT SELECT ON audit_events TO lockstep_app;
CREATE POLICY see ON audit_events FOR SELECT TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[])
    OR (organization_id IS NULL AND (user_id = (SELECT app.actor_id()) OR actor_id = (SELECT app.actor_id()))));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (status, headers, body, expires_at, updated_at) ON idempotency_keys TO lockstep_app;
CREATE POLICY own ON idempotency_keys TO lockstep_app USING (user_id = (SELECT app.actor_id()));
CREATE POLICY purge ON idempotency_keys FOR DELETE TO lockstep_app USING ((SELECT app.actor_role()) = 'service:cron');
CREATE POLICY purge_look ON idempotency_keys FOR SELECT TO lockstep_app
  USING ((SELECT app.actor_role()) = 'service:cron');
--> statement-breakpoint

-- webhooks -----------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, DELETE, UPDATE (url, description, events, sealed_secret, sealed_previous_secret,
  previous_secret_expires_at, is_active, disabled_reason, updated_at) ON webhook_endpoints TO lockstep_app;
CREATE POLICY manage ON webhook_endpoints TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
--> statement-breakpoint
GRANT SELECT ON webhook_messages, webhook_deliveries, webhook_attempts TO lockstep_app;
CREATE POLICY see ON webhook_messages FOR SELECT TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
CREATE POLICY see ON webhook_deliveries FOR SELECT TO lockstep_app
  USING ((SELECT webhook_endpoints.id FROM webhook_endpoints WHERE webhook_endpoints.id = endpoint_id) IS NOT NULL);
CREATE POLICY see ON webhook_attempts FOR SELECT TO lockstep_app
  USING ((SELECT webhook_deliveries.id FROM webhook_deliveries WHERE webhook_deliveries.id = delivery_id) IS NOT NULL);
--> statement-breakpoint

-- library ------------------------------------------------------------------------------------------------------------
GRANT UPDATE (version_number) ON videos TO lockstep_app;
GRANT SELECT, INSERT, DELETE, UPDATE (name, description, color, is_active, updated_at) ON tags TO lockstep_app;
CREATE POLICY see ON tags FOR SELECT TO lockstep_app
  USING ((organization_id IS NULL AND NOT is_hidden)
    OR organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]) OR (SELECT app.is_service()));
CREATE POLICY add ON tags FOR INSERT TO lockstep_app
  WITH CHECK (organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]));
CREATE POLICY edit ON tags FOR UPDATE TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
CREATE POLICY remove ON tags FOR DELETE TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('ADMIN'))::uuid[]));
--> statement-breakpoint
GRANT SELECT ON categories TO lockstep_app;
CREATE POLICY see ON categories FOR SELECT TO lockstep_app USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON video_tags, video_categories TO lockstep_app;
CREATE POLICY see ON video_tags FOR SELECT TO lockstep_app
  USING ((SELECT videos.id FROM videos WHERE videos.id = video_tags.video_id) IS NOT NULL);
CREATE POLICY add ON video_tags FOR INSERT TO lockstep_app WITH CHECK (app.may_manage_video(video_id));
CREATE POLICY remove ON video_tags FOR DELETE TO lockstep_app USING (app.may_manage_video(video_id));
CREATE POLICY see ON video_categories FOR SELECT TO lockstep_app
  USING ((SELECT videos.id FROM videos WHERE videos.id = video_categories.video_id) IS NOT NULL);
CREATE POLICY add ON video_categories FOR INSERT TO lockstep_app WITH CHECK (app.may_manage_video(video_id));
CREATE POLICY remove ON video_categories FOR DELETE TO lockstep_app USING (app.may_manage_video(video_id));
--> statement-breakpoint
-- A tag of an organization marks its own videos only.
CREATE FUNCTION app.check_video_tag() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.tags JOIN public.videos ON videos.id = NEW.video_id
    WHERE tags.id = NEW.tag_id AND (tags.organization_id IS NULL OR tags.organization_id = videos.organization_id)
  ) THEN
    RAISE EXCEPTION 'The tag belongs to another organization.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'video_tags_organization';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER check_organization BEFORE INSERT OR UPDATE ON video_tags
  FOR EACH ROW EXECUTE FUNCTION app.check_video_tag();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON transcripts, transcript_cues TO lockstep_app;
CREATE POLICY see ON transcripts FOR SELECT TO lockstep_app
  USING ((SELECT videos.id FROM videos WHERE videos.id = transcripts.video_id) IS NOT NULL);
CREATE POLICY write ON transcripts TO lockstep_app
  USING (app.may_manage_video(video_id) OR (SELECT app.actor_role()) = 'service:media');
CREATE POLICY see ON transcript_cues FOR SELECT TO lockstep_app
  USING ((SELECT transcripts.id FROM transcripts WHERE transcripts.id = transcript_id) IS NOT NULL);
CREATE POLICY write ON transcript_cues TO lockstep_app
  USING ((SELECT app.may_manage_video(transcripts.video_id) FROM transcripts WHERE transcripts.id = transcript_id)
    OR (SELECT app.actor_role()) = 'service:media');
--> statement-breakpoint

-- assets -------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, DELETE, UPDATE (display_name, storage_key, mime_type, file_size_bytes, asset_type, dimensions,
  duration_seconds, cdn_url, user_tags, system_tags, auto_classification, ai_classification, uploaded_at, deleted_at,
  updated_at) ON user_assets TO lockstep_app;
CREATE POLICY own ON user_assets TO lockstep_app
  USING (user_id = (SELECT app.actor_id()) OR (SELECT app.actor_role()) IN ('service:media', 'service:cron'))
  WITH CHECK ((user_id = (SELECT app.actor_id())
      AND organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]))
    OR (SELECT app.actor_role()) = 'service:media');
--> statement-breakpoint
GRANT SELECT ON system_assets TO lockstep_app;
CREATE POLICY see ON system_assets FOR SELECT TO lockstep_app USING (is_active OR (SELECT app.is_service()));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (display_name, description, tags, is_public, deleted_at, updated_at)
  ON market_assets TO lockstep_app;
CREATE POLICY see ON market_assets FOR SELECT TO lockstep_app
  USING ((deleted_at IS NULL AND is_public) OR creator_id = (SELECT app.actor_id()) OR (SELECT app.is_service()));
CREATE POLICY make ON market_assets FOR INSERT TO lockstep_app
  WITH CHECK (creator_id = (SELECT app.actor_id()) AND (SELECT app.actor_role()) = 'registered' AND usage_count = 0);
CREATE POLICY edit ON market_assets FOR UPDATE TO lockstep_app USING (creator_id = (SELECT app.actor_id()));
CREATE POLICY purge ON market_assets FOR DELETE TO lockstep_app USING ((SELECT app.actor_role()) = 'service:cron');
--> statement-breakpoint

-- rooms --------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, DELETE ON watch_link_views TO lockstep_app;
CREATE POLICY see ON watch_link_views FOR SELECT TO lockstep_app
  USING ((SELECT watch_links.id FROM watch_links WHERE watch_links.id = link_id) IS NOT NULL);
CREATE POLICY note ON watch_link_views FOR INSERT TO lockstep_app
  WITH CHECK ((SELECT app.actor_role()) = 'service:link');
CREATE POLICY purge ON watch_link_views FOR DELETE TO lockstep_app USING ((SELECT app.actor_role()) = 'service:cron');
--> statement-breakpoint
GRANT SELECT, INSERT ON video_approvals TO lockstep_app;
CREATE POLICY see ON video_approvals FOR SELECT TO lockstep_app
  USING ((SELECT videos.id FROM videos WHERE videos.id = video_approvals.video_id) IS NOT NULL);
CREATE POLICY decide ON video_approvals FOR INSERT TO lockstep_app
  WITH CHECK (app.may_manage_video(video_id) AND user_id = (SELECT app.actor_id()));
