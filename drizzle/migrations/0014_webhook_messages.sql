ALTER TABLE "webhook_endpoints" ADD COLUMN "failing_since_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_waiting_idx" ON "webhook_deliveries" USING btree ("endpoint_id","next_attempt_at") WHERE next_attempt_at is not null;--> statement-breakpoint

-- By hand from here on. What happens in an organization is written down for its webhooks by triggers, in the transaction
-- that makes it happen: nothing is forgotten, and nothing told of what was rolled back.

-- One message for each of the items (a JSON array), for every endpoint that hears them; without one, nothing is written.
-- Endpoints are locked, so that one deleted at the same moment is waited for and then left out. Whoever asked learns from
-- the setting app.told_webhooks whose sender has work.
CREATE FUNCTION app.tell_webhooks(organization uuid, what text, items jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  hearing uuid[];
  told text := coalesce(current_setting('app.told_webhooks', true), '');
BEGIN
  hearing := ARRAY(
    SELECT endpoint.id FROM public.webhook_endpoints endpoint
    JOIN public.organizations ON organizations.id = endpoint.organization_id AND organizations.deleted_at IS NULL
    WHERE endpoint.organization_id = organization AND endpoint.is_active
      AND (endpoint.events = '{}' OR what = ANY (endpoint.events))
    FOR KEY SHARE OF endpoint, organizations);
  IF hearing = '{}' THEN
    RETURN;
  END IF;
  WITH told AS (
    INSERT INTO public.webhook_messages (organization_id, type, data)
    SELECT organization, what, jsonb_build_object('organizationId', organization) || value
    FROM jsonb_array_elements(items)
    RETURNING id
  )
  INSERT INTO public.webhook_deliveries (endpoint_id, message_id, next_attempt_at)
  SELECT endpoint, told.id, now() FROM unnest(hearing) endpoint CROSS JOIN told;
  -- Who takes nothing for so long will not be kept for without end.
  UPDATE public.webhook_endpoints SET is_active = false,
    disabled_reason = 'More than 10,000 messages were waiting for it.'
  WHERE id = ANY (hearing) AND 10000 < (
    SELECT count(*) FROM (
      SELECT FROM public.webhook_deliveries
      WHERE endpoint_id = webhook_endpoints.id AND next_attempt_at IS NOT NULL LIMIT 10001) waiting);
  IF position(organization::text IN told) = 0 THEN
    PERFORM set_config('app.told_webhooks', concat_ws(',', nullif(told, ''), organization), true);
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.tell_webhooks_of_video(video uuid, what text, fact jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE organization uuid := (SELECT organization_id FROM public.videos WHERE id = video);
BEGIN
  PERFORM app.tell_webhooks(organization, what, jsonb_build_array(jsonb_build_object('videoId', video) || fact));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.tell_webhooks(uuid, text, jsonb), app.tell_webhooks_of_video(uuid, text, jsonb) FROM PUBLIC;
--> statement-breakpoint
-- As JavaScript writes a moment.
CREATE FUNCTION app.iso_moment(moment timestamptz) RETURNS text LANGUAGE sql STABLE SET search_path = ''
RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
--> statement-breakpoint

CREATE FUNCTION app.tell_of_video() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  video public.videos := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  what text[] := '{}';
  changed text[] := '{}';
  one text;
  facts jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    what := ARRAY['video.created'] || CASE WHEN NEW.processing_status = 'complete' THEN ARRAY['video.ready'] ELSE '{}' END;
  ELSIF TG_OP = 'DELETE' THEN
    what := CASE WHEN OLD.deleted_at IS NULL THEN ARRAY['video.deleted'] ELSE '{}' END;
  ELSIF OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL THEN
    what := ARRAY['video.deleted'];
  ELSIF OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL THEN
    what := ARRAY['video.restored'];
  ELSIF NEW.deleted_at IS NULL THEN
    changed := array_remove(ARRAY[
      CASE WHEN OLD.title <> NEW.title THEN 'title' END,
      CASE WHEN OLD.description IS DISTINCT FROM NEW.description THEN 'description' END,
      CASE WHEN OLD.visibility <> NEW.visibility THEN 'visibility' END,
      CASE WHEN OLD.channel_id IS DISTINCT FROM NEW.channel_id THEN 'channelId' END,
      CASE WHEN OLD.series_id IS DISTINCT FROM NEW.series_id THEN 'seriesId' END,
      CASE WHEN OLD.tags <> NEW.tags THEN 'tags' END,
      CASE WHEN OLD.is_featured <> NEW.is_featured THEN 'isFeatured' END,
      CASE WHEN OLD.published_at IS DISTINCT FROM NEW.published_at THEN 'publishedAt' END,
      CASE WHEN OLD.archived_at IS DISTINCT FROM NEW.archived_at THEN 'archivedAt' END
    ], NULL);
    what := CASE WHEN changed <> '{}' THEN ARRAY['video.updated'] ELSE '{}' END || CASE
      WHEN OLD.processing_status <> 'complete' AND NEW.processing_status = 'complete' THEN ARRAY['video.ready']
      ELSE '{}' END;
  END IF;
  facts := jsonb_build_object('videoId', video.id, 'shortId', video.short_id, 'title', video.title,
    'visibility', video.visibility, 'authorId', video.author_id, 'channelId', video.channel_id,
    'seriesId', video.series_id, 'durationSeconds', video.duration_seconds);
  FOREACH one IN ARRAY what LOOP
    PERFORM app.tell_webhooks(video.organization_id, one, jsonb_build_array(
      facts || CASE one WHEN 'video.updated' THEN jsonb_build_object('changed', changed) ELSE '{}' END));
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_making AFTER INSERT OR DELETE ON videos FOR EACH ROW EXECUTE FUNCTION app.tell_of_video();
--> statement-breakpoint
-- Counters and progress change far more often than what anybody is told of.
CREATE TRIGGER tell_of_change AFTER UPDATE ON videos FOR EACH ROW
  WHEN ((OLD.title, OLD.description, OLD.visibility, OLD.channel_id, OLD.series_id, OLD.tags, OLD.is_featured,
    OLD.published_at, OLD.archived_at, OLD.deleted_at, OLD.processing_status)
    IS DISTINCT FROM (NEW.title, NEW.description, NEW.visibility, NEW.channel_id, NEW.series_id, NEW.tags,
    NEW.is_featured, NEW.published_at, NEW.archived_at, NEW.deleted_at, NEW.processing_status))
  EXECUTE FUNCTION app.tell_of_video();
--> statement-breakpoint

-- A room writes hundreds of comments in one statement: they are told of in one, too.
CREATE FUNCTION app.comment_facts(comment public.comments) RETURNS jsonb LANGUAGE sql STABLE SET search_path = ''
RETURN jsonb_build_object('commentId', comment.id, 'videoId', comment.video_id, 'authorId', comment.author_id,
  'parentId', comment.parent_id, 'positionSeconds', comment.position_seconds,
  'isResolved', comment.resolved_at IS NOT NULL, 'resolvedBy', comment.resolved_by);
--> statement-breakpoint
CREATE FUNCTION app.tell_of_new_comments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE told record;
BEGIN
  IF EXISTS (
    SELECT FROM public.videos JOIN public.webhook_endpoints USING (organization_id)
    WHERE is_active AND videos.id IN (SELECT video_id FROM changed)
  ) THEN
    FOR told IN
      SELECT videos.organization_id, kind.type, jsonb_agg(app.comment_facts(changed) ORDER BY changed.room_seq) AS items
      FROM changed JOIN public.videos ON videos.id = changed.video_id
      CROSS JOIN LATERAL (
        VALUES ('comment.created', true), ('comment.resolved', changed.resolved_at IS NOT NULL)) kind (type, is_so)
      WHERE changed.deleted_at IS NULL AND kind.is_so
      GROUP BY videos.organization_id, kind.type
    LOOP
      PERFORM app.tell_webhooks(told.organization_id, told.type, told.items);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_new_comments AFTER INSERT ON comments REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.tell_of_new_comments();
--> statement-breakpoint
CREATE FUNCTION app.tell_of_changed_comments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE told record;
BEGIN
  IF EXISTS (
    SELECT FROM public.videos JOIN public.webhook_endpoints USING (organization_id)
    WHERE is_active AND videos.id IN (SELECT video_id FROM changed)
  ) THEN
    FOR told IN
      SELECT videos.organization_id, kind.type, jsonb_agg(app.comment_facts(changed) ORDER BY changed.room_seq) AS items
      FROM changed JOIN previous ON previous.id = changed.id JOIN public.videos ON videos.id = changed.video_id
      CROSS JOIN LATERAL (VALUES
        ('comment.deleted', previous.deleted_at IS NULL AND changed.deleted_at IS NOT NULL),
        ('comment.resolved', changed.deleted_at IS NULL AND previous.resolved_at IS NULL AND changed.resolved_at IS NOT NULL),
        ('comment.updated', changed.deleted_at IS NULL AND (previous.content <> changed.content
          OR (previous.resolved_at IS NOT NULL AND changed.resolved_at IS NULL)))) kind (type, is_so)
      WHERE kind.is_so
      GROUP BY videos.organization_id, kind.type
    LOOP
      PERFORM app.tell_webhooks(told.organization_id, told.type, told.items);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_changed_comments AFTER UPDATE ON comments REFERENCING OLD TABLE AS previous NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.tell_of_changed_comments();
--> statement-breakpoint

CREATE FUNCTION app.tell_of_screening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE facts jsonb := jsonb_build_object('screeningId', NEW.id, 'shortId', NEW.short_id, 'hostId', NEW.host_id,
  'startedAt', app.iso_moment(NEW.started_at));
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM app.tell_webhooks_of_video(NEW.video_id, 'screening.started', facts);
  END IF;
  IF NEW.ended_at IS NOT NULL THEN
    PERFORM app.tell_webhooks_of_video(NEW.video_id, 'screening.ended',
      facts || jsonb_build_object('endedAt', app.iso_moment(NEW.ended_at)));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_start AFTER INSERT ON screenings FOR EACH ROW EXECUTE FUNCTION app.tell_of_screening();
--> statement-breakpoint
CREATE TRIGGER tell_of_end AFTER UPDATE ON screenings FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION app.tell_of_screening();
--> statement-breakpoint

CREATE FUNCTION app.tell_of_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE member public.organization_members := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM app.tell_webhooks(member.organization_id,
    CASE TG_OP WHEN 'INSERT' THEN 'member.added' WHEN 'DELETE' THEN 'member.removed' ELSE 'member.role_changed' END,
    jsonb_build_array(jsonb_build_object('userId', member.user_id, 'role', member.role)
      || CASE TG_OP WHEN 'UPDATE' THEN jsonb_build_object('previousRole', OLD.role) ELSE '{}' END));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_coming AFTER INSERT OR DELETE ON organization_members
  FOR EACH ROW EXECUTE FUNCTION app.tell_of_member();
--> statement-breakpoint
CREATE TRIGGER tell_of_role AFTER UPDATE ON organization_members FOR EACH ROW
  WHEN (OLD.role <> NEW.role) EXECUTE FUNCTION app.tell_of_member();
--> statement-breakpoint

CREATE FUNCTION app.tell_of_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.tell_webhooks_of_video(NEW.video_id,
    CASE TG_OP WHEN 'INSERT' THEN 'link.created' ELSE 'link.revoked' END,
    jsonb_build_object('linkId', NEW.id, 'role', NEW.role, 'createdBy', NEW.created_by,
      'expiresAt', app.iso_moment(NEW.expires_at)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_making AFTER INSERT ON watch_links FOR EACH ROW EXECUTE FUNCTION app.tell_of_link();
--> statement-breakpoint
CREATE TRIGGER tell_of_revocation AFTER UPDATE ON watch_links FOR EACH ROW
  WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION app.tell_of_link();
--> statement-breakpoint

CREATE FUNCTION app.tell_of_approval() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.tell_webhooks_of_video(NEW.video_id, 'approval.decided',
    jsonb_build_object('approvalId', NEW.id, 'userId', NEW.user_id, 'status', NEW.status));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_approval AFTER INSERT ON video_approvals FOR EACH ROW EXECUTE FUNCTION app.tell_of_approval();
--> statement-breakpoint

-- Endpoints --------------------------------------------------------------------------------------------------------
CREATE FUNCTION app.limit_webhook_endpoints() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM FROM public.organizations WHERE id = NEW.organization_id FOR NO KEY UPDATE;
  IF 20 <= (SELECT count(*) FROM public.webhook_endpoints WHERE organization_id = NEW.organization_id) THEN
    RAISE EXCEPTION 'an organization has at most twenty endpoints' USING
      ERRCODE = 'check_violation', TABLE = 'webhook_endpoints', CONSTRAINT = 'webhook_endpoints_at_most';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER webhook_endpoints_at_most BEFORE INSERT ON webhook_endpoints
  FOR EACH ROW EXECUTE FUNCTION app.limit_webhook_endpoints();
--> statement-breakpoint
-- That it fails or works again is no edit of it.
DROP TRIGGER touch_updated_at ON webhook_endpoints;
--> statement-breakpoint
CREATE TRIGGER touch_updated_at BEFORE UPDATE ON webhook_endpoints FOR EACH ROW
  WHEN ((OLD.url, OLD.description, OLD.events, OLD.sealed_secret, OLD.is_active, OLD.disabled_reason)
    IS DISTINCT FROM (NEW.url, NEW.description, NEW.events, NEW.sealed_secret, NEW.is_active, NEW.disabled_reason))
  EXECUTE FUNCTION app.touch_updated_at();
--> statement-breakpoint
-- What waits for an endpoint that is switched off will not come as a flood when it is switched on.
CREATE FUNCTION app.settle_webhook_deliveries() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.webhook_deliveries SET status = 'failed', next_attempt_at = NULL
  WHERE endpoint_id = NEW.id AND next_attempt_at IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER settle_deliveries AFTER UPDATE ON webhook_endpoints FOR EACH ROW
  WHEN (OLD.is_active AND NOT NEW.is_active) EXECUTE FUNCTION app.settle_webhook_deliveries();
--> statement-breakpoint
-- For administrators of its organization: a message to one endpoint only, whatever it hears. Answers the delivery; null
-- where there is no such endpoint of theirs, or it is switched off.
CREATE FUNCTION app.test_webhook(endpoint uuid) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  organization uuid;
  delivery uuid;
BEGIN
  SELECT organization_id INTO organization FROM public.webhook_endpoints
  WHERE id = endpoint AND is_active AND organization_id = ANY (app.organization_ids('ADMIN')) FOR KEY SHARE;
  IF organization IS NULL THEN
    RETURN NULL;
  END IF;
  WITH told AS (
    INSERT INTO public.webhook_messages (organization_id, type, data)
    VALUES (organization, 'webhook.test', jsonb_build_object('organizationId', organization, 'webhookId', endpoint))
    RETURNING id
  )
  INSERT INTO public.webhook_deliveries (endpoint_id, message_id, next_attempt_at) SELECT endpoint, told.id, now() FROM told
  RETURNING id INTO delivery;
  PERFORM set_config('app.told_webhooks', organization::text, true);
  RETURN delivery;
END $$;
--> statement-breakpoint
-- The same for a delivery that is to be made once more, whatever became of it.
CREATE FUNCTION app.resend_webhook(endpoint uuid, delivery uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE organization uuid;
BEGIN
  UPDATE public.webhook_deliveries SET status = 'pending', delivered_at = NULL, next_attempt_at = now()
  FROM public.webhook_endpoints
  WHERE webhook_deliveries.id = delivery AND webhook_deliveries.endpoint_id = endpoint
    AND webhook_endpoints.id = endpoint AND is_active AND organization_id = ANY (app.organization_ids('ADMIN'))
  RETURNING organization_id INTO organization;
  IF organization IS NULL THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.told_webhooks', organization::text, true);
  RETURN true;
END $$;
--> statement-breakpoint

-- The sender.
GRANT INSERT ON webhook_attempts TO lockstep_app;
GRANT UPDATE (status, attempts, next_attempt_at, delivered_at, updated_at) ON webhook_deliveries TO lockstep_app;
GRANT UPDATE (failing_since_at) ON webhook_endpoints TO lockstep_app;
GRANT DELETE ON webhook_messages TO lockstep_app;
CREATE POLICY send_look ON webhook_endpoints FOR SELECT TO lockstep_app
  USING ((SELECT app.actor_role()) = 'service:webhook');
CREATE POLICY send ON webhook_endpoints FOR UPDATE TO lockstep_app
  USING ((SELECT app.actor_role()) = 'service:webhook');
CREATE POLICY send_look ON webhook_messages FOR SELECT TO lockstep_app
  USING ((SELECT app.actor_role()) = 'service:webhook');
CREATE POLICY purge ON webhook_messages FOR DELETE TO lockstep_app
  USING ((SELECT app.actor_role()) = 'service:webhook');
CREATE POLICY send_look ON webhook_deliveries FOR SELECT TO lockstep_app
  USING ((SELECT app.actor_role()) = 'service:webhook');
CREATE POLICY send ON webhook_deliveries FOR UPDATE TO lockstep_app
  USING ((SELECT app.actor_role()) = 'service:webhook');
CREATE POLICY send ON webhook_attempts FOR INSERT TO lockstep_app
  WITH CHECK ((SELECT app.actor_role()) = 'service:webhook');
