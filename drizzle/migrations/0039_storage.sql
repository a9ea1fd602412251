CREATE TABLE "organization_storage" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"video_bytes" bigint DEFAULT 0 NOT NULL,
	"asset_bytes" bigint DEFAULT 0 NOT NULL,
	"trash_bytes" bigint DEFAULT 0 NOT NULL,
	"limit_bytes" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_storage_organization_key" UNIQUE("organization_id"),
	CONSTRAINT "organization_storage_not_negative" CHECK ("organization_storage"."video_bytes" >= 0 and "organization_storage"."asset_bytes" >= 0 and "organization_storage"."trash_bytes" >= 0),
	CONSTRAINT "organization_storage_limit_not_negative" CHECK ("organization_storage"."limit_bytes" >= 0)
);
--> statement-breakpoint
ALTER TABLE "organization_storage" ADD CONSTRAINT "organization_storage_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_unfinished_idx" ON "uploads" USING btree ("video_id") WHERE completed_at is null;--> statement-breakpoint

-- By hand from here on. A member sees how much there is; triggers count it, and the operator alone sets the limit.
SELECT app.protect('organization_storage');
GRANT SELECT ON organization_storage TO lockstep_app;
CREATE POLICY see ON organization_storage FOR SELECT TO lockstep_app
  USING (organization_id = ANY ((SELECT app.organization_ids('MEMBER'))::uuid[]));
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON organization_storage
  FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();
--> statement-breakpoint
CREATE FUNCTION app.open_storage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO public.organization_storage (organization_id) VALUES (new.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER open_storage AFTER INSERT ON organizations FOR EACH ROW EXECUTE FUNCTION app.open_storage();
--> statement-breakpoint

-- Organizations in one order, so that two who move videos across wait for each other and never in a circle.
CREATE FUNCTION app.count_video_storage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  sign integer := CASE tg_op WHEN 'INSERT' THEN 1 ELSE -1 END;
  step record;
BEGIN
  FOR step IN
    SELECT organization_id AS id, coalesce(sum(file_size_bytes) FILTER (WHERE deleted_at IS NULL), 0) AS live,
      coalesce(sum(file_size_bytes) FILTER (WHERE deleted_at IS NOT NULL), 0) AS trash
    FROM changed WHERE media_key IS NOT NULL AND file_size_bytes IS NOT NULL GROUP BY 1 ORDER BY 1
  LOOP
    UPDATE public.organization_storage
    SET video_bytes = video_bytes + sign * step.live, trash_bytes = trash_bytes + sign * step.trash
    WHERE organization_id = step.id;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.recount_video_storage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE step record;
BEGIN
  FOR step IN
    SELECT organization_id AS id, coalesce(sum(bytes) FILTER (WHERE deleted_at IS NULL), 0) AS live,
      coalesce(sum(bytes) FILTER (WHERE deleted_at IS NOT NULL), 0) AS trash
    FROM (
      SELECT organization_id, deleted_at, file_size_bytes AS bytes FROM changed WHERE media_key IS NOT NULL
      UNION ALL
      SELECT organization_id, deleted_at, -file_size_bytes FROM previous WHERE media_key IS NOT NULL
    ) AS both_ways GROUP BY 1 ORDER BY 1
  LOOP
    CONTINUE WHEN step.live = 0 AND step.trash = 0;
    UPDATE public.organization_storage
    SET video_bytes = video_bytes + step.live, trash_bytes = trash_bytes + step.trash
    WHERE organization_id = step.id;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_added_storage AFTER INSERT ON videos REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_video_storage();
CREATE TRIGGER count_removed_storage AFTER DELETE ON videos REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_video_storage();
CREATE TRIGGER count_changed_storage AFTER UPDATE ON videos REFERENCING OLD TABLE AS previous NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.recount_video_storage();
--> statement-breakpoint

-- The bytes of what was taken from the market are the market's.
CREATE FUNCTION app.count_asset_storage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  sign integer := CASE tg_op WHEN 'INSERT' THEN 1 ELSE -1 END;
  step record;
BEGIN
  FOR step IN
    SELECT organization_id AS id, coalesce(sum(file_size_bytes) FILTER (WHERE deleted_at IS NULL), 0) AS live,
      coalesce(sum(file_size_bytes) FILTER (WHERE deleted_at IS NOT NULL), 0) AS trash
    FROM changed WHERE uploaded_at IS NOT NULL AND market_asset_id IS NULL GROUP BY 1 ORDER BY 1
  LOOP
    UPDATE public.organization_storage
    SET asset_bytes = asset_bytes + sign * step.live, trash_bytes = trash_bytes + sign * step.trash
    WHERE organization_id = step.id;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.recount_asset_storage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE step record;
BEGIN
  FOR step IN
    SELECT organization_id AS id, coalesce(sum(bytes) FILTER (WHERE deleted_at IS NULL), 0) AS live,
      coalesce(sum(bytes) FILTER (WHERE deleted_at IS NOT NULL), 0) AS trash
    FROM (
      SELECT organization_id, deleted_at, file_size_bytes AS bytes FROM changed
      WHERE uploaded_at IS NOT NULL AND market_asset_id IS NULL
      UNION ALL
      SELECT organization_id, deleted_at, -file_size_bytes FROM previous
      WHERE uploaded_at IS NOT NULL AND market_asset_id IS NULL
    ) AS both_ways GROUP BY 1 ORDER BY 1
  LOOP
    CONTINUE WHEN step.live = 0 AND step.trash = 0;
    UPDATE public.organization_storage
    SET asset_bytes = asset_bytes + step.live, trash_bytes = trash_bytes + step.trash
    WHERE organization_id = step.id;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_added_storage AFTER INSERT ON user_assets REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_asset_storage();
CREATE TRIGGER count_removed_storage AFTER DELETE ON user_assets REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.count_asset_storage();
CREATE TRIGGER count_changed_storage AFTER UPDATE ON user_assets REFERENCING OLD TABLE AS previous NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.recount_asset_storage();
--> statement-breakpoint

-- What has been promised a place and is not all there yet. Few rows, so they are added up when asked for.
CREATE FUNCTION app.awaited_bytes(organization uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (
  SELECT coalesce(sum(uploads.length_bytes), 0) FROM public.uploads JOIN public.videos ON videos.id = uploads.video_id
  WHERE uploads.completed_at IS NULL AND videos.organization_id = organization
) + (
  SELECT coalesce(sum(file_size_bytes), 0) FROM public.user_assets
  WHERE uploaded_at IS NULL AND deleted_at IS NULL AND organization_id = organization
);
--> statement-breakpoint
CREATE FUNCTION app.storage_of(organization uuid) RETURNS TABLE (video_bytes bigint, asset_bytes bigint,
  trash_bytes bigint, awaited_bytes bigint, limit_bytes bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT held.video_bytes, held.asset_bytes, held.trash_bytes, app.awaited_bytes(organization), held.limit_bytes
  FROM public.organization_storage AS held
  WHERE held.organization_id = organization AND organization = ANY (app.organization_ids('MEMBER'));
$$;
--> statement-breakpoint
-- Asked in the transaction that has just promised bytes a place: refuses it where they do not fit. The lock puts those who
-- promise at once in a line, and each sees what the one before it has promised.
CREATE FUNCTION app.hold_to_storage_limit(organization uuid, standard bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  held public.organization_storage;
  used bigint;
BEGIN
  SELECT * INTO held FROM public.organization_storage WHERE organization_id = organization;
  IF coalesce(held.limit_bytes, standard) IS NULL THEN
    RETURN;
  END IF;
  SELECT * INTO held FROM public.organization_storage WHERE organization_id = organization FOR NO KEY UPDATE;
  used := held.video_bytes + held.asset_bytes + held.trash_bytes + app.awaited_bytes(organization);
  IF used > coalesce(held.limit_bytes, standard) THEN
    RAISE EXCEPTION 'The storage of this organization is full.' USING ERRCODE = 'LS413', DETAIL =
      json_build_object('wantedBytes', used, 'limitBytes', coalesce(held.limit_bytes, standard))::text;
  END IF;
END $$;
--> statement-breakpoint

SELECT set_config('app.role', 'internal', true);
--> statement-breakpoint
INSERT INTO organization_storage (organization_id, video_bytes, asset_bytes, trash_bytes)
SELECT organizations.id, coalesce(of_videos.live, 0), coalesce(of_assets.live, 0),
  coalesce(of_videos.trash, 0) + coalesce(of_assets.trash, 0)
FROM organizations
LEFT JOIN (
  SELECT organization_id, sum(file_size_bytes) FILTER (WHERE deleted_at IS NULL) AS live,
    sum(file_size_bytes) FILTER (WHERE deleted_at IS NOT NULL) AS trash
  FROM videos WHERE media_key IS NOT NULL GROUP BY 1
) AS of_videos ON of_videos.organization_id = organizations.id
LEFT JOIN (
  SELECT organization_id, sum(file_size_bytes) FILTER (WHERE deleted_at IS NULL) AS live,
    sum(file_size_bytes) FILTER (WHERE deleted_at IS NOT NULL) AS trash
  FROM user_assets WHERE uploaded_at IS NOT NULL AND market_asset_id IS NULL GROUP BY 1
) AS of_assets ON of_assets.organization_id = organizations.id;
--> statement-breakpoint
SELECT set_config('app.role', '', true);
