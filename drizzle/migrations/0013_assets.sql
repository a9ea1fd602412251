CREATE TABLE "asset_uses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid,
	"user_asset_id" uuid,
	"system_asset_id" uuid,
	"market_asset_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "asset_uses_of_one" CHECK (num_nonnulls(user_asset_id, system_asset_id, market_asset_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "released_objects" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"storage_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "market_assets" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "market_assets" ADD COLUMN "last_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "system_assets" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "system_assets" ADD COLUMN "last_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "user_assets" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "asset_uses" ADD CONSTRAINT "asset_uses_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_uses" ADD CONSTRAINT "asset_uses_user_asset_id_user_assets_id_fk" FOREIGN KEY ("user_asset_id") REFERENCES "public"."user_assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_uses" ADD CONSTRAINT "asset_uses_system_asset_id_system_assets_id_fk" FOREIGN KEY ("system_asset_id") REFERENCES "public"."system_assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_uses" ADD CONSTRAINT "asset_uses_market_asset_id_market_assets_id_fk" FOREIGN KEY ("market_asset_id") REFERENCES "public"."market_assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asset_uses_user_idx" ON "asset_uses" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "asset_uses_user_asset_idx" ON "asset_uses" USING btree ("user_asset_id");--> statement-breakpoint
CREATE INDEX "asset_uses_system_asset_idx" ON "asset_uses" USING btree ("system_asset_id");--> statement-breakpoint
CREATE UNIQUE INDEX "asset_uses_taking_key" ON "asset_uses" USING btree ("market_asset_id","user_id");--> statement-breakpoint
CREATE INDEX "released_objects_created_at_idx" ON "released_objects" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "market_assets_used_idx" ON "market_assets" USING btree ("is_public",coalesce(last_used_at, '-infinity') desc,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "market_assets_usage_idx" ON "market_assets" USING btree ("is_public","usage_count" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "market_assets_public_name_idx" ON "market_assets" USING btree ("is_public",normalized_name collate "C","id");--> statement-breakpoint
CREATE INDEX "market_assets_deleted_at_idx" ON "market_assets" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "market_assets_storage_key_idx" ON "market_assets" USING btree ("storage_key");--> statement-breakpoint
CREATE INDEX "user_assets_used_idx" ON "user_assets" USING btree ("user_id",coalesce(last_used_at, '-infinity') desc,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "user_assets_usage_idx" ON "user_assets" USING btree ("user_id","usage_count" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "user_assets_user_name_idx" ON "user_assets" USING btree ("user_id",normalized_name collate "C","id");--> statement-breakpoint
CREATE INDEX "user_assets_unfinished_idx" ON "user_assets" USING btree ("created_at") WHERE uploaded_at is null;--> statement-breakpoint
CREATE INDEX "user_assets_storage_key_idx" ON "user_assets" USING btree ("storage_key");--> statement-breakpoint
ALTER TABLE "user_assets" ADD CONSTRAINT "user_assets_taken_key" UNIQUE("user_id","market_asset_id");--> statement-breakpoint
ALTER TABLE "market_assets" ADD CONSTRAINT "market_assets_sha256_format" CHECK ("market_assets"."sha256" ~ '^[0-9a-f]{64}$');--> statement-breakpoint
ALTER TABLE "user_assets" ADD CONSTRAINT "user_assets_sha256_format" CHECK ("user_assets"."sha256" ~ '^[0-9a-f]{64}$');--> statement-breakpoint

-- By hand from here on.
-- user_assets: a person names, tags and deletes; what the bytes are is written by the functions below alone.
REVOKE INSERT, UPDATE, DELETE ON user_assets, market_assets FROM lockstep_app;
--> statement-breakpoint
GRANT INSERT, DELETE, UPDATE (display_name, user_tags, deleted_at, updated_at) ON user_assets TO lockstep_app;
DROP POLICY own ON user_assets;
CREATE POLICY see ON user_assets FOR SELECT TO lockstep_app
  USING (user_id = (SELECT app.actor_id()) OR (SELECT app.actor_role()) IN ('service:media', 'service:cron'));
CREATE POLICY make ON user_assets FOR INSERT TO lockstep_app
  WITH CHECK (usage_count = 0 AND last_used_at IS NULL AND ((SELECT app.actor_role()) = 'service:media'
    OR ((SELECT app.actor_role()) = 'registered' AND user_id = (SELECT app.actor_id())
      AND organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[])
      AND source = 'upload' AND storage_key IS NULL AND cdn_url IS NULL AND uploaded_at IS NULL AND sha256 IS NULL
      AND market_asset_id IS NULL AND system_tags = '{}' AND auto_classification IS NULL
      AND ai_classification IS NULL)));
CREATE POLICY edit ON user_assets FOR UPDATE TO lockstep_app USING (user_id = (SELECT app.actor_id()));
CREATE POLICY purge ON user_assets FOR DELETE TO lockstep_app USING ((SELECT app.actor_role()) = 'service:cron');
--> statement-breakpoint
-- market_assets are made by app.publish_asset, from an asset of one's own.
GRANT DELETE, UPDATE (display_name, description, tags, is_public, deleted_at, updated_at) ON market_assets TO lockstep_app;
DROP POLICY make ON market_assets;
--> statement-breakpoint
CREATE TRIGGER date_deletion BEFORE UPDATE OF deleted_at ON user_assets FOR EACH ROW
  WHEN (old.deleted_at IS NULL AND new.deleted_at IS NOT NULL) EXECUTE FUNCTION app.date_deletion();
CREATE TRIGGER date_deletion BEFORE UPDATE OF deleted_at ON market_assets FOR EACH ROW
  WHEN (old.deleted_at IS NULL AND new.deleted_at IS NOT NULL) EXECUTE FUNCTION app.date_deletion();
--> statement-breakpoint

-- The ledger of uses, and the counters kept from it.
SELECT app.protect('asset_uses');
GRANT SELECT, INSERT (id, user_id, user_asset_id, system_asset_id) ON asset_uses TO lockstep_app;
CREATE POLICY see ON asset_uses FOR SELECT TO lockstep_app USING (user_id = (SELECT app.actor_id()));
CREATE POLICY note ON asset_uses FOR INSERT TO lockstep_app
  WITH CHECK (user_id = (SELECT app.actor_id()) AND market_asset_id IS NULL AND (
    (SELECT user_assets.id FROM user_assets
      WHERE user_assets.id = user_asset_id AND user_assets.user_id = (SELECT app.actor_id())
        AND user_assets.deleted_at IS NULL) IS NOT NULL
    OR (SELECT system_assets.id FROM system_assets
      WHERE system_assets.id = system_asset_id AND system_assets.is_active) IS NOT NULL));
--> statement-breakpoint
CREATE FUNCTION app.count_asset_uses() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.user_assets SET usage_count = usage_count + uses, last_used_at = latest
    FROM (SELECT user_asset_id, count(*) AS uses, max(created_at) AS latest FROM added GROUP BY 1) AS used
    WHERE user_assets.id = used.user_asset_id;
  UPDATE public.system_assets SET usage_count = usage_count + uses, last_used_at = latest
    FROM (SELECT system_asset_id, count(*) AS uses, max(created_at) AS latest FROM added GROUP BY 1) AS used
    WHERE system_assets.id = used.system_asset_id;
  UPDATE public.market_assets SET usage_count = usage_count + uses, last_used_at = latest
    FROM (SELECT market_asset_id, count(*) AS uses, max(created_at) AS latest FROM added GROUP BY 1) AS used
    WHERE market_assets.id = used.market_asset_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_uses AFTER INSERT ON asset_uses REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_asset_uses();
--> statement-breakpoint

-- Objects that a row has let go of, whatever made it go: a purge, an account's or an organization's end. The nightly
-- job removes those that no other row shares.
SELECT app.protect('released_objects');
GRANT SELECT, DELETE ON released_objects TO lockstep_app;
CREATE POLICY sweep ON released_objects TO lockstep_app USING ((SELECT app.actor_role()) = 'service:cron');
--> statement-breakpoint
CREATE FUNCTION app.release_object() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO public.released_objects (storage_key) VALUES (old.storage_key);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER release_object AFTER DELETE ON user_assets FOR EACH ROW
  WHEN (old.storage_key IS NOT NULL) EXECUTE FUNCTION app.release_object();
CREATE TRIGGER release_replaced AFTER UPDATE OF storage_key ON user_assets FOR EACH ROW
  WHEN (old.storage_key IS DISTINCT FROM new.storage_key AND old.storage_key IS NOT NULL)
  EXECUTE FUNCTION app.release_object();
CREATE TRIGGER release_object AFTER DELETE ON market_assets FOR EACH ROW
  WHEN (old.storage_key IS NOT NULL) EXECUTE FUNCTION app.release_object();
--> statement-breakpoint

-- An upload claims a key of its own; who claims later overtakes, and only the last to claim can finish.
CREATE FUNCTION app.begin_asset_upload(asset uuid, key text) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.user_assets SET storage_key = key
  WHERE id = asset AND user_id = app.actor_id() AND market_asset_id IS NULL AND uploaded_at IS NULL
    AND deleted_at IS NULL
  RETURNING id;
$$;
--> statement-breakpoint
CREATE FUNCTION app.finish_asset_upload(asset uuid, key text, facts jsonb) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.user_assets SET uploaded_at = now(), mime_type = facts ->> 'mimeType',
    asset_type = (facts ->> 'type')::public.asset_type, dimensions = nullif(facts -> 'dimensions', 'null'),
    duration_seconds = (facts ->> 'durationSeconds')::numeric, sha256 = facts ->> 'sha256'
  WHERE id = asset AND storage_key = key AND uploaded_at IS NULL AND deleted_at IS NULL
    AND app.actor_role() = 'service:media'
  RETURNING id;
$$;
--> statement-breakpoint
CREATE FUNCTION app.classify_asset(asset uuid, labels text[], automatic jsonb, model jsonb) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.user_assets SET system_tags = labels, auto_classification = automatic, ai_classification = model
  WHERE id = asset AND app.actor_role() = 'service:media'
  RETURNING id;
$$;
--> statement-breakpoint

-- Publishing shares the bytes by their key. What was taken from the market is not one's own to publish.
CREATE FUNCTION app.publish_asset(asset uuid, market uuid, name text, about text, labels text[], open boolean)
RETURNS SETOF uuid LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$
  INSERT INTO public.market_assets (id, creator_id, display_name, storage_key, mime_type, file_size_bytes, asset_type,
    dimensions, duration_seconds, sha256, description, tags, is_public)
  SELECT market, user_id, coalesce(name, display_name), storage_key, mime_type, file_size_bytes, asset_type,
    dimensions, duration_seconds, sha256, about, labels, open
  FROM public.user_assets
  WHERE id = asset AND user_id = app.actor_id() AND app.actor_role() = 'registered' AND uploaded_at IS NOT NULL
    AND deleted_at IS NULL AND market_asset_id IS NULL
  ON CONFLICT (id) DO NOTHING RETURNING id;
$$;
--> statement-breakpoint

-- Gives the reference to it in the actor's library; taking again gives the same, out of the trash if need be. The lock
-- on the market's row puts takers in a line, so that each is counted once.
CREATE FUNCTION app.take_market_asset(market uuid, reference uuid, label text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  offered public.market_assets;
  taken uuid;
BEGIN
  IF app.actor_role() <> 'registered' THEN
    RETURN NULL;
  END IF;
  SELECT * INTO offered FROM public.market_assets
    WHERE id = market AND is_public AND deleted_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    -- Withdrawn: who has it keeps it.
    SELECT id INTO taken FROM public.user_assets
      WHERE user_id = app.actor_id() AND market_asset_id = market AND deleted_at IS NULL;
    RETURN taken;
  END IF;
  INSERT INTO public.user_assets (id, asset_id, user_id, organization_id, display_name, original_filename, storage_key,
    mime_type, file_size_bytes, asset_type, dimensions, duration_seconds, sha256, source, market_asset_id, uploaded_at)
  SELECT reference, label, organization_members.user_id, organizations.id, offered.display_name, offered.display_name,
    offered.storage_key, offered.mime_type, offered.file_size_bytes, offered.asset_type, offered.dimensions,
    offered.duration_seconds, offered.sha256, 'import', market, now()
  FROM public.organization_members JOIN public.organizations ON organizations.id = organization_id
  WHERE organization_members.user_id = app.actor_id() AND organizations.kind = 'personal'
    AND organization_members.role = 'OWNER' LIMIT 1
  ON CONFLICT (user_id, market_asset_id) DO UPDATE SET deleted_at = NULL
  RETURNING id INTO taken;
  INSERT INTO public.asset_uses (user_id, market_asset_id) SELECT app.actor_id(), market WHERE taken IS NOT NULL
    ON CONFLICT DO NOTHING;
  RETURN taken;
END $$;
--> statement-breakpoint

-- Names by any part of them, normalized as they are stored. Only ids: the select that uses them is held to the policies.
CREATE FUNCTION app.normalized_name(name text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT pg_catalog.btrim(pg_catalog.regexp_replace(pg_catalog.lower(name), '[^[:alnum:]]+', ' ', 'g'));
$$;
--> statement-breakpoint
CREATE FUNCTION app.user_assets_named(words text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT array(SELECT id FROM public.user_assets WHERE user_id = app.actor_id()
    AND normalized_name LIKE '%' || app.normalized_name(words) || '%' ORDER BY usage_count DESC, id DESC LIMIT 1000);
$$;
--> statement-breakpoint
CREATE FUNCTION app.market_assets_named(words text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT array(SELECT id FROM public.market_assets
    WHERE ((is_public AND deleted_at IS NULL) OR creator_id = app.actor_id())
      AND normalized_name LIKE '%' || app.normalized_name(words) || '%' ORDER BY usage_count DESC, id DESC LIMIT 1000);
$$;
--> statement-breakpoint

-- What the product brings along. Its bytes are made by worker/library/assets/system, so there is no key.
SELECT set_config('app.role', 'internal', true);
--> statement-breakpoint
INSERT INTO system_assets (id, system_id, display_name, description, mime_type, asset_type, dimensions, duration_seconds, tags) VALUES
  ('01900000-0000-7000-8000-000000000001', 'colour-bars', 'Colour bars', 'EBU colour bars (100/0/75/0), to check a picture by.',
    'image/png', 'image', '{"width": 1280, "height": 720}', NULL, '{test,picture}'),
  ('01900000-0000-7000-8000-000000000002', 'countdown-leader', 'Countdown leader', 'Five seconds of numbers, five to one, before a film begins.',
    'image/gif', 'image', '{"width": 640, "height": 360}', 5, '{leader,picture}'),
  ('01900000-0000-7000-8000-000000000003', 'two-pop', 'Two-pop', 'A beep of 1 kHz for one frame, two seconds before the film: sound and picture are in step where it meets the 2.',
    'audio/wav', 'audio', NULL, 2, '{leader,sound}');
--> statement-breakpoint
SELECT set_config('app.role', '', true);
--> statement-breakpoint
-- Inside the function that searches the market nothing but the rule of the rows stands before LIKE: the trigrams serve it.
ALTER POLICY internal ON market_assets USING (true);
